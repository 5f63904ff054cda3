import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { partsOf } from "../headers/parts.ts"
import { listed } from "../listed.ts"
import { denies } from "./bearing.ts"
import { plain } from "./check-questions.ts"
import type { DraftDecision } from "./draft-decision.ts"
import type { Question } from "./question.ts"

/** Shorter words before the parts of an address are of a program: `POCity`. */
const shortest = 3

/** The address of a club or a practice in a file of its members is theirs only if a person says so. */
export function askForOwners(draft: DraftDecision): void {
	const owners = new Map<string, number[]>()
	for (const index of draft.undecided()) {
		const { owner } = draft.columns.readings[index] ?? {}
		if (owner === undefined || draft.evidence(index).filled === 0) continue
		const isNamed = draft.columns.names.some((name) => partsOf(name).key === owner)
		if (isNamed || owner.length >= shortest) owners.set(owner, [...(owners.get(owner) ?? []), index])
	}
	for (const [owner, indices] of owners) {
		const fieldAt = new Map(indices.map((index) => [index, draft.columns.readings[index]?.meanings[0]?.field]))
		const likely = draft.isFilled("street") || draft.columns.names.some((name) => partsOf(name).key === owner)
		const filled = new Map(
			[...fieldAt].flatMap(([index, field]) => (field === undefined ? [] : [[index, field] as const])),
		)
		draft.askTogether(ownerQuestion(draft, owner, filled), indices, likely ? new Map() : filled)
	}
}

/**
 * Two addresses of a program, as `POAddressLine1`, `POCity` and `SAAddressLine1`, `SACity`, are both sent where the file has no other: where
 * they agree nothing is asked, and where they differ once, for the address as a whole.
 */
export function sendAddressesOfPrograms(draft: DraftDecision): void {
	const owners = new Map<string, { index: number; field: Field }[]>()
	for (const index of draft.undecided()) {
		const { owner, meanings: [first] = [] } = draft.columns.readings[index] ?? {}
		if (owner === undefined || first === undefined || !isHeld(draft, index)) continue
		if (!denies(draft.evidence(index), first.field))
			owners.set(owner, [...(owners.get(owner) ?? []), { index, field: first.field }])
	}
	const all = [...owners.values()]
	const fields = new Set(all.flatMap((parts) => parts.map(({ field }) => field)))
	const isOther = (index: number) => fields.has(draft.single(index) ?? "number") && isHeld(draft, index)
	const isTwice = (one: Field) => all.filter((parts) => parts.some(({ field }) => field === one)).length > 1
	if ([...fields].filter(isTwice).length < fewest || [...fields].some((field) => draft.isFilled(field))) return
	if (draft.undecided().some(isOther)) return
	for (const { index, field } of all.flat())
		draft.send(
			index,
			field,
			`${draft.isPart(index) ? "a further line" : `the ${labelOf(field)}`} of one of several addresses`,
		)
}

/** So many parts of an address have to be there twice. */
const fewest = 2

const isHeld = (draft: DraftDecision, index: number) => draft.evidence(index).filled > 0

function ownerQuestion(draft: DraftDecision, owner: string, fieldAt: ReadonlyMap<number, Field>): Question {
	const names = [...fieldAt.keys()].map((index) => quoted(draft.name(index)))
	const uses = (use: (field: Field) => Field | null) => ({
		columns: Object.fromEntries([...fieldAt].map(([index, field]) => [draft.name(index), use(field)])),
	})
	const examples = [...fieldAt.keys()].flatMap((index) => draft.evidence(index).examples.slice(0, 1)).map(quoted)
	return {
		id: `owner.${owner}`,
		text: `Is the address in ${listed(names)} the customer's own?`,
		why: "By their names it may be that of something else, such as a club or a practice that several customers go to.",
		answers: [
			{
				...plain(
					"none",
					"No: leave it out",
					uses(() => null),
				),
				examples,
			},
			plain(
				"customer",
				"Yes: send it as the customer's",
				uses((field) => field),
			),
		],
		needed: false,
	}
}

/** A box with a zip code of its own is another address than the street: `Postfach`, `PLZ Postfach`. */
export function askForBoxes(draft: DraftDecision): void {
	const isFilled = (index: number) => draft.evidence(index).filled > 0
	const named = draft.columns.names.map((name) => new Set(partsOf(name).known.flatMap(({ concepts }) => concepts)))
	const zips = named.flatMap((concepts, index) =>
		concepts.has("zip") && concepts.has("unit") && draft.isOpen(index) && isFilled(index) ? [index] : [],
	)
	const boxes = draft.undecided().filter((index) => {
		const words = partsOf(draft.name(index)).known.filter(({ concepts }) => concepts.includes("unit"))
		const isOf = (zip: number) =>
			partsOf(draft.name(zip)).known.some(({ text }) => words.some((word) => word.text === text))
		return draft.single(index) === "street" && isFilled(index) && zips.some(isOf)
	})
	const [zip, ...more] = zips
	const [box, ...others] = boxes
	if (zip === undefined || box === undefined || more.length + others.length > 0) return
	const places = draft
		.undecided()
		.filter((index) => index !== box && ["street", "zipCode"].includes(draft.single(index) ?? ""))
	const columns = (isBox: boolean) => ({
		columns: {
			...Object.fromEntries(isBox ? places.map((index) => [draft.name(index), null]) : []),
			[draft.name(box)]: isBox ? ("street" as const) : null,
			[draft.name(zip)]: isBox ? ("zipCode" as const) : null,
		},
	})
	draft.ask(
		{
			id: "box",
			text: `Where do the customers live: at the street, or at the box in ${quoted(draft.name(box))}?`,
			why: `The box has a zip code of its own, in ${quoted(draft.name(zip))}, so that it is another address than the street.`,
			answers: [
				plain("none", "At the street: leave the box out", columns(false)),
				plain("box", "At the box: leave the street out", columns(true)),
			],
			needed: false,
		},
		[box, zip],
	)
}
