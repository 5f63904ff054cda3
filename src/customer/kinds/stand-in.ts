import { byInitial } from "../by-initial.ts"
import { isDigit } from "../quick-look.ts"
import { nobody } from "./nobody-words.ts"
import { isProtected } from "./protected-words.ts"

/**
 * What stands in place of a value: words that say that there is `none`, that the person was `deleted` or is `protected`, or that `may` be
 * somebody's name all the same. In the languages of our column names; each is asked of a whole value.
 */
export type StandIn = "none" | "deleted" | "protected" | "may"

/** Nobody and no place is called so. */
const unknown =
	"unknown|okän[dt]|unbekannt|ukjent|ukendt|tuntematon|inconnue?|desconocid[oa]|sconosciut[oa]|nieznan[ya]|onbekend|uppgift saknas" +
	"|ei tie(?:dossa|toa)|not (?:available|provided|given|known|specified|applicable)|ej (?:angive[tn]|känd|tillgänglig)|sin datos" +
	"|ikke (?:oppgitt|oplyst|angivet|tilgjengelig)|nicht (?:angegeben|bekannt|vorhanden)|keine angaben?|non renseignée?|niet bekend"

/** These are a name now and then, and never a value of any form, such as an e-mail address. Several `#` are damage: a value was too wide to be shown. */
const nothing =
	"none|null|nil|n\\.?a\\.?|ingen|inget|intet|keine[rs]?|ei ole|puuttuu|saknas|mangler|fehlt|missing|empty|blank|aucune?|néant|ningun[oa]" +
	"|ningún|nessun[oa]|brak|geen|tb[acd]|n/k|n\\.k\\.|\\?+|\\.+|_+|#|[;:,|/\\\\!]+"

/** What people type who have to type something. */
const typed =
	"test(?:er|kunde?|person|testsson)?\\d*(?: (?:test(?:er|sson)?|user|customer|kunde?|person|account|konto)\\d*)?|asdf\\w*|qwerty|dummy|n\\. ?n\\." +
	"|anonym(?:ous|e?)|no ?name|x{2,}"

/** `Dag Holm testkund`, `Max Testmann`, `Test Testsson`, `Test Donor`: a word that tries something, behind whatever name or before one word. */
const tested = new RegExp(
	"^test[ -]\\p{L}{3,}$|(?:^|\\s)test(?:[- ]?(?:kund(?:e|in|en)?|konto|account|person|user|customer|client|member|medlem|bru[kg]er|benutzer|asiakas|henkilö|cliente|klant" +
		"|card|kort|karte|order)|mann?|frau|sson|nen|er|ová?|owski|berg)?[ _-]?\\d*$",
	"iu",
)

/** That somebody does not live there any more, in a line of an address: `Flyttet, ny adr. følger`. */
const moved =
	"(?:(?:moved(?: away)?|gone away|no longer at (?:this )?address|(?:ut|av|bort)?flytt(?:ad|at|et)|(?:unbekannt )?(?:verzogen|umgezogen|weggezogen)" +
	"|muuttanut|déménagée?|npai|trasferit[oa]|wyprowadzon[ya]|verhuisd)(?:[ ,.:;(-].*)?" +
	"|return(?:ed)? (?:mail|to sender)|(?:unknown|no|okänd|unbekannte|ukjent|ukendt|tuntematon|onbekend|inget|keine) (?:address|adress|adresse?|osoite|adres)" +
	"|(?:address|adress?e?|osoite|adres) (?:unknown|missing|okänd|saknas|unbekannt|fehlt|ukjent|ukendt|mangler|tuntematon|puuttuu|inconnue|nieznany|onbekend)" +
	"|dirección desconocida|indirizzo sconosciuto)"

/** Who typed it does not know. */
const ignorance =
	"(?:vet|ved) (?:ej|inte|ikke)|weiß (?:ich )?nicht|(?:i )?don['’]?t know|not sure|en tiedä|(?:je )?ne sais pas|no sé|non so|nie wiem|weet (?:ik )?niet"

/** `DO NOT USE`, with whatever is said after it. */
const forbidden =
	"(?:(?:please )?(?:do not|don['’]?t|never) (?:use|bill|charge|invoice|contact|delete|migrate|import|send)" +
	"|(?:(?:får|ska|skall) )?(?:ej|inte) (?:använda?s?|fakturera?s?|debitera?s?|flyttas?|importera?s?)|(?:används?|fakturera?s?|debitera?s?) (?:ej|inte)" +
	"|(?:bitte )?nicht (?:be|ver)(?:nutzen|wenden|rechnen|lasten)|(?:bitte )?nicht (?:abrechnen|abbuchen|übernehmen|importieren)" +
	"|(?:(?:må|skal) )?ikke (?:br?u[kg]e?s?|anvendes?|faktureres?|importeres?)|(?:bru[kg]e?s?|faktureres?) ikke" +
	"|älä (?:käytä|laskuta)|ei saa käyttää|ne pas (?:utiliser|facturer)|no (?:usar|facturar|cobrar)|non (?:usare|utilizzare|fatturare)" +
	"|nie (?:używać|uzywac|fakturować)|niet (?:gebruiken|factureren|overzetten))(?:[ !.,:-].*)?"

/** Who pays at the till, for many of whom nobody asks the name. */
const anybody =
	"(?:kontant|kassa|ströv?|direkt)kund(?:er|e)?|kontantsalg|diverse(?: kunde?r?| kunden)?|tilf(?:eldig|ældig)e? kunde?r?|walk[- ]?in|(?:cash|walk[- ]?in|counter|sundry|misc(?:ellaneous)?)(?: (?:customer|client|sale)s?)" +
	"|bar(?:verkauf|kunde|zahler)|lauf(?:kundschaft|kunde)|diverse kunden|käteis(?:asiakas|myynti)|satunnainen asiakas|clients? (?:comptoir|divers|de passage|comptant)" +
	"|clientes? (?:contado|mostrador|gen[eé]rico|varios|occasionale|generico|banco|vari)|consumidor final|klient (?:detaliczny|gotówkowy|jednorazowy)|(?:contante|losse|diverse) (?:klant|klanten|verkoop)|balieklant"

const erased =
	"deleted|removed|erased|redacted|anonymi[sz]ed|raderad|borttagen|anonymiserad|slettet|anonymisert|anonymiseret|gel(?:ö|oe)schte?r?|anonymisierte?r?" +
	"|poistettu|anonymisoitu|supprimée?|anonymisée?|eliminad[oa]|borrad[oa]|anonimizad[oa]|eliminat[oa]|anonimizzat[oa]|usunięt[ya]" +
	"|zanonimizowan[ya]|verwijderde?|geanonimiseerde?|gdpr"
const somebody =
	"user|customer|client|account|person|member|kunde?|användare|medlem|bruker|bruger|benutzer|nutzer|käyttäjä|asiakas|utilisateur|usuario" +
	"|cliente|utente|gebruiker|klant|konto|name|data"
const erasedSomebody = `(?:(?:${somebody})[ _-]+)?(?:${erased})(?:[ _-]+(?:${somebody}))?(?:[ _#-]*[\\da-f-]{1,36})?`

const marked = (words: string) => new RegExp(`^[([<{*_]*(?:${words})[)\\]>}*_]*$`, "i")

const saysUnknown = marked(unknown)
const saysNothing = marked(`${unknown}|${nothing}`)
const saysErased = marked(erasedSomebody)
const mayBeName = marked(`${nothing}|${typed}|${anybody}|${nobody}|${ignorance}|${forbidden}|${moved}`)
/** All of them, for a quick look. */
const isAny = byInitial(
	`${unknown}|${nothing}|${typed}|${anybody}|${nobody}|${ignorance}|${forbidden}|${moved}|${erasedSomebody}`,
	marked,
)

const longest = 60

/** No longer text is any of them, and none that begins with a digit but by its end. */
function mayStand(text: string): boolean {
	return text.length <= longest && !isDigit(text.charCodeAt(0))
}

/** Of a value that has a form, which no such word has. */
export function standsForValue(value: string): StandIn | undefined {
	return mayStand(value) && saysNothing.test(value) ? "none" : undefined
}

/** Of a name or a line of an address. */
export function standsForText(value: string): StandIn | undefined {
	if (!mayStandIn(value)) return undefined
	return saysUnknown.test(value)
		? "none"
		: saysErased.test(value)
			? "deleted"
			: isProtected(value)
				? "protected"
				: mayBeName.test(value) || tested.test(value)
					? "may"
					: undefined
}

/** Whether a text is to be looked at. */
export function mayStandIn(text: string): boolean {
	return (mayStand(text) && (isAny(text) || isProtected(text))) || (text.length <= longest && tested.test(text))
}

const noAddress =
	"(?:no|not?ha(?:s|ve)?|ingen|keine?|sans|sin|zonder|brak|ei)[-_.]?(?:e[-_.]?)?(?:mail|post|posta|poczty|correo|address?|adresse?)\\d*"
const noReply = "(?:no|do[-_.]?not|ikke|ej|nicht)[-_.]?(?:reply|svar\\w*|antwort\\w*)"
const isNoAddress = marked(noAddress)
const isNoReply = marked(noReply)
const isAnyMailbox = byInitial(
	`${unknown}|${nothing}|${typed}|${erasedSomebody}|${noAddress}|${noReply}`,
	(words) => new RegExp(`^[([<{*_]*(?:${words})[)\\]>}*_]*(?:\\+[^@]*)?@`, "i"),
)

/** Of an e-mail address: a mailbox that nobody has, a domain that cannot be, or a word in place of one. */
export function standsForEmail(value: string): StandIn | undefined {
	const at = value.indexOf("@")
	if (at < 0) return standsForValue(value)
	if (!mayBeNoEmail(value)) return undefined
	const mailbox = value.slice(0, at).replace(/\+.*/, "")
	const domain = value.slice(at + 1)
	if (saysErased.test(mailbox)) return "deleted"
	if (isNoAddress.test(mailbox) || hasNoDomain(value)) return "none"
	if (saysNothing.test(mailbox)) return saysNothing.test(domain.split(".")[0] ?? "") ? "none" : "may"
	return isNoReply.test(mailbox) || mayBeName.test(mailbox) ? "may" : undefined
}

/** Whether an e-mail address is to be looked at. */
export function mayBeNoEmail(value: string): boolean {
	return isAnyMailbox(value) || hasNoDomain(value)
}

/** RFC 2606: nobody ever has such a domain. */
function hasNoDomain(value: string): boolean {
	return value.endsWith(".invalid")
}

const erasing = `${erased}|delete|erase|slett?|radera|ta bort|löschen|poista|supprimer|eliminar|borrar|usuń|verwijder(?:en)?`
/** Who died, alone or with the day. */
const died =
	"deceased|died|passed away|avliden|avlidet|dödsbo|dödsfall|verstorbene?r?|gestorben|avdød|afdød|død|dødsbo|kuollut|kuolinpesä|décédée?|défunte?" +
	"|fallecid[oa]|difunt[oa]|decedut[oa]|zmarł[aya]?|overleden"
/** Before the name of whoever died, in a title or a line to be addressed. */
const late =
	"(?:the )?(?:exors?|executors?|estate)\\.? of\\b.*|the late\\b.*|dödsboet efter\\b.*|boet efter\\b.*|erben? (?:von|nach)\\b.*|erbengemeinschaft\\b.*|succession (?:de |d'|m\\. |mme ).*|erven\\b.*|eredi\\b.*|herederos\\b.*"
const saysErase = new RegExp(`^(?:${erasing}|(?:${died})(?:[ :,(]+[\\d./-]{4,10}\\)?)?|${late})$`, "i")
const longestDeleted = 26

/** Whether a cell beside the customer's says that he was deleted, or is to be, or died: that of a status, a reason, or of what changed. */
export function saysDeleted(cell: string): boolean {
	if (cell.length <= 3 || cell.length > longestDeleted) return false
	const word = cell.trim()
	// No such word begins with a digit.
	return word.charCodeAt(0) >= letterA && saysErase.test(word)
}

const letterA = 65

const noNumber = marked(
	`${unknown}|${nothing}|ny|nytt|new|neu|neue[rs]?|uusi|nouveau|nuevo|nuovo|nowy|nieuw|pending|väntar|x+`,
)

/** Whether a text in place of a customer number says that there is none, yet or at all. */
export function isNoNumber(text: string): boolean {
	return text.length <= longest && noNumber.test(text)
}
