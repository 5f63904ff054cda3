import { stateOf } from "./headers/state-words.ts"
import {
	alsoNames,
	alsoSurnames,
	alsoThings,
	alsoTitles,
	died,
	left,
	leftCut,
	members,
} from "./headers/vocabulary/remarks.ts"
import { fold, spellings } from "./headers/words.ts"
import { isMonth } from "./kinds/month-names.ts"
import { isPlainName } from "./kinds/plain-line.ts"
import { hasLegalForm } from "./legal-form.ts"
import { recent } from "./recent.ts"

/** What a name says of its customer beside who it is. */
export interface NameMark {
	readonly gone: "deleted" | "ended"
	/** Whether that is a remark on the name, and no part of it. */
	readonly isRemark: boolean
}

/** The estate of somebody who died, in any language's words for it: `Dödsboet efter Bo Ek`, `Ek Anna dödsbo`, `Estate of Mr J Smith`, `Erven Bos`. */
const estate = new RegExp(
	[
		// Nothing else is called so, wherever it stands.
		"(?<!\\p{L})(?:d[öø]dsbo(?:et|ets)?|kuolinpesän?|nachlass|erbengemeinschaft|boedel|nalatenschap|herencia yacente|eredità giacente|masa spadkowa)(?!\\p{L})",
		"^(?:the )?(?:(?:late )?estate|exors?\\.?|executors?|successione?|eredi|erven|herederos|boet|indivision) (?:of|de|di|van|efter|etter|d[’'])(?!\\p{L})",
		"^erben? (?:von|nach)(?!\\p{L})|^(?:spadkobiercy|spadek po)(?!\\p{L})|^the late (?=\\p{L})",
		"[,(] ?estate(?: of .*)?\\)?$",
	].join("|"),
	"iu",
)
/** The same by words that are others as well, where capitals tell them. */
const cased =
	/^(?:Dbo|DBO|Erven|Eredi|Succession|SUCCESSION|ERVEN|EREDI) (?:efter )?\p{Lu}|\p{L}[ ,]+(?:dbo|kp)$|\p{L}s bo$|(?<!\b(?:Real|Wine|Industrial|Housing|Trading|Country|Retail|Coffee|Tea|Park|Business|Private|Sporting)) Estate$/u
/** Characters of the shortest name with such a word. */
const shortestEstate = 9

/** What a remark stands behind; and a word in small letters at the end, with a date behind it or without. */
const bracket = /[([]([^)\]]*)/g
const separator = /[,;:/|*]| [-–—]+|[-–—]+ /u
const lastWord = / (\p{Ll}\p{L}{2,}\.?)(?:[ ,]*[\d./-]+)?$/u
/** A word in capitals behind a name that is not: `Fia Rask AVSL`. */
const shouted = /\p{Ll} (\p{Lu}{3,})\.?$/u
/** The same before one, after what sorts it to the end: `zz DUPLICATE Fia Rask`. */
const shoutedBefore = /^(?:\p{Ll}{1,3} )?(\p{Lu}{3,})[:.]? \p{Lu}\p{Ll}/u
/** A word before a first and a last name, written as these are: `Avliden Fia Rask`. */
const titledBefore = /^(\p{Lu}\p{Ll}{2,})[:.]? \p{Lu}[\p{L}-]+\.? \p{Lu}/u
/** A word that stands before a name, set apart from it: `BAJA - Sergio`, `Utmeldt: Kari Vik`, `Sluttet 1/6 - Markus`. */
const apartBefore = /^(\p{L}{3,}\.?)(?: [\d./-]+)?(?: ?[:/|*;] ?| [-–—]+ )(?=\p{Lu}\p{Ll})/u
/** In capitals before two words that are not written so, or cut short before them: `BAJA Sergio Ribes Mas`, `AVL. Fia Rask`. */
const raisedBefore = /^(\p{Lu}{3,})[:.]? (?=\p{Lu}\p{Ll}[\p{L}-]* \p{Lu}\p{Ll})/u
const mayBeMarked =
	/[([,;:/|*†✝✞]| [-–—]|[-–—] | \p{Ll}[\p{L}.]+[ ,\d./-]*$|^\p{Ll}|\p{Ll} \p{Lu}{3,}\.?$|^\p{Lu}{3,}[:.]? \p{Lu}\p{Ll}/u

/** Who was a member. */
const exMember = new RegExp(
	`^(?:(?:ex|former|past|fd|f\\. ?d\\.|för ?detta|tidigare|ehem(?:alig)?e?[sr]?\\.?|frühere[sr]?|tidl\\.?|tidligere|forhenværende|oud|voormalig|były|była|entinen|ancien(?:ne)?|antigu[oa])[ -]?(?:${members})|(?:no longer|not|nicht mehr|kein|ej|inte|ikke|ikke lenger|ei enää|geen|niet meer|plus|ya no|non più|już nie)(?: an?| ein)? (?:${members}))\\b`,
	"iu",
)
/** Whether a text says that somebody was a member, and nothing else. */
export function isExMember(text: string): boolean {
	const said = text.trim()
	return exMember.exec(said)?.[0].length === said.length
}

/** What may stand before the word that says so. */
const before = new Set([
	"har",
	"ist",
	"is",
	"has",
	"have",
	"unbekannt",
	"se",
	"de",
	"dado",
	"dada",
	"est",
	"er",
	"on",
	"ha",
	"jest",
	"sie",
	"wurde",
	"blev",
	"ble",
])

const wordsIn = (text: string) => new Set(text.trim().split(/\s+/).flatMap(spellings))
const hasLeft = wordsIn(left + leftCut)
const hasDied = wordsIn(died)
const isAlsoName = wordsIn(alsoNames)
const isCalledSo = wordsIn(`${alsoNames} ${alsoSurnames} ${alsoTitles}`)
const alsoBegins = wordsIn(`${alsoNames} ${alsoSurnames} ${alsoTitles} ${alsoThings}`)

/** What a word says with which no name begins. */
const goneByFirst = recent((first: string): NameMark["gone"] | undefined => {
	const word = fold(first)
	const state = alsoBegins.has(word) ? undefined : stateOf(word)
	return state === "deleted" || state === "ended" ? state : undefined
})

/** What a word says that stands before a name. What is a name as well says so in capitals alone. */
function goneBefore(name: string): NameMark["gone"] | undefined {
	const first = (apartBefore.exec(name) ?? raisedBefore.exec(name))?.[1]
	if (first === undefined || hasLegalForm(name)) return undefined
	const isName = /\p{Ll}/u.test(first) && isCalledSo.has(fold(first))
	return isName ? undefined : goneBy(fold(first.replace(/\.$/, "")))
}

function goneBy(word: string): NameMark["gone"] | undefined {
	const state = stateOf(word)
	if (state === "deleted" || hasDied.has(word)) return "deleted"
	return state === "ended" || hasLeft.has(word) ? "ended" : undefined
}

/** What a remark says: `ausgetr. 31.12.`, `flyttad till Umeå`, `har slutat`, `ej aktiv`, `ex-member`. @param isNote whether it stands in brackets */
function goneByRemark(remark: string, isNote: boolean): NameMark["gone"] | undefined {
	if (exMember.test(remark.trim())) return "ended"
	const [first = "", second = ""] = remark.match(/[\p{L}\p{M}]+['’]?[\p{L}\p{M}]*/gu) ?? []
	const word = fold(first.replace(/['’]/, ""))
	const gone = goneBy(word) ?? goneBy(word + fold(second)) ?? (before.has(word) ? goneBy(fold(second)) : undefined)
	// `Torn, Rip`: with a point or a date it is a remark.
	const isName = !(isNote && gone === "deleted") && isAlsoName.has(word) && /^\p{Lu}[\p{L}]*$/u.test(remark.trim())
	return isName ? undefined : gone
}

/** The word in small letters at the end of a name that has capitals before. */
function smallLast(name: string): string {
	const found = lastWord.exec(name)
	if (found === null || !/\p{Lu}/u.test(name.slice(0, found.index))) return ""
	const [, word = ""] = found
	// `t.o.m. dec` is a month, and `dec` nobody who died.
	return isMonth(word.replace(/\.$/, "")) && / \p{Ll}[\p{L}.]*$/u.test(name.slice(0, found.index)) ? "" : word
}

/** What a name is marked with: `Roth †`, `Voss (verst.)`, `Reuß - ausgetr.`, `Ek, avliden`, `Ek Anna dödsbo`; undefined for nearly all. */
export const nameMark = recent(markOf)

function markOf(name: string): NameMark | undefined {
	if (name.length >= shortestEstate && (estate.test(name) || cased.test(name)))
		return { gone: "deleted", isRemark: false }
	const first = titledBefore.exec(name)?.[1]
	const titled = first && goneByFirst(first)
	if (titled) return { gone: titled, isRemark: true }
	if (isPlainName(name) || !mayBeMarked.test(name)) return undefined
	const before = goneBefore(name)
	if (before !== undefined) return { gone: before, isRemark: true }
	if (/[†✝✞]/.test(name)) return { gone: "deleted", isRemark: true }
	for (const [, note = ""] of name.matchAll(bracket)) {
		const gone = goneByRemark(note, true)
		if (gone !== undefined) return { gone, isRemark: true }
	}
	const [, ...behind] = name.split(separator)
	// All of it, where it is written small: `makulerad`, `ej aktiv Bo Lind`.
	const small = /^\p{Ll}/u.test(name) ? name : ""
	const apart = [shouted, shoutedBefore].map((form) => form.exec(name)?.[1] ?? "")
	for (const remark of [...behind, smallLast(name), ...apart, small]) {
		const gone = goneByRemark(remark, false)
		if (gone !== undefined) return { gone, isRemark: true }
	}
	return undefined
}
