/**
 * What is odd about the letters of a text: read in a wrong encoding, `Sj÷str÷m`; lost, `M?ller`; national letters of
 * seven bits, `Sj|str|m`; letters of two scripts in one word, where one looks like the other.
 */
export type OddLetters = "mis-decoded" | "lost" | "seven-bit" | "two-scripts"

/** UTF-8 read as Windows-1252 or Mac Roman: `Ã¥`, `Å‚`, `â€“`, `ï¿½`, `√•`. The signs stand for bytes from 0x80 to 0xBF. */
const doubled = /[Ã√][^\0-\x7f]|â€|ï¿½|[ÂÄÅÆÎÏÐÑØÙ][\u0080-\u00a9\u00ab-\u00b3\u00b6-\u00b9\u00bb-\u00bf‚„…†‡ˆ‰‹“•—˜›€]/
/** No language has these in a word: boxes, signs of arithmetic and money, quotes that open or close nothing. */
const sign = "[\\u2500-\\u259f÷×¿¡¬±¶§¤¦¨©®¥¢£¯¸ˆ˜‰†‡„”‚€™≈∆∂∑∏√∞◊ƒ]"
const inWord = new RegExp(
	`\\p{L}${sign}\\p{L}|(?:^|[\\s-])[\\u2500-\\u259f÷×¬±¶¤¦¨ˆ˜‰†‡‚≈∆™ƒ]\\p{L}|[\\u2500-\\u259f]|\\p{L}[÷¤¦ˆ˜‰†‡¬](?:$|[\\s,-])`,
	"u",
)
const lost = /\ufffd|(?:^|[\p{L}\s-])\?\p{L}/u
const twoScripts =
	/\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}|\p{Script=Cyrillic}\p{Script=Greek}|\p{Script=Greek}\p{Script=Cyrillic}/u
/** Where ISO 646 has the letters Ä Ö Å ä ö å ü ß of each country, ASCII has these. */
const sevenBit = /\p{L}[[\\\]{|}~]\p{Ll}|\p{Ll}[|}{\\](?:$|[\s,-])|(?:^|[\s-])[[\\\]{|}]\p{Ll}/u
/** What the same signs are where they stand in pairs. */
const pairs = /\[[^[\]]*\]|\{[^{}]*\}/g

/** What is odd about the letters of a name or an address; nothing in any language, whatever its letters. */
export function oddLetters(text: string): OddLetters | undefined {
	if (/[^\x20-\x7e]/.test(text)) {
		if (doubled.test(text) || inWord.test(text)) return "mis-decoded"
		if (twoScripts.test(text)) return "two-scripts"
	}
	if (lost.test(text)) return "lost"
	return /[[\\\]{|}~]/.test(text) && sevenBit.test(withoutPairs(text)) ? "seven-bit" : undefined
}

/** A pair within a word is none: `K{llstr}m`. */
function withoutPairs(text: string): string {
	return text.replace(pairs, (pair, at: number) => (/\p{L}/u.test(text.charAt(at - 1)) ? pair : ""))
}

/** Quotation marks of any form but ASCII around the whole of a value: `“K1”`, `„K1“`, `«K1»`, `＂K1＂`. */
export function isInQuotes(text: string): boolean {
	return /^[“”„‟«»‹›‘’‚‛＂＇「『].*[“”„‟«»‹›‘’‚‛＂＇」』]$/su.test(text)
}
