import { isPlaceholder } from "../clean-text.ts"
import { speaksOfCards } from "../headers/card-columns.ts"
import { cardStateColumn } from "../headers/state-column.ts"
import { fold, spellings, words } from "../headers/words.ts"
import { booleanOf } from "../kinds/boolean.ts"
import { once } from "../kinds/display-names.ts"
import { isDate, isGone } from "../states.ts"

/** Of a card that expired; with a date, such a column may say when any card does. */
const expiredWords =
	"expired utgånget abgelaufen utløpt udløbet vanhentunut expirée expiré périmée caducada vencida scaduta wygasła verlopen"
/** Of a card that can no longer be charged, beside what files say of customers who are gone; by language. */
const deadWords = `
revoked replaced superseded blocked stolen lost invalid suspended removed voided fraudulent used consumed
spärrad spärrat spärrats använd använt förbrukad stulen stulet förlorad förlorat ersatt ersatts utbytt borttappad ogiltig ogiltigt återkallad
gesperrt ersetzt ausgetauscht gestohlen verloren ungültig widerrufen verwendet
sperret erstattet byttet brukt stjålet mistet tapt ugyldig
spærret brugt
estetty korvattu vaihdettu varastettu kadonnut peruutettu mitätöity lukittu käytetty
bloquée bloqué remplacée remplacé volée volé perdue perdu révoquée révoqué invalide opposition annulée désactivée inactive
bloqueada reemplazada sustituida robada perdida anulada revocada inválida desactivada
bloccata sostituita rubata smarrita revocata annullata disattivata
zablokowana zastąpiona wymieniona zablokowany skradziona zgubiona nieważna unieważniona cofnięta anulowana zastrzeżona
geblokkeerd vervangen gestolen ingetrokken ongeldig
`
const negations: ReadonlySet<string> = new Set(
	"not no never inte ej nicht kein keine ikke ei non pas nie niet".split(" "),
)

const setOf = (text: string) => new Set(text.trim().split(/\s+/).flatMap(spellings))
const sets = once(() => ({ dead: setOf(deadWords), expired: setOf(expiredWords) }))

function isExpiredWord(word: string): boolean {
	return sets().expired.has(word)
}

function isDeadWord(word: string): boolean {
	return sets().dead.has(word) || isExpiredWord(word) || isGone(word)
}

/** `Card blocked`, `Kortspärrad`. */
function wordsOf(name: string): readonly string[] {
	return words(name).main.flatMap((word) => [word, word.replace(/^(?:kort|karten?|kaart)/, "")])
}

type Kind = "status" | "active" | "dead" | "expired"

function kindOf(name: string): Kind | undefined {
	const state = cardStateColumn(name)
	if (state !== undefined) return state
	if (!speaksOfCards(name) && !/^(?:kort|karten?|kaart)/.test(fold(name))) return undefined
	const said = wordsOf(name)
	return said.some(isExpiredWord) ? "expired" : said.some(isDeadWord) ? "dead" : undefined
}

/** Whether a cell says that a card can no longer be charged. */
export type DeadCardJudge = (cell: string) => boolean

const mostKnown = 300

/** Prepares to tell by a column of this name; undefined where it says nothing of the sort. */
export function deadCardJudge(name: string): DeadCardJudge | undefined {
	const kind = kindOf(name)
	if (kind === undefined) return undefined
	const known = new Map<string, boolean>()
	return (cell) => {
		if (cell === "") return false
		const before = known.get(cell)
		if (before !== undefined) return before
		const is = isDead(kind, cell.trim())
		if (known.size < mostKnown) known.set(cell, is)
		return is
	}
}

function isDead(kind: Kind, value: string): boolean {
	if (value === "" || isPlaceholder(value)) return false
	const said = fold(value).match(/\p{L}+/gu) ?? []
	if (said.some(isDeadWord)) return !said.some((word) => negations.has(word))
	const is = booleanOf(value)
	if (kind === "active") return is === false
	if (kind === "status") return false
	return is === true || (kind === "dead" && is === undefined && isDate(value))
}
