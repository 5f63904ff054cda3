import { isImportColumn } from "./fields.ts"
import { foreign } from "./headers/concepts.ts"
import { readHeader } from "./headers/read-header.ts"
import { isNegation } from "./headers/spent.ts"
import { states } from "./headers/vocabulary/states.ts"
import { fold, spellings } from "./headers/words.ts"
import { remembered } from "./remembered.ts"
import { asksToEnd, partsOfNote, saysNobody } from "./wishing-notes.ts"

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
	/^(?:betal|bank|kredit|credit)?(?:cards?|kort(?:et|en)?|karte|kartan?|kort(?:ti|in)|cartes?|tarjetas?|carta|karta|kaart)$/
const belongs =
	"belongs tillhör tillhor hör gehört tilhører kuuluu appartient pertenece appartiene należy hoort behoort"

/** Of a card that nobody may charge; one that was replaced may stand here with its new token. */
const blocked = `
blocked stolen lost
spärrad spärrat spärrats blockerad blockerat stulen stulet förlorat borttappat tappat
gesperrt gesperrte gesperrten gestohlen gestohlene verloren verlorene
sperret stjålet tapt mistet spærret
estetty suljettu varastettu kadonnut kuoletettu
bloquée volée perdue bloqueada robada perdida bloccata rubata smarrita
zablokowana skradziona zgubiona zastrzeżona
geblokkeerd geblokkeerde gestolen verloren
`
/** What is not to be done to a customer or a card: to move them to another system, or to charge. */
const moving = `
flytta flyttas överföra överföras migrera migreras importera importeras debitera debiteras fakturera faktureras
übernehmen übernommen migrieren migriert übertragen importieren importiert mitnehmen umziehen abbuchen belasten abrechnen
flytte flyttes overføre overføres importere importeres migreres trekkes belastes faktureres
siirtää siirrä siirretä tuoda veloittaa veloita laskuttaa laskuta
transférer migrer importer reprendre débiter facturer
migrar transferir traspasar importar cobrar facturar
migrare trasferire importare addebitare fatturare
przenosić migrować importować obciążać fakturować
overzetten migreren overnemen importeren meenemen verhuizen incasseren factureren
`
/** After `no`, these are things. */
const movingInEnglish = "migrate migrated transfer transferred import imported move bill billed charge charged"

/** Whose a card is that is not the customer's, as owners are named: `dotterns kort`. */
const owners = `
daughters sons mothers fathers wifes husbands
dotterns dotters dottern sonens mammans mammas pappans pappas mors fars fruns hustruns makens makans sambons
datterens datters sønnens sønns morens farens konens kones mandens mannens
tyttären pojan äidin isän vaimon miehen aviomiehen
`
/** As others name them, behind the card. */
const kin = `
daughter son mother father wife husband
dotter dottern son mamma pappa
tochter sohn sohnes mutter vater vaters ehefrau frau mann ehemann mannes
datter sønn søn mor far kone
fille fils mère père épouse femme mari
hija hijo madre padre mujer esposa marido
figlia figlio madre padre moglie marito
córki syna matki ojca żony męża
dochter zoon moeder vader vrouw man echtgenoot echtgenote
`
/** What may stand between a card and whose it is. */
const between = `
is are was belongs of the his her their s
är ist er on este es è jest está
den der des seiner ihrer seines ihres von vom
hans hennes sin
de du la le sa ses
de del su la el
di della del sua suo
van zijn haar de het
`
/** Who gave notice. */
const left = `
opgezegd gekündigt uppsagd uppsagt oppsagt opsagt irtisanottu irtisanonut résilié résiliée wypowiedziana disdetta
`
const twice = "dubbel dubbele doppelt dobbelt dobbel double doble doppio podwójny"
const see = "see se siehe zie voir ver vedi zob zobacz katso kts"

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))

type Words =
	| "alone"
	| "order"
	| "belongs"
	| "blocked"
	| "moving"
	| "movingInEnglish"
	| "owners"
	| "kin"
	| "between"
	| "twice"
	| "see"

let made: Readonly<Record<Words, ReadonlySet<string>>> | undefined

function known() {
	made ??= {
		alone: new Set([...setOf(died), ...setOf(left), ...saidTwice(), ...phrases.flatMap(spellings)]),
		order: setOf(orders),
		belongs: setOf(belongs),
		blocked: setOf(blocked),
		moving: setOf(moving),
		movingInEnglish: setOf(movingInEnglish),
		owners: setOf(owners),
		kin: setOf(`${kin} ${owners}`),
		between: setOf(between),
		twice: setOf(twice),
		see: setOf(see),
	}
	return made
}

/** What says in any text that somebody is there twice; that somebody is to be deleted, as a phrase alone. */
function saidTwice(): readonly string[] {
	return Object.entries(states).flatMap(([text, state]) => {
		const isPhrase = text.includes(" ") && !text.includes("-")
		return (state === "deleted" && isPhrase) || (state === "merged" && !isPhrase) ? spellings(text) : []
	})
}

/** Words of the longest phrase. */
const longest = 4
/** Between the card and whose it is. */
const near = 3

/**
 * Whether a note says that its customer died, left or wishes to, is a test, is to be deleted, is there twice or is not to be moved, or
 * that the card is blocked or somebody else's. No word of a note is certain: it may be of something else.
 */
export function speaksAgainst(note: string): boolean {
	if (/[†✝✞]/.test(note)) return true
	const said = wordsIn(note)
	const { alone, order, twice, see } = known()
	if (partsOfNote(note).some((part) => order.has(firstWord(part)))) return true
	if (saysNobody(note) || asksToEnd(said)) return true
	for (let at = 0; at < said.length; at++) {
		let phrase = ""
		for (let to = at; to < Math.min(said.length, at + longest); to++) {
			phrase += said[to]
			if (alone.has(phrase) && !said.slice(Math.max(0, at - 2), at).some(isNegation)) return true
		}
		if (isCard(said, at) && speaksOfCard(said, at)) return true
		if (forbidsMoving(said, at)) return true
	}
	return said.some((word) => twice.has(word)) && said.some((word) => see.has(word)) && /\d/.test(note)
}

const wordsIn = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
const firstWord = (text: string) => wordsIn(text)[0] ?? ""

/** In Dutch a card is a `pas`, which denies in French and is a step, or a word of many meanings, elsewhere. */
function isCard(said: readonly string[], at: number): boolean {
	const word = said[at] ?? ""
	return card.test(word) || (word === "pas" && dutch.test(said[at + 1] ?? ""))
}

const dutch = /^(?:is|van|geblokkeerd|gestolen|verloren)$/

/** Whether the card at this place is blocked, or another's than the customer's. */
function speaksOfCard(said: readonly string[], at: number): boolean {
	const { belongs, blocked, owners, kin, between } = known()
	const [before = "", after] = [said[at - 1], said.slice(at + 1, at + 1 + near)]
	if (owners.has(before) || (before === "s" && kin.has(said[at - 2] ?? "")) || after.some((word) => belongs.has(word)))
		return true
	const isDenied = after.some(isNegation) || said.slice(Math.max(0, at - 2), at).some(isNegation)
	if (!isDenied && (blocked.has(before) || after.some((word) => blocked.has(word)))) return true
	const other = said.findIndex((word, place) => place > at && !between.has(word))
	// `Carte de son choix`: in French `son` says whose.
	return kin.has(said[other] ?? "") && !(said[other] === "son" && said[other - 1] === "de")
}

/** Whether it says at this place that somebody is not to be moved or charged. */
function forbidsMoving(said: readonly string[], at: number): boolean {
	const { moving, movingInEnglish } = known()
	const word = said[at] ?? ""
	const isEnglish = movingInEnglish.has(word)
	if (!isEnglish && !moving.has(word)) return false
	const before = said.slice(Math.max(0, at - 3), at)
	if (isEnglish) return before.some((one) => inEnglish.has(one))
	return before.some(denies) || (said[at + 1] !== undefined && denies(said[at + 1] ?? ""))
}

const inEnglish: ReadonlySet<string> = new Set(["not", "never", "don", "dont"])
/** The second is Finnish. */
const denies = (word: string) => isNegation(word) || word === "ala"

/** Prepares to read the notes of a column of this name; nothing where it has none. */
export function noteJudge(name: string): ((cell: string) => true | undefined) | undefined {
	if (isImportColumn(name)) return undefined
	const { foreign: kind } = readHeader(name)
	if (kind !== foreign.note && kind !== foreign.tag) return undefined
	return remembered((cell) => speaksAgainst(cell) || undefined)
}
