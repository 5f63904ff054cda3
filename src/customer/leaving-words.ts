import { goneByCut } from "./cut-words.ts"
import { pieces } from "./headers/lexicon.ts"
import { isNegation } from "./headers/spent.ts"
import { isBarred } from "./headers/state-column.ts"
import { stateByStem } from "./headers/state-stems.ts"
import { stateOf } from "./headers/state-words.ts"
import { alsoNames, alsoThings, left, wentOver } from "./headers/vocabulary/remarks.ts"
import { fold, spellings } from "./headers/words.ts"
import { isExMember } from "./marked-names.ts"

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))
const hasLeft = setOf(left)
const isOfMuch = setOf(`${alsoNames} ${alsoThings}`)

/** A longer cell is a text, of which no word is certain. */
const longest = 60
/** Fewer letters stand for too much. */
const shortest = 3
/** When it was: `Uppsagt per 2024-12-31`. */
const dated = /[ ,(]+(?:\p{L}{1,4}\.? ){0,2}\d[\d./ -]*\)?$/u
/** What a column is, by its name. */
interface Kind {
	/** Of how somebody belongs to the merchant: elsewhere `Baja` and `Closed` are other things. */
	readonly isOfStanding: boolean
	/** Free text, of which nothing but the whole is certain. */
	readonly isText: boolean
}

/** Words, perhaps with a day, and nothing that goes on. */
const isWhole = /^[\p{L} .]+(?: \d[\d./-]{5,})?$/u
/** What is said behind it is why: `Avslutad - flyttat`. */
const behind = /[,;:(/]| [-–—]+ /u
/** Words that join others. */
const joining = 3
const wordsOfPhrase = 4

/**
 * What a cell that is nothing but a word or a phrase for it says of somebody: `Uppsagt`, `Avslutad kund`, `Ej längre aktiv`, `F.d. medlem`.
 */
export function goneByPhrase(
	cell: string,
	{ isOfStanding, isText }: Kind,
): "deleted" | "ended" | "blocked" | undefined {
	const value = cell.trim()
	if (value.length < shortest || value.length > longest || !/^\p{L}/u.test(value)) return undefined
	const cut = goneByCut(value)
	if (cut !== undefined) return cut
	if (isText && !isWhole.test(value)) return undefined
	const [said = ""] = value.replace(dated, "").split(behind, 1)
	const words = fold(said).match(/\p{L}+/gu) ?? []
	const [first = "", ...others] = words
	if (isExMember(said)) return "ended"
	if (words.length > wordsOfPhrase) return undefined
	const isDenied = words.some(isNegation)
	if (isDenied) return words.some((word) => stateOf(word) === "active") && !words.some(isLeft) ? "ended" : undefined
	const gone = goneByOne(first, isOfStanding)
	return gone !== undefined && others.every(isBeside) ? gone : undefined
}

/** Written by hand, in small letters, or with the year: `Utflyttade ungdomar` are a group. */
const byHand = /^\p{Ll}|(?<!\d)(?:19|20)\d\d(?!\d)/u
const overOrLeft = setOf(left + wentOver)

/**
 * Whether a cell of a column of members begins with somebody's having left, been put out or gone over to another club, whatever is said of it
 * behind: `erotettu vuosikok. 2024`.
 */
export function beginsWithLeaving(cell: string): boolean {
	if (cell.length > longest || !byHand.test(cell)) return false
	const words = fold(cell).match(/\p{L}+/gu) ?? []
	const [first = ""] = words
	return overOrLeft.has(first) && !isOfMuch.has(first) && !words.some(isNegation)
}

const isLeft = (word: string) => goneByOne(word, true) !== undefined

function goneByOne(word: string, isOfStanding: boolean): "deleted" | "ended" | "blocked" | undefined {
	if (word.length < shortest || (!isOfStanding && isOfMuch.has(word))) return undefined
	if (isBarred(word)) return "blocked"
	const state = stateOf(word) ?? stateByStem(word)
	if (state === "deleted" || state === "ended") return state
	return hasLeft.has(word) && !isOfMuch.has(word) ? "ended" : undefined
}

/** Who or what it is said of, or a word that joins: `uppsagt av kund`. */
function isBeside(word: string): boolean {
	if (word.length <= joining || isLeft(word)) return true
	return pieces([word]).every(({ concepts }) => concepts.length > 0 && concepts.every((one) => standing.has(one)))
}

const standing: ReadonlySet<string> = new Set(
	"party served account user person company subscription contract".split(" "),
)
