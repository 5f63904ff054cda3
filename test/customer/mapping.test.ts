import { describe, expect, test } from "vitest"
import { fieldNamesOf } from "../../src/customer/field-names.ts"
import { fieldNames, headerKey, isImportColumn } from "../../src/customer/fields.ts"
import { mappingProblems, mappingSchema } from "../../src/customer/mapping.ts"
import { proposeMapping } from "../../src/customer/propose.ts"
import { jwt } from "./jwt.ts"

const propose = (...columns: string[]) => proposeMapping(columns).mapping.columns

describe("headers of usual exports", () => {
	test.each<[string, Record<string, string | undefined>]>([
		[
			"English",
			{
				"Customer Number": "number",
				"First name": "firstName",
				"Last name": "lastName",
				"E-mail": "email",
				Phone: "phone",
				Street: "street",
				"ZIP code": "zipCode",
				City: "city",
				Country: "country",
				Currency: "currency",
				Schedule: "schedule",
				Type: "type",
				"Identity number": "identityNumber",
				"Card token": "token",
				"Color Depth": "colorDepth",
				Resolution: "resolution",
				Locale: "locale",
				Timezone: "timezone",
				Parent: "parent",
				Java: "java",
				JavaScript: "javascript",
				"IP address": "ip",
				Limit: "limit",
			},
		],
		[
			"snake case",
			{
				customer_number: "number",
				first_name: "firstName",
				last_name: "lastName",
				billing_email: "billingEmail",
				zip_code: "zipCode",
				card_token: "token",
				color_depth: "colorDepth",
			},
		],
		[
			"camel case",
			{
				customerNumber: "number",
				firstName: "firstName",
				zipCode: "zipCode",
				cardToken: "token",
				identityNumber: "identityNumber",
			},
		],
		[
			"Swedish",
			{
				Kundnummer: "number",
				Förnamn: "firstName",
				Efternamn: "lastName",
				"E-post": "email",
				Mobil: "cellphone",
				Gatuadress: "street",
				Postnummer: "zipCode",
				Ort: "city",
				Land: "country",
				Valuta: "currency",
				Personnummer: "identityNumber",
				Kundtyp: "type",
				Kreditgräns: "limit",
			},
		],
		[
			"German",
			{
				Kundennummer: "number",
				Vorname: "firstName",
				Nachname: "lastName",
				"E-Mail-Adresse": "email",
				Straße: "street",
				Hausnummer: "street",
				PLZ: "zipCode",
				Wohnort: "city",
				Land: "country",
				Währung: "currency",
				Handynummer: "cellphone",
			},
		],
		[
			"Norwegian",
			{
				Kundenr: "number",
				Fornavn: "firstName",
				Etternavn: "lastName",
				"E-post": "email",
				Tlf: "phone",
				Adresse: "street",
				Postnr: "zipCode",
				Poststed: "city",
				Fødselsnummer: "identityNumber",
			},
		],
		[
			"Danish",
			{
				"Kunde nr.": "number",
				Navn: "name",
				"E-mail": "email",
				Telefonnummer: "phone",
				Vejnavn: "street",
				Postnr: "zipCode",
				By: "city",
				"CVR-nr": "identityNumber",
			},
		],
		[
			"Finnish",
			{
				Asiakasnumero: "number",
				Etunimi: "firstName",
				Sukunimi: "lastName",
				Sähköposti: "email",
				Puhelin: "phone",
				Katuosoite: "street",
				Postinumero: "zipCode",
				Postitoimipaikka: "city",
				Maa: "country",
				Valuutta: "currency",
				"Y-tunnus": "identityNumber",
			},
		],
		[
			"Stripe",
			{
				id: "number",
				Description: undefined,
				Email: "email",
				Name: "name",
				"Created (UTC)": undefined,
				Delinquent: undefined,
				"Card ID": undefined,
				"Card Last4": undefined,
				"Card Brand": undefined,
				"Card Address Line1": "street",
				"Card Address Line2": "street",
				"Card Address City": "city",
				"Card Address Country": "country",
				"Card Address Zip": "zipCode",
				Currency: "currency",
				"Shipping Address Line1": "deliveryStreet",
				"Shipping Address City": "deliveryCity",
				"Shipping Address Country": "deliveryCountry",
			},
		],
		[
			"Braintree",
			{
				"Customer ID": "number",
				"First Name": "firstName",
				"Last Name": "lastName",
				Company: "name",
				Email: "email",
				Phone: "phone",
				Fax: undefined,
				"Billing Street Address": "billingStreet",
				"Billing Extended Address": "billingStreet",
				"Billing Postal Code": "billingZipCode",
				"Billing City": "billingCity",
				"Billing Country": "billingCountry",
				"Payment Method Token": "token",
			},
		],
		[
			"Adyen",
			{
				shopperReference: "number",
				shopperEmail: "email",
				"shopperName.firstName": "firstName",
				"shopperName.lastName": "lastName",
				shopperLocale: "locale",
				shopperIP: "ip",
				recurringDetailReference: undefined,
				"billingAddress.city": "billingCity",
				"billingAddress.postalCode": "billingZipCode",
				"billingAddress.street": "billingStreet",
			},
		],
		[
			"Chargebee",
			{
				"customer[id]": "number",
				"customer[first_name]": "firstName",
				"customer[last_name]": "lastName",
				"customer[email]": "email",
				"billing_address[line1]": "billingStreet",
				"billing_address[zip]": "billingZipCode",
				"billing_address[country]": "billingCountry",
			},
		],
		[
			"Netaxept",
			{
				customerNumber: "number",
				customerFirstName: "firstName",
				customerLastName: "lastName",
				customerEmail: "email",
				customerPhoneNumber: "phone",
				customerAddress1: "street",
				customerAddress2: "street",
				customerPostcode: "zipCode",
				customerTown: "city",
				customerCountry: "country",
				panHash: undefined,
			},
		],
		[
			"QuickPay",
			{
				customer_id: "number",
				"invoice_address.name": "name",
				"invoice_address.street": "billingStreet",
				"invoice_address.zip_code": "billingZipCode",
				"invoice_address.city": "billingCity",
				"invoice_address.country_code": "billingCountry",
				"invoice_address.email": "billingEmail",
				"invoice_address.mobile_number": "cellphone",
			},
		],
		[
			"Klarna",
			{
				merchant_reference: "number",
				given_name: "firstName",
				family_name: "lastName",
				email: "email",
				street_address: "street",
				street_address2: "street",
				postal_code: "zipCode",
				city: "city",
				country: "country",
				national_identification_number: "identityNumber",
			},
		],
		[
			"Bambora",
			{
				CustomerId: "number",
				"Customer Name": "name",
				"Customer Email": "email",
				"Card Type": undefined,
				"Truncated Card Number": undefined,
				"Ticket ID": undefined,
			},
		],
		[
			"Recurly",
			{
				account_code: "number",
				first_name: "firstName",
				last_name: "lastName",
				email: "email",
				company_name: "name",
				vat_number: "identityNumber",
				preferred_locale: "locale",
			},
		],
		[
			"Reepay",
			{
				handle: "number",
				email: "email",
				company: "name",
				first_name: "firstName",
				address: "street",
				address2: "street",
				postal_code: "zipCode",
				city: "city",
				country: "country",
				phone: "phone",
				vat: "identityNumber",
			},
		],
	])("%s", (_, expected) => {
		const found = propose(...Object.keys(expected))
		expect(Object.fromEntries(Object.keys(expected).map((column) => [column, found[column]]))).toEqual(expected)
	})

	test("no name stands for two fields", () => {
		const owners = new Map<string, string>()
		for (const field of fieldNames)
			for (const name of fieldNamesOf[field].split("|")) {
				expect([name, owners.get(headerKey(name)) ?? field]).toEqual([name, field])
				owners.set(headerKey(name), field)
			}
	})

	test("case and punctuation do not matter", () => {
		for (const column of [
			"customer number",
			"CUSTOMER_NUMBER",
			"Customer-Number:",
			" customerNumber ",
			"customer.number",
		])
			expect(propose(column)).toEqual({ [column]: "number" })
	})
})

describe("values", () => {
	const token = jwt({ iss: "card" })

	test("confirm a name, and fill in for names that say nothing", () => {
		const { proposals } = proposeMapping(
			["number", "Email", "Column 3", "Column 4", "Column 5"],
			[
				["1", "a@example.com", token, "SE", "b@example.com"],
				["2", "c@example.com", token, "DK", "d@example.com"],
			],
		)
		expect(proposals.map(({ field, reason }) => [field, reason])).toEqual([
			["number", "named as the customer number"],
			["email", "named as the e-mail, and its values look like it"],
			["token", "its values look like card tokens"],
			["country", "its values look like country codes"],
			[undefined, '"Email" is the e-mail already'],
		])
	})

	test("overrule a name that promises something else", () => {
		const { mapping } = proposeMapping(
			["number", "Card", "Type", "Name", "Contact", "Newsletter"],
			[["1", "Visa", "MASTERCARD", "joe@example.com", "Joe", "NO"]],
		)
		expect(mapping.columns).toEqual({ number: "number", Name: "email", Contact: "name" })
	})
})

describe("what keeps a mapping from being used", () => {
	test("no customer number, with the columns that were found", () => {
		expect(proposeMapping(["E-mail", "Colour"]).problems).toEqual([
			{
				kind: "no-number",
				columns: ["E-mail", "Colour"],
				message: 'No column is the customer number. The file has: "E-mail", "Colour".',
			},
		])
	})

	test("a header that holds a card number, which is not repeated", () => {
		const { problems } = proposeMapping(["1", "4111 1111 1111 1111"])
		expect(problems.map(({ kind }) => kind)).toEqual(["card-number", "no-number"])
		expect(problems.map(({ message }) => message).join()).not.toContain("4111 1111 1111 1111")
	})

	test("a constant that is a card number, which is not repeated", () => {
		const mapping = mappingSchema.parse({
			version: 1,
			columns: { Nr: "number" },
			constants: { name: "4111 1111 1111 1111" },
		})
		const problems = mappingProblems(mapping, ["Nr"])
		expect(problems.map(({ kind }) => kind)).toEqual(["card-number"])
		expect(problems.map(({ message }) => message).join()).not.toContain("1111")
	})

	test("columns that are not there, are ours, or compete", () => {
		const mapping = mappingSchema.parse({
			version: 1,
			columns: {
				Id: "number",
				Nr: "number",
				Gone: "email",
				import_row: "city",
				"Line 1": "street",
				"Line 2": "street",
			},
		})
		expect(mappingProblems(mapping, ["Id", "Nr", "import_row", "Line 1", "Line 2"]).map(({ kind }) => kind)).toEqual([
			"unknown-column",
			"import-column",
			"field-twice",
		])
	})

	test("columns of an earlier import are never proposed", () => {
		const columns = ["number", "import_row", "Import Outcome", "IMPORT-CODE", "import message"]
		expect(columns.filter(isImportColumn)).toEqual(columns.slice(1))
		expect(propose(...columns)).toEqual({ number: "number" })
	})

	test.each([
		["another version", { version: 2, columns: {} }],
		["an unknown field", { version: 1, columns: { a: "shoe size" } }],
		["a constant customer number", { version: 1, columns: {}, constants: { number: "1" } }],
		["an unknown setting", { version: 1, columns: {}, joinrows: true }],
	])("%s is not a mapping", (_, json) => {
		expect(mappingSchema.safeParse(json).success).toBe(false)
	})
})

test("a proposed mapping is the JSON that is read back", () => {
	const { mapping } = proposeMapping(["number", "email", "__proto__"])
	expect(mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
})
