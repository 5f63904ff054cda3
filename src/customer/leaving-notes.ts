import { alsoNames, left } from "./headers/vocabulary/remarks.ts"
import { fold, spellings } from "./headers/words.ts"
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
dubbel dubbla doppelt dobbelt dobbel doble doppio podwójny podwójna dbl
`

let made: Readonly<Record<"gone" | "leaving" | "whole", ReadonlySet<string>>> | undefined

function known() {
	if (made !== undefined) return made
	const names = setOf(alsoNames)
	made = {
		gone: new Set([...setOf(left)].filter((word) => !names.has(word))),
		leaving: setOf(leaving),
		whole: setOf(whole),
	}
	return made
}

/** Whether there may be more to a folded word: `tellsOfLeaving` is asked of no note without such a one. */
export function mayLeave(word: string): boolean {
	return known().gone.has(word) || known().leaving.has(word)
}

/** Whether a part of a note begins with somebody's having left or being about to: `flyttat till Spanien`, `slutar vid årsskiftet`. */
export function tellsOfLeaving(note: string): boolean {
	const { gone, leaving } = known()
	return partsOfNote(note).some((part) => {
		const [, first = "", rest = ""] =
			/^\P{L}*(?:(?:har|hat|ist|is|has|er|on|est|ha|jest) )?(\p{L}+)\s*(.*)$/u.exec(fold(part)) ?? []
		if (gone.has(first)) return rest === "" || whither.test(rest)
		return leaving.has(first) && !byTheClock.test(rest) && !/^(?:ej|inte|ikke|nicht|not|niet|ei|pas)\b/.test(rest)
	})
}

/** Whether a note is nothing but one word that says so: `EJ`, `dubbel`. */
export function isWholeWord(said: readonly string[]): boolean {
	return said.length === 1 && known().whole.has(said[0] ?? "")
}
