import { describe, expect, test } from "vitest"
import { ambiguousKeys } from "../../src/customer/ambiguous-names.ts"
import { fieldNamesOf } from "../../src/customer/field-names.ts"
import { fieldNames, headerKey } from "../../src/customer/fields.ts"
import { proposeMapping } from "../../src/customer/propose.ts"
import { jwt } from "./jwt.ts"

/** The whole header of an export, and what of it a person who knows it would map. */
const exports: readonly (readonly [name: string, header: string, fields: Readonly<Record<string, string>>])[] = [
	[
		"Stripe, cards",
		"description,name,email,id,card.address_city,card.address_country,card.address_line1,card.address_line2,card.address_state,card.address_zip,card.exp_month,card.exp_year,card.id,card.name,card.number,default_source,card.transaction_ids",
		{
			name: "name",
			email: "email",
			id: "number",
			"card.address_city": "city",
			"card.address_country": "country",
			"card.address_line1": "street",
			"card.address_line2": "street",
			"card.address_zip": "zipCode",
		},
	],
	[
		"Stripe, customers with metadata",
		"id,Description,Email,Name,Created (UTC),Delinquent,Card ID,Card Last4,Card Brand,Card Funding,Card Exp Month,Card Exp Year,Card Name,Card Address Line1,Card Address Line2,Card Address City,Card Address State,Card Address Country,Card Address Zip,Card Issue Country,Card Fingerprint,Card CVC Status,Card AVS Zip Status,Card AVS Line1 Status,Card Tokenization Method,Plan,Status,Cancel At Period End,Account Balance,Currency,Total Spend,Payment Count,Average Order,Refunded Volume,Dispute Losses,Business Vat ID,customer_number (metadata),userId (metadata)",
		{
			Email: "email",
			Name: "name",
			"Card Address Line1": "street",
			"Card Address Line2": "street",
			"Card Address City": "city",
			"Card Address Country": "country",
			"Card Address Zip": "zipCode",
			Currency: "currency",
			"Business Vat ID": "identityNumber",
			"customer_number (metadata)": "number",
		},
	],
	[
		"Braintree, vault",
		"id,first_name,last_name,company,email,phone,fax,website,credit_card.token,credit_card.cardholder_name,credit_card.number,credit_card.expiration_month,credit_card.expiration_year,credit_card.default,billing_address.first_name,billing_address.last_name,billing_address.company,billing_address.street_address,billing_address.extended_address,billing_address.locality,billing_address.region,billing_address.postal_code,billing_address.country_name,billing_address.country_code_alpha2,created_at",
		{
			id: "number",
			first_name: "firstName",
			last_name: "lastName",
			company: "name",
			email: "email",
			phone: "phone",
			"billing_address.street_address": "billingStreet",
			"billing_address.extended_address": "billingStreet",
			"billing_address.locality": "billingCity",
			"billing_address.postal_code": "billingZipCode",
			"billing_address.country_code_alpha2": "billingCountry",
		},
	],
	[
		"Braintree, customers and payment methods",
		"Customer ID,First Name,Last Name,Company,Email,Phone,Fax,Website,Created At,Payment Method Token,Card Type,Last Four,Expiration Date,Cardholder Name,Address ID,Street Address,Extended Address,City,Region,Postal Code,Country",
		{
			"Customer ID": "number",
			"First Name": "firstName",
			"Last Name": "lastName",
			Email: "email",
			Phone: "phone",
			"Payment Method Token": "token",
			"Cardholder Name": "name",
			"Street Address": "street",
			"Extended Address": "street",
			City: "city",
			"Postal Code": "zipCode",
			Country: "country",
		},
	],
	[
		"Adyen, recurring contracts",
		"MerchantAccount,ShopperEmail,ShopperReference,RecurringContract,EchoData,OwnerName,ExpiryMonth,ExpiryYear,CardNumber,Iban,CountryCode,BankLocation,BankName,BankLocationId,BankAccountNumber,BillingAgreementId,PayerId,BillingStreet,BillingHouseNumberOrName,BillingCity,BillingStateOrProvince,BillingPostalCode,BillingCountry",
		{
			ShopperEmail: "email",
			ShopperReference: "number",
			OwnerName: "name",
			CountryCode: "country",
			BillingStreet: "billingStreet",
			BillingHouseNumberOrName: "billingStreet",
			BillingCity: "billingCity",
			BillingPostalCode: "billingZipCode",
			BillingCountry: "billingCountry",
		},
	],
	[
		"Adyen, recurring details",
		"Company Account,Merchant Account,Shopper Reference,Recurring Detail Reference,Alias,Alias Type,Card Holder,Variant,Creation Date,Contract Type,Shopper Email,Shopper Name,Last Known Shopper Email,Status",
		{ "Shopper Reference": "number", "Card Holder": "name", "Shopper Email": "email" },
	],
	[
		"Recurly, accounts",
		"account_code,account_email,account_username,account_company_name,account_first_name,account_last_name,account_has_billing_info,account_created_at,account_address1,account_address2,account_city,account_state,account_postal_code,account_country,account_phone,account_vat_number,account_tax_exempt,account_entity_use_code,account_accept_language,account_preferred_locale,account_cc_emails,parent_account_code",
		{
			account_code: "number",
			account_email: "email",
			account_company_name: "name",
			account_first_name: "firstName",
			account_last_name: "lastName",
			account_address1: "street",
			account_address2: "street",
			account_city: "city",
			account_postal_code: "zipCode",
			account_country: "country",
			account_phone: "phone",
			account_vat_number: "identityNumber",
			account_preferred_locale: "locale",
		},
	],
	[
		"Recurly, billing info",
		"account_code,billing_first_name,billing_last_name,account_company_name,account_email,billing_address1,billing_address2,billing_city,billing_state,billing_postal_code,billing_country,billing_phone,vat_number,tax_location_valid,ip_address,ip_address_country,payment_method,card_type,first_six,last_four,expiration_month,expiration_year,billing_info_id,primary_payment_method",
		{
			account_code: "number",
			billing_first_name: "firstName",
			billing_last_name: "lastName",
			account_company_name: "name",
			account_email: "email",
			billing_address1: "billingStreet",
			billing_address2: "billingStreet",
			billing_city: "billingCity",
			billing_postal_code: "billingZipCode",
			billing_country: "billingCountry",
			billing_phone: "phone",
			vat_number: "identityNumber",
			ip_address: "ip",
		},
	],
	[
		"Chargebee, customers",
		"Customer Id,First Name,Last Name,Email,Phone,Company,Vat Number,Auto Collection,Net Term Days,Allow Direct Debit,Created At,Taxability,Locale,Preferred Currency Code,Billing Address First Name,Billing Address Last Name,Billing Address Email,Billing Address Company,Billing Address Phone,Billing Address Line1,Billing Address Line2,Billing Address Line3,Billing Address City,Billing Address State,Billing Address Country,Billing Address Zip,Card Status,Payment Method Type,Payment Method Gateway,Payment Method Reference Id",
		{
			"Customer Id": "number",
			"First Name": "firstName",
			"Last Name": "lastName",
			Email: "email",
			Phone: "phone",
			Company: "name",
			"Vat Number": "identityNumber",
			Locale: "locale",
			"Preferred Currency Code": "currency",
			"Billing Address Line1": "billingStreet",
			"Billing Address Line2": "billingStreet",
			"Billing Address Line3": "billingStreet",
			"Billing Address City": "billingCity",
			"Billing Address Country": "billingCountry",
			"Billing Address Zip": "billingZipCode",
		},
	],
	[
		"Chargebee, customers by the API",
		"customers.id,customers.first_name,customers.last_name,customers.email,customers.phone,customers.company,customers.created_at,customers.locale,billing_address.line1,billing_address.city,billing_address.zip,billing_address.country,payment_method.type,payment_method.reference_id",
		{
			"customers.id": "number",
			"customers.first_name": "firstName",
			"customers.last_name": "lastName",
			"customers.email": "email",
			"customers.phone": "phone",
			"customers.company": "name",
			"customers.locale": "locale",
			"billing_address.line1": "billingStreet",
			"billing_address.city": "billingCity",
			"billing_address.zip": "billingZipCode",
			"billing_address.country": "billingCountry",
		},
	],
	[
		"Chargebee, bulk operations",
		"customer[id],customer[first_name],customer[last_name],customer[email],customer[company],customer[phone],customer[auto_collection],customer[net_term_days],customer[locale],customer[preferred_currency_code],billing_address[first_name],billing_address[line1],billing_address[line2],billing_address[city],billing_address[zip],billing_address[country],payment_method[type],payment_method[gateway_account_id],payment_method[reference_id]",
		{
			"customer[id]": "number",
			"customer[first_name]": "firstName",
			"customer[last_name]": "lastName",
			"customer[email]": "email",
			"customer[company]": "name",
			"customer[phone]": "phone",
			"customer[locale]": "locale",
			"customer[preferred_currency_code]": "currency",
			"billing_address[line1]": "billingStreet",
			"billing_address[line2]": "billingStreet",
			"billing_address[city]": "billingCity",
			"billing_address[zip]": "billingZipCode",
			"billing_address[country]": "billingCountry",
		},
	],
	[
		"Netaxept",
		"Customer number,Customer first name,Customer last name,Customer email,Customer phone number,Customer company name,Customer address 1,Customer address 2,Customer postcode,Customer town,Customer country,Order number,Transaction ID,Pan hash,Masked PAN,Expiry date,Issuer,Issuer country",
		{
			"Customer number": "number",
			"Customer first name": "firstName",
			"Customer last name": "lastName",
			"Customer email": "email",
			"Customer phone number": "phone",
			"Customer company name": "name",
			"Customer address 1": "street",
			"Customer address 2": "street",
			"Customer postcode": "zipCode",
			"Customer town": "city",
			"Customer country": "country",
		},
	],
	[
		"Nets Easy, subscriptions",
		"subscriptionId,externalReference,interval,endDate,maskedPan,expiryDate,consumer.reference,consumer.email,consumer.firstName,consumer.lastName,consumer.shippingAddress.addressLine1,consumer.shippingAddress.postalCode,consumer.shippingAddress.city,consumer.shippingAddress.country,consumer.phoneNumber",
		{
			externalReference: "number",
			interval: "schedule",
			"consumer.email": "email",
			"consumer.firstName": "firstName",
			"consumer.lastName": "lastName",
			"consumer.shippingAddress.addressLine1": "deliveryStreet",
			"consumer.shippingAddress.postalCode": "deliveryZipCode",
			"consumer.shippingAddress.city": "deliveryCity",
			"consumer.shippingAddress.country": "deliveryCountry",
			"consumer.phoneNumber": "phone",
		},
	],
	[
		"Bambora, profiles",
		"Customer Code,Card Owner,Email,Phone,Address 1,Address 2,City,Province,Postal Code,Country,Trn Card Number,Card Expiry,Velocity Identity,Status,Language,Comments,Ref1,Ref2",
		{
			"Customer Code": "number",
			"Card Owner": "name",
			Email: "email",
			Phone: "phone",
			"Address 1": "street",
			"Address 2": "street",
			City: "city",
			"Postal Code": "zipCode",
			Country: "country",
			Language: "locale",
		},
	],
	[
		"QuickPay, subscriptions",
		"id,order_id,merchant_id,accepted,type,text_on_statement,currency,state,created_at,card.bin,card.last4,card.exp_month,card.exp_year,card.country,invoice_address.name,invoice_address.street,invoice_address.house_number,invoice_address.city,invoice_address.zip_code,invoice_address.country_code,invoice_address.phone_number,invoice_address.mobile_number,invoice_address.email,variables.customer_id",
		{
			type: "type",
			currency: "currency",
			"invoice_address.name": "name",
			"invoice_address.street": "billingStreet",
			"invoice_address.house_number": "billingStreet",
			"invoice_address.city": "billingCity",
			"invoice_address.zip_code": "billingZipCode",
			"invoice_address.country_code": "billingCountry",
			"invoice_address.phone_number": "phone",
			"invoice_address.mobile_number": "cellphone",
			"invoice_address.email": "billingEmail",
			"variables.customer_id": "number",
		},
	],
	[
		"Reepay, customers",
		"handle,email,created,company,vat,first_name,last_name,address,address2,city,country,phone,postal_code,test,subscriptions,active_subscriptions,trial_active_subscriptions,metadata,debtor_id",
		{
			handle: "number",
			email: "email",
			company: "name",
			vat: "identityNumber",
			first_name: "firstName",
			last_name: "lastName",
			address: "street",
			address2: "street",
			city: "city",
			country: "country",
			phone: "phone",
			postal_code: "zipCode",
		},
	],
	[
		"Reepay, cards",
		"customer,id,state,created,reference,fingerprint,card_type,exp_date,masked_card,gateway",
		{ customer: "number" },
	],
	[
		"Klarna, customer tokens",
		"customer_token,customer_token_id,status,payment_method_type,merchant_reference1,merchant_reference2,billing_address.given_name,billing_address.family_name,billing_address.email,billing_address.street_address,billing_address.postal_code,billing_address.city,billing_address.country,billing_address.phone,locale,purchase_currency",
		{
			merchant_reference1: "number",
			"billing_address.given_name": "firstName",
			"billing_address.family_name": "lastName",
			"billing_address.email": "email",
			"billing_address.street_address": "billingStreet",
			"billing_address.postal_code": "billingZipCode",
			"billing_address.city": "billingCity",
			"billing_address.country": "billingCountry",
			"billing_address.phone": "phone",
			locale: "locale",
			purchase_currency: "currency",
		},
	],
	[
		"Visma",
		"Kundnr,Namn,Kontaktperson,Organisationsnr,Adress1,Adress2,Postnr,Ort,Landskod,Telefon,Telefon2,Mobiltelefon,E-postadress,E-postadress faktura,Betalningsvillkor,Valuta,Kreditgräns,Spärrad",
		{
			Kundnr: "number",
			Namn: "name",
			Organisationsnr: "identityNumber",
			Adress1: "street",
			Adress2: "street",
			Postnr: "zipCode",
			Ort: "city",
			Landskod: "country",
			Telefon: "phone",
			Mobiltelefon: "cellphone",
			"E-postadress": "email",
			"E-postadress faktura": "billingEmail",
			Valuta: "currency",
			Kreditgräns: "limit",
		},
	],
	[
		"Fortnox",
		"Kundnummer,Typ,Namn,Organisationsnummer/Personnummer,Fakturaadress 1,Fakturaadress 2,Postnummer,Ort,Land,Telefon 1,Telefon 2,E-post,E-post faktura,Leveransadress 1,Leveransadress postnummer,Leveransadress ort,Valuta,Aktiv",
		{
			Kundnummer: "number",
			Typ: "type",
			Namn: "name",
			"Organisationsnummer/Personnummer": "identityNumber",
			"Fakturaadress 1": "street",
			"Fakturaadress 2": "street",
			Postnummer: "zipCode",
			Ort: "city",
			Land: "country",
			"Telefon 1": "phone",
			"E-post": "email",
			"E-post faktura": "billingEmail",
			"Leveransadress 1": "deliveryStreet",
			"Leveransadress postnummer": "deliveryZipCode",
			"Leveransadress ort": "deliveryCity",
			Valuta: "currency",
		},
	],
	[
		"e-conomic",
		"Nr.,Navn,Gruppe,Adresse,Postnr.,By,Land,CVR-nr.,EAN,E-mail,Telefon,Valuta,Kreditmax,Betalingsbetingelse",
		{
			"Nr.": "number",
			Navn: "name",
			Adresse: "street",
			"Postnr.": "zipCode",
			By: "city",
			Land: "country",
			"CVR-nr.": "identityNumber",
			"E-mail": "email",
			Telefon: "phone",
			Valuta: "currency",
			Kreditmax: "limit",
		},
	],
	[
		"Tripletex",
		"Kundenr.,Kundenavn,Organisasjonsnummer,E-post,E-post faktura,Telefonnummer,Mobilnummer,Postadresse,Postnr.,Poststed,Land,Valuta,Forretningsadresse",
		{
			"Kundenr.": "number",
			Kundenavn: "name",
			Organisasjonsnummer: "identityNumber",
			"E-post": "email",
			"E-post faktura": "billingEmail",
			Telefonnummer: "phone",
			Mobilnummer: "cellphone",
			Postadresse: "street",
			"Postnr.": "zipCode",
			Poststed: "city",
			Land: "country",
			Valuta: "currency",
		},
	],
	[
		"Lexware",
		"Kundennummer,Anrede,Firma,Nachname,Vorname,Straße und Hausnummer,PLZ,Ort,Land,Telefon 1,Mobil,E-Mail 1,USt-IdNr.,Währung",
		{
			Kundennummer: "number",
			Firma: "name",
			Nachname: "lastName",
			Vorname: "firstName",
			"Straße und Hausnummer": "street",
			PLZ: "zipCode",
			Ort: "city",
			Land: "country",
			"Telefon 1": "phone",
			Mobil: "cellphone",
			"E-Mail 1": "email",
			"USt-IdNr.": "identityNumber",
			Währung: "currency",
		},
	],
	[
		"SAP",
		"KUNNR,NAME1,NAME2,STRAS,PSTLZ,ORT01,LAND1,TELF1,SMTP_ADDR,STCEG,WAERS",
		{
			KUNNR: "number",
			NAME1: "name",
			STRAS: "street",
			PSTLZ: "zipCode",
			ORT01: "city",
			LAND1: "country",
			TELF1: "phone",
			SMTP_ADDR: "email",
			STCEG: "identityNumber",
			WAERS: "currency",
		},
	],
	[
		"SAP in German",
		"Debitor,Name 1,Name 2,Straße,Postleitzahl,Ort,Länderschlüssel,Telefon 1,E-Mail-Adresse,USt-IdNr.",
		{
			Debitor: "number",
			"Name 1": "name",
			Straße: "street",
			Postleitzahl: "zipCode",
			Ort: "city",
			Länderschlüssel: "country",
			"Telefon 1": "phone",
			"E-Mail-Adresse": "email",
			"USt-IdNr.": "identityNumber",
		},
	],
	[
		"Procountor",
		"Asiakasnumero,Nimi,Y-tunnus,Lähiosoite,Postinumero,Postitoimipaikka,Maa,Sähköpostiosoite,Puhelinnumero,Kieli,Valuutta",
		{
			Asiakasnumero: "number",
			Nimi: "name",
			"Y-tunnus": "identityNumber",
			Lähiosoite: "street",
			Postinumero: "zipCode",
			Postitoimipaikka: "city",
			Maa: "country",
			Sähköpostiosoite: "email",
			Puhelinnumero: "phone",
			Kieli: "locale",
			Valuutta: "currency",
		},
	],
	[
		"Shopify",
		"Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags",
		{
			"Customer ID": "number",
			"First Name": "firstName",
			"Last Name": "lastName",
			Email: "email",
			"Default Address Company": "name",
			"Default Address Address1": "street",
			"Default Address Address2": "street",
			"Default Address City": "city",
			"Default Address Country Code": "country",
			"Default Address Zip": "zipCode",
			Phone: "phone",
		},
	],
	[
		"WooCommerce",
		"ID,user_login,user_email,first_name,last_name,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_country,shipping_address_1,shipping_postcode,shipping_city,shipping_country,role",
		{
			ID: "number",
			user_email: "email",
			first_name: "firstName",
			last_name: "lastName",
			billing_company: "name",
			billing_email: "billingEmail",
			billing_phone: "phone",
			billing_address_1: "billingStreet",
			billing_address_2: "billingStreet",
			billing_postcode: "billingZipCode",
			billing_city: "billingCity",
			billing_country: "billingCountry",
			shipping_address_1: "deliveryStreet",
			shipping_postcode: "deliveryZipCode",
			shipping_city: "deliveryCity",
			shipping_country: "deliveryCountry",
		},
	],
	[
		"Magento",
		"Email,Website,Store,ID,Name,Group,Phone,ZIP,Country,State/Province,Customer Since,Tax VAT Number,Gender",
		{
			Email: "email",
			ID: "number",
			Name: "name",
			Phone: "phone",
			ZIP: "zipCode",
			Country: "country",
			"Tax VAT Number": "identityNumber",
		},
	],
]

test.each(exports)("the header of %s", (_, header, expected) => {
	const { mapping, problems } = proposeMapping(header.split(","))
	expect(mapping.columns).toEqual(expected)
	expect(problems).toEqual([])
})

describe("a name that promises too much", () => {
	test.each([
		[
			"a customer by name",
			"Customer,Id",
			[
				["Anna Berg", "17"],
				["Volvo Cars AB", "18"],
			],
			{ Id: "number" },
		],
		[
			"a way to pay",
			"No,Method,Card",
			[
				["1", "invoice", "Visa"],
				["2", "swish", "MC"],
			],
			{ No: "number" },
		],
		["another customer", "No,Parent,Resolution", [["1", "K17", "low"]], { No: "number" }],
		["a form of company", "No,Legal entity type,Typ", [["1", "LLC", "Återförsäljare"]], { No: "number" }],
		["a language", "No,Language,Time zone", [["1", "Swedish", "Europe/Stockholm"]], { No: "number" }],
		["a length and its unit", "No,Billing period,Period unit", [["1", "3", "month"]], { No: "number" }],
		["a kind of object", "id,type,status,created", [["1", "Payment", "active", "2024-01-05"]], { id: "number" }],
	])("%s does no harm", (_, header, samples, expected) => {
		expect(proposeMapping(header.split(","), samples).mapping.columns).toEqual(expected)
	})

	test("is told of when its column has values, and is no such thing when it has none", () => {
		const proposed = (value: string) => proposeMapping(["No", "Typ"], [["1", value]])
		expect(proposed("VIP").proposals[1]).toEqual({
			column: "Typ",
			reason: "its name fits the person or organization, but its values do not",
			withdrawn: "type",
		})
		expect(proposed("").mapping.columns).toEqual({ No: "number", Typ: "type" })
	})

	test("a customer number that most rows lack stands behind another", () => {
		const samples = [
			["cus_1", ""],
			["cus_2", "K-2"],
			["cus_3", ""],
		]
		expect(proposeMapping(["id", "customer_number (metadata)"], samples).mapping.columns).toEqual({ id: "number" })
		expect(proposeMapping(["customer number"], [[""], ["1"], [""]]).mapping.columns).toEqual({
			"customer number": "number",
		})
	})

	test("short card tokens are card tokens", () => {
		const { mapping } = proposeMapping(["No", "Card token"], [["1", "token-1"]])
		expect(mapping.columns).toEqual({ No: "number", "Card token": "token" })
	})

	test("a reference of the merchant's own goes before the processor's id", () => {
		for (const own of ["customer_number (metadata)", "metadata.customer_id", "merchantCustomerId", "externalReference"])
			expect(proposeMapping(["id", own]).mapping.columns).toEqual({ [own]: "number" })
	})
})

describe("a name with one meaning holds whatever its values are, so that the check refuses them", () => {
	test.each([
		["Valuta", "currency", "978"],
		["Currency", "currency", "Kronor"],
		["Kreditgräns", "limit", "-1500"],
		["Credit limit", "limit", "1,500"],
		["E-post", "email", "anna.example.com"],
		["Invoice e-mail", "billingEmail", "?"],
		["Telefon", "phone", "abc"],
		["Telefon", "phone", "anna@example.com"],
		["Mobil", "cellphone", "abc"],
		["Land", "country", "Narnia"],
		["Billing country", "billingCountry", "Narnia"],
		["Kundtyp", "type", "AB"],
		["Betalplan", "schedule", "nu och då"],
		["Korttoken", "token", "tok 1"],
		["Card token", "token", "saknas"],
		["IP address", "ip", "unknown"],
		["Color depth", "colorDepth", "many"],
		["Screen resolution", "resolution", "low"],
		["JavaScript", "javascript", "sometimes"],
		["Locale", "locale", "Swedish"],
		["Time zone offset", "timezone", "CET"],
		["Page origin", "parent", "shop"],
	])("%s is the %s", (column, field, value) => {
		const { mapping, proposals } = proposeMapping(["Kundnr", column], [["1", value]])
		expect(mapping.columns).toEqual({ Kundnr: "number", [column]: field })
		expect(proposals[1]?.reason).toMatch(/^named as the .*, though many of its values do not look like it$/)
	})

	test("but card tokens are never anything else", () => {
		const { mapping } = proposeMapping(["Id", "Telefon"], [["1", jwt({ iss: "card" })]])
		expect(mapping.columns).toEqual({ Id: "number", Telefon: "token" })
	})
})

test("every ambiguous name is a name of a field", () => {
	const known = new Set(fieldNames.flatMap((field) => fieldNamesOf[field].split("|").map(headerKey)))
	expect(ambiguousKeys.filter((key) => !known.has(key))).toEqual([])
})
