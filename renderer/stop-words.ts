import type { StopReason } from "../src/contract/progress.ts"
import { type StopWords, stopWords as words } from "../src/contract/stop-words.ts"
import type { Result } from "../src/ipc/result.ts"

/** For a reason that this version does not have words for: its own sentence is shown. */
const another: StopWords = {
	title: "The import stopped before its end",
	what: ["Do what it says, then go on with the rest: nobody is created twice."],
}

const resent: StopWords = {
	title: "Rows in doubt were looked for, and what was not there was sent again",
	what: ["Go on with the rest whenever you like: nobody is created twice."],
	calm: true,
}

const keyChanged: StopWords = {
	title: "A new key was saved since the import stopped",
	why: "The one of before was not accepted.",
	what: ["Go on with the rest: nobody is created twice."],
	calm: true,
}

/** @param keyAt when the key of its environment was saved */
export function stopWords(
	{ ended, requests }: Pick<Result, "ended" | "requests">,
	{ kind }: NonNullable<Result["stop"]>,
	keyAt: string | undefined,
): StopWords {
	if (kind === "first" && requests > 0) return resent
	if (kind === "wrong-environment" && keyAt !== undefined && keyAt > ended) return keyChanged
	return words[kind as StopReason["kind"]] ?? another
}
