import { beginsWithLetter, mayBeginWith } from "../quick-look.ts"
import { isEmail } from "./email.ts"

/** Digits alone, as of a phone, a zip code, a customer or an amount: a house has fewer. */
const ofDigits = /^\+?(?:[ .,:()-]*\d){4,}[ .,:()-]*$/
const mayBeLink = mayBeginWith("HWhw")
const link = /^(?:https?:\/\/|www\.)\S+$/i

/** Whether a text is certainly neither a name nor a line of an address: an e-mail address, that of a page, or a number. */
export function isOfOtherKind(text: string): boolean {
	if (text.includes("@")) return isEmail(text)
	return beginsWithLetter(text) ? mayBeLink(text) && link.test(text) : ofDigits.test(text)
}
