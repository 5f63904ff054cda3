import { states } from "./vocabulary/states.ts"
import { spellings } from "./words.ts"

/** Words that only values are: orders of a change file. */
const further = { delete: "deleted", remove: "deleted", slet: "deleted", slett: "deleted", radera: "deleted" }

let made: ReadonlyMap<string, unknown> | undefined

/** What a folded word says of how somebody stands; undefined where it says nothing of that. */
export function stateOf(word: string): unknown {
	made ??= new Map(
		Object.entries({ ...states, ...further }).flatMap(([text, state]) =>
			// Who was merged into somebody else is gone for good.
			spellings(text).map((spelling) => [spelling, state === "merged" ? "deleted" : state] as const),
		),
	)
	return made.get(word)
}
