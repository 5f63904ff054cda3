import { ofAddress } from "../addresses.ts"
import { type Field, fields, isImportColumn } from "../fields.ts"
import { shades } from "../headers/concepts.ts"
import { partsOf } from "../headers/parts.ts"
import type { Party } from "../headers/party.ts"
import { isKin } from "../kin.ts"
import { isNameField } from "../name.ts"
import { bearsOut, denies } from "./bearing.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { usesOf } from "./mapping.ts"

/** Columns of one party by place, each with the field that it fills if this party is the customer. */
export type Side = ReadonlyMap<number, Field>

export interface Sides {
	readonly payer: Side
	readonly served: Side
	/** Of nobody by its name. */
	readonly anybody: Side
}

/**
 * The field in which a column would have the customer's number, name, or whatever tells or reaches somebody.
 * @param pointers places of columns that name others
 */
export function sidesOf(draft: DraftDecision, pointers: readonly number[] = []): Sides {
	const sides = { payer: new Map<number, Field>(), served: new Map<number, Field>(), anybody: new Map<number, Field>() }
	const { hasBank } = draft
	draft.columns.names.forEach((name, index) => {
		const reading = draft.columns.readings[index]
		const { filled, flags } = draft.evidence(index)
		// `Forsikret` of `Ja` and `Nej` names nobody.
		if (reading === undefined || isImportColumn(name) || filled === 0 || flags === filled) return
		if (usesOf(draft.columns.answers, name)?.length === 0 || pointers.includes(index)) return
		const party: Party | undefined = reading.party?.party
		if (party === undefined) {
			const field = ofAnybody(draft, index, hasBank)
			if (field !== undefined) sides.anybody.set(index, field)
			return
		}
		// The holder of a bank account is known by the bank's columns.
		if (hasBank && conceptsOf(name).has("holder")) return
		const field = fieldOf(draft, index, Object.keys(reading.party?.meanings ?? {}) as Field[])
		if (field !== undefined) sides[party].set(index, field)
	})
	if (hasName(sides.served))
		for (const [index, field] of sides.anybody)
			if (isBilled(draft, index, field)) move(index, field, sides.anybody, sides.payer)
	if ([...sides.payer].some(([index, field]) => isBilled(draft, index, field))) moveBills(sides.anybody, sides.payer)
	for (const party of ["payer", "served", "anybody"] as const) resolveHalf(draft, sides[party])
	placeStreet(sides.anybody)
	return sides
}

export const hasName = (side: Side) => [...side.values()].some(isNameField)

/** The only street, beside a zip code or a city that is of no delivery, is the customer's. */
function placeStreet(side: Map<number, Field>): void {
	const has = (...wanted: readonly Field[]) => [...side.values()].some((field) => wanted.includes(field))
	if (has("street", "deliveryZipCode", "deliveryCity") || !has("zipCode", "city")) return
	for (const [index, field] of side) if (field === "deliveryStreet") side.set(index, "street")
}

/** Who is billed pays, where the file names somebody else who is served. */
const isBilled = (draft: DraftDecision, index: number, field: Field) =>
	isNameField(field) && conceptsOf(draft.name(index)).has("billing")

const ofBills: Readonly<Partial<Record<Field, Field>>> = {
	billingEmail: "email",
	billingStreet: "street",
	billingZipCode: "zipCode",
	billingCity: "city",
	billingCountry: "country",
}

/** Where the bills of somebody else go is where that one lives. */
function moveBills(from: Map<number, Field>, to: Map<number, Field>): void {
	const has = new Set(to.values())
	for (const [index, field] of [...from]) {
		const own = ofBills[field]
		if (own !== undefined && !has.has(own)) move(index, own, from, to)
	}
}

function move(index: number, field: Field, from: Map<number, Field>, to: Map<number, Field>): void {
	from.delete(index)
	to.set(index, field)
}

/** `Nom élève` beside `Prénom élève` is the surname, unless its values hold the first name. */
export function resolveHalf(draft: DraftDecision, side: Map<number, Field>): void {
	const placeOf = (field: Field) => [...side].find(([, one]) => one === field)?.[0]
	const [name, first, last] = [placeOf("name"), placeOf("firstName"), placeOf("lastName")]
	const part = first ?? last
	if (name === undefined || part === undefined || (first !== undefined && last !== undefined)) return
	const found = draft.columns.evidence.containments.find((each) => each.whole === name && each.part === part)
	if (found !== undefined && found.both > 0 && found.contained <= found.both * 0.05)
		side.set(name, first === undefined ? "firstName" : "lastName")
}

export const isPersonal = (field: Field) => field !== "type" && /customer|contact|address/.test(fields[field].group)

function fieldOf(draft: DraftDecision, index: number, may: readonly Field[]): Field | undefined {
	const evidence = draft.evidence(index)
	const [only, another] = may
	if (another === undefined) return only !== undefined && isPersonal(only) && !denies(evidence, only) ? only : undefined
	// `Payer` alone is a name or a number: the values tell.
	if (may.includes("name") && bearsOut(evidence, "name", draft.rows))
		return areWordsForPeople(evidence) ? undefined : "name"
	return may.includes("number") && evidence.tokens === 0 ? "number" : undefined
}

/** Whether values say who somebody is to another, or anything but a name: `grands-parents`, `see Anna`; a name has a capital. */
export function areWordsForPeople({ examples }: ColumnEvidence): boolean {
	return examples.length > 0 && examples.every((value) => /^\p{Ll}/u.test(value) || isKin(value))
}

/** The field of a column that speaks of no party: of one meaning, or the number of an account. */
function ofAnybody(draft: DraftDecision, index: number, hasBank: boolean): Field | undefined {
	const field = draft.single(index)
	if (field !== undefined) return fieldOf(draft, index, [field])
	const likely = likelyOf(draft, index)
	if (likely !== undefined) return likely
	// `Customer` beside `Payer` is whoever is served, by name.
	const mayName = draft.mayBe(index, "name") && conceptsOf(draft.name(index)).has("party")
	if (mayName && draft.evidence(index).shapes.name > 0 && bearsOut(draft.evidence(index), "name", draft.rows))
		return "name"
	const isAccount = draft.mayBe(index, "number") && conceptsOf(draft.name(index)).has("account")
	return isAccount && !hasBank && draft.evidence(index).tokens === 0 ? "number" : undefined
}

/** What a column is whose name has one meaning of ours, which is nobody else's, and whose values bear it out: `Nom`, `CP`. */
function likelyOf(draft: DraftDecision, index: number): Field | undefined {
	const { meanings = [], foreign } = draft.columns.readings[index] ?? {}
	const [meaning, another] = meanings
	if (meaning === undefined || another !== undefined || foreign !== undefined) return undefined
	const { field, otherwise } = meaning
	const isHalf = field === "name" && otherwise.every((one) => one === "a surname" || one === "a first name")
	if (!isHalf && (!ofAddress.has(field) || otherwise.some((one) => elses.has(one)))) return undefined
	return bearsOut(draft.evidence(index), field, draft.rows) ? field : undefined
}

const elses: ReadonlySet<string> = new Set(Object.values(shades))

export function conceptsOf(name: string): ReadonlySet<string> {
	return new Set(partsOf(name).known.flatMap(({ concepts }) => concepts))
}
