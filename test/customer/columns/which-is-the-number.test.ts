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
