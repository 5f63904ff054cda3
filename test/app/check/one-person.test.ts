import { expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { examiner, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner({ constants: { currency: "EUR", country: "NL" } })

/** A file of children and both of their parents. */
const file = (child: string, parent: string, email: string, mobile: string) => [
	[
		"Klantnr",
		...(child === "" ? [] : [child]),
		...[1, 2].flatMap((which) => [`${parent} ${which}`, `${email} ${parent} ${which}`, `${mobile} ${parent} ${which}`]),
		"Kaarttoken",
	].join(";"),
	...["Smit", "Bosch", "Kok", "Dekker"].map((name, at) =>
		[
			`5501${at}`,
			...(child === "" ? [] : [`Saskia ${name}`]),
			...["Bram", "Anouk"].flatMap((first, which) => [
				`${first} ${name}`,
				`${first}.${name}@ziggo.nl`.toLowerCase(),
				`+3161${which}34567${at}`,
			]),
			token(at),
		].join(";"),
	),
]

test.each([
	["Kind", "Ouder", "E-mail", "Mobiel"],
	["Kind", "Elternteil", "E-Mail", "Mobil"],
	["Barn", "Förälder", "E-post", "Mobil"],
	["Child", "Guardian", "Email", "Mobile"],
	["", "Ouder", "E-mail", "Mobiel"],
])("whoever is chosen of %s, %s 1 and 2 is sent with all that is theirs, and nothing of another", async (...names) => {
	const lines = file(...names)
	const question = onlyQuestion(await examined(lines))
	expect([question.id, question.answers.map(({ id }) => id)]).toEqual([
		"customer",
		["payer", "payer.2", ...(names[0] === "" ? [] : ["served"])],
	])
	for (const [at, first] of ["Bram", "Anouk"].entries()) {
		const { id = "" } = question.answers[at] ?? {}
		const checked = await examined(lines, answered(noAnswers, question, [id]))
		expect(checked.questions).toEqual([])
		const [{ contact } = {}] = await sentBy(checked)
		expect(contact).toMatchObject({ name: `${first} Smit`, email: `${first.toLowerCase()}.smit@ziggo.nl` })
		expect(contact?.phone).toEqual({ cellphone: `+3161${at}345670` })
	}
})

test("what a person said of a name brings the rest of whoever it is, and what was said otherwise stays", async () => {
	const lines = file("Kind", "Ouder", "E-mail", "Mobiel")
	const columns = { "Ouder 1": "name", "E-mail Ouder 1": "email" } as const
	const [sent] = await sentBy(await examined(lines, { columns }))
	expect(sent?.contact).toMatchObject({ name: "Bram Smit", phone: { cellphone: "+31610345670" } })
	const mixed = await examined(lines, {
		columns: { ...columns, "Mobiel Ouder 1": null, "Mobiel Ouder 2": "cellphone" },
	})
	const [other] = await sentBy(mixed)
	expect(other?.contact).toMatchObject({ name: "Bram Smit", phone: { cellphone: "+31611345670" } })
	const reasons = new Map(mixed.decision?.columns.map(({ column, reason }) => [column, reason]))
	expect(reasons.get("Mobiel Ouder 1")).toBe("left out, as you said")
})

test("a kind of something is none of a person where no parent is named so", async () => {
	const kinds = ["Private", "Business", "Private"].map((kind, at) => `${at};Eva Ek ${"ABC"[at]};${kind};${token(at)}`)
	const checked = await examined(["Customer no;Name;Kind;Token", ...kinds])
	expect(checked.questions).toEqual([])
	const types = (await sentBy(checked)).map(({ contact }) => contact?.type)
	expect(types).toEqual(["person", "organization", "person"])
})
