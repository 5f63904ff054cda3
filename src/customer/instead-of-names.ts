import { isBarred } from "./headers/state-column.ts"
import { stateByStem } from "./headers/state-stems.ts"
import { stateOf } from "./headers/state-words.ts"
import { alsoNames, alsoSurnames, alsoTitles, died, left, leftCut } from "./headers/vocabulary/remarks.ts"
import { fold, spellings } from "./headers/words.ts"
import { madeUpNames } from "./kinds/nobody-words.ts"
import { standsForText } from "./kinds/stand-in.ts"
import { goneByPhrase } from "./leaving-words.ts"
import { hasLegalForm } from "./legal-form.ts"
import { isExMember } from "./marked-names.ts"
import { recent } from "./recent.ts"

/**
 * What stands in a cell instead of a name: that somebody died or is to be deleted, left, or is barred; a note to a colleague; `perhaps` a word that
 * is a name as well.
 */
export type Instead = "deleted" | "ended" | "aside" | "perhaps"

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))

/** Of a flat, a place or a row that nobody has; of a customer of whom there is another row. */
const nobodys = `
vakant vacant vacante vacancy unoccupied unlet unallocated unassigned reserved spare
ledig ledigt outhyrd outhyrt otilldelad reserverad reserverat dubbel
leerstand leerstehend unvermietet reserviert doppelt
ubebodd ubeboet reservert reserveret dobbelt dobbel
tyhjä vapaa varattu
libre inoccupé réservé doublé
desocupado vacío reservado doble
sfitto sfitta vuoto riservato doppio
wolne wolny pustostan zarezerwowane podwójny
leegstand leegstaand onbewoond gereserveerd
guest gäst gjest gæst vieras invité invitado ospite gość walkin x
`
/** Of an entry that does not count, which no customer's is. */
const voided = "void voided"
/** Names of many: alone they are one, unless in capitals or with a point behind. */
const oftenNames = "fall mort morte morto dec dim tras baja rip"

let made: Readonly<Record<"names" | "gone" | "perhaps" | "often" | "voided", ReadonlySet<string>>> | undefined

function known() {
	made ??= {
		names: setOf(`${alsoNames} ${alsoSurnames} ${alsoTitles}`),
		gone: setOf(left),
		often: setOf(`${oftenNames} ${alsoSurnames}`),
		voided: setOf(voided),
		perhaps: setOf(`${alsoNames} ${alsoSurnames} ${alsoTitles} ${nobodys} ${leftCut} ${died}`),
	}
	return made
}

/** Marks around all of it, and behind it: `(avliden)`, `SPÄRRAD!`. */
const around = /^[\s([<{*_"']+|[\s)\]>}*_"'.!?:;,]+$/g
/** What somebody is told to see: `OBS! dubblett av 0005`. */
const heed =
	/^(?:obs|nb|n\.b\.|note|notice|attention|achtung|wichtig|hinweis|viktigt?|merk|bemærk|huom|huomio|uwaga|atención|ojo|attenzione|nota|let op)(?:[!.:,-]+\s*|\s+)/iu
/** Whose double somebody is, or when it was; another customer who is meant. */
const goesOn =
	/^(?:(?:of|to|av|af|von|vom|zu|de|du|di|van|do|z|med|mit|with|till|til|se|see|siehe|zie|voir|per|den|sedan|siden|seit|since|am|zum|zur|ab|from|fra|vid|ved|le|dal|nr\.?|no\.?|kund\p{L}*|customer|client)(?:\s.*)?|[\d#(:,-].*)$/iu
const refers =
	/^(?:(?:see|se|siehe|s\.|zie|voir|ver|vedi|zob|zobacz|katso|kts)[ .:]+(?:\p{L}+[ .:]+){0,2}\d|(?:samma|same|gleich|gleiche[rs]?|identisch|samme|sama|même|mismo|stesso|ten sam|zelfde|hör ihop|tillhör|gehört|tilhører|hører)\p{L}* (?:\p{L}+\.? ){0,3}\d|=\s*[\p{L}\d])/iu
/** Small letters or a digit behind the first word, or capitals alone: no name of a person is written so but with a particle. */
const mayBePhrase = /^\P{L}*(?:\p{Ll}|\p{L}[\p{L}.]*[!:.,]*[\s-]+(?:\p{Ll}|\P{L}*\d|\p{Lu}+(?!\p{Ll})))/u
/** `STRUKEN EK`: not `UPPSAGD AV KUND`, of which the first word is enough. */
const shortName = /^\p{Lu}\p{L}{0,2}$/u
const longest = 60

/** What a cell says that holds no name but words for something else, however they are written; undefined for nearly all. */
export function insteadOfName(name: string): Instead | undefined {
	if (name.length > longest) return undefined
	const instead = name.includes(" ") ? (mayBePhrase.test(name) ? inPhrase(name) : undefined) : inWord(name)
	// Who was erased by a program is told so wherever it stands.
	const isTold = (instead === "deleted" || instead === "ended") && standsForText(name) === "deleted"
	return isTold ? undefined : instead
}

const inWord = recent((name: string): Instead | undefined => {
	const text = name.replace(around, "")
	if (text === "") return undefined
	if (refers.test(text)) return "aside"
	const word = fold(text).replace(/[^\p{L}]/gu, "")
	const { names, perhaps, often } = known()
	if (!names.has(word)) {
		const gone = goneByWord(word)
		if (gone !== undefined) return gone
	}
	if (often.has(word) && /\p{Ll}$/u.test(name)) return undefined
	return perhaps.has(word) ? "perhaps" : undefined
})

function goneByWord(word: string): Exclude<Instead, "perhaps"> | undefined {
	if (isBarred(word)) return "aside"
	const state = stateOf(word) ?? stateByStem(word)
	if (state === "deleted" || state === "ended") return state
	if (known().voided.has(word)) return "deleted"
	return known().gone.has(word) ? "ended" : undefined
}

function inPhrase(name: string): Instead | undefined {
	const text = name.replace(around, "")
	const said = text.replace(heed, "")
	if (refers.test(said)) return "aside"
	if (hasLegalForm(text)) return undefined
	const [first = "", ...others] = said.split(/[\s,;:!]+/)
	const word = fold(first).replace(/[^\p{L}]/gu, "")
	const rest = said.slice(first.length).replace(/^[\s,;:!]+/, "")
	const gone = known().names.has(word) ? undefined : goneByWord(word)
	if (gone !== undefined && (others.length === 0 || goesOn.test(rest))) return gone
	if (!known().names.has(word)) {
		const whole = stateOf(fold(said).replace(/[^\p{L}]/gu, ""))
		if (whole === "deleted" || whole === "ended") return whole
	}
	// In capitals it is asked about as any phrase that denies: `INTE KUND`.
	if (isExMember(said)) return /\p{Ll}/u.test(said) ? "ended" : undefined
	const phrase = others.some((one) => shortName.test(one))
		? undefined
		: goneByPhrase(said, { isOfStanding: false, isText: true })
	if (phrase !== undefined) return phrase === "blocked" ? "aside" : phrase
	// `OBS ny adress`: what is to be heeded is no name.
	return said !== text && /^\p{Ll}/u.test(said) ? "aside" : undefined
}

/** Whether a first and a last name are those of somebody who was made up, as `Max` and `Mustermann` are. */
export function isMadeUp(first: string, last: string): boolean {
	const names = Object.hasOwn(madeUpNames, last.toLowerCase()) ? madeUpNames[last.toLowerCase()] : undefined
	return names?.split(" ").includes(first.toLowerCase()) === true
}
