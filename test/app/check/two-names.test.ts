import { describe, expect, it } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { examiner, onlyQuestion, sentBy, token } from "./examined.ts"

const examined = examiner()
const file = (header: string, rows: readonly string[]) => [
	`Kundnr;${header};Valuta;Korttoken`,
	...rows.map((row, at) => `${1001 + at};${row};EUR;${token(at)}`),
]
const nameOf = (name: string | { first: string; last: string } | undefined) =>
	typeof name === "object" ? `${name.first} ${name.last}` : name

/** The names that are sent. */
async function names(lines: readonly string[], answers = {}) {
	const checked = await examined(lines, answers)
	return { checked, sent: (await sentBy(checked)).map(({ contact }) => nameOf(contact?.name)) }
}

describe("a surname in use that is empty for those who have none but that from birth", () => {
	it.each([
		["Nom;Nom d'usage;Prénom", ["Moreau;;Élodie", "Roux;Durand;François", "Dupont;;Hélène"]],
		["Nom;Nom marital;Prénom", ["Moreau;;Élodie", "Roux;Durand;François", "Dupont;;Hélène"]],
		["Nom de naissance;Nom usuel;Prénom", ["Moreau;;Élodie", "Roux;Durand;François", "Dupont;;Hélène"]],
		["Nom de naissance;Nom utilisé;Prénom", ["Moreau;;Élodie", "Roux;Durand;François", "Dupont;;Hélène"]],
		["Vorname;Geburtsname;Ehename", ["Élodie;Moreau;", "François;Roux;Durand", "Hélène;Dupont;"]],
		["Förnamn;Efternamn;Flicknamn", ["Élodie;;Moreau", "François;Durand;Roux", "Hélène;;Dupont"]],
		[
			"Nom de naissance;Prénom de naissance;Nom utilisé;Prénom utilisé",
			["Moreau;Élodie;;", "Roux;Franck;Durand;François", "Dupont;Hélène;;"],
		],
	])("is that one: %s", async (header, rows) => {
		const { checked, sent } = await names(file(header, rows))
		expect(checked.questions).toEqual([])
		expect(sent).toEqual(["Élodie Moreau", "François Durand", "Hélène Dupont"])
	})

	it.each([
		["Voornaam;Geboortenaam", "Geboortenaam"],
		["Prénom;Nom de naissance", "Nom de naissance"],
		["First name;Birth name", "Birth name"],
	])("is asked about where the file has no other: %s", async (header, column) => {
		const lines = file(header, ["Élodie;Moreau", "François;Roux", "Hélène;Dupont"])
		const question = onlyQuestion(await examined(lines))
		expect(question.id).toBe("lastName")
		const { sent } = await names(lines, answered(noAnswers, question, [column]))
		expect(sent).toEqual(["Élodie Moreau", "François Roux", "Hélène Dupont"])
	})

	it("is left out where everybody has one in use", async () => {
		const rows = ["Moreau;Gil;Élodie", "Durand;Roux;François", "Dupont;Dupont;Hélène"]
		const { checked, sent } = await names(file("Nachname;Geburtsname;Vorname", rows))
		expect(checked.questions).toEqual([])
		expect(sent).toEqual(["Élodie Moreau", "François Durand", "Hélène Dupont"])
	})
})

describe("the names of two persons in one row", () => {
	it.each([
		["Forename1;Surname1;Forename2;Surname2", ["James;Brown;Ann;Brown", "Sarah;Walker;;", "Oliver;Jones;;Gray"]],
		["Fornavn 1;Etternavn 1;Fornavn 2;Etternavn 2", ["James;Brown;Ann;Brown", "Sarah;Walker;;", "Oliver;Jones;;Gray"]],
		["Vorname;Nachname;Vorname 2;Nachname 2", ["James;Brown;Ann;Brown", "Sarah;Walker;;", "Oliver;Jones;;Gray"]],
		["Vorname;Name;Vorname;Name", ["James;Brown;Ann;Brown", "Sarah;Walker;;", "Oliver;Jones;;Gray"]],
		["prenom_x;nom_x;prenom_y;nom_y", ["James;Brown;Ann;Brown", "Sarah;Walker;;", "Oliver;Jones;;Gray"]],
		[
			"Vorname;Name;Vorname Versicherter;Name Versicherter",
			["James;Brown;Ann;Brown", "Sarah;Walker;Ann;Walker", "Oliver;Jones;Oliver;Gray"],
		],
	])("are never one name, and one question: %s", async (header, rows) => {
		const lines = file(header, rows)
		const question = onlyQuestion(await examined(lines))
		expect(question.id).toBe("customer")
		const all = await Promise.all(
			question.answers
				.filter(({ id }) => id !== "one")
				.map(async ({ id }) => (await names(lines, answered(noAnswers, question, [id]))).sent),
		)
		expect(all).toHaveLength(2)
		expect(all).toContainEqual(["James Brown", "Sarah Walker", "Oliver Jones"])
		for (const sent of all.flat())
			expect([
				"Ann Brown",
				"Ann Walker",
				"Gray",
				"Oliver Gray",
				undefined,
				"James Brown",
				"Sarah Walker",
				"Oliver Jones",
			]).toContain(sent)
	})

	it("are one person's where a person says so", async () => {
		const lines = file("Förnamn 1;Efternamn 1;Förnamn 2;Efternamn 2", ["Ana;Gil;María;Mar", "Eva;Roca;;Sol"])
		const question = onlyQuestion(await examined(lines))
		const { sent } = await names(lines, answered(noAnswers, question, ["one"]))
		expect(sent).toEqual(["Ana María Gil Mar", "Eva Roca Sol"])
	})

	it("are no question where one of them has half a name, or a second surname", async () => {
		const { checked, sent } = await names(file("Apellido 1;Apellido 2;Nombre", ["Gil;Mar;Ana", "Roca;;Eva"]))
		expect([checked.questions, sent]).toEqual([[], ["Ana Gil Mar", "Eva Roca"]])
	})
})
