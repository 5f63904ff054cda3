import { type Doubt, isOfOthers } from "../contract/number-state.ts"
import { isDoubtOfOthers, otherSpelling } from "./plan.ts"
import { isRefusedAfterDoubt } from "./refused-after-doubt.ts"

/** Behind what is said of a doubt: what was done to find it. */
const looked = / (?=Two listings of all customers did not|This key cannot list customers|Intergiro lists )/

/** Begins what is said of who may be the one in doubt. */
export const intergiroLists = "Intergiro lists"

/** What is to be said of a doubt that stays. @param listed complete listings did not hold it */
export function unsettled({ code, message, ...sending }: Doubt, listed: boolean): string {
	// What was said stays said, however often it was looked for since.
	const [said = ""] = message.split(looked)
	// What this run did not send itself has its own explanation, which stays true.
	if (isDoubtOfOthers(code) && (isOfOthers(sending) || (code === otherSpelling && !listed)))
		return `${said} ${listed ? notListed : cannotLook}`
	const what = isAnswered(code) ? said : "It was sent, and the answer was lost."
	return `${what} ${listed ? `${notListed} ${whatNow(code)}` : cannotLook}`
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

function whatNow(code: string): string {
	const look = "Look for it at Intergiro; when it is certainly not there,"
	return isRefusedAfterDoubt(code)
		? `${look} say so with settle (--absent), and run it with a new card token, in a file of its own.`
		: `${look} say so with settle (--absent), and the next run sends it again.`
}

const notListed = "Two listings of all customers did not hold it."

const cannotLook = "This key cannot list customers, so it could not be looked for: run again with a private key."
