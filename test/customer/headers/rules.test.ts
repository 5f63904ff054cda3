import { describe, expect, test } from "vitest"
import { expiryColumn, lastFourColumn, speaksOfCards } from "../../../src/customer/headers/card-columns.ts"
import { core, foreign, neutral, shades } from "../../../src/customer/headers/concepts.ts"
import { forms } from "../../../src/customer/headers/forms.ts"
import { vocabularies } from "../../../src/customer/headers/lexicon.ts"
import { partsOf } from "../../../src/customer/headers/parts.ts"
import { readHeader } from "../../../src/customer/headers/read-header.ts"

const fieldsOf = (name: string) => readHeader(name).meanings.map(({ field }) => field)
const isCertain = (name: string) => {
	const { meanings } = readHeader(name)
	return meanings.length === 1 && meanings[0]?.otherwise.length === 0
}

describe("how a name may be written", () => {
	test.each([
		[
			"number",
			"customer_number customerNumber CUSTOMER-NUMBER customer.number customer[number] CustomerNo CUSTNO Customer#",
		],
		["email", "E-Mail e_mail EMAIL eMail E-MAIL* customer.email customers[email] <E-mail>"],
		["zipCode", "PLZ Postleitzahl POSTLEITZAHL plz* post-leitzahl"],
		["currency", "Währung WAEHRUNG Waehrung WÄHRUNG Wa\u0308hrung"],
		[
			"billingZipCode",
			"Rechnungs-PLZ rechnungsplz Rechnungspostleitzahl RechnungsPostleitzahl billing_zip billingAddress.zip",
		],
	])("%s", (field, names) => {
		for (const name of names.split(" ")) expect([name, ...fieldsOf(name)]).toEqual([name, field])
	})

	test("notes, asterisks, units and line breaks are no part of it", () => {
		expect(fieldsOf("First name (required)")).toEqual(["firstName"])
		expect(fieldsOf("Customer number *")).toEqual(["number"])
		expect(fieldsOf("Limit (SEK)")).toEqual(["limit"])
		expect(fieldsOf("Street (incl. no)")).toEqual(["street"])
		expect(fieldsOf("Kund-\nnummer")).toEqual(["number"])
		expect(fieldsOf("customer_number (metadata)")).toEqual(["number"])
		expect(fieldsOf("Payment interval (months)")).toEqual(["schedule"])
	})

	test("a note of known words says more precisely what it is", () => {
		expect(fieldsOf("Phone (mobile)")).toEqual(["cellphone"])
		expect(fieldsOf("Address (billing)")).toEqual(["billingStreet"])
		expect(isCertain("Customer number (old)")).toBe(false)
		expect(readHeader("Phone (fax)").foreign).toBeDefined()
	})
})

describe("counters", () => {
	test.each([
		["Card token 2", 2],
		["Card (2)", 2],
		["Kort 2", 2],
		["Card #3", 3],
		["cards[0].token", 0],
		["card_token_01", 1],
		["Second card", 2],
		["Address 2", 2],
		["Card token", undefined],
		["last4", undefined],
	])("%s", (name, counter) => {
		expect(readHeader(name).counter).toBe(counter)
	})

	test("a line goes on, a second address is another one", () => {
		expect(readHeader("Address 2").part).toBe("part")
		expect(readHeader("Second address line").part).toBe("part")
		expect(readHeader("Address 1").part).toBeUndefined()
		expect(readHeader("Second address").part).toBeUndefined()
		expect(readHeader("E-mail 2").part).toBeUndefined()
	})
})

describe("several meanings", () => {
	test.each([
		"Id",
		"Nr",
		"Ref",
		"Reference",
		"Token",
		"Customer",
		"External ID",
		"Customer type",
		"Payment method",
		"Contact",
	])("%s says what else it holds", (name) => {
		for (const { otherwise } of readHeader(name).meanings) expect(otherwise.join()).toMatch(/\w/)
		expect(isCertain(name)).toBe(false)
	})

	test("one or the other, as the name says", () => {
		expect(fieldsOf("Phone / Mobile")).toEqual(["phone", "cellphone"])
		expect(fieldsOf("Name or company")).toEqual(["name", "company"])
		expect(fieldsOf("Namn/Företag")).toEqual(["name", "company"])
		expect(isCertain("Phone / Mobile")).toBe(false)
		expect(isCertain("Billing/Shipping address")).toBe(false)
	})

	test("two that are one thing together", () => {
		expect(fieldsOf("Billing Zip/Postal Code")).toEqual(["billingZipCode"])
		expect(fieldsOf("Vor- und Nachname")).toEqual(["name"])
		expect(fieldsOf("Straße/Hausnr.")).toEqual(["street"])
		for (const name of ["Zip/City", "PLZ Ort", "Postnr och ort", "Postnr. og by", "Adress, postnr, ort"])
			expect([name, readHeader(name).foreign !== undefined]).toEqual([name, true])
	})

	test("a second number is never simply the number", () => {
		for (const name of [
			"Alternative customer number",
			"Kundennummer alt",
			"Stripe customer ID",
			"Bill-to Customer No.",
		])
			expect([name, isCertain(name)]).toEqual([name, false])
	})

	test("a word of one language that is another's keeps both", () => {
		expect(fieldsOf("By")).toEqual(["city"])
		expect(readHeader("Created by").foreign).toBeDefined()
		expect(isCertain("CAP")).toBe(false)
	})
})

test("first and last are names only where no other word says of what they are", () => {
	expect(fieldsOf("Last")).toEqual(["lastName"])
	expect(fieldsOf("billing_last_name")).toEqual(["lastName"])
	expect(fieldsOf("Kontakt efternamn")).toEqual(["lastName"])
	for (const name of ["Last contact", "Last order", "First seen", "Last account", "Last login", "Last IP"])
		expect([name, ...fieldsOf(name)]).toEqual([name])
})

describe("what is known as not ours", () => {
	const words = (name: string) => readHeader(name).foreign ?? ""
	test("is told in words", () => {
		expect(words("Sales rep email")).toBe("somebody else than the customer")
		expect(words("Payment Method Token")).toBe("the old processor's own reference")
		expect(words("State")).toBe("a part of a country")
		expect(words("Kortnummer")).toBe("a card number")
		expect(words("Customer group")).toBe("a group or category")
		expect(words("Fooish status")).toBe("a status")
		expect(words("customer[auto_collection]")).toBe("whether payments are taken by themselves")
	})

	test("never takes what is ours with it", () => {
		expect(fieldsOf("Invoice email")).toEqual(["billingEmail"])
		expect(fieldsOf("Name on invoice")).toEqual(["name"])
		expect(fieldsOf("Card Address Line1")).toEqual(["street"])
		expect(fieldsOf("Default Address Company")).toEqual(["company"])
	})

	test("is never both", () => {
		for (const name of ["Card", "Status", "Zip/City", "Kundtyp", "x"]) {
			const { meanings, foreign } = readHeader(name)
			expect(meanings.length === 0 || foreign === undefined).toBe(true)
		}
	})
})

describe("cards", () => {
	test.each(
		"Card brand|Kortnummer (maskerat)|PAN last 4|Betalmetod|Kreditkarte|Korttoken|Kortets utgångsdatum|Maksukortti|Carte bancaire|Payment method|Token|Kundens betalsätt|Zahlungsart|Acme card|exp_month|Last4|Cardholder".split(
			"|",
		),
	)("%s speaks of them", (name) => {
		expect(speaksOfCards(name)).toBe(true)
	})

	test.each(
		"Name|Kundnummer|Discard|Cardiff|Postcode|Kontoinhaber|Shipping method|Preferred contact method|Created|Kortison".split(
			"|",
		),
	)("%s does not", (name) => {
		expect(speaksOfCards(name)).toBe(false)
	})

	test.each([
		[
			"month",
			"Exp. month|exp_month|card_exp_month|Expiry month|Utgångsmånad|Ablaufmonat|Gültig bis (Monat)|exp_mm|Card month",
		],
		["year", "Exp. year|card_exp_year|expiryYear|Utgångsår|Ablaufjahr|exp_yy"],
		[
			"date",
			"Expiry|Expires|Exp|Expiration Date|expiration_date|Card expiry (MM/YY)|Valid thru|Giltig till|Giltig t.o.m.|Utgångsdatum kort|Gültig bis|Ablaufdatum|Utløpsdato|Udløbsdato|Kortin voimassaolo|Date d'expiration|Caducidad|Data ważności|Vervaldatum",
		],
		[
			undefined,
			"Contract expires|Membership expiry|Created|Month|Year|Utgångsdatum avtal|Name|Card|Birth year|Foo expiry",
		],
	])("expiry: %s", (is, names) => {
		for (const name of names.split("|")) {
			expect([name, expiryColumn(name)]).toEqual([name, is])
			expect([name, ...fieldsOf(name).filter((field) => field !== "token" && field !== "name")]).toEqual([name])
		}
	})

	test("last four digits of a card, not of a person", () => {
		for (const name of "last4|Last 4|Card Last4|last_four|Last four digits|sista fyra|Kort sista fyra siffror|letzte vier Ziffern|last_4_digits|PAN last 4|siste fire|sidste fire cifre|viimeiset neljä|4 derniers chiffres|ultime 4 cifre".split(
			"|",
		))
			expect([name, lastFourColumn(name), fieldsOf(name).length]).toEqual([name, true, 0])
		for (const name of "SSN last 4|Personnummer sista fyra|Phone last 4|Last name|Card 4|Last".split("|"))
			expect([name, lastFourColumn(name)]).toEqual([name, false])
	})
})

describe("the data", () => {
	test("forms speak of concepts that there are", () => {
		const known = new Set<string>([...core, ...neutral, ...Object.keys(shades), ...Object.keys(foreign)])
		for (const { needs, allows } of forms)
			expect([...needs.flat(), ...allows].filter((concept) => !known.has(concept))).toEqual([])
	})

	test("every form that one of our words makes is reached: none stands behind one that takes all its names", () => {
		const reached = (needs: readonly (readonly string[])[], at: number) =>
			forms.findIndex((form) => {
				const all = needs.map(([first]) => first)
				return (
					form.needs.every((any) => any.some((one) => all.includes(one))) &&
					all.every(
						(one) =>
							(form.allows as ReadonlySet<string | undefined>).has(one) ||
							(neutral as readonly (string | undefined)[]).includes(one) ||
							(one !== undefined && one in shades),
					)
				)
			}) === at
		expect(
			forms
				.filter(({ needs }, at) => !reached(needs, at))
				.map(({ needs }) => needs.map((any) => any.join("|")).join(" ")),
		).toEqual([])
	})

	test("every word of a vocabulary is found under its own spelling, and in capitals", () => {
		const entries = vocabularies
			.flatMap((vocabulary) => Object.keys(vocabulary))
			.filter((word) => !word.startsWith("-"))
		const lost = entries.filter((word) => partsOf(word).unknown || partsOf(word.toUpperCase()).unknown)
		expect(lost).toEqual([])
	})
})

test("whatever a cell holds, it is read without a fuss", () => {
	for (const name of [
		"",
		" ",
		"*",
		"()",
		"((",
		"1",
		"12345",
		"a".repeat(100_000),
		"客户编号",
		"Номер",
		"\u0000",
		"💳",
		"__proto__",
		"constructor",
	])
		expect([name.slice(0, 20), readHeader(name).meanings]).toEqual([name.slice(0, 20), []])
})
