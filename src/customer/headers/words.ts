import { isAscii } from "../quick-look.ts"
import { byName } from "./by-name.ts"

/** A column name taken apart. */
export interface Words {
	/** Folded words, in order; digits stand apart from letters. */
	readonly main: readonly string[]
	/** Those of each note in round brackets. */
	readonly notes: readonly (readonly string[])[]
}

/** No case, no accents: `"Straße"` → `"strasse"`, `"Løbenr"` → `"lobenr"`. */
export function fold(text: string): string {
	if (isAscii(text)) return text.toLowerCase()
	return text
		.normalize("NFKD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/ø/g, "o")
		.replace(/æ/g, "ae")
		.replace(/ß/g, "ss")
		.replace(/ł/g, "l")
		.replace(/đ/g, "d")
}

const umlauts: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe", æ: "a" }

/** The folded spellings of a word: `"währung"` → `"wahrung"`, `"waehrung"`. */
export function spellings(word: string): readonly string[] {
	const plain = word.replaceAll(" ", "")
	if (/^[a-z\d]+$/.test(plain)) return [plain]
	const letters = word
		.normalize("NFC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "")
	const typed = letters.replace(/[äöüåøæ]/g, (letter) => umlauts[letter] ?? letter)
	return [...new Set([fold(letters), fold(typed)])]
}

const signs: Readonly<Record<string, string>> = {
	"°": "o",
	"#": " number ",
	"%": " percent ",
	"€": " eur ",
	"&": " and ",
}

/** What tools write before and behind the names that people give: SAP, Odoo, Salesforce, and those that say `custom field`. */
const ofTools = /^(?:u|x(?:_studio)?|cf|zz?|y|custom)_(?=\p{L}{2})|(?<=\p{L})__c$/giu
/** In French and Italian; elsewhere a full stop says as well that it is cut short. */
const cutNumber = /(?<![\p{L}.])n\. ?o?(?=\s*\p{L})/giu

/** `N.I.F.`, `C.I.F`: letters with a full stop behind each are one word. */
const initials = /(?<![\p{L}\p{N}.])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu

/** A longer text is a value or a sentence, not a name. */
const longestName = 80

/** Whether a text is longer than any name: none of its words is looked for. */
export const isTooLong = (name: string) => name.length > longestName

/** The words of a name, whether spaces, hyphens, brackets, dots or capitals part them; a text that is too long for one is a single word. */
export const words = byName(wordsOf)

function wordsOf(name: string): Words {
	if (isTooLong(name)) return { main: [name], notes: [] }
	const text = name
		.normalize("NFKC")
		.replace(ofTools, "")
		.replace(initials, (letters) => letters.replaceAll(".", ""))
		.replace(cutNumber, "no ")
		.replace(/#(?=\s*\d)/g, " ")
		.replace(/[°#%€&]/g, (sign) => signs[sign] ?? "")
		.replace(/['’`´]s\b/g, "")
	const notes: (readonly string[])[] = []
	const main = split(
		text.replace(/\(([^()]*)\)?/g, (_, note: string) => {
			notes.push(split(note))
			return " "
		}),
	)
	return main.length === 0 && notes[0] ? { main: notes[0], notes: notes.slice(1) } : { main, notes }
}

function split(text: string): readonly string[] {
	const parted = text
		.replace(/\b([ac])\/([oc])\b/gi, "$1$2")
		.replace(/[/|]/g, " or ")
		.replace(/[+,;]/g, " and ")
		.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
	return fold(parted).match(/\p{L}+|\p{N}+/gu) ?? []
}
