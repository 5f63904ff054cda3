import { digitOf } from "./card-number.ts"

/** What may stand between two digits, as `maskCardNumbers` keeps it. */
const gap = String.raw`[\s\0\-._,'’\p{Z}\p{Pd}\p{Cf}\p{Mn}\u0085\u00b7\u2022\u2043\u2212\u3164\uff0e\uff3f]{0,3}`
/** Groups with anything between them, as long as it is the same. */
const between = String.raw`(\D{1,6}|%20)`

const masked = new RegExp(
	[
		String.raw`(?:\p{Nd}${gap}){6}(?:\*${gap}){3,9}(?:\p{Nd}${gap}){3}\p{Nd}(?![\p{Nd}*])`,
		String.raw`\d{4}${between}\d\d\*\*\1\*{4}\1\d{4}(?!\d)`,
		String.raw`\d{4}${between}\d\d\*{4}\2\*\d{4}(?!\d)`,
	].join("|"),
	"gu",
)

/** Whether a text holds what `maskCardNumbers` leaves of a card number: six digits, three to nine asterisks, four digits. */
export function hasMaskedCardNumber(text: string): boolean {
	if (!text.includes("*")) return false
	for (const { index } of text.matchAll(masked)) {
		let before = index - 1
		// What a fixed column was filled with.
		while (digitOf(text.charCodeAt(before)) === 0) before--
		if (digitOf(text.charCodeAt(before)) < 0) return true
	}
	return false
}
