import { isImportColumn } from "./fields.ts"
import { isOfArrangement } from "./headers/arrangement.ts"
import { cardStateKind } from "./headers/card-state-column.ts"
import type { Concept } from "./headers/concepts.ts"
import { partsOf } from "./headers/parts.ts"
import { stateColumn } from "./headers/state-column.ts"
import { booleanOf } from "./kinds/boolean.ts"
import { saysDeleted } from "./kinds/stand-in.ts"
import { beginsWithLeaving, goneByPhrase } from "./leaving-words.ts"
import { remembered } from "./remembered.ts"
import { noteJudge } from "./speaking-notes.ts"

type Left = "deleted" | "ended" | "blocked"

const ofPeople: readonly Concept[] = ["party", "served"]
const ofKinds: readonly Concept[] = ["group", "subscription", "plan", "type", "tag"]
const ofOffers: readonly Concept[] = ["subscription", "plan"]
const ofGroups: ReadonlySet<Concept> = new Set<Concept>([...ofPeople, ...ofKinds, "plain", "account"])
const telling: readonly Concept[] = [...ofPeople, "group", "subscription"]

/** Fewer letters are a code of a kind: `F` in `Kundtyp` is a company. */
const shortestOfKinds = 3

/** How words begin for who is insured, which says nothing of who is a customer; folded. */
const insured = /^(?:insur|forsakr|forsikr|versicher|vakuut|assur|asegur|assicur|ubezpiecz|verzeker)/

/**
 * Prepares to tell by a column of groups, memberships or subscriptions of customers whether one is gone: some of these are of those who
 * left. Nothing where a column of this name is of anything else.
 */
export function groupJudge(name: string): ((cell: string) => Left | undefined) | undefined {
	const { known, unknown } = partsOf(name)
	const concepts = known.flatMap((piece) => piece.concepts)
	if (unknown || !concepts.every((one) => ofGroups.has(one)) || !telling.some((one) => concepts.includes(one)))
		return undefined
	// `Medlem` with `Nej` left, `Försäkrad` with `Nej` did not; `Household` with `0` is how many they are, or which.
	const isOfPeople = concepts.some((one) => ofPeople.includes(one)) && !known.some(({ text }) => insured.test(text))
	// Who goes over to another group, subscription or plan stays.
	const isOfMembers = isOfPeople && !concepts.some((one) => ofOffers.includes(one))
	const least = concepts.some((one) => ofKinds.includes(one)) ? shortestOfKinds : 1
	return remembered((cell) => {
		const value = cell.trim()
		const isNo = /\p{L}/u.test(value) && value.length >= least && booleanOf(value) === false
		if (isOfPeople && isNo) return "ended"
		return (
			goneByPhrase(value, { isOfStanding: true, isText: false }) ??
			(isOfMembers && beginsWithLeaving(value) ? "ended" : undefined)
		)
	})
}

/** What ends by itself, and nobody leaves by it: an order, a newsletter, a card. */
const endsItself: ReadonlySet<Concept> = new Set<Concept>([
	...([
		"card",
		"token",
		"order",
		"transaction",
		"consent",
		"file",
		"session",
		"email",
		"phone",
		"mobile",
		"login",
	] as const),
])

/** Of how somebody belongs to the merchant. */
const ofStanding: ReadonlySet<Concept> = new Set<Concept>([...telling, "plan", "contract", "account", "status"])

/**
 * Prepares to tell by any other column that is not sent whether its customer left or is blocked: whatever the column was taken for, a cell that is
 * nothing but a word for it says so. Nothing where by its name it is of what ends by itself. Who died is found in any cell (`saysDeleted`).
 */
export function wordJudge(name: string): ((cell: string) => Left | undefined) | undefined {
	if (isImportColumn(name) || cardStateKind(name) !== undefined || stateColumn(name) !== undefined) return undefined
	if (isOfArrangement(name)) return undefined
	const concepts = partsOf(name).known.flatMap((piece) => piece.concepts)
	if (concepts.some((one) => endsItself.has(one))) return undefined
	const kind = {
		isOfStanding: concepts.some((one) => ofStanding.has(one)),
		isText: noteJudge(name) !== undefined,
	}
	return remembered((cell) => (saysDeleted(cell) ? undefined : goneByPhrase(cell, kind)))
}
