import { describe, expect, test } from "vitest"
import { contactsOf } from "../contacts-of.ts"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"
import { tokenOf } from "./cells.ts"

describe("is not asked", () => {
	test.each([
		"Postadresse - Land",
		"Postadress land",
		"Postal country",
		"Postanschrift - Land",
		"Adresse postale - Pays",
		"Dirección postal - País",
		"Indirizzo postale - Paese",
		"Adres pocztowy - kraj",
		"Postadres - Land",
		"Postiosoite - Maa",
	])("what the country of the letters is: %s", (country) => {
		const { asked, mapping } = contactsOf(`Name;Adresse;Postnummer;Poststed;${country}`, [
			"Eva Moen;Storgata 1;0184;Oslo;Norge",
		])
		expect([asked, mapping.columns[country]]).toEqual([[], "country"])
	})

	test.each(["BankAccountNumber", "Bankkonto", "IBAN"])("which number counts beside an empty %s", (bank) => {
		const names = ["ContactName", "AccountNumber", "EmailAddress", bank]
		const rows = [1, 2, 3, 4].map((n) => [`Ann Hall${"abcd"[n - 1]}`, `CUST00${n}`, `a${n}@example.com`, ""])
		const decision = decisionOf(names, rows)
		expect([askedIn(decision), usedIn(decision)]).toMatchObject([[], { AccountNumber: "number" }])
		const filled = decisionOf(
			names,
			rows.map((row, n) => [...row.slice(0, 3), `SE35500000000549100000${n}`]),
		)
		expect(askedIn(filled)).toContain("number")
	})

	test.each(["Code (tiers)", "Code tiers", "Code du tiers", "N° tiers", "Numéro de tiers"])(
		"the number of a French %s",
		(code) => {
			const rows = [1, 2, 3, 4].map((n) => [`CLI0000${n}`, `Pascal Noël${"abcd"[n - 1]}`])
			const decision = decisionOf([code, "Nom"], rows)
			expect([askedIn(decision), decision.mapping.columns[code]]).toEqual([[], "number"])
		},
	)

	test.each(["Vertragskonto", "Vertragskontonummer"])("the number of a %s with a discount in mind", (account) => {
		const rows = [1, 2, 3, 4].map((n) => [`20000${n}`, `Pascal Weiß${"abcd"[n - 1]}`])
		const { questions, mapping } = decisionOf([account, "Name"], rows)
		expect(JSON.stringify(questions)).not.toContain("discount")
		expect(mapping.columns[account]).toBe("number")
	})

	test.each([
		"Kortreferens (token)",
		"Korttitunniste (token)",
		"Korttitunnus",
		"Card reference (token)",
		"Kartenreferenz (Token)",
		"Kortreferanse (token)",
		"Référence carte (jeton)",
		"Referencia de tarjeta (token)",
		"Riferimento carta (token)",
		"Kaartreferentie (token)",
		"Card ID",
		"Kort-ID",
	])("whether the only card tokens of a file are its cards: %s", (card) => {
		const rows = [1, 2, 3, 4].map((n) => [`${n}`, `Eva Moen${"abcd"[n - 1]}`, tokenOf(n)])
		const decision = decisionOf(["Kundnr", "Namn", card], rows)
		expect([askedIn(decision), decision.mapping.columns[card]]).toEqual([[], "token"])
	})

	test.each(["Old card ID", "Gateway card reference", "Card ID (revoked)", "Session token", "Backup card ID"])(
		"while those of others are: %s",
		(card) => {
			const rows = [1, 2, 3, 4].map((n) => [`${n}`, `Eva Moen${"abcd"[n - 1]}`, tokenOf(n)])
			expect(askedIn(decisionOf(["Kundnr", "Namn", card], rows))).toEqual(["token"])
		},
	)

	test.each([
		["Payment Plan", "Denplan Care B"],
		["Betalningsplan", "Guld 12"],
		["Zahlungsplan", "Tarif Premium"],
		["Plan de paiement", "Formule Or"],
		["Betalingsplan", "Sølv"],
	])("what is none of what its name says, and may only be left out: %s", (plan, value) => {
		const rows = [1, 2, 3, 4].map((n) => [`${n}`, `Eva Moen${"abcd"[n - 1]}`, value])
		const decision = decisionOf(["Kundnr", "Namn", plan], rows)
		expect([askedIn(decision), decision.mapping.columns[plan]]).toEqual([[], null])
	})
})

test("what customers would lose is never a question of one answer, nor left out", () => {
	const names = ["Kundnr", "Namn", "E-post"]
	const rows = [1, 2, 3, 4].map((n) => [`${n}`, `Eva Moen${"abcd"[n - 1]}`, `inte angiven ${n}`])
	const { questions } = decisionOf(names, rows)
	expect(questions.map(({ id, answers }) => [id, answers.map((answer) => answer.id)])).toEqual([
		["email", ["none", "stop"]],
	])
})

describe("what a name or the values say is not asked", () => {
	test.each([
		"E-mail do faktur",
		"Email do wysyłki faktur",
		"E-mail pour factures",
		"Email para facturas",
		"E-mail til fakturaer",
		"Sähköposti laskuille",
		"Email for invoices",
	])("an e-mail for invoices: %s", (column) => {
		const { asked, mapping } = contactsOf(`Name;${column}`, ["PKS Sp.;pks@zary.pl", "Huta S.A.;huta@wp.pl"])
		expect([asked, mapping.columns[column]]).toEqual([[], "billingEmail"])
	})

	test.each(["Patron Name", "Patron"])("a patron: %s", (column) => {
		const { asked, mapping } = contactsOf(`${column};Email`, [
			"Crane, Clive;c@example.com",
			"Patel, Gwen;g@example.com",
		])
		expect([asked, mapping.columns[column]]).toEqual([[], "name"])
	})

	test("a box in rows without a street", () => {
		const header = "Namn;Gatuadress;Box;Postnr;Ort"
		const rows = ["Hults AB;;Box 161;83145;Östersund", "Eva Ek;Storgatan 2;;90327;Umeå"]
		const { asked, contacts } = contactsOf(header, rows)
		expect(asked).toEqual([])
		expect(contacts).toMatchObject([{ address: { street: "Box 161" } }, { address: { street: "Storgatan 2" } }])
		expect(contactsOf(header, [...rows, "Bo Ek;Torget 1;Box 7;90327;Umeå"]).asked).toEqual(["flat"])
		expect(contactsOf(header, ["Hults AB;;161;83145;Östersund", ...rows.slice(1)]).asked).toEqual(["flat"])
	})
})
