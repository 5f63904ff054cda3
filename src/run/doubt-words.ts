import { type Doubt, isOfOthers } from "../contract/number-state.ts"
import type { Outcome, RowOutcome, Spelled } from "../contract/outcome.ts"
import { type Sentences, told } from "../customer/sentences.ts"
import { isDoubtOfOthers, otherSpelling } from "./plan.ts"
import { foundUnlooked } from "./reconcile.ts"
import { isRefusedAfterDoubt } from "./refused-after-doubt.ts"
import { saidOf } from "./said-of.ts"

type Unknown = Extract<Outcome, { kind: "unknown" }>
type Told = Extract<RowOutcome, { kind: "unknown" }>

/** What is known of a doubt that stays. @param listed complete listings did not hold it */
export function unsettled({ code, message, ...sending }: Doubt, listed: boolean): Unknown {
	// Whom a listing held stays named until one does not hold it any more.
	if (code === foundUnlooked && !listed) return { kind: "unknown", code, message }
	const sought = listed ? "in-vain" : "unlisted"
	// What this run did not send itself has its own explanation, which stays true.
	if (isDoubtOfOthers(code) && (isOfOthers(sending) || (code === otherSpelling && !listed)))
		return { kind: "unknown", code, message, sought }
	if (isAnswered(code)) return { kind: "unknown", code, message, sought }
	const isOfLook = isDoubtOfOthers(code) || code === foundUnlooked
	return { kind: "unknown", code: isOfLook ? lost.code : code, message: lost.message, sought }
}

/** Sent by this run, and no answer is known. */
const lost = { code: "no-answer", message: "It was sent, and the answer was lost." } as const

/** What is told of a customer in doubt, with what was done to find it. */
export function doubtWords({ code, message: happened, sought, there }: Told): Sentences {
	const message = saidOf({ code, message: happened })
	if (there) return told`${message} ${thereWords(there)}`
	if (sought === undefined) return message
	if (sought === "unlisted") return told`${message} ${cannotLook}`
	return isDoubtOfOthers(code) ? told`${message} ${notListed}` : told`${message} ${notListed} ${whatNow(code)}`
}

function thereWords({ number, id, person }: Spelled): Sentences {
	const who = person === "same" ? ", with the same name and e-mail" : ""
	return told`Intergiro lists ${JSON.stringify(number)} as ${id ?? ""}${who}. Look whether it is this customer, and ${{ way: "settle-there" }}.`
}

/** What came back of a request that left a customer in doubt, in a sentence: that an answer was lost is said where none came. */
export function cameOfDoubt(code: string): string {
	const status = /^http-(\d+)$/.exec(code)?.[1]
	if (status !== undefined)
		return `An answer with the error ${status} came, which leaves it open whether the customer was created.`
	if (isRefusedAfterDoubt(code))
		return "A customer in doubt was refused when it was sent again, which says nothing of the first time."
	return unreadable.has(code)
		? "An answer came that cannot be read for certain, which leaves it open whether the customer was created."
		: "No answer came, so that it is not known whether the customer was created."
}

const unreadable: ReadonlySet<string> = new Set(["bad-answer", "too-large", "other-number", "continue"])

/** Intergiro, or a server before it, answered. */
function isAnswered(code: string): boolean {
	return code.startsWith("http-") || isRefusedAfterDoubt(code)
}

function whatNow(code: string): Sentences {
	const look = told`Look for it at Intergiro; when it is certainly not there, ${{ way: "settle", as: "absent" }}`
	return isRefusedAfterDoubt(code)
		? told`${look}, and ${{ way: "import" }} it with a new card token, in a file of its own.`
		: told`${look}, and the next run sends it again.`
}

const notListed = "Two listings of all customers did not hold it."

const cannotLook = told`This key cannot list customers, so it could not be looked for: ${{ way: "list" }}.`
