import type { Field } from "../fields.ts"
import { type Concept, foreign, isShade, neutral, type Piece, type Shade, shades } from "./concepts.ts"
import { foreignKind } from "./foreign-kind.ts"
import { type Form, forms, type Meanings } from "./forms.ts"

/** What pieces mean together: fields, or in words what is not ours. */
export interface Reading {
	readonly meanings?: Meanings
	readonly foreign?: string
	readonly form?: Form
}

const always: ReadonlySet<Concept> = new Set<Concept>([...neutral, ...(Object.keys(shades) as Shade[])])

/** What known pieces mean by the first form that fits them; nothing where they make no sense. */
export function readPieces(pieces: readonly Piece[]): Reading {
	const all = pieces.flatMap(({ concepts }) => concepts)
	const concepts = new Set(all)
	// Where the card's bill goes is where the customer lives.
	if (concepts.has("card") && concepts.has("address")) concepts.delete("card")
	if (isInAddress(all)) concepts.delete("address")
	const form = forms.find((form) => fits(form, concepts))
	if (form) {
		if (typeof form.result === "string") return { foreign: form.result, form }
		return { meanings: shaded(placed(form.result, concepts), form, concepts), form }
	}
	const kind = foreignKind(pieces)
	if (kind) return { foreign: foreign[kind] }
	return concepts.has("card") ? { foreign: "something about a card" } : {}
}

const ofPeople: ReadonlySet<Concept> = new Set(["company", "name", "first", "last", "phone", "mobile", "fixed"])

/** Whether a name tells of somebody in an address, as paths do: `billing_address.first_name`. */
function isInAddress(concepts: readonly Concept[]): boolean {
	const at = concepts.indexOf("address")
	return (
		at > 0 && always.has(concepts[at - 1] ?? "address") && concepts.slice(at + 1).some((each) => ofPeople.has(each))
	)
}

function fits({ needs, allows }: Form, concepts: ReadonlySet<Concept>): boolean {
	if (!needs.every((alternatives) => alternatives.some((concept) => concepts.has(concept)))) return false
	for (const concept of concepts) if (!always.has(concept) && !allows.has(concept)) return false
	return true
}

const billed: Readonly<Partial<Record<Field, Field>>> = {
	email: "billingEmail",
	street: "billingStreet",
	zipCode: "billingZipCode",
	city: "billingCity",
	country: "billingCountry",
}
const delivered: typeof billed = {
	street: "deliveryStreet",
	zipCode: "deliveryZipCode",
	city: "deliveryCity",
	country: "deliveryCountry",
}

/** Of the address or e-mail for invoices or goods, where the name says so. */
function placed(meanings: Meanings, concepts: ReadonlySet<Concept>): Meanings {
	const placedIn = concepts.has("billing") ? billed : concepts.has("delivery") ? delivered : {}
	return mapMeanings(meanings, (field, otherwise) => [placedIn[field] ?? field, otherwise])
}

const shadedFields: Readonly<Record<Shade, RegExp>> = {
	company: /^(?:email|phone|cellphone|landline|street|zipCode|city|country)$/,
	holder: /./,
	second: /^(?:number|name|company)$/,
	third: /^(?:number|name|company)$/,
	old: /./,
	internal: /^number$/,
	inner: /^(?:number|street)$/,
	external: /./,
	processor: /./,
	billing: /^(?:number|token)$/,
	payer: /^(?:number|name)$/,
	delivery: /^(?!delivery)/,
	document: /^identityNumber$/,
}

/** With what a word beside says that such a column may hold as well. */
function shaded(meanings: Meanings, form: Form, concepts: ReadonlySet<Concept>): Meanings {
	const both = concepts.has("billing") && concepts.has("delivery")
	const shade = [...concepts].filter(isShade).filter((concept) => !form.allows.has(concept))
	if (shade.length === 0) return meanings
	return mapMeanings(meanings, (field, otherwise) => [
		field,
		[...otherwise, ...shade.filter((each) => both || shadedFields[each].test(field)).map((each) => shades[each])],
	])
}

export function mapMeanings(
	meanings: Meanings,
	change: (field: Field, otherwise: readonly string[]) => readonly [Field, readonly string[]],
): Meanings {
	return Object.fromEntries(
		(Object.entries(meanings) as [Field, readonly string[]][]).map(([field, otherwise]) => change(field, otherwise)),
	)
}
