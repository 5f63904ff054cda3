import { jwt } from "../jwt.ts"

const people = [
	["Anna", "Berg", "Storgatan 1", "111 22", "Stockholm", "SE", "Sweden"],
	["Bo", "Ek", "Karl Johans gate 5", "0154", "Oslo", "NO", "Norway"],
	["Clara", "Holm", "Vestergade 12", "1456", "København", "DK", "Denmark"],
	["Dan", "Lund", "Mannerheimintie 3", "00100", "Helsinki", "FI", "Finland"],
	["Eva", "Müller", "Hauptstraße 7", "10115", "Berlin", "DE", "Germany"],
	["Filip", "Nowak", "Kungsgatan 9", "411 19", "Göteborg", "SE", "Sweden"],
	["Greta", "Öberg", "Drottninggatan 2", "252 21", "Helsingborg", "SE", "Sweden"],
] as const

const letters = (row: number) => (row * 7919 + 104729).toString(36)

/** The card token of a row, with another for each column. */
export const tokenOf = (row: number, column = "") => jwt({ iss: "card", aud: "production", sub: `${column}:${row}` })

/** What columns of such names hold in exports; the first that fits is taken. */
const cells: readonly (readonly [RegExp, (row: number, person: (typeof people)[number]) => string])[] = [
	[/^(?:intergiro|card|kort)?[ _]?token$/i, (row) => tokenOf(row)],
	[/state|province|region|fax|website|vat|organi|personnr|tunnus|cvr|stceg|ust/i, () => ""],
	[/e-?mail|smtp|sähköposti|e-post/i, (row, [first]) => `${first.toLowerCase()}${row}@example.com`],
	[/created|since|date$|skapad/i, (row) => `2024-01-${10 + (row % 20)}`],
	[/last.?(?:4|four)|first_six|bin$/i, (row) => `${1000 + ((row * 37) % 9000)}`],
	[/exp.*month/i, (row) => `${1 + (row % 12)}`],
	[/exp.*year/i, (row) => `${2027 + (row % 4)}`],
	[/expir|exp_date/i, (row) => `0${1 + (row % 9)}/2${7 + (row % 3)}`],
	[/masked|trn card|card\.?_?number/i, (row) => `411111******${1000 + ((row * 37) % 9000)}`],
	[/brand|card.?type|funding|variant|issuer$/i, (row) => (row % 2 ? "Visa" : "MasterCard")],
	[/payment.?method\W?type|^payment_method$/i, () => "credit_card"],
	[/fingerprint|pan hash/i, (row) => `${letters(row)}${letters(row + 1)}`],
	[/default$|default_source|primary_payment/i, () => "true"],
	[
		/(?:payment method|credit_card\.|customer_)token|card\.?_? ?id|reference_id|detail reference|alias$|billing_info|payment method reference/i,
		(row) => `tok${letters(row)}`,
	],
	[/order|transaction|prefix|group|gruppe/i, (row) => `${(row * 31) % 17}`],
	[/merchant.?account|company account/i, () => "MyShop"],
	[/merchant_id|gateway/i, () => "17"],
	[
		/metadata\)|^variables\.|reference1|externalReference|shopper.?reference|account_code$/i,
		(row) => `K-${1000 + row}`,
	],
	[
		/customers?\W?_? ?(?:id|code|number)|kund(?:en)?e?n(?:umme)?r|kunnr|asiakasnumero|^debitor$|^handle$|^nr\.$/i,
		(row) => `K-${1000 + row}`,
	],
	[/^userId|subscriptionId/, (row) => letters(row)],
	[/^id$/i, (row) => `cus_${letters(row)}`],
	[/^customer$/, (row) => `cust-${letters(row)}`],
	[/^reference$/, (row) => `card-${letters(row)}`],
	[/(?:merchant_reference|ref)2|consumer\.reference/i, (row) => (row % 9 ? "" : `R${row}`)],
	[/^ref1/i, () => ""],
	[/company|firma(?!l)/i, () => ""],
	[/first.?name|given|förnamn|vorname/i, (_, [first]) => first],
	[/last.?name|family|nachname|efternamn/i, (_, [, last]) => last],
	[/name ?2|kontakt|user_login|username/i, () => ""],
	[/country_name/i, (_, person) => person[6]],
	[/country|landskod|^land|länder|^maa$/i, (_, person) => person[5]],
	[/name|namn|nimi|navn|owner|holder/i, (_, [first, last]) => `${first} ${last}`],
	[/zip|post.?(?:al)?.?(?:code|nr|nummer)|postnr|plz|pstlz|postleit|postinumero|postcode/i, (_, person) => person[3]],
	[/house/i, (row) => `${1 + (row % 40)}`],
	[/(?:address|adress|line|street)_?[ .]?[23]|extended/i, (row) => (row % 5 ? "" : "c/o Ek")],
	[/ip_address|^ip$/, (row) => `192.0.2.${1 + (row % 200)}`],
	[/city|town|locality|^ort|^by$|poststed|postitoimi|leveransadress ort/i, (_, person) => person[4]],
	[/street|adress|stras|straße|osoite|line_?1|postadresse/i, (_, person) => person[2]],
	[/telefon ?2/i, () => ""],
	[/phone|telefon|mobil|telf|puhelin/i, (row) => `+4670${1234000 + row}`],
	[/currency|valuta|währung|waers|valuutta/i, () => "SEK"],
	[/kredit/i, () => "5000"],
	[/locale/i, () => "sv-SE"],
	[/language|kieli/i, () => "sv"],
	[/interval/i, () => "30"],
	[/^type$/, () => "Subscription"],
	[/^typ$/i, (row) => (row % 3 ? "Privat" : "Företag")],
	[/debtor_id|address id/i, (row) => letters(row)],
]

/** Realistic rows of a file with these columns; a column that nothing is known of is empty. */
export function rowsOf(columns: readonly string[], count = 60): readonly (readonly string[])[] {
	return Array.from({ length: count }, (_, row) =>
		columns.map((column) => {
			const made = cells.find(([name]) => name.test(column))?.[1]
			return made?.(row, people[row % people.length] ?? people[0]) ?? ""
		}),
	)
}
