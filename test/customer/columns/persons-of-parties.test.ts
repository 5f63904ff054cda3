import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { contactsOf } from "../contacts-of.ts"

/** What is sent of the first row, for each answer to who the customers are. */
function sentFor(header: string, rows: readonly string[]) {
	const { asked, questions } = contactsOf(header, rows)
	const [question] = questions
	if (question?.id !== "customer" || asked.length > 1) throw new Error(`asked: ${asked.join()}`)
	return question.answers.map(({ id }) => {
		const { asked, contacts } = contactsOf(header, rows, answered(noAnswers, question, [id]))
		expect(asked).toEqual([])
		return contacts[0]
	})
}

const phone = { cellphone: "+447700900123" }

describe("a party that is named by two words is the party of either", () => {
	test.each([
		"Student Name;Parent/Guardian Name;Parent Email;Parent Mobile;Tutor",
		"Student Name;Parent/Guardian Name;Guardian Email;Parent Mobile;Tutor",
		"Pupil;Parents/Carers;Carer Email;Parent Mobile;Tutor",
		"Student Name;Parent or Guardian;Parent/Guardian Email;Guardian Mobile;Tutor",
		"Elev;Målsman/Förälder;Målsmans e-post;Förälders mobil;Lärare",
		"Leerling;Ouder/Verzorger;E-mail ouder;Mobiel verzorger;Docent",
	])("%s", (header) => {
		const rows = [
			"Conor Clarke;Mary Clarke;mary@outlook.com;+447700900123;Ms Daly",
			"Liam Cooper;Colin Cooper;c@outlook.com;;Mr Burke",
		]
		expect(sentFor(header, rows)).toEqual([
			{ name: "Mary Clarke", email: "mary@outlook.com", phone },
			{ name: "Conor Clarke" },
		])
	})
})

test.each(["Tutor", "Tutor name", "Tutors"])("a teacher does not pay: %s", (tutor) => {
	const header = `Student Name;Parent Name;Parent Email;${tutor}`
	const rows = ["Conor Clarke;Mary Clarke;mary@outlook.com;Ms Daly", "Liam Cooper;Colin Cooper;c@outlook.com;Mr Burke"]
	expect(sentFor(header, rows)).toEqual([{ name: "Mary Clarke", email: "mary@outlook.com" }, { name: "Conor Clarke" }])
})

test.each(["Alumno;Nombre del tutor;Correo del tutor", "Jugador;Nombre tutor;Email tutor;Dirección;Ciudad"])(
	"in Spanish a tutor does: %s",
	(header) => {
		const more = ";Calle Mayor 1;Madrid".repeat(Number(header.includes("Ciudad")))
		const rows = ["Conor Clarke;Mary Clarke;mary@outlook.com", "Liam Cooper;Colin Cooper;c@outlook.com"]
		const sent = sentFor(
			header,
			rows.map((row) => row + more),
		)
		expect(sent[0]).toMatchObject({ name: "Mary Clarke", email: "mary@outlook.com" })
	},
)

describe("each of several has what is theirs", () => {
	test.each(["Elev;Mamma;Pappa;Mammas e-post;Pappas e-post", "Pupil;Mother;Father;Mother email;Father email"])(
		"%s",
		(header) => {
			const rows = ["Bo Ek;Eva Ek;Ulf Ek;eva@ek.se;ulf@ek.se", "Li By;Åsa By;Per By;asa@by.se;per@by.se"]
			expect(sentFor(header, rows)).toEqual([
				{ name: "Eva Ek", email: "eva@ek.se" },
				{ name: "Ulf Ek", email: "ulf@ek.se" },
				{ name: "Bo Ek" },
			])
		},
	)

	test.each([
		"Pupil;Parent 1 name;Parent 2 name;Parent email;Parent 2 mobile",
		"Pupil;Parent 1 name;Parent 2 name;Guardian email;Parent 2 mobile",
	])("and what is of either is of each, and said: %s", (header) => {
		const rows = ["Bo Ek;Eva Ek;Ulf Ek;ek@ek.se;+447700900123", "Li By;Åsa By;Per By;by@by.se;"]
		expect(sentFor(header, rows)).toEqual([
			{ name: "Eva Ek", email: "ek@ek.se" },
			{ name: "Ulf Ek", email: "ek@ek.se", phone },
			{ name: "Bo Ek" },
		])
	})
})
