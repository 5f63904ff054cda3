import { isNegation } from "./headers/spent.ts"
import { stateByStem } from "./headers/state-stems.ts"
import { stateOf } from "./headers/state-words.ts"
import { alsoNames, alsoThings, left, members } from "./headers/vocabulary/remarks.ts"
import { fold, spellings } from "./headers/words.ts"
import { saysWhen } from "./note-times.ts"
import { recent } from "./recent.ts"
import { partsOfNote } from "./wishing-notes.ts"

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))

/** That somebody is about to leave: at the beginning of what is said. */
const leaving = `
leaving quitting resigning cancelling
slutar upphör slutter stopper opphører ophører
kündigt austritt
lopettaa eroaa
arrête
deja cesa
smette
rezygnuje odchodzi
stopt vertrekt
`
/** Of a lesson or a shift, which ends by the clock: `slutar kl 15`. */
const byTheClock =
	/^(?:kl\.?|klo|klockan|klokken|um|at|a las|alle|om|tidig\w*|sent|früh\w*|early|late|\d{1,2}[.:]\d\d)\b/u
/** Where to, or when, somebody went. */
const whither =
	/^(?:(?:to|till?|til|nach|zu|an|in|i|ins|im|a|à|al|en|na|do|naar|from|från|fra|von|per|den|am|away|abroad|out|utomlands|utenlands|ut|bort|weg|hemifrån|ulkomaille)(?!\p{L})|\d)/u

/** What says by all of a note that somebody is not to be moved, or that there is another row of theirs. */
const whole = `
ej inte icke ikke nicht niet exclude
tot
dubbel dubbla doppelt dobbelt dobbel doble doppio podwójny podwójna dbl
`

/** The same as `left`, of a note alone: whose names of states and stems do not say it. */
const alsoLeft = `
stopped
slutat erosi eronnut lopetti
cessé smesso disdetto cessato
zakończył zakończyła opgehouden
konkurs quiebra faillite fallito
`
/** In two words. */
const apart = [
	"gatt ur",
	"gick ur",
	"gar ur",
	"hoppat av",
	"hoppade av",
	"hoppar av",
	"holdt op",
	"holder op",
	"ej kvar",
	"inte kvar",
]
/** Who changed their mind. */
const takenBack =
	/zuruckgezogen|zurueckgezogen|widerrufen|atertag|aterkall|angra|trukket tilbake|trukket tilbage|withdrawn|retracted|changed (?:his|her|their) mind|ingetrokken|annule|peruttu|wycofa|ritirat|retirad/u
/** That somebody gave notice, as a thing that came or is of a day. */
const notice = `
cancellation resignation
uppsägning utträde utträdesansökan avslut
kündigung austritt austrittserklärung abmeldung
utmelding utmeldelse oppsigelse opphør udmeldelse udmelding opsigelse ophør
irtisanominen eroilmoitus
résiliation démission arrêt
baja disdetta recesso dimissioni
rezygnacja wypowiedzenie
opzegging
`
const came =
	/^(?:inkom|kommit|mottat|mottag|modtag|begar|beget|liegt|eingegang|erhalt|received|requested|recue|recibid|ricevut|otrzyman|ontvangen|saatu|skicka|sendt|sent|zlozon|wplyn)/
/** What may stand before it: `har slutat`, `unbekannt verzogen`. */
const lead =
	/^\P{L}*((?:(?:har|hat|ist|is|has|have|er|on|est|a|ha|jest|es|se|blev|ble|wurde|unbekannt|redan|schon|bereits|already|nu|nå|now)\s+)*)(gatt ur|gick ur|gar ur|hoppa(?:t|de|r) av|hold(?:t|er) op|(?:ej|inte) kvar|\p{L}+)\s*(.*)$/u
/** Who left a part of it is there: `Sluttet i styret, fortsatt medlem`. */
const staying = new RegExp(
	`(?:^|\\P{L})(?:fortsatt|fortfarande|weiterhin|bleibt|still|remains|stays|forblir|forbliver|stadig|blijft|reste|sigue siendo|resta|rimane|nadal|edelleen) (?:an? |ein )?(?:${members}|aktiv|activ)`,
	"u",
)

let made: Readonly<Record<"apart" | "gone" | "names" | "leaving" | "notice" | "whole", ReadonlySet<string>>> | undefined

function known() {
	if (made !== undefined) return made
	const names = setOf(alsoNames)
	const all = setOf(left + alsoLeft)
	made = {
		apart: new Set(apart.flatMap((phrase) => phrase.split(" "))),
		gone: new Set([...apart, ...[...all].filter((word) => !names.has(word))]),
		names: new Set([...all].filter((word) => names.has(word))),
		leaving: setOf(leaving),
		notice: setOf(notice),
		whole: setOf(whole),
	}
	return made
}

/** Whether a word is one for how somebody left, also of other things. */
const isEnded = recent((word): boolean => (stateOf(word) ?? stateByStem(word)) === "ended" && !setOfThings().has(word))
let things: ReadonlySet<string> | undefined
function setOfThings() {
	things ??= setOf(alsoThings)
	return things
}

/** Whether there may be more to a folded word: `tellsOfLeaving` is asked of no note without such a one. */
export function mayLeave(word: string): boolean {
	const { apart, gone, names, leaving, notice } = known()
	return apart.has(word) || gone.has(word) || names.has(word) || leaving.has(word) || notice.has(word) || isEnded(word)
}

/**
 * Whether a part of a note begins with somebody's having left, being about to or having given notice: `flyttat till Spanien`, `slutar vid
 * årsskiftet`, `Left Sept`, `Kündigung liegt vor`.
 */
export function tellsOfLeaving(note: string): boolean {
	const folded = fold(note)
	if (staying.test(folded) || takenBack.test(folded)) return false
	// A day is written with the signs that part a note.
	const parts = [folded, ...partsOfNote(folded)]
	return parts.some((part) => {
		const [, before = "", first = "", rest = ""] = lead.exec(part) ?? []
		return isOfLeaving(first, rest, before !== "")
	})
}

function isOfLeaving(first: string, rest: string, isSaid: boolean): boolean {
	const { gone, names, leaving, notice } = known()
	const when = () => saysWhen(rest)
	if (gone.has(first) && (rest === "" || whither.test(rest) || when())) return true
	// `Partie 2` is a game.
	if (names.has(first) && ((isSaid && rest === "") || (!/^\d+$/.test(rest) && when()))) return true
	if (notice.has(first) && (came.test(rest) || when())) return true
	if (isEnded(first) && when()) return true
	return leaving.has(first) && !byTheClock.test(rest) && !/^(?:ej|inte|ikke|nicht|not|niet|ei|pas)\b/.test(rest)
}

const longer = "langre lenger laengere laenger mehr longer anymore plus piu juz enaa meer langer"
const continuing = `
continue continuing renew renewing renewed
fortsätta fortsätter förnyas förnyar förnya
fortsette fortsetter fortsætte fortsætter fornyes fornyer fornye
weitermachen verlängern verlängert
jatka jatkaa continuer renouveler renouvelle continuar continúa renovar renueva continuare rinnovare rinnova
kontynuować przedłuża verlengen verlengt doorgaan
`
const member = new RegExp(`^(?:${members}|aktiv\\p{L}*|activ\\p{L}*|czlonkiem|czlonkinia)$`, "u")
let goingOn: Readonly<Record<"longer" | "continuing", ReadonlySet<string>>> | undefined

/** Whether a part of a note denies that somebody is a member any longer, or goes on: `inte längre medlem`, `fornyer ikke`, `ei jatka`. */
export function saysNoLonger(note: string): boolean {
	goingOn ??= { longer: setOf(longer), continuing: setOf(continuing) }
	const { longer: any, continuing: verbs } = goingOn
	return partsOfNote(fold(note)).some((part) => {
		const words = part.match(/\p{L}+/gu) ?? []
		const at = words.findIndex(mayDeny)
		if (at < 0) return false
		const isLonger = (place: number) => any.has(words[place] ?? "")
		const isOver = words.some(
			(word, place) =>
				mayDeny(word) &&
				(words.slice(place + 1, place + 4).some((_, after) => isLonger(place + 1 + after)) ||
					already.has(words[place - 1] ?? "")),
		)
		if (isOver && words.some((word) => member.test(word))) return true
		const verb = words.findIndex((word) => verbs.has(word))
		return verb >= 0 && at >= verb - 4 && at <= verb + 1
	})
}

/** What says `any longer` stands before the denial in Spanish and Polish. */
const already: ReadonlySet<string> = new Set(["ya", "juz"])
/** Whether a folded word denies: `saysNoLonger` is asked of no note without such a one. */
export const mayDeny = (word: string) => isNegation(word) || word === "ne" || word === "n" || word === "geen"

/** Whether a note is nothing but one word that says so: `EJ`, `dubbel`. */
export function isWholeWord(said: readonly string[]): boolean {
	return said.length === 1 && known().whole.has(said[0] ?? "")
}
