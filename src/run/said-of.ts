import { inCommands } from "../customer/command-words.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { otherSpelling, rowSentBefore } from "./plan.ts"

/** What is to be done about what the journal has as a code and what happened. */
const advice: Readonly<Record<string, Sentences>> = {
	[otherSpelling]: told`The same customer, or another one? ${{ way: "settle-which" }}.`,
	[rowSentBefore]: told`${{ way: "leave-out" }}, or put that number in. If it is another customer, empty its import_run.`,
}

/** What is said of how a row ended, or of a doubt: what happened, and what to do about it where its code alone says that. */
export function saidOf({ code = "", message }: { readonly code?: string; readonly message: Sentences }): Sentences {
	const todo = advice[code]
	return todo === undefined ? message : told`${alone(message, todo)} ${todo}`
}

/** Earlier versions wrote down both in one, in the words of the command line. */
function alone(message: Sentences, todo: Sentences): Sentences {
	const written = ` ${inCommands(todo)}`
	return typeof message === "string" && message.endsWith(written) ? message.slice(0, -written.length) : message
}
