import type { Concept } from "./concepts.ts"
import { partsOf } from "./parts.ts"
import { spellings } from "./words.ts"

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
const besidesEnd: ReadonlySet<Concept> = new Set<Concept>([...besides, "contract"])

const marks: ReadonlySet<string> = new Set("löschvormerkung löschkennzeichen".split(" ").flatMap(spellings))

let barring: ReadonlySet<string> | undefined

/** Whether a folded word says that somebody is barred. */
export function isBarred(word: string): boolean {
	barring ??= new Set(
		`blocked spärrad spärrat spärr blockerad blockerat sperret sperre blokkert spærret blokeret gesperrt geblokkeerd estetty
		bloqué bloquée bloqueado bloqueada bloccato bloccata zablokowany zablokowana`
			.split(/\s+/)
			.flatMap(spellings),
	)
	return barring.has(word)
}

const isPlace = (concept: Concept) => concept === "region" || concept === "country"

/** Of these languages a state is that of a country, or how somebody stands. */
const eitherState: ReadonlySet<string> = new Set("estado stato état".split(" ").flatMap(spellings))

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
