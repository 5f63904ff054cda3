import { foreign as foreignKinds } from "../headers/concepts.ts"
import { ofDelivery, ofDeliveryOrAddress } from "../headers/forms.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { conceptsOf } from "./party-sides.ts"
import { streetBeside } from "./street-rules.ts"

const numbered: ReadonlySet<string> = new Set([
	foreignKinds.contract,
	foreignKinds.plan,
	foreignKinds.subscription,
	foreignKinds.order,
	ofDelivery,
	ofDeliveryOrAddress,
])

/** Of these a column of different codes holds the numbers, whether its name says so or not: `Contrato`. */
const contracts: ReadonlySet<string> = new Set([foreignKinds.contract, foreignKinds.subscription])

/**
 * Whether a name is that of a contract or the like, or of a child or an owner that a row tells of, by whose number customers are known
 * where they have no other.
 */
export function isNumberOf(draft: DraftDecision, index: number): boolean {
	const foreign = draft.foreign(index) ?? ""
	if (foreign === foreignKinds.other) return draft.columns.readings[index]?.party?.meanings.number !== undefined
	return numbered.has(foreign) && (contracts.has(foreign) || saysNumber(draft, index))
}

/**
 * Whether a column counts rows, or has the numbers of shares or permits: no customer is known by one beside any other number, and by
 * nothing else where it is the only one, as the members of a housing cooperative are by their shares.
 */
export function isSetAside(draft: DraftDecision, index: number): boolean {
	const foreign = draft.foreign(index)
	if (foreign === foreignKinds.row) return true
	const isOfShare = foreign === foreignKinds.rate || foreign === foreignKinds.licence
	const concepts = conceptsOf(draft.name(index))
	return isOfShare && (concepts.has("number") || concepts.has("id"))
}

/** Whether a row is known by a column for what it tells of, by its name: `Ticket No`, `Child Ref`, `ID kursanta`. */
export function isOfRow(draft: DraftDecision, index: number): boolean {
	const foreign = draft.foreign(index)
	const isOfWhole = foreign === foreignKinds.contract || foreign === foreignKinds.plan || foreign === foreignKinds.other
	return isOfWhole && isNumberOf(draft, index) && saysNumber(draft, index)
}

/**
 * Beside a column whose name says that it is a number none is meant that says it not and has small numbers, such as counts and weeks, that
 * has the numbers of houses, or that only some rows have.
 */
export function withoutLesserNumbers(draft: DraftDecision, columns: readonly number[]): readonly number[] {
	const likely = columns.filter((index) => !isLesser(draft, index))
	return likely.some((index) => saysNumber(draft, index)) ? likely : columns
}

function isLesser(draft: DraftDecision, index: number): boolean {
	if (streetBeside(draft, index) !== undefined) return true
	const { examples, filled, forms } = draft.evidence(index)
	if (filled < draft.rows && forms.identity >= filled * ofIdentities) return true
	return !saysNumber(draft, index) && examples.length > 0 && examples.every((value) => /^-?\d{1,3}$/.test(value))
}

/** So many values, at least, are written as numbers of persons or organizations. */
const ofIdentities = 0.9

function saysNumber(draft: DraftDecision, index: number): boolean {
	const concepts = conceptsOf(draft.name(index))
	return (["number", "id", "ref", "code", "account"] as const).some((one) => concepts.has(one))
}
