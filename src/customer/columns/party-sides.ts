import { type Field, fields, isImportColumn } from "../fields.ts"
import { partsOf } from "../headers/parts.ts"
import type { Party } from "../headers/party.ts"
import { isNameField } from "../name.ts"
import { bearsOut, denies } from "./bearing.ts"
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

/** The field in which a column would have the customer's number, name, or whatever tells or reaches somebody. */
export function sidesOf(draft: DraftDecision): Sides {
	const sides = { payer: new Map<number, Field>(), served: new Map<number, Field>(), anybody: new Map<number, Field>() }
	const { hasBank } = draft
	draft.columns.names.forEach((name, index) => {
		const reading = draft.columns.readings[index]
		if (reading === undefined || isImportColumn(name) || draft.evidence(index).filled === 0) return
		if (usesOf(draft.columns.answers, name)?.length === 0) return
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
	for (const party of ["payer", "served"] as const) resolveHalf(draft, sides[party])
	return sides
}

export const hasName = (side: Side) => [...side.values()].some(isNameField)

/** Who is billed pays, where the file names somebody else who is served. */
const isBilled = (draft: DraftDecision, index: number, field: Field) =>
	isNameField(field) && conceptsOf(draft.name(index)).has("billing")

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

const personal = (field: Field) => field !== "type" && /customer|contact|address/.test(fields[field].group)

function fieldOf(draft: DraftDecision, index: number, may: readonly Field[]): Field | undefined {
	const evidence = draft.evidence(index)
	const [only, another] = may
	if (another === undefined) return only !== undefined && personal(only) && !denies(evidence, only) ? only : undefined
	// `Payer` alone is a name or a number: the values tell.
	if (may.includes("name") && bearsOut(evidence, "name", draft.rows)) return "name"
	return may.includes("number") && evidence.tokens === 0 ? "number" : undefined
}

/** The field of a column that speaks of no party: of one meaning, or the number of an account. */
function ofAnybody(draft: DraftDecision, index: number, hasBank: boolean): Field | undefined {
	const field = draft.single(index)
	if (field !== undefined) return fieldOf(draft, index, [field])
	// `Customer` beside `Payer` is whoever is served, by name.
	const mayName = draft.mayBe(index, "name") && conceptsOf(draft.name(index)).has("party")
	if (mayName && draft.evidence(index).shapes.name > 0 && bearsOut(draft.evidence(index), "name", draft.rows))
		return "name"
	const isAccount = draft.mayBe(index, "number") && conceptsOf(draft.name(index)).has("account")
	return isAccount && !hasBank && draft.evidence(index).tokens === 0 ? "number" : undefined
}

export function conceptsOf(name: string): ReadonlySet<string> {
	return new Set(partsOf(name).known.flatMap(({ concepts }) => concepts))
}
