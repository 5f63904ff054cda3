import { describe, expect, test } from "vitest"
import type { CheckedFile } from "../../../src/app/check/checked-file.ts"
import { inCommands } from "../../../src/customer/command-words.ts"
import { examiner, found, inSek, saying, token } from "./examined.ts"

const examined = examiner(inSek)

/** What is said of each row, and what to do about it. */
async function said(checked: CheckedFile, code: string): Promise<readonly string[]> {
	const words: string[] = []
	for await (const { row, message, tip } of checked.findingsOf(code))
		words.push(`${row}: ${message} ${inCommands(tip)}`)
	return words
}

const header = "Kundennummer;Firma;E-Mail;Kartentoken"
const row = (number: string, name: number | string) => `${number};${name} GmbH;${name}@example.com;${token(name)}`

test("a number that a spreadsheet lost is one, and no comment", async () => {
	const checked = await examined([
		header,
		row("1001", 1),
		row("#NAME?", 2),
		row("1003", 3),
		row("#1004", 4),
		row("1005", 5),
	])
	expect(found(checked)).toEqual(["row.comment 5", "value.damaged 3"])
})

test.each([
	["value.scientific", "4,00123E+12"],
	["value.damaged", "#NV"],
	["value.rounded", "1234567890123450000"],
	["number.word", "saknas"],
])("numbers that were lost are not those of one customer: %s", async (code, number) => {
	const others = code === "value.rounded" ? [] : [1, 2, 3, 4, 5].map((one) => row(`100${one}`, one))
	const checked = await examined([header, row(number, "a"), row(number, "b"), row(number, "c"), ...others])
	expect(found(checked)).toEqual([`${code} 2 3 4`])
})

test("a cell in another encoding than its file has not lost a letter", async () => {
	const latin = (number: number, name: string) =>
		Buffer.concat([
			Buffer.from(`${number};`),
			Buffer.from(name, "latin1"),
			Buffer.from(`;x${number}@example.com;${token(number)}`),
		])
	const checked = await examined([
		"N° donateur;Prénom;Courriel;Jeton carte",
		`1;Zoé;z@x.fr;${token(1)}`,
		latin(2, "Rémi"),
		latin(3, "Chloé"),
	])
	expect(found(checked)).toEqual(["row.undecodable 3 4"])
	expect((await said(checked, "row.undecodable"))[0]).toMatch(/^3: The byte 0xE9 is not utf-8 .* Correct the cell/)
})

describe("a row of a customer who is there already", () => {
	const lines = (second: string) => [header, row("53", "r"), `53;r GmbH;r@example.com;${second}`, row("54", "u")]

	test("that says the same is told as that, and nothing is to be joined", async () => {
		const [words] = await said(await examined(lines(token("r"))), "number.duplicate")
		expect(words).toMatch(
			/first in row 2 The row says the same, with the same card: nothing is lost without it\. Delete it\.$/,
		)
	})

	test("that has another card is sent in neither row, where a person wants to look at them first", async () => {
		const asked = await examined(lines(token("r2")))
		const checked = await examined(lines(token("r2")), saying(asked, "errors"))
		expect([checked.questions, found(checked), checked.customers]).toEqual([[], ["number.several-cards 2 3"], 1])
	})

	test("that has another card may be joined", async () => {
		const checked = await examined(lines(token("r2")), { joinRows: false })
		expect((await said(checked, "number.duplicate"))[0]).toMatch(/have them joined \("joinRows": true of a mapping/)
	})
})

test("a token that stands at two customers is somebody's: to tokenize it again is no advice for the other", async () => {
	const lines = [header, row("1", "a"), `2;b GmbH;b@example.com;${token("a")}`, row("3", "c")]
	const words = await said(await examined(lines), "token.duplicate")
	expect(words).toHaveLength(2)
	for (const word of words) expect(word).toMatch(/Look whose card it is/)
})

describe("a number in two rows", () => {
	const head = "Kundnr;Namn;Adress;Postnr;E-post;Korttoken"

	test("says in what they differ, and never to make up a second number", async () => {
		const checked = await examined([
			head,
			`1;Eva Ek;Storgatan 1;111 22;eva@ek.se;${token("a")}`,
			`1;Eva Ek;Hamngatan 2;411 14;eva@ek.se;`,
			`2;Bo Lind;Storgatan 3;111 22;bo@lind.se;${token("b")}`,
		])
		const words = await said(checked, "number.shared")
		expect(words.map((one) => one.match(/"1", also in row \d, .*? If/)?.[0])).toEqual([
			'"1", also in row 3, with another street and zip code If',
			'"1", also in row 2, with another street and zip code If',
		])
		expect(words[0]).toMatch(/If this is one customer, keep one row/)
	})

	test("says so of names and contacts", async () => {
		const checked = await examined([
			"Kundnr;Förnamn;Efternamn;E-post;Mobil;Korttoken",
			`1;Eva;Ek;eva@ek.se;0701;${token("a")}`,
			`1;Eva;Lind;eva@lind.se;;${token("b")}`,
		])
		expect((await said(checked, "number.shared"))[0]).toContain("with another last name, e-mail and mobile phone")
	})
})

describe("a file without countries", () => {
	const rows = (country: string) =>
		[1, 2, 3].map((one) => `${one};a${one};Storgatan ${one};111 22;Lund;070-174 06 0${one};${country}`)

	test("says of its rows as notes that they have none, and what that means", async () => {
		const checked = await examined(["Kundnr;Namn;Adress;Postnr;Ort;Telefon;Notering", ...rows("")])
		expect(found(checked, "note")).toEqual(["address.no-country-column 2 3 4", "phone.no-country-column 2 3 4"])
		expect([found(checked, "warning"), checked.counts.valid]).toEqual([[], 3])
	})

	test("that says them of some rows warns of the others", async () => {
		const [first = "", ...others] = rows("")
		const checked = await examined(["Kundnr;Namn;Adress;Postnr;Ort;Telefon;Land", `${first}SE`, ...others])
		expect(found(checked, "warning")).toEqual(["address.no-country 3 4", "phone.no-country 3 4"])
	})
})

describe("what nobody answered is not said to be answered", () => {
	test("of a card in another column", async () => {
		const checked = await examined([
			"Kundenr;Navn;Korttoken;Nytt korttoken",
			`1;Liv Moen;${token(1)};`,
			`2;Tor Vik;${token(2)};${token("b")}`,
			`3;Gro Lie;${token(3)};`,
		])
		expect(checked.questions.map(({ id }) => id)).toEqual(["token"])
		const [words] = await said(checked, "card.other-column")
		expect(words).toContain("The row has a card in another column as well, which goes first")
		expect(words).not.toContain("answered")
	})

	test("a town in the place of the country says nothing of the phone", async () => {
		const checked = await examined([
			"Kundnr;Namn;Mobil;Adress;Postnr;Ort;Land",
			"1;Bo Ek;072-796 93 75;Storgatan 1;111 22;Stockholm;SE",
			"2;Li Falk;072-796 93 76;lgh 1101;411 05;Falun;Göteborg",
		])
		expect(found(checked)).toContain("country.invalid 3")
		expect(found(checked, "warning")).toEqual(["phone.no-country 3"])
	})
})

test("rows whose only e-mail address is in a column that is left out are told", async () => {
	const checked = await examined([
		"Medlemsnr;Namn;E-post skola;E-post privat;E-post säljare",
		"1;Liv Moen;liv1@student.uu.se;liv@moen.se;",
		"2;Tor Vik;tor2@student.uu.se;;bo@uu.se",
		"3;Gro Lie;;;bo@uu.se",
	])
	expect(checked.questions).toEqual([])
	expect(found(checked, "warning")).toEqual(["email.left-out 3"])
})

test("rows whose only phone number is in a column that is left out are told", async () => {
	const checked = await examined([
		"Kund;Kundnamn;E-post;Mobil;Telefon verifierad;Telefon säljare",
		"7712;Roger Hjelm;roger@hjelm.se;070-174 09 01;2026-03-01;08-123 45 67",
		"7713;Eva Lind;eva@lind.se;;0155-174 82;08-123 45 67",
		"7714;Åke Ek;ake@ek.se;;2026-03-03;08-123 45 67",
		"7715;Pia Ahl;pia@ahl.se;;2155;08-123 45 67",
	])
	expect(found(checked, "warning")).toEqual(["phone.left-out 3"])
})
