import { describe, expect, test } from "vitest"
import { contactsOf } from "../contacts-of.ts"

const asked = (header: string, rows: readonly string[]) => contactsOf(header, rows).asked

describe("who is the customer is asked where somebody else has most customers' only contact", () => {
	const rows = [
		"Alma;Kjær;Mette Kjær;070-224 300 01;m@example.com;;",
		"Storm;Holm;Line Holm;070-224 300 02;l@example.com;;",
		"Per;Rude;;;;070-224 300 28;p@example.com",
	]
	test.each([
		"Fornavn;Efternavn;Pårørende;Pårørende mobil;Pårørende email;Egen mobil;Egen email",
		"Förnamn;Efternamn;Anhörig;Anhörigs mobil;Anhörigs e-post;Egen mobil;Egen e-post",
		"First name;Last name;Next of kin;Next of kin mobile;Next of kin email;Mobile;Email",
		"Vorname;Nachname;Angehöriger;Angehöriger Handy;Angehöriger E-Mail;Handy;E-Mail",
		"Etunimi;Sukunimi;Lähiomainen;Lähiomainen puhelin;Lähiomainen sähköposti;Puhelin;Sähköposti",
		"Förnamn;Efternamn;Målsman;Målsmans mobil;Målsmans e-post;Mobil;E-post",
	])("%s", (header) => {
		expect(asked(header, rows)).toEqual(["customer"])
		const [question] = contactsOf(header, rows).questions
		expect(question?.answers[0]?.label).toContain(header.split(";")[0])
	})
})

describe("it is not", () => {
	test.each([
		[
			"where customers have their own",
			"Anhörig;Anhörig e-post;E-post",
			["Eva Ek;e@ek.se;a@ek.se", "Li By;l@by.se;b@by.se"],
		],
		["where most have", "Anhörig;Anhörig mobil;Mobil", ["Eva Ek;070-1234567;070-1234568", "Li By;070-1234561;"]],
		[
			"by another way to reach them",
			"Anhörig;Anhörig e-post;Mobil",
			["Eva Ek;e@ek.se;070-1234568", "Li By;l@by.se;070-1234569"],
		],
		["where nobody says how to reach others", "Anhörig;Nästa", ["Eva Ek;x", "Li By;y"]],
		[
			"of whoever is called in an emergency",
			"Emergency contact;Emergency contact phone;Email",
			["Eva Ek;070-1234567;", "Li By;070-1234561;"],
		],
	])("%s", (_, header, rows) => {
		expect(
			asked(
				`Namn;${header}`,
				rows.map((row, at) => `${["Bo Ek", "Per By"][at]};${row}`),
			),
		).toEqual([])
	})
})
