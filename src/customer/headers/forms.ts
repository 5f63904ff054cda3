import type { Field } from "../fields.ts"
import type { Concept } from "./concepts.ts"

/** Fields in the order of their likelihood, with what else such columns hold. */
export type Meanings = Readonly<Partial<Record<Field, readonly string[]>>>

export interface Form {
	/** Each needed, as one of its alternatives. */
	readonly needs: readonly (readonly Concept[])[]
	readonly allows: ReadonlySet<Concept>
	/** A text: known as not ours, and what it is. */
	readonly result: Meanings | string
	/** A further part of a street or a name, and where it stands in it for certain. */
	readonly part?: Part
}

/** `before`: as `van` in a surname. `after`: as a middle name. Else as the file has it. */
export type Part = "part" | "before" | "after"

/** Several parts of an address in one cell. */
export const inOneCell = {
	zipCity: "a zip code and a city in one cell",
	address: "an address in one cell",
} as const

/** Of something, or of whom, an invoice is. */
export const ofInvoice = "an invoice"
/** Of something, or of whom, a delivery is. */
export const ofDelivery = "a delivery"
/** By a number: of what is delivered, or of who or where receives it. */
export const ofDeliveryOrAddress = "a delivery or its address"
/** Some systems call the zip code of such an address so. */
export const placeCode = "the code of an address, or of what is sent there"
const internal = "somebody's internal id"
const counted = "a house number or anything else that is counted"
const reference = "a reference to a person, an order or an invoice"
const elsewhere = "the number of an account, as at a bank"
/** Of a way to pay, in place of the card. */
export const paying = "how the customer pays, in words"
/** Of a token or a card that the old processor knows, and nobody else. */
export const oldCard = "the old processor's own reference"
/** Where a file gives no other currency, it may be that of its customers. */
export const currencyElse =
	"the currency of a subscription, a price or an order, which may be another one than the customer's"
const onCard = "the name on the card, which may be somebody else's"
const speaks = "the language a person speaks"
const ofIntergiro = "what Intergiro calls somebody or something"
/** Of what has a first one and a last one: a day, a number. */
export const firstOrLast = "the first or last of something"
/** Of a contact person. */
export const contactAt = "somebody at a company that is the customer"
/** Of whoever owns something, where a file names nobody else. */
export const ofOwner = "whoever sells to an account, or has something to do with the customer"
/** Of whoever has a contract, mostly the customer. */
export const ofContract = "of whoever has the contract, who may be somebody else"
const span = "any other period, or a number without its unit"
const kinds = "the merchant's own kinds of customers"
const clock = "the time zone by its name"

/** Needed concepts (`a|b`: one of them), allowed ones, and what they mean together. The first that fits is taken. */
const table: readonly (readonly [string, string, Meanings | string, Part?])[] = [
	// Cards
	["payment method token|id|ref|number", "card", oldCard],
	["token old|processor", "card payment singleUse", oldCard],
	["card old|processor id|ref|token", "", oldCard],
	["card token id|ref", "singleUse intergiro payment number", { token: [oldCard] }],
	["card token", "singleUse intergiro payment", { token: [] }],
	["singleUse token|card", "intergiro payment", { token: [] }],
	["intergiro token|card", "payment", { token: [] }],
	["intergiro card ref", "payment", { token: ["what Intergiro calls a card"] }],
	["intergiro party|served|payer|account|user|contact|person|place|full", "", ofIntergiro],
	["intergiro", "", { token: [ofIntergiro] }],
	["intergiro number|id|ref", "", ofIntergiro],
	["payment token", "", { token: [paying, oldCard] }],
	["token", "", { token: ["a token of another kind, as of a login or of the old processor"] }],
	["leading card token", "", { token: [] }],
	["leading card", "", { token: [oldCard] }],
	["card name", "", { name: [onCard, "a kind of card"] }],
	["card other name", "", { name: [onCard] }],
	["card ref", "", { token: [oldCard] }],
	["card number", "", "a card number"],
	["card code", "", "a card's security code, which nobody may keep"],
	["card id|handle", "payment", oldCard],
	["card type", "payment method", "a kind of card"],
	["card", "payment method", { token: ["a card number, a kind of card", oldCard] }],
	["payment method type", "", paying],
	["payment method|type", "", { token: [paying, oldCard] }],
	["billing|delivery method|type", "", "how something is sent"],
	["contact method", "", "how somebody is reached"],
	["method", "", { token: [paying, oldCard] }],
	["payment number|id|ref|code", "", "a payment"],
	["payment", "", "a payment"],
	// Identity
	["company person number|id", "identity and tax code registration", { identityNumber: [] }],
	["company identity", "number id code person registration", { identityNumber: [] }],
	["company registration", "number id code", { identityNumber: [] }],
	["company number", "code", { identityNumber: [] }],
	["company id|code", "number", { identityNumber: ["somebody's internal id of a company"] }],
	["person number", "identity registration", { identityNumber: [] }],
	["person id|code", "", { number: [internal], identityNumber: [internal] }],
	["tax code", "", "a kind of tax"],
	["tax party", "name", { name: ["the number of a taxpayer"], identityNumber: ["a name"] }],
	["tax number|id|code", "company person registration identity", { identityNumber: [] }],
	["tax identity|registration", "number id code company", { identityNumber: [] }],
	["tax", "", { identityNumber: ["a rate or an amount of tax"] }],
	["identity", "number id code company person tax registration pnr", { identityNumber: [] }],
	["pnr", "", { identityNumber: ["a zip code"], zipCode: ["an identity number"] }],
	["registration number|id|code", "", { identityNumber: ["a car's number, or the number of an enrolment"] }],
	// Names
	["user name", "", "a login"],
	["company contact name|person", "", { name: [] }],
	["company contact first|leading", "name", { firstName: [] }],
	["company contact last|trailing", "name", { lastName: [] }],
	["company contact", "", { name: [contactAt] }],
	["company account", "", { company: ["a kind of account"] }],
	["company person|private or", "", { type: [] }],
	["company type", "code", { type: [kinds] }],
	["contract|licence|subscription|plan|product|amount|rate holder", "name", { name: [ofContract] }],
	["contract|licence|subscription|plan|product|amount|rate holder first|leading", "name", { firstName: [ofContract] }],
	["contract|licence|subscription|plan|product|amount|rate holder last|trailing", "name", { lastName: [ofContract] }],
	["contract email", "address", { email: [ofContract] }],
	["contract mobile", "phone number", { cellphone: [ofContract] }],
	["contract phone", "number", { phone: [ofContract] }],
	["account holder", "name", { name: ["the holder of a bank account"] }],
	["legal name", "company", { company: ["a person's full name"] }],
	["company", "name display", { company: [] }],
	["first|leading last|trailing", "name and", { name: [] }],
	["name last and", "first", { name: [] }],
	["leading name", "", { firstName: [] }],
	["trailing name", "", { lastName: [] }],
	["leading|trailing contact|user|account|place", "", firstOrLast],
	["leading", "", { firstName: [] }],
	["trailing", "", { lastName: [] }],
	["name last", "first", { lastName: [] }],
	["name and first", "", { name: [] }],
	["first", "name", { firstName: [] }],
	["last", "name", { lastName: [] }],
	["givenPart", "name", { firstName: [] }, "after"],
	["surnamePart", "name", { lastName: [] }, "after"],
	["surnamePrefix", "name", { lastName: [] }, "before"],
	["suffix number", "house", { street: [] }, "part"],
	["suffix name|last", "", { lastName: [] }, "after"],
	["suffix", "", { lastName: ["what stands behind the number of a house"] }, "after"],
	["holder", "name card", { name: [onCard] }],
	[
		"account name",
		"",
		{ company: ["a person's name", "the name of a login or a bank account"], name: ["a company's name"] },
	],
	["display name", "", { name: ["a nickname"] }],
	["name", "", { name: [] }],
	["contact person", "", { name: [contactAt] }],
	// E-mail and phone
	["phone|mobile country|code", "number", "a dialling code"],
	["phone|mobile|email type", "", "a kind of phone or address"],
	["email", "address number id", { email: [] }],
	["fixed", "phone number", { landline: [] }],
	["place phone", "number", { landline: [] }],
	["mobile", "phone number", { cellphone: [] }],
	["phone", "number", { phone: [] }],
	["contact|place|private number", "", { phone: ["the number of a contact"], number: ["a phone number"] }],
	// Addresses
	["zip city", "postal code number address and street line", inOneCell.zipCity],
	["zip|city street", "number code house postal", inOneCell.address],
	["name address and", "", "a name and an address in one cell"],
	["zip", "address postal code number", { zipCode: [] }],
	["postal code|number", "address", { zipCode: [] }],
	["city", "address name postal", { city: [] }],
	["municipality", "name", { city: ["a part of a country"] }],
	["municipality number|code|id|type", "", "a part of a country"],
	["country region", "code name id", { country: ["a part of a country"] }],
	["country id|number", "", { country: ["somebody's internal number of a country"] }],
	["country", "address code name iso postal", { country: [] }],
	["street unit", "address number name house line and", { street: [] }],
	["house unit|inner", "number name address line code and or", { street: [] }, "part"],
	["address unit and", "number line", { street: [] }],
	["unit", "address number name line", { street: [] }, "part"],
	["inner", "", { street: [internal] }, "part"],
	["street house", "address number name and", { street: [] }],
	["street|address and number", "name", { street: [] }],
	["house and address", "number name", { street: [] }],
	["house name or", "address number", { street: [] }, "part"],
	["house", "address number name code street suffix", { street: [] }, "part"],
	["street number", "", { street: [] }, "part"],
	["street", "address name line postal", { street: [] }],
	["address line|postal", "", { street: [] }],
	["postal", "", { zipCode: ["what is sent by post, or a post of any kind"] }],
	["address id|ref|type", "", "somebody's internal id of an address"],
	["address", "", { street: [] }],
	["line number|id", "", "a number of the row"],
	["billing|delivery line", "", { street: [] }],
	["line", "", { street: ["a line of something else"] }],
	// Payment
	["currency id|number", "", { currency: ["somebody's internal number of a currency"] }],
	["currency", "code iso name", { currency: [] }],
	["currency order", "code", { currency: ["the currency of an order"] }],
	[
		"currency subscription|plan|product|contract|transaction|order|payment|card|amount|date",
		"code iso name terms discount billing method",
		{ currency: [currencyElse] },
	],
	["limit", "credit amount maximum payment", { limit: [] }],
	["maximum amount", "", { limit: [] }],
	["credit", "", "an amount"],
	["delivery schedule|interval", "", "how often something is delivered"],
	["schedule", "payment", { schedule: [] }],
	["schedule plan", "payment", { schedule: [] }],
	["interval", "payment", { schedule: [span] }],
	["interval plan|subscription", "payment", { schedule: [span] }],
	["party type", "code", { type: [kinds] }],
	["type", "code", { type: ["a kind of anything"] }],
	// Browser
	["ip", "address", { ip: [] }],
	["colorDepth", "screen", { colorDepth: [] }],
	["screen|browser resolution", "size", { resolution: [] }],
	["resolution", "", { resolution: ["what was decided about something"] }],
	["browser screen size", "", { resolution: [] }],
	["browser parent", "", { parent: [] }],
	["screen size", "", { resolution: ["a screen's size in inches"] }],
	["javascript", "flag", { javascript: [] }],
	["java", "flag", { java: [] }],
	["locale", "", { locale: [] }],
	["language", "code iso", { locale: [speaks] }],
	["timezone offset", "", { timezone: [] }],
	["timezone", "", { timezone: [clock] }],
	["parent account|party|company|user", "number id name code ref", "somebody else than the customer"],
	["parent name|email|phone|mobile|number|id|code|ref|handle", "", "somebody else than the customer"],
	["pageOrigin", "", { parent: [] }],
	["parent", "", { parent: ["the customer that this one belongs to"] }],
	["parent origin", "", { parent: [] }],
	["origin", "", { parent: ["where the customer came from"] }],
	// Customer number, behind everything that is a number of something else
	["merchant party number|id|ref|code|handle", "account", { number: [] }],
	["merchant ref", "number id code", { number: [reference] }],
	["billing party|account number|id|code", "", { number: ["of whoever pays the invoice"] }],
	["billing|delivery|address code", "", placeCode],
	["billing number|id|ref|handle", "", "an invoice"],
	["delivery number|id|ref|code|handle", "party account", ofDeliveryOrAddress],
	["id number", "", { number: [internal], identityNumber: [internal] }],
	["id external", "ref number code", { number: [internal] }],
	["party ref", "id", { number: [reference] }],
	["party number|id|code|handle", "account", { number: [] }],
	["account number|id|code|handle|ref", "", { number: [internal, elsewhere] }],
	["user number|id|code|handle|ref", "", { number: [internal] }],
	["ref", "id number code", { number: [reference] }],
	["number", "", { number: [counted], street: ["the customer's number or anything else that is counted"] }, "part"],
	["id", "", { number: [internal] }],
	["handle", "", { number: ["somebody's name on the web"] }],
	["code", "", { number: ["any other code"] }],
	["contact", "", { name: ["another way to reach somebody", contactAt] }],
	["party account", "", { number: ["a name"], name: ["a number"] }],
	["account", "", { number: ["a bank account", "a name"], name: ["a number"] }],
	["party", "", { number: ["a name"], name: ["a number"] }],
	["user", "", { number: ["a login"], name: ["a login"] }],
	["billing", "", ofInvoice],
	["delivery", "", ofDelivery],
]

const concepts = (text: string) => text.split(/[ |]/).filter(Boolean) as readonly Concept[]

export const forms: readonly Form[] = table.map(([needs, allows, result, part]) => ({
	needs: needs.split(" ").map(concepts),
	allows: new Set(concepts(`${needs} ${allows}`)),
	result,
	...(part === undefined ? {} : { part }),
}))
