import { isOfArrangement } from "./arrangement.ts"
import type { Concept, Piece } from "./concepts.ts"
import { partsOf } from "./parts.ts"
import { permissionColumn } from "./permission-column.ts"
import { spellings, words } from "./words.ts"

/**
 * What a column says of whether customers are still there; `ends` where it says until when, and `perhaps` where only its values tell whether
 * it says so at all.
 */
export type StateColumn = (typeof kinds)[number] | "ends" | "perhaps"

const kinds = ["merged", "deleted", "ended", "active", "status"] as const satisfies readonly Concept[]

/** What the name may say besides; not of what else, such as a card or an invoice. */
const besides: ReadonlySet<Concept> = new Set<Concept>([
	...kinds,
	...([
		"flag",
		"date",
		"plain",
		"and",
		"party",
		"served",
		"payer",
		"account",
		"user",
		"contact",
		"person",
		"company",
		"subscription",
	] as const),
])

/** When something ends, of a name that is else of nothing but a customer, a membership or a contract. */
const endWords: ReadonlySet<string> = new Set(
	`end ends ending slut slutdatum ende enddatum fin fine slutdato sluttdato einde einddatum päättymispäivä loppupäivä
	koniec zakończenia`
		.split(/\s+/)
		.flatMap(spellings),
)
const besidesEnd: ReadonlySet<Concept> = new Set<Concept>([...besides, "contract", "licence"])

const marks: ReadonlySet<string> = new Set("löschvormerkung löschkennzeichen loevm lvorm".split(" ").flatMap(spellings))

let barring: ReadonlySet<string> | undefined

/** Whether a folded word says that somebody is barred. */
export function isBarred(word: string): boolean {
	barring ??= new Set(
		`blocked suspended spärrad spärrat spärr blockerad blockerat sperret sperre blokkert spærret blokeret gesperrt geblokkeerd estetty
		bloqué bloquée bloqueado bloqueada bloccato bloccata zablokowany zablokowana
		creditstop credithold creditblock creditblocked kreditspärr kreditspärrad kreditstopp kreditsperre kreditgesperrt kredittsperre
		kredittsperret kredittstopp kreditspærre kreditspærret kreditstop luottokielto luottokiellossa kredietstop kredietblokkade bloccocredito
		frozen fryst frosset nedfrosset eingefroren jäädytetty congelado congelada congelato congelata zamrożony zamrożona bevroren
		bloqueodecrédito blocagecrédit blokadakredytowa`
			.split(/\s+/)
			.flatMap(spellings),
	)
	return barring.has(word)
}

/** Whether a column of this name says that somebody is barred, and so has not left. */
export function saysBarred(name: string): boolean {
	return partsOf(name).known.some(({ text }) => isBarred(text))
}

const isPlace = (concept: Concept) => concept === "region" || concept === "country"

/** Of these languages a state is that of a country, or how somebody stands. */
const eitherState: ReadonlySet<string> = new Set("estado stato état state".split(" ").flatMap(spellings))

const besidesCard: ReadonlySet<Concept> = new Set<Concept>([
	"status",
	"active",
	"card",
	"token",
	"payment",
	"method",
	"flag",
	"plain",
	"and",
	// `Backup card status`, `Andra kortets status`.
	"leading",
	"second",
	"third",
	// `Estado de la tarjeta`, `Stato carta`.
	"region",
	"country",
])

/** Whether a column of this name says how a card stands, or whether it is active. */
export function cardStateColumn(name: string): "status" | "active" | undefined {
	const { known, unknown } = partsOf(name)
	const concepts = new Set(known.flatMap((piece) => piece.concepts))
	const isOfCard = concepts.has("card") || concepts.has("token")
	if (unknown || !isOfCard || ![...concepts].every((concept) => besidesCard.has(concept))) return undefined
	if (concepts.has("active")) return "active"
	return concepts.has("status") || concepts.has("region") ? "status" : undefined
}

/** Whether a column of this name says that customers were merged (maybe by whose number), deleted, left, or are active; nothing where it says anything else. */
export function stateColumn(name: string): StateColumn | undefined {
	if (isOfArrangement(name)) return undefined
	if (saysUntil(name)) return "ends"
	// Who may not be charged is a customer all the same: `Incasso geblokkeerd`.
	if (permissionColumn(name)?.about === "charging") return undefined
	return wholeState(name) ?? stateAmongOthers(name)
}

/** Names whose every word is of states, or of those who have them. */
function wholeState(name: string): StateColumn | undefined {
	const { known, unknown } = partsOf(name)
	const concepts = new Set(known.flatMap((piece) => piece.concepts))
	if (!unknown && concepts.has("date") && known.some(({ text }) => endWords.has(text)))
		return [...concepts].every((concept) => besidesEnd.has(concept)) ? "ends" : undefined
	const isMerged = concepts.has("merged")
	const isSaid = (concept: Concept) => besides.has(concept) || (isMerged && (concept === "number" || concept === "id"))
	// A day of death is one whatever else is said, and so is a mark: `Date of death notified`, `Zentr. Löschvormerkung`.
	const isCertain = concepts.has("deleted") && (concepts.has("date") || known.some(({ text }) => marks.has(text)))
	if ((unknown && !isCertain) || ![...concepts].every((concept) => isSaid(concept) || isPlace(concept)))
		return undefined
	if ([...concepts].some(isPlace)) return known.some(({ text }) => eitherState.has(text)) ? "perhaps" : undefined
	// Who is barred altogether is no customer any more.
	if (known.some(({ text }) => isBarred(text))) return "ended"
	return kinds.find((kind) => concepts.has(kind))
}

/** Of how long somebody is a customer or an account is open, behind a word for either: `Medlem t.o.m.`, `Active until`. */
const untilWords: ReadonlySet<string> = new Set(
	"until till to tom bis totenmet tot til tilogmed hasta asti saakka jusque jusquau al fino finoal do".split(" "),
)

const dated = /(?<=.)(?:dat(?:um|e|o|a)|fecha|pvm)$/

/** Whether what ends by a column of this name is a contract or a period, and not that somebody is a customer: many go on behind it. */
export function endsOnlyContract(name: string): boolean {
	const concepts = partsOf(name).known.flatMap((piece) => piece.concepts)
	return !saysUntil(name) && !concepts.some((concept) => ofSomebody.has(concept))
}

const ofSomebody: ReadonlySet<Concept> = new Set<Concept>(["party", "served", "account", "user", "person", "company"])

function saysUntil(name: string): boolean {
	const { main } = words(name)
	const at = main.findIndex((_, index) => index > 0 && untilWords.has(main.slice(index).join("").replace(dated, "")))
	if (at < 0) return false
	const { known, unknown } = partsOf(main.slice(0, at).join(" "))
	const concepts = known.flatMap((piece) => piece.concepts)
	const isOfSomebody = concepts.some((concept) => concept === "party" || concept === "served" || concept === "active")
	return !unknown && isOfSomebody && concepts.every((concept) => besides.has(concept))
}

/** What was consented to, or that there was a law, makes no other thing of a state: `GDPR-raderad`, `Consent withdrawn`. */
const ofConsent = /^(?:gdpr|dsgvo|rgpd|rodo|avg$|consen[ts]|samtyck|samtykk|einwillig|zustimm|toestemm|suostum|zgod)/
const besidesOthers: ReadonlySet<Concept> = new Set<Concept>([
	...besidesEnd,
	"year",
	"note",
	"row",
	"source",
	"private",
])

/** A word for a state in a name of whatever other words, unless these are of anything that a customer only has. */
function stateAmongOthers(name: string): StateColumn | undefined {
	const { known, unknown, last } = partsOf(name)
	const isOfThing = ({ text, concepts }: Piece) =>
		!ofConsent.test(text) && !concepts.every((concept) => besidesOthers.has(concept))
	if (known.some(isOfThing)) return undefined
	const kind = reasons.find((state) => known.some(({ concepts }) => concepts.includes(state)))
	const isLast = last?.concepts.some((concept) => reasons.some((state) => state === concept))
	return unknown && !isLast && hasUnknownWord(name, known) ? undefined : kind
}

const reasons = ["merged", "deleted", "ended", "active"] as const

/** `Radié le`, `Opgezegd per`: words of few letters join others. */
function hasUnknownWord(name: string, known: readonly Piece[]): boolean {
	return words(name).main.some((word) => word.length > longestJoining && !known.some(({ text }) => text === word))
}

const longestJoining = 3
