import { spellings } from "./words.ts"

/** Of a card that expired; with a date, a column named so may say when any card does. */
const expired =
	"expired utgånget abgelaufen utløpt udløbet vanhentunut expirée expiré périmée caducada vencida scaduta wygasła verlopen"
/** Of a card that can no longer be charged, beside what files say of customers who are gone; by language. */
const spent = `
revoked withdrawn replaced superseded blocked stolen lost invalid suspended removed voided fraudulent used consumed
recalled cancelled canceled deactivated terminated compromised hotlisted
spärrad spärrat spärrats använd använt förbrukad stulen stulet förlorad förlorat ersatt ersatts utbytt borttappad ogiltig ogiltigt återkallad
gesperrt ersetzt ausgetauscht gestohlen verloren ungültig widerrufen verwendet
förlorade tappat tappad avstängt avstängd avslutat makulerad stöldanmäld
abgemeldet eingezogen zurückgerufen storniert vermisst abhanden
sperret erstattet byttet brukt stjålet mistet tapt ugyldig tilbakekalt bortkommet inndratt kansellert
tilbagekaldt bortkommet inddraget annulleret
spærret brugt
estetty korvattu vaihdettu varastettu kadonnut peruutettu mitätöity lukittu käytetty kadotettu kuoletettu perutettu
bloquée bloqué remplacée remplacé volée volé perdue perdu révoquée révoqué invalide opposition annulée désactivée inactive
bloqueada reemplazada sustituida robada perdida anulada revocada inválida desactivada
bloccata sostituita rubata smarrita revocata annullata disattivata
zablokowana zastąpiona wymieniona zablokowany skradziona zgubiona nieważna unieważniona cofnięta anulowana zastrzeżona
geblokkeerd vervangen gestolen ingetrokken ongeldig teruggeroepen verloren
declined refused rejected nekad nekat avvisad avvisat abgelehnt avvist avslått afvist hylätty refusé rechazada rifiutata odrzucona geweigerd
`
/** Further ones that notes in names have: of several, of what was replaced, of what was never real. */
const noted = `
test tests testing testkort testkarte testdata demo dummy sandbox fake deprecated obsolete wrong unused stale
spärrade blockerad blockerat blockerade använda använts förbrukat förbrukade stulna ogiltiga återkallat återkallade utgångna ersatta prov fel felaktig felaktigt
gesperrte gesperrter abgelaufene abgelaufener ungültige verwendete gebraucht benutzt falsch
sperrede blokkert blokeret brukte brugte feil forkert prøve spærrede
vanhentuneet käytetyt väärä koe testi
utilisé utilisée utilisés essai
usada usado usados bloqueado revocado caducado prueba
usata usato usati bloccato revocato scaduto prova
użyta użyty zużyty próba
gebruikt proef
`
/** Said of cards and other things, never of customers. */
const stolen =
	"stolen stulen stulet stulna gestohlen stjålet stjålne varastettu volée volé robada rubata skradziona gestolen"
/** Why a charge was declined, where no charge of the card is ever taken again. */
const lost = `
lost fraud fraudulent pickup expired revoked revocation blocked closed compromised
förlorat spärrat verloren gesperrt mistet tapt sperret spærret kadonnut estetty perdue perdida bloquée bloqueada smarrita bloccata zgubiona
zablokowana geblokkeerd
`
/** What nobody may do any more where it is denied: `do not use`. */
const using =
	"use använd användas anvend anvendes bruk brukes brug bruges verwenden benutzen käytä utiliser usar utilizar usare używać gebruiken"
const negating = "not no never inte ej nicht kein keine ikke ei non pas nie niet"

/** The stem of a participle, however it agrees with what it is said of: `bloqueada`, `bloqueados`, `gesperrte`, `återkallat`. */
const stemOf = (word: string) =>
	word.replace(/(?<=\p{L}{4}a)(?:ts?|de|d|s)$/u, "").replace(/(?<=\p{L}{4})(?:os|as|es|e[nr]|[aoeiy])$/u, "")

const setOf = (text: string): ReadonlySet<string> =>
	new Set(
		text
			.trim()
			.split(/\s+/)
			.flatMap(spellings)
			.flatMap((word) => [word, stemOf(word)]),
	)

const has = (words: ReadonlySet<string>, word: string) => words.has(word) || words.has(stemOf(word))

let made:
	| Readonly<Record<"expired" | "spent" | "noted" | "negating" | "stolen" | "lost" | "using", ReadonlySet<string>>>
	| undefined

function sets() {
	made ??= {
		expired: setOf(expired),
		spent: setOf(spent),
		noted: setOf(noted),
		negating: setOf(negating),
		stolen: setOf(stolen),
		lost: setOf(`${stolen} ${lost}`),
		using: setOf(using),
	}
	return made
}

/** Whether a folded word says that a card expired. */
export const isExpired = (word: string): boolean => sets().expired.has(word)

/** Whether a folded word says that a card can no longer be charged. */
export const isSpent = (word: string): boolean => has(sets().spent, word) || isExpired(word)

/** Whether a folded word of a note in a name says that the column holds what is of no use any more, or never was. */
export const isSpentInNote = (word: string): boolean => isSpent(word) || sets().noted.has(word)

/** Whether a folded word of why a charge was declined says that no card may be charged again: `stolen_card`, not `insufficient_funds`. */
export const isLost = (word: string): boolean => has(sets().lost, word)

/** Whether a folded word denies what stands beside it. */
export const isNegation = (word: string): boolean => sets().negating.has(word)

const joining = new Set(["or", "and"])

/** Whether folded words say no more than that something was stolen or lost, as `Lost/Stolen` does: a card, whatever the column is called. */
export function saysStolen(words: readonly string[]): boolean {
	return words.some((word) => sets().stolen.has(word)) && words.every((word) => isSpent(word) || joining.has(word))
}

/** Whether folded words say that something is not to be used. */
export function forbidsUse(words: readonly string[]): boolean {
	return words.some((word) => sets().using.has(word)) && words.some(isNegation)
}
