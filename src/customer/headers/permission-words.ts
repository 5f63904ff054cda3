import { remembered } from "../remembered.ts"
import { spellings } from "./words.ts"

/**
 * Words for charging, debiting, invoicing, collecting and paying, with how each is inflected (`|` parts endings, `_` is none); by language,
 * as names of columns have them.
 */
const charging = `
charge(_|s|d|able) charging recharge(_|d) bill(_|s|ed|able|ing) invoice(_|s|d|able) invoicing debit(_|s|ed|able|ing) collect(_|s|ed|able|ible|ion|ions|ing) pay(_|ment|ments)
debiter(a|as|ad|at|bar|bart|ing|ings|ingar) fakturer(a|as|ad|at|bar|bart|ing|ings) dra(_|s|gas|gning|gnings|gningar) belast(a|as|ad|at|ning|ningar|bar) inkasser(a|as|ing)
betal(_|a|as|ning|nings|ningar)
abbuch(en|ung|ungs|ungen|bar) abgebucht einzug(_|s) einziehen eingezogen lastschrift(_|en) zahl(_|ung|ungs|ungen) abrechn(en|ung|ungs|bar) abgerechnet
fakturier(en|t|bar|ung|ungs) berechnen verrechnen kassieren belast(en|et|bar|ung|ungs)
debiter(e|es|et) fakturer(e|es|et) belast(e|es|ning|nings) trekk(_|e|es) trækk(e|es) træk(_|kes|nings) hev(e|es) hæv(e|es) opkræv(e|es|ning|nings) innkrev(e|es|ing|ings)
betal(e|es|ing|ings|inger)
veloit(a|eta|taa|etaan|us|ukset|uksen|ettava|ettavissa) lasku(ta|teta|ttaa|tetaan|tus|tuksen|tettava|tettavissa) maksu(_|t|n|jen) perint(ä|ää) peri(ä|tään)
debiter(_) débit(er|é|ée|able) factur(er|é|ée|able|ation) prélev(er|é|ée|able) prélèvement(_|s) encaiss(er|é|ée|able|ement) paiement(_|s) charger
cobr(ar|o|os|able|arle) debitar adeudar cargar cargo(_|s) factur(ar|able|ación) pago(_|s)
addebit(are|o|i|ato|abile) fattur(are|abile|azione) incass(are|o|abile) riscuotere riscossione pagament(o|i) preliev(o|i)
obciąż(ać|yć|any|enie|enia|ania|anie) fakturow(ać|any|anie|ania) pobier(ać|anie|ania) pobra(ć|nie|nia) płatnoś(ć|ci)
incass(o|eren|eer|eerbaar) geincasseerd geind gefactureerd factur(eren|ering|eerbaar) facturatie belast(en|baar) debiteren afschrijv(en|ing|ingen) afboek(en|ing) innen betal(ing|ings|ingen) betaal
`
/** Of these what is done to customers, or may be, where nothing else is said: never a thing, as a payment is. */
const doing = `
charge chargeable billable invoiceable collectable collectible
debiteras debitera debiterbar debiterbart faktureras fakturera fakturerbar fakturerbart dras belastas
abbuchen abbuchbar einziehen belasten fakturieren fakturierbar belastbar abrechnen
debiteres faktureres belastes trekkes trækkes heves hæves opkræves innkreves
veloitetaan veloitettavissa laskutetaan laskutettavissa
débiter débitable prélever prélevable facturer facturable encaisser
cobrar cobrable facturar debitar
addebitare addebitabile fatturare fatturabile incassare
obciążać fakturować pobierać
incasseren factureren factureerbaar debiteren afschrijven
`
/** That it may be done; `*` stands for whatever ending. */
const allowing = `
ok okay oke allowed allow may can permitted permission authori* approved approval enabled eligible ready agree* consent*
får kan tillåt* godkän* medgiv* samtyck* tillstånd*
darf dürfen erlaub* zulässig freigegeben freigabe genehmig* kann ermächtig* einwillig* zustimm*
må tilla* godkjen* samtykk*
saa voi sallit* lupa hyväks* suostum*
autoris* permis* peut accord approuv*
permit* autoriz* puede aprob* consent*
può permess* autorizz* approv*
można wolno dozwol* zezwol* zgoda zgody zatwierdz*
mag toegestaan akkoord goedgekeurd machtig* gemachtigd toestemm*
`
/** That it may not. */
const barring = `
block* stop* suspen* hold halt frozen freeze pause* forbid* prohibit* disabled exempt
blocker* spärr* fryst* paus* förbud* förbjud* avstäng*
sperr* gesperrt gestopp* verbot* verboten ausgesetzt
blokk* blok* spærr* forbud* forbudt
esto estetty kielto kielletty
bloqu* interdi* suspend* opposition
prohibi* suspens*
blocc* blocco vietat* divieto sospes*
blokad* zablok* zakaz wstrzym*
geblokkeerd verbod verboden opgeschort
`
/** Beside the words that deny anything, in and before verbs. */
const denying = "dont donot don ne utan uten uden ohne without sans senza bez zonder ilman älä icke keine keinen"
/** That a customer or a card is one to be used. */
const valid = `
valid approved ok okay giltig giltigt godkänd godkänt gültig gültige genehmigt gyldig gyldigt godkjent godkendt voimassa kelvollinen hyväksytty
valide approuvé approuvée válido válida aprobado aprobada valido valida approvato approvata ważny ważna zatwierdzony zatwierdzona geldig goedgekeurd
`
/** What stands beside verbs, and says nothing by itself. */
const auxiliary = `
to be is are being do does t please should shall will att ska skall skal skulle blir bli vara är er bli blive zu zur zum soll werden wird bitte
on olla doit être se puede deve essere le lo debe ser moet worden te być
`

const list = (text: string): readonly string[] => text.trim().split(/\s+/)
const setOf = (text: string): ReadonlySet<string> => new Set(list(text).flatMap(spellings))

function inflected(text: string): readonly string[] {
	return list(text).flatMap((word) => {
		const [, stem = word, endings = "_"] = /^(.+)\((.+)\)$/.exec(word) ?? []
		return endings.split("|").flatMap((ending) => spellings(stem + (ending === "_" ? "" : ending)))
	})
}

/**
 * A pattern of one of these words, each whole or, with an asterisk, with whatever ending.
 * @param shortest letters of the shortest of them
 */
function patternOf(text: string, shortest = 1): string {
	return list(text)
		.filter((word) => word.length >= shortest)
		.flatMap((word) => spellings(word.replace("*", "")).map((one) => (word.endsWith("*") ? `${one}\\p{L}*` : one)))
		.join("|")
}

let made:
	| {
			readonly charging: ReadonlySet<string>
			readonly doing: ReadonlySet<string>
			readonly allowing: RegExp
			readonly barring: RegExp
			/** What compounds begin with, the longest first. */
			readonly first: readonly string[]
			/** What they end with then. */
			readonly compound: RegExp
			readonly denying: ReadonlySet<string>
			readonly valid: ReadonlySet<string>
			readonly auxiliary: ReadonlySet<string>
	  }
	| undefined

function known() {
	if (made) return made
	const words = new Set([...inflected(charging), ...list(doing).flatMap(spellings)])
	// `Faktura` alone is a paper, and in a compound what is done.
	const first = [...words, "faktura", "faktur", "factuur"].sort((one, other) => other.length - one.length)
	made = {
		charging: words,
		doing: setOf(doing),
		allowing: new RegExp(`^(?:${patternOf(allowing)})$`, "u"),
		barring: new RegExp(`^(?:${patternOf(barring)})$`, "u"),
		first,
		// One pattern of both takes longer to be made than a file of a thousand rows to be checked.
		compound: new RegExp(
			`^(?:s|n|en|e)?(?:(?<allowing>${patternOf(allowing, inCompound)})|${patternOf(barring)})$`,
			"u",
		),
		denying: setOf(denying),
		valid: setOf(valid),
		auxiliary: setOf(auxiliary),
	}
	return made
}

/** Shorter ones end other words: `Laskutusmaa` is a country. */
const inCompound = 4

/** What a word of a name says of whether customers may be charged. */
export type Permission = "charging" | "allowing" | "barring" | "auxiliary"

/** What a folded word says of that; several where it is a compound, as `Zahlungssperre`. */
export function permissionsIn(word: string): readonly Permission[] {
	return saidBy(word) ?? []
}

/** A file of many columns has a few words many times. */
const mostWords = 2_000
const saidBy = remembered(judge, mostWords)

function judge(word: string): readonly Permission[] {
	const { charging, allowing, barring, first, compound, auxiliary } = known()
	if (charging.has(word)) return ["charging"]
	for (const one of first) {
		const found = word.startsWith(one) ? compound.exec(word.slice(one.length)) : null
		if (found !== null) return ["charging", found.groups?.allowing === undefined ? "barring" : "allowing"]
	}
	if (barring.test(word)) return ["barring"]
	if (allowing.test(word)) return ["allowing"]
	return auxiliary.has(word) ? ["auxiliary"] : []
}

/** Whether a folded word says that customers are charged, or can be, and names no thing. */
export const isDoing = (word: string): boolean => known().doing.has(word)

/** Whether a folded word denies a verb. */
export const isDenying = (word: string): boolean => known().denying.has(word)

/** Whether a folded word says that a customer or a card is one to be used. */
export const isValid = (word: string): boolean => known().valid.has(word)
