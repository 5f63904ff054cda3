/**
 * What the words of column names stand for, whatever the language. Vocabularies map words to these concepts; forms say
 * what the concepts of a name mean together.
 */

/** Concepts that make a name one of ours, in the forms that need or allow them. */
export const core = [
	"number",
	"id",
	"code",
	"ref",
	"handle",
	"name",
	"first",
	"last",
	"leading",
	"trailing",
	"givenPart",
	"surnamePart",
	"surnamePrefix",
	"suffix",
	"email",
	"phone",
	"mobile",
	"fixed",
	"address",
	"postal",
	"line",
	"street",
	"house",
	"unit",
	"zip",
	"city",
	"municipality",
	"country",
	"iso",
	"type",
	"identity",
	"pnr",
	"tax",
	"registration",
	"currency",
	"limit",
	"credit",
	"maximum",
	"schedule",
	"interval",
	"payment",
	"method",
	"card",
	"token",
	"singleUse",
	"intergiro",
	"ip",
	"screen",
	"resolution",
	"size",
	"colorDepth",
	"java",
	"javascript",
	"locale",
	"language",
	"timezone",
	"offset",
	"parent",
	"origin",
	"pageOrigin",
	"legal",
	"display",
] as const

/** Concepts that any name may have besides, and that change nothing unless a form asks for them. */
export const neutral = [
	"plain",
	"and",
	"or",
	"party",
	"served",
	"payer",
	"account",
	"user",
	"contact",
	"person",
	"private",
	"place",
	"full",
	"browser",
] as const

/** Concepts that any name may have besides, and that let it mean something else: what, in words. */
export const shades = {
	company: "the company's, where the customer is a person",
	holder: "the cardholder's, who may be somebody else",
	old: "the one of an earlier time",
	second: "a second one beside the first",
	third: "a third one beside the first",
	internal: "somebody's internal id",
	inner: "somebody's internal id",
	external: "the one in another system",
	processor: "the old processor's own",
	billing: "of whoever pays the invoice",
	payer: "of whoever pays, who may be somebody else",
	delivery: "of whoever receives the goods",
	document: "the number of a card of membership, a pass or another document",
} as const

/** Concepts that make a name not ours, unless a form asks for them: what such a column holds, in words. */
export const foreign = {
	note: "a note",
	status: "a status",
	deleted: "whether or when somebody was deleted or died",
	merged: "whether or with whom somebody was merged",
	ended: "whether or when somebody left",
	active: "whether somebody is active",
	date: "a date",
	birth: "a date of birth",
	expiry: "when something expires, as a card does",
	month: "a month",
	year: "a year",
	last4: "the last four digits",
	brand: "a brand, as of a card",
	masked: "something masked",
	bin: "the first digits of a card number",
	fingerprint: "a fingerprint, as of a card",
	funding: "how a card is funded",
	security: "a card's security code, which nobody may keep",
	pan: "a card number",
	salutation: "a title or form of address",
	gender: "a gender",
	age: "an age",
	citizenship: "a citizenship",
	nameless: "a part of a name that has no field here",
	birthName: "a surname from birth, where the one in use is another",
	birthFirst: "a first name from birth, where the one in use is another",
	initials: "the first letters of a name",
	nickname: "a nickname",
	consent: "a consent or preference",
	tag: "tags",
	group: "a group or category",
	product: "a product, plan or price",
	plan: "a plan",
	subscription: "a subscription",
	contract: "a contract",
	licence: "a licence or a permit",
	order: "an order or purchase",
	transaction: "a transaction",
	amount: "an amount",
	count: "a count",
	rate: "a rate or share",
	discount: "a discount",
	terms: "terms of payment or trade",
	bank: "a bank account",
	website: "a website",
	fax: "a fax number",
	department: "a department, a post or somebody there",
	region: "a part of a country",
	coordinate: "a place on the map",
	source: "where something came from",
	other: "somebody else than the customer",
	merchant: "the merchant's own",
	gateway: "the old processor's own reference",
	session: "a token or key that is no card's",
	login: "a login",
	file: "a file or picture",
	row: "a number of the row",
	location: "a place of trade or of a route",
	vehicle: "an animal, a vehicle or a thing",
	supply: "where something is supplied or installed, which may be elsewhere than the customer",
	dialling: "a dialling code",
	areaCode: "a dialling code",
	extension: "an extension of a phone",
	flag: "a yes or no",
} as const

export type ForeignConcept = keyof typeof foreign
export type Shade = keyof typeof shades
export type Concept = (typeof core)[number] | (typeof neutral)[number] | Shade | ForeignConcept

/** What a word stands for: one concept, several that it joins, or one beside what else it means where it stands alone. */
export type Word = Concept | readonly Concept[] | { readonly is: Concept; readonly otherwise: string }

/** A stretch of a name: what it stands for; nothing where it is not known. */
export interface Piece {
	readonly text: string
	readonly concepts: readonly Concept[]
	readonly otherwise?: string
}

/**
 * The words of a language. An entry of several words is found however they are written together; one that begins with
 * a hyphen stands only at the end of a compound, one that ends with it only at the beginning of a word.
 */
export type Vocabulary = Readonly<Record<string, Word>>

export const isForeign = (concept: Concept): concept is ForeignConcept => Object.hasOwn(foreign, concept)
export const isShade = (concept: Concept): concept is Shade => Object.hasOwn(shades, concept)
