import { foreign } from "./headers/concepts.ts"
import { readHeader } from "./headers/read-header.ts"
import { isNegation } from "./headers/spent.ts"
import { states } from "./headers/vocabulary/states.ts"
import { fold, spellings } from "./headers/words.ts"
import { remembered } from "./remembered.ts"

/** Who died, by language; what a state is called elsewhere says too much in a free text: a phone may be removed. */
const died = `
deceased died
avliden avlidet avlidna avled död dödsbo bortgången
verstorben verstorbene verstorbener gestorben nachlass
avdød død dødsbo afdød
kuollut kuolinpesä edesmennyt
décédé décédée défunt défunte
fallecido fallecida difunto difunta
deceduto deceduta defunto defunta
zmarły zmarła zmarł
overleden
`

const phrases = [
	"passed away",
	"nie żyje",
	"ska bort",
	"soll gelöscht werden",
	"tulee poistaa",
	"debe eliminarse",
	"wrong card",
	"fel kort",
	"falsche karte",
	"feil kort",
	"forkert kort",
	"väärä kortti",
	"mauvaise carte",
	"tarjeta equivocada",
	"carta sbagliata",
	"zła karta",
	"verkeerde kaart",
]

/** What begins an order: `Delete!`, `Radera`. */
const orders = `
delete radera slett slet löschen poista supprimer eliminar borrar eliminare cancellare usunąć verwijderen
`

const card =
	/^(?:betal|bank|kredit|credit)?(?:cards?|kort(?:et|en)?|karte|kartan?|kortti|cartes?|tarjetas?|carta|karta|kaart)$/
const belongs =
	"belongs tillhör tillhor hör gehört tilhører kuuluu appartient pertenece appartiene należy hoort behoort"

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))

let made: Readonly<Record<"alone" | "order" | "belongs", ReadonlySet<string>>> | undefined

function known() {
	const said = Object.entries(states).flatMap(([text, state]) => {
		const isPhrase = text.includes(" ") && !text.includes("-")
		// What is there twice is that in any text; to be deleted, as a phrase alone.
		return (state === "deleted" && isPhrase) || (state === "merged" && !isPhrase) ? spellings(text) : []
	})
	made ??= {
		alone: new Set([...setOf(died), ...said, ...phrases.flatMap(spellings)]),
		order: setOf(orders),
		belongs: setOf(belongs),
	}
	return made
}

/** Words of the longest phrase. */
const longest = 4
/** Between the card and whose it is. */
const near = 3

/**
 * Whether a note says that its customer died, is to be deleted or is there twice, or that the card is somebody else's. No word of a
 * note is certain: it may be of something else.
 */
export function speaksAgainst(note: string): boolean {
	const said = fold(note).match(/[\p{L}\p{N}]+/gu) ?? []
	const { alone, order, belongs } = known()
	if (order.has(said[0] ?? "")) return true
	for (let at = 0; at < said.length; at++) {
		let phrase = ""
		for (let to = at; to < Math.min(said.length, at + longest); to++) {
			phrase += said[to]
			if (alone.has(phrase) && !said.slice(Math.max(0, at - 2), at).some(isNegation)) return true
		}
		if (card.test(said[at] ?? "") && said.slice(at + 1, at + 1 + near).some((word) => belongs.has(word))) return true
	}
	return false
}

/** Prepares to read the notes of a column of this name; nothing where it has none. */
export function noteJudge(name: string): ((cell: string) => true | undefined) | undefined {
	const { foreign: kind } = readHeader(name)
	if (kind !== foreign.note && kind !== foreign.tag) return undefined
	return remembered((cell) => speaksAgainst(cell) || undefined)
}
