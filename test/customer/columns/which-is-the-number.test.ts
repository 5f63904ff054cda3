import { expect, test } from "vitest"
import { askedIn, decisionOf } from "../decide-of.ts"

const decided = (header: string, ...rows: readonly string[]) =>
	decisionOf(
		header.split(";"),
		rows.map((row) => row.split(";")),
	)

test.each([
	["Réf. client;N° compteur", "R00090;285539", "R00097;619674", "R00104;912295"],
	["Identifiant;N° permis", "USR00700;264757988", "USR00701;133294731", "USR00702;826893181"],
	["Vertragskonto;Frontmeter", "7001;12", "7004;17", "7007;9"],
	["Kund-id;Nr vattenmätare", "7001;8812", "7004;8817", "7007;8819"],
])("a meter, a licence or a length is no rival of the customer number: %s", (header, ...rows) => {
	const { mapping, questions } = decided(
		`${header};Name`,
		...rows.map((row, index) => `${row};Ann Hill ${"abc"[index]}`),
	)
	expect(questions).toEqual([])
	expect(mapping.columns[header.split(";")[0] ?? ""]).toBe("number")
})

test.each([
	["Numer odbiorcy;Nr wodomierza", "000410;8818983", "000419;2159618", "000428;3286612"],
	["Contractnr;Box", "7001;B31", "7004;B24", "7007;B34"],
	["Order no;Plan", "7001;B31", "7004;B24", "7007;B34"],
	["Abonnementsnummer;Xq", "7001;B31", "7004;B24", "7007;B34"],
])(
	"where no column is the number, that of a contract, an order or a delivery is on offer, and first: %s",
	(header, ...rows) => {
		const decision = decided(`${header};Name`, ...rows.map((row, index) => `${row};Ann Hill ${"abc"[index]}`))
		expect(askedIn(decision)).toEqual(["number"])
		expect(decision.questions[0]?.answers[0]?.mapping.columns).toEqual({ [header.split(";")[0] ?? ""]: "number" })
		expect(decision.questions[0]?.answers.some(({ id }) => id === "Nr wodomierza")).toBe(false)
	},
)

test.each([
	["Contrato;Trastero", "CT-2300;C-55", "CT-2301;C-26", "CT-2302;A-55"],
	["Trastero;Contrato", "C-55;CT-2300", "C-26;CT-2301", "A-55;CT-2302"],
	["Laube;Vertrag", "P12;V-1", "P13;V-2", "P14;V-3"],
	["Box;Abonnement", "B31;A-1", "B32;A-2", "B33;A-3"],
])(
	"a contract is on offer beside what nobody knows, whether its name speaks of a number or not: %s",
	(header, ...rows) => {
		const [question, ...more] = decided(
			`${header};Titular`,
			...rows.map((row, index) => `${row};Eva Gil ${"abc"[index]}`),
		).questions.filter(({ id }) => id === "number")
		const contract = header.split(";").find((name) => /^(?:Contrato|Vertrag|Abonnement)$/.test(name))
		expect([question?.answers.some(({ id }) => id === contract), more]).toEqual([true, []])
		expect(question?.why).not.toContain("no other column")
	},
)

test("that no other column can be the number is not said where any can", () => {
	const [question] = decided(
		"Trastero;Titular;Sitio",
		"C-55;Eva Gil;Z9",
		"C-26;Ana Rey;Z9",
		"A-55;Luz Paz;Z8",
	).questions
	expect(question?.why).toBe(
		"Its name does not say that it is the customer number, and neither does that of any other column.",
	)
})
