import type { FinalOutcome, NumberState } from "../number-state.ts"
import { outcomeKinds, type StoredCard } from "../outcome.ts"
import { count, type Field, list, name, object, oneOf, text } from "./fields.ts"
import type { Codec } from "./packed-map.ts"

const month: Field<readonly [month: number, year: number]> = {
	write([month, year], to) {
		to.count(month)
		to.count(year)
	},
	read: (from) => [from.count(), from.count()],
}

export const card = object<StoredCard>({ scheme: name, iin: name, last4: name, expires: month })

const outcome = object<FinalOutcome>({
	kind: oneOf(outcomeKinds.filter((kind) => kind !== "unknown")) as Field<FinalOutcome["kind"]>,
	id: text,
	run: name,
	by: oneOf(["person"]),
	given: text,
	mended: oneOf([true]),
	status: name,
	cards: list(card),
	made: list(card),
	claimed: list(card),
	differs: list(name),
	unsaid: list(name),
	code: name,
	message: name,
	url: text,
	ids: list(text),
})

const settled = object<Omit<Extract<NumberState, { kind: "settled" }>, "ended">>({
	kind: oneOf(["settled"]),
	row: count,
	attempt: count,
	outcome,
	tokens: list(text),
})

/** Numbers that are settled are the many, and stay as they are: each of the kind of its outcome. All others are kept as objects. */
export const settledNumbers: Codec<NumberState> = {
	kind: (state) =>
		state.kind === "settled" && state.ended === undefined ? outcomeKinds.indexOf(state.outcome.kind) : undefined,
	write(state, to) {
		if (state.kind === "settled") settled.write(state, to)
	},
	read: settled.read,
}
