import { describe, expect, test } from "vitest"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { contactsOf, namesOf } from "../contacts-of.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

const decided = (header: string, rows: readonly string[]) =>
	decisionOf(
		header.split(";"),
		rows.map((row) => row.split(";")),
	)

describe("who owns something, in halves of a name", () => {
	test.each([
		"Ägarens förnamn;Ägarens efternamn",
		"Owner first name;Owner last name",
		"Eier fornavn;Eier etternavn",
		"Ejers fornavn;Ejers efternavn",
		"Eigentümer Vorname;Eigentümer Nachname",
	])("is the customer where the file names nobody else: %s", (header) => {
		expect(namesOf(`${header};E-mail`, ["Eva;Sjödin;e@ek.se", "Per;Ek;p@ek.se", "Li;Dahl;l@ek.se"])).toEqual({
			asked: [],
			names: ["Eva | Sjödin", "Per | Ek", "Li | Dahl"],
		})
	})

	test("is asked about where few come again and again, as those who sell do", () => {
		const { asked } = namesOf("Owner first name;Owner last name;E-mail", [
			"Eva;Sjödin;a@ek.se",
			"Eva;Sjödin;b@ek.se",
			"Eva;Sjödin;c@ek.se",
		])
		expect(asked).toEqual(["firstName", "lastName"])
	})

	test.each([
		"Ägare 1 förnamn;Ägare 1 efternamn;Ägare 1 personnr;Ägare 2 förnamn;Ägare 2 efternamn",
		"Owner 1 First Name;Owner 1 Last Name;Owner 1 Personal identity number;Owner 2 First Name;Owner 2 Last Name",
	])("is one of two, with all that is theirs: %s", (header) => {
		const rows = [
			"Christer;Falkman;540812-1239;Monica;Åkesson;Storgatan 5",
			"Eva;Sjödin;610203-2340;;;Ringvägen 3",
			"Göran;Ståhl;490730-3451;Birgitta;Öst;Torget 3",
		]
		const { asked, questions } = contactsOf(`${header};Adress`, rows)
		expect(asked).toEqual(["customer"])
		const [question] = questions
		if (question === undefined) throw new Error("nothing is asked")
		const said = (answer: number) => {
			const id = question.answers[answer]?.id ?? ""
			return contactsOf(`${header};Adress`, rows, answered(noAnswers, question, [id])).contacts[0]
		}
		expect(said(0)).toMatchObject({ name: { first: "Christer", last: "Falkman" }, identityNumber: "540812-1239" })
		expect(said(1)).toMatchObject({ name: { first: "Monica", last: "Åkesson" } })
		expect(said(1)).not.toHaveProperty("identityNumber")
	})
})

describe("the number of an owner", () => {
	const rows = ["A-1;Eva Sjödin;Torget 1;B12", "A-2;Per Ek;Torget 2;B13", "A-3;Li Dahl;Torget 3;B14"]

	test.each(["Ägarnr;Ägare", "Owner ID;Owner", "Eiernr;Eier"])(
		"is the customer's where the owners are: %s",
		(header) => {
			const decision = decided(`${header};Adress;Vecka`, rows)
			expect([askedIn(decision), usedIn(decision)[header.split(";")[0] ?? ""]]).toEqual([[], "number"])
		},
	)

	test("is not beside that of a customer", () => {
		const decision = decided("Ägarnr;Ägare;Adress;Kundnr", rows)
		expect(usedIn(decision)).toMatchObject({ Kundnr: "number", Ägare: "name" })
		expect(usedIn(decision)).not.toHaveProperty("Ägarnr")
	})

	test("is not where somebody else has the name", () => {
		expect(usedIn(decided("Owner ID;Name;Adress;Kundnr", rows))).not.toHaveProperty("Owner ID")
	})
})
