import { isImportColumn } from "./fields.ts"
import { isOfNotes } from "./headers/note-column.ts"
import { readHeader } from "./headers/read-header.ts"
import { isNegation } from "./headers/spent.ts"
import { states } from "./headers/vocabulary/states.ts"
import { fold, spellings } from "./headers/words.ts"
import { kinBeside } from "./kin.ts"
import { isWholeWord, mayDeny, mayLeave, saysNoLonger, tellsOfLeaving } from "./leaving-notes.ts"
import { mayBeSame, phrases, sameAs } from "./note-phrases.ts"
import { recent } from "./recent.ts"
import { remembered } from "./remembered.ts"
import { asksToEnd, mayAskToEnd, partsOfNote, saysNobody } from "./wishing-notes.ts"

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

/** What begins an order: `Delete!`, `Radera`. */
const orders = `
delete radera slett slet löschen poista supprimer eliminar borrar eliminare cancellare usunąć verwijderen
`

const belongs =
	"belongs tillhör tillhor hör gehört tilhører kuuluu appartient pertenece appartiene należy hoort behoort"

/** Of a card that nobody may charge; one that was replaced may stand here with its new token. */
const blocked = `
blocked stolen lost
expired closed invalid
spärrad spärrat spärrats utgånget utgången ogiltigt ogiltig avslutat stängt blockerad blockerat stulen stulet förlorat borttappat tappat
abgelaufen abgelaufene ungültig ungültige gesperrt gesperrte gesperrten gestohlen gestohlene verloren verlorene
sperret stjålet tapt mistet spærret lukket utløpt udløbet ugyldig ugyldigt stengt
vanhentunut estetty suljettu varastettu kadonnut kuoletettu
expirée périmée bloquée volée perdue caducada vencida bloqueada robada perdida scaduta bloccata rubata smarrita
wygasła nieważna zablokowana skradziona zgubiona zastrzeżona
verlopen geblokkeerd geblokkeerde gestolen verloren
`
/** What is not to be done to a customer or a card: to move them to another system, or to charge. */
const moving = `
flytta flyttas överföra överföras migrera migreras importera importeras debitera debiteras fakturera faktureras
übernehmen übernommen migrieren migriert übertragen importieren importiert mitnehmen umziehen abbuchen belasten abrechnen
dras trekk trekke trække trækkes
flytte flyttes overføre overføres importere importeres migreres trekkes belastes faktureres
siirtää siirrä siirretä tuoda veloittaa veloita laskuttaa laskuta
transférer migrer importer reprendre débiter prélever facturer
migrar transferir traspasar importar cobrar facturar
migrare trasferire importare addebitare fatturare
przenosić migrować importować obciążać fakturować
overzetten migreren overnemen importeren meenemen verhuizen incasseren factureren
`
/** After `no`, these are things. */
const movingInEnglish = "migrate migrated transfer transferred import imported move bill billed charge charged"

/** What may stand between a card and whose it is. */
const between = `
is are was belongs of the his her their s
är ist er on este es è jest está
den der des dem seiner ihrer seines ihres seinem seinen ihrem ihren von vom
hans hennes hendes sin
de du la le sa ses à l grand belle beau
de del su la el
di della del sua suo
van zijn haar de het
`
/** Where something is somebody's, and what may stand before whose it is. */
const being = "is was are belongs ist war är var er on est es è jest"
const ofWhom = "not inte ej ikke nicht ei pas no non nie niet à de di van la"
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
	| "between"
	| "being"
	| "ofWhom"
	| "twice"
	| "see"
	/** All beginnings of `alone`. */
	| "beginnings"

let made: Readonly<Record<Words, ReadonlySet<string>>> | undefined

function known() {
	if (made !== undefined) return made
	const alone = new Set([...setOf(died), ...setOf(left), ...saidTwice(), ...phrases.flatMap(spellings)])
	made = {
		alone,
		beginnings: new Set([...alone].flatMap((phrase) => Array.from(phrase, (_, at) => phrase.slice(0, at + 1)))),
		order: setOf(orders),
		belongs: setOf(belongs),
		blocked: setOf(blocked),
		moving: setOf(moving),
		movingInEnglish: setOf(movingInEnglish),
		between: setOf(between),
		being: setOf(being),
		ofWhom: setOf(ofWhom),
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
	if (/[†✝✞]/.test(note) || saysNobody(note)) return true
	const said = wordsIn(note)
	if (hasPhrase(said) || isWholeWord(said)) return true
	if (said.some(mayBeSame) && sameAs.test(fold(note))) return true
	if (said.some(mayDeny) && saysNoLonger(note)) return true
	if (said.some(mayLeave) && tellsOfLeaving(note)) return true
	if (!said.some(isTelling)) return false
	const { order, twice, see } = known()
	const parts = partsOfNote(note)
	if (parts.some((part) => order.has(firstWord(part)) || saysTheirs(wordsIn(part)))) return true
	if (asksToEnd(said)) return true
	if (said.some((_, at) => (isCard(said, at) && speaksOfCard(said, at)) || forbidsMoving(said, at))) return true
	return said.some((word) => twice.has(word)) && said.some((word) => see.has(word)) && /\d/.test(note)
}

/** Whether a word or a phrase says enough by itself, and is not denied. */
function hasPhrase(said: readonly string[]): boolean {
	const { alone, beginnings } = known()
	for (let at = 0; at < said.length; at++) {
		let phrase = ""
		for (let to = at; to < Math.min(said.length, at + longest); to++) {
			phrase += said[to]
			if (!beginnings.has(phrase)) break
			if (alone.has(phrase) && !said.slice(Math.max(0, at - 2), at).some(isNegation)) return true
		}
	}
	return false
}

const wordsIn = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
const firstWord = (text: string) => wordsIn(text).find((word) => !polite.has(word)) ?? ""
const polite: ReadonlySet<string> = new Set(
	"please bitte snalla vanligen vennligst venligst prosze gelieve svp".split(" "),
)

/** Whether there may be more to a word than `hasPhrase` sees: whatever else a note says has such a one in it. */
const isTelling = recent((word): boolean => {
	const { order, moving, movingInEnglish, twice } = known()
	return (
		[order, moving, movingInEnglish, twice].some((words) => words.has(word)) ||
		mayAskToEnd(word) ||
		kinBeside(word) !== undefined
	)
})

/** In Dutch a card is a `pas`, which denies in French and is a step, or a word of many meanings, elsewhere. */
function isCard(said: readonly string[], at: number): boolean {
	const word = said[at] ?? ""
	return word === "pas" ? dutch.test(said[at + 1] ?? "") : kinBeside(word) !== undefined
}

const dutch = /^(?:is|van|geblokkeerd|gestolen|verloren)$/

/** `Kortet är hennes`, at the end of a part of a note: not `kortet är hennes eget`. */
function saysTheirs(said: readonly string[]): boolean {
	const kin = said.map((word, at) => (isCard(said, at) ? kinBeside(word) : undefined)).find((one) => one !== undefined)
	if (!kin?.theirs.has(said.at(-1) ?? "")) return false
	const { being, ofWhom } = known()
	const is = said.findLastIndex((word, at) => at < said.length - 1 && !ofWhom.has(word))
	return being.has(said[is] ?? "")
}

/** Whether the card at this place is blocked, or another's than the customer's. */
function speaksOfCard(said: readonly string[], at: number): boolean {
	const { belongs, blocked, between } = known()
	const { people, owners } = kinBeside(said[at] ?? "") ?? noKin
	const owner = said.findLastIndex((word, place) => place < at && !ofCards.has(word))
	const [before = "", after] = [said[owner], said.slice(at + 1, at + 1 + near)]
	const isTheirs = owners.has(before) || (before === "s" && people.has(said[owner - 1] ?? ""))
	if (isTheirs || after.some((word) => belongs.has(word))) return true
	const isDenied = after.some(isNegation) || said.slice(Math.max(0, at - 2), at).some(isNegation)
	if (after.some((word, place) => valid.has(word) && isNegation(after[place - 1] ?? ""))) return true
	if (!isDenied && (blocked.has(before) || after.some((word) => blocked.has(word)))) return true
	const other = said.findIndex((word, place) => place > at && !between.has(word))
	return people.has(said[other] ?? "")
}

/** Which card, between it and whose it is: `mother's new credit card`. */
const ofCards: ReadonlySet<string> = new Set(
	"credit debit bank visa mastercard new old nya nye gamla gamle neue neuen neues alte uusi vanha nieuwe oude".split(
		" ",
	),
)
/** What a card is not that nobody may charge. */
const valid = setOf("giltigt giltig gyldig gyldigt gültig valid voimassa valide válida valida ważna geldig")
const noKin = { people: new Set<string>(), owners: new Set<string>() }

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
/** The second is Finnish, the third French. */
const denies = (word: string) => isNegation(word) || word === "ala" || word === "ne"

/**
 * Prepares to read the notes of a column of this name; nothing where it has none.
 * @param isSaid whether its values say that it has
 */
export function noteJudge(name: string, isSaid = false): ((cell: string) => true | undefined) | undefined {
	if (isImportColumn(name) || !(isSaid || isOfNotes(readHeader(name)))) return undefined
	return remembered((cell) => speaksAgainst(cell) || undefined)
}
