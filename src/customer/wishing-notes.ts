import { isNegation } from "./headers/spent.ts"
import { spellings } from "./headers/words.ts"

/** Who is left behind by a customer who died; of who is one herself the note says `is`. */
const bereaved = `
widow widower
änka änkan änkling änklingen
witwe witwer
enke enken enkemann enkemannen enkemand enkemanden
leski lesken leskeltä
veuve veuf viuda viudo vedova vedovo wdowa wdowiec weduwe weduwnaar
`
const being = "is are a an är en ist eine ein er on est une un es una è jest een"

/** Who wishes something of us. */
const wishing = `
asked asks wants want wanted wishes wished requested requests
vill ville önskar bad bett begärt ber
möchte will wollte wünscht bat bittet gebeten
ønsker vil bedt ber
haluaa halusi pyysi pyytää toivoo
veut souhaite demande demandé désire
quiere desea pide pidió solicita
vuole desidera chiede chiesto
chce prosi poprosił poprosiła życzy
wil wenst vraagt gevraagd
`
/** That it is to end. */
const ending = `
stop stopping cancel cancelling quit
sluta avsluta upphöra avslutas
aufhören aufzuhören kündigen beenden austreten stornieren
slutte avslutte opphøre ophøre stoppe
lopettaa lopettamaan lopettamista erota irtisanoa
arrêter cesser résilier
parar cancelar cesar baja
smettere cessare disdire annullare
zrezygnować przestać zakończyć zaprzestanie
stoppen opzeggen beëindigen
`
/** In two words, folded. */
const apart = [
	"ga ur",
	"hoppa av",
	"melde seg",
	"melde sig",
	"saga upp",
	"si opp",
	"sige op",
	"zeggen op",
	"giving notice",
	"darse de",
]
/** Words between the wish and the end. */
const near = 4

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))

let made: Readonly<Record<"bereaved" | "being" | "wishing" | "ending", ReadonlySet<string>>> | undefined

function known() {
	made ??= {
		bereaved: setOf(bereaved),
		being: setOf(being),
		wishing: setOf(wishing),
		ending: new Set([...setOf(ending), ...apart]),
	}
	return made
}

/** Whether there may be more to a folded word: `asksToEnd` of no note without such a one. */
export function mayAskToEnd(word: string): boolean {
	const { bereaved, wishing } = known()
	return bereaved.has(word) || wishing.has(word)
}

/** Whether a note tells of who is left of its customer, or that somebody wishes to end. @param said the folded words of the note */
export function asksToEnd(said: readonly string[]): boolean {
	const { bereaved, being, wishing, ending } = known()
	for (let at = 0; at < said.length; at++) {
		const word = said[at] ?? ""
		if (bereaved.has(word) && !being.has(said[at - 1] ?? "")) return true
		if (!wishing.has(word) || said.slice(Math.max(0, at - 2), at).some(isNegation)) continue
		const after = said.slice(at + 1, at + 1 + near)
		const end = after.findIndex((one, at) => ending.has(one) || ending.has(`${one} ${after[at + 1] ?? ""}`))
		if (end >= 0 && !after.slice(0, end).some((one) => isNegation(one) || one === "about")) return true
	}
	return false
}

/** `R.I.P.`, which small letters say at the beginning alone. */
const rest = /(?:^|[^\p{L}])R\.?I\.?P\b|^rip\b/u

const tries = new RegExp(
	"^(?:(?:just|only|bara|nur|kun|vain|solo|alleen|tylko)\\s+)?(?:(?:an?|ein|en|et|une?|una?|een)\\s+)?te?sti?[-_ ]?" +
		"(?:kund(?:e|in|en)?|konto|account|person|user|customer|client|member|donor|medlem|bru[kg]er|benutzer|asiakas|henkilö|cliente|klient|klant" +
		"|entry|record|row|data|post|rad|rivi|zeile|eintrag|datensatz|række|rekord|ligne|fila|riga|regel)?\\s*\\d*$",
	"iu",
)

/** In all of `tries`, for a quick look. */
const mayTry = /te?st/iu

/** The parts of a note, between signs. */
export const partsOfNote = (note: string): readonly string[] =>
	note.split(/\s[-–—]+\s|[;:,.|/()!?\n]/).flatMap((part) => part.trim() || [])

/** Whether a note says that its customer rests in peace, or that there is none: `RIP Mar 26`, `test - delete`. */
export function saysNobody(note: string): boolean {
	return rest.test(note) || (mayTry.test(note) && partsOfNote(note).some((part) => tries.test(part)))
}
