import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { sample } from "../../sample.ts"
import { contactsOf, namesOf } from "../contacts-of.ts"

const rows = ["LAMBERT;Yves;Léo", "COLLET;Marie;Jade", "ROUX;Luc;Tom"]

describe("the only names of a file are asked about, whatever rule leaves them out", () => {
	test.each([
		"Nom du responsable;Prénom du responsable;Prénom de l'enfant",
		"Nom responsable;Prénom responsable;Prénom enfant",
		"Ansvarigs efternamn;Ansvarigs förnamn;Barnets förnamn",
		"Nachname Ansprechpartner Träger;Vorname Ansprechpartner Träger;Vorname Kind",
		"Manager last name;Manager first name;Child first name",
		"Apellidos del responsable;Nombre del responsable;Nombre del niño",
	])("%s", (header) => {
		const question = contactsOf(header, rows).questions.find(({ id }) => id === "name")
		if (question === undefined) throw new Error("the name is not asked about")
		const sent = question.answers.map(({ id }) => namesOf(header, rows, answered(noAnswers, question, [id])).names)
		expect(sent).toContainEqual(["Yves | LAMBERT", "Marie | COLLET", "Luc | ROUX"])
		// An answer that names a column sends it, and none is of two persons.
		expect(sent.flat()).not.toContain("Léo | LAMBERT")
	})

	test("both of two persons are on offer, each by its own names", () => {
		const header = "Nom du responsable;Prénom du responsable;Nom de l'enfant;Prénom de l'enfant"
		const both = ["LAMBERT;Yves;PETIT;Léo", "COLLET;Marie;COLLET;Jade", "ROUX;Luc;ROUX;Tom"]
		const question = contactsOf(header, both).questions.find(({ id }) => id === "name")
		if (question === undefined) throw new Error("the name is not asked about")
		const sent = question.answers.map(({ id }) => namesOf(header, both, answered(noAnswers, question, [id])).names)
		expect(sent).toContainEqual(["Yves | LAMBERT", "Marie | COLLET", "Luc | ROUX"])
		expect(sent).toContainEqual(["Léo | PETIT", "Jade | COLLET", "Tom | ROUX"])
		expect(sent.flat()).not.toContain("Léo | LAMBERT")
	})

	test("halves of two persons are no name", () => {
		const header = "Nom du responsable;Prénom de l'enfant"
		const cells = ["LAMBERT;Léo", "COLLET;Jade", "ROUX;Tom"]
		const [question] = contactsOf(header, cells).questions
		if (question === undefined) throw new Error("the name is not asked about")
		const sent = question.answers.map(({ id }) => namesOf(header, cells, answered(noAnswers, question, [id])).names[0])
		expect(sent).toEqual(["LAMBERT", "Léo", undefined])
	})

	test("half of one alone", () => {
		expect(namesOf("Courriel;Prénom de l'enfant", ["y@free.fr;Léo", "m@free.fr;Jade", "l@free.fr;Tom"]).asked).toEqual([
			"name",
		])
	})

	const whose = ["du responsable", "de l'enfant", "du gérant", "du commercial", "du pays d'origine", "xq"]
	test("whoever they are of", () => {
		const columns = fc.uniqueArray(
			fc
				.tuple(fc.constantFrom("Nom", "Prénom", "Nom de famille", "Surname", "First name"), fc.constantFrom(...whose))
				.map((words) => words.join(" ")),
			{ minLength: 1, maxLength: 5 },
		)
		fc.assert(
			fc.property(columns, (names) => {
				const people = ["Yves", "Marie", "Luc", "Odile"].map((name) => names.map(() => name).join(";"))
				const { asked, mapping } = contactsOf(names.join(";"), people)
				const isNamed = Object.values(mapping.columns).some((field) => /name|company/i.test(String(field)))
				expect(isNamed || asked.length > 0).toBe(true)
			}),
			{ numRuns: sample(70) },
		)
	})
})

describe("nothing is asked of them", () => {
	test.each([
		["beside a name", "Nom;Nom du responsable;Prénom du responsable", ["Anna Ek;LAMBERT;Yves", "Bo Lind;ROUX;Luc"]],
		["where all are the same", "E-mail;Nom du responsable", ["a@free.fr;LAMBERT", "b@free.fr;LAMBERT"]],
		["of things", "E-mail;Plan name;File name", ["a@free.fr;Gold;one", "b@free.fr;Silver;two", "c@free.fr;Tin;three"]],
		["where they are empty", "E-mail;Nom du responsable;Prénom de l'enfant", ["a@free.fr;;", "b@free.fr;;"]],
	])("%s", (_, header, cells) => {
		expect(namesOf(header, cells).asked).toEqual([])
	})
})
