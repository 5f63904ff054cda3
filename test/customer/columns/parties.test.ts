import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { tokenOf } from "./cells.ts"

const firsts = ["Mia", "Poppy", "Ruby", "Alfie", "Ivy", "Noah"]
const lasts = ["Clarke", "Patel", "Mason", "Bell", "Hill", "Stone"]

/** A value as columns of a name have it: `#` numbers, `@` e-mail addresses, `!` tokens, `+` phones, else names. */
function cell(kind: string, row: number, column: number): string {
	const at = (row + column) % 6
	if (kind === "#") return `${column + 1}0${row}${row}`
	if (kind === "@") return `a${row}.${column}@example.com`
	if (kind === "!") return tokenOf(row)
	if (kind === "+") return `+44 20 7946 00${row}${column}`
	if (kind === "1") return firsts[at] ?? ""
	if (kind === "2") return lasts[at] ?? ""
	return `${firsts[at]} ${lasts[(at + column) % 6]}`
}

/** Columns as `Pupil ID#`, with the kind of their values behind the name; without one they hold names. */
function decided(columns: string, said: Record<string, string | null> = {}) {
	const kinds = columns.split(";").map((column) => /^(.*?)([#@!+12]?)$/.exec(column) ?? [])
	const names = kinds.map(([, name = ""]) => name)
	const rows = Array.from({ length: 6 }, (_, row) => kinds.map(([, , kind = ""], column) => cell(kind, row, column)))
	const answers = { ...noAnswers, columns: said as typeof noAnswers.columns }
	const decision = decisionOf(names, rows, { answers })
	return {
		decision,
		asked: askedIn(decision),
		used: usedIn(decision),
		/** What is used once a question was answered. */
		answering: (id: string, answer: string) => {
			const question = decision.questions.find((one) => one.id === id)
			if (question === undefined) throw new Error(`${id} is not asked`)
			const next = decisionOf(names, rows, { answers: answered(answers, question, [answer]) })
			return { used: usedIn(next), asked: askedIn(next) }
		},
	}
}

describe("who is served and who pays", () => {
	test.each<[columns: string, payer: Record<string, string>, served: Record<string, string>]>([
		[
			"Pupil ID#;Pupil Name;Account No#;Bill Payer;Payer Email@",
			{ "Account No": "number", "Bill Payer": "name", "Payer Email": "email" },
			{ "Pupil ID": "number", "Pupil Name": "name" },
		],
		[
			"Pupil ID#;Pupil First Name1;Pupil Last Name2;Family Account No#;Parent First Name1;Parent Last Name2",
			{ "Family Account No": "number", "Parent First Name": "firstName", "Parent Last Name": "lastName" },
			{ "Pupil ID": "number", "Pupil First Name": "firstName", "Pupil Last Name": "lastName" },
		],
		[
			"Elevnr#;Elevnavn;Betaler;Betalers e-post@;Kundenr#",
			{ Kundenr: "number", Betaler: "name", "Betalers e-post": "email" },
			{ Elevnr: "number", Elevnavn: "name" },
		],
		[
			"Medlemsnr#;Namn;Betalare;Betalarens e-post@;Kundnr betalare#",
			{ "Kundnr betalare": "number", Betalare: "name", "Betalarens e-post": "email" },
			{ Medlemsnr: "number", Namn: "name" },
		],
		[
			"Member No#;Member Name;Account No#;Payer Name;Email@",
			{ "Account No": "number", "Payer Name": "name", Email: "email" },
			{ "Member No": "number", "Member Name": "name", Email: "email" },
		],
		[
			"Kundennummer#;Name des Kindes;Erziehungsberechtigter;E-Mail@",
			{ Kundennummer: "number", Erziehungsberechtigter: "name", "E-Mail": "email" },
			{ Kundennummer: "number", "Name des Kindes": "name", "E-Mail": "email" },
		],
		[
			"Abonnentnr#;Abonnent;Betalernr#;Betaler;Betalers e-post@",
			{ Betalernr: "number", Betaler: "name", "Betalers e-post": "email" },
			{ Abonnentnr: "number", Abonnent: "name" },
		],
		[
			"Kundenr#;Kunde;Betaler;Betalers e-post@",
			{ Kundenr: "number", Betaler: "name", "Betalers e-post": "email" },
			{ Kundenr: "number", Kunde: "name" },
		],
		[
			"N° client#;Nom de l'enfant;Responsable légal",
			{ "N° client": "number", "Responsable légal": "name" },
			{ "N° client": "number", "Nom de l'enfant": "name" },
		],
		[
			"Customer No#;Child Name;Parent/Guardian;Email@",
			{ "Customer No": "number", "Parent/Guardian": "name", Email: "email" },
			{ "Customer No": "number", "Child Name": "name", Email: "email" },
		],
		[
			"Patient No#;Patient Name;Guarantor Account#;Guarantor;Guarantor Email@",
			{ "Guarantor Account": "number", Guarantor: "name", "Guarantor Email": "email" },
			{ "Patient No": "number", "Patient Name": "name" },
		],
		["Kundnr#;Namn;Betalare", { Kundnr: "number", Betalare: "name" }, { Kundnr: "number", Namn: "name" }],
		[
			"Oppilaan nimi;Asiakasnro#;Huoltajan nimi;Huoltajan sähköposti@",
			{ Asiakasnro: "number", "Huoltajan nimi": "name", "Huoltajan sähköposti": "email" },
			{ Asiakasnro: "number", "Oppilaan nimi": "name" },
		],
		[
			"Nr ucznia#;Imię i nazwisko ucznia;Rodzic;E-mail rodzica@;Nr klienta#",
			{ "Nr klienta": "number", Rodzic: "name", "E-mail rodzica": "email" },
			{ "Nr ucznia": "number", "Imię i nazwisko ucznia": "name" },
		],
		[
			"N° élève#;Nom élève2;Prénom élève1;Nom responsable légal;Email responsable légal@;N° compte famille#",
			{ "N° compte famille": "number", "Nom responsable légal": "name", "Email responsable légal": "email" },
			{ "N° élève": "number", "Nom élève": "lastName", "Prénom élève": "firstName" },
		],
		[
			"Student ID#;Student Name;Account No#;Billing Name",
			{ "Account No": "number", "Billing Name": "name" },
			{ "Student ID": "number", "Student Name": "name" },
		],
		[
			"Child ID#;Child Name;Sponsor No#;Sponsor Name;Sponsor Email@",
			{ "Sponsor No": "number", "Sponsor Name": "name", "Sponsor Email": "email" },
			{ "Child ID": "number", "Child Name": "name" },
		],
	])("are one question, whose answers take all of one party: %s", (columns, payer, served) => {
		const { asked, answering } = decided(columns)
		expect(asked).toEqual(["customer"])
		expect(answering("customer", "payer")).toEqual({ used: payer, asked: [] })
		expect(answering("customer", "served")).toEqual({ used: served, asked: [] })
	})

	test("who has no number of its own is asked about the number, which is never the other's by rule", () => {
		const { answering } = decided("Student No#;Student Name;Parent Name;Parent Email@")
		expect(answering("customer", "served")).toEqual({
			used: { "Student No": "number", "Student Name": "name" },
			asked: [],
		})
		const { used, asked } = answering("customer", "payer")
		expect(used).toMatchObject({ "Parent Name": "name", "Parent Email": "email" })
		expect(asked).toEqual(["number"])
	})

	test("what a person said of the columns of one leaves those of the other out", () => {
		const columns = "Pupil ID#;Pupil Name;Account No#;Bill Payer;Payer Email@"
		expect(decided(columns, { "Bill Payer": "name", "Account No": "number" })).toMatchObject({
			used: { "Account No": "number", "Bill Payer": "name", "Payer Email": "email" },
			asked: [],
		})
		expect(decided(columns, { "Pupil ID": "number" }).used).toEqual({ "Pupil ID": "number", "Pupil Name": "name" })
		// Column by column a person may take from both.
		expect(decided(columns, { "Pupil ID": "number", "Bill Payer": "name" })).toMatchObject({ asked: [] })
	})

	test.each(["Pupil Name;Payer ID#", "Student No#;Payer Name", "Pupil ID#;Pupil Name;Payer Email@"])(
		"are not mixed without a word where each has only a part: %s",
		(columns) => {
			expect(decided(columns).asked).toHaveLength(1)
		},
	)

	test.each(["Member No#;Account No#;Name", "Student ID#;Family Account No#;Name"])(
		"the number of an account beside one's own is asked about: %s",
		(columns) => {
			expect(decided(columns).asked).toEqual(["number"])
		},
	)

	test("who is responsible for some of the members takes nothing from them", () => {
		const names = "Member ID;Name;Email;Parent/Guardian Name (if under 18);Parent/Guardian Email (if under 18)".split(
			";",
		)
		const rows = Array.from({ length: 6 }, (_, n) => [
			`${n}`,
			cell("", n, 1),
			cell("@", n, 2),
			...(n === 1 ? [cell("", n, 3), cell("@", n, 4)] : ["", ""]),
		])
		const decision = decisionOf(names, rows)
		expect(askedIn(decision)).toEqual([])
		expect(usedIn(decision)).toEqual({ "Member ID": "number", Name: "name", Email: "email" })
	})

	test.each([
		"Medlemsnr#;Namn;E-post@;Telefon+",
		"Payer ID;Payer Name;Email@",
		"Kundnr#;Namn;Målsman;E-post@",
		"Patient No#;Patient Name;Email@;GP Name",
		"Mitgliedsnr#;Name;Kontoinhaber;IBAN",
		"Elevnr#;Elevens namn;Elevens e-post@",
		"Customer No#;Name;Emergency Contact",
		"Customer No#;Name;Billing Name;Billing Email@",
		"Member No#;Billing Name;Email@",
	])("is no question where there is one: %s", (columns) => {
		expect(decided(columns).asked).not.toContain("customer")
	})
})

describe("a name or an e-mail that no column fills", () => {
	test.each([
		["Customer No#;Parent/Guardian;Email@", "name"],
		["Customer No#;Child Name;Email@", "name"],
		["Customer No#;Email@;Account Manager", "name"],
		["Customer No#;Name;Parent Email@", "email"],
	])("is asked about where another could hold it: %s", (columns, field) => {
		expect(decided(columns).asked).toEqual([field])
	})

	test("is offered all that could hold it", () => {
		const { decision } = decided("Customer No#;Email@;Account Manager;Emergency Contact")
		expect(decision.questions[0]?.answers.map(({ id }) => id)).toEqual(["Account Manager", "Emergency Contact", "none"])
	})

	test("is not that of a salesperson", () => {
		expect(decided("Customer No#;Name;Sales Rep Email@").asked).toEqual([])
	})
})

test("what is offered as the number can be one", () => {
	const { decision, answering } = decided("Versicherungsnr#;Versicherter;Zahler;E-Mail Zahler@")
	expect(askedIn(decision)).toEqual(["customer", "number"])
	const ids = decision.questions.find(({ id }) => id === "number")?.answers.map(({ id }) => id)
	expect(ids?.[0]).toBe("Versicherungsnr")
	expect(ids).not.toContain("Versicherter")
	expect(ids).not.toContain("Zahler")
	expect(answering("number", "Versicherungsnr").asked).toEqual(["customer"])
})
