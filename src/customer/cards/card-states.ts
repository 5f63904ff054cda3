import { type Mapping, usesOf } from "../columns/mapping.ts"
import { saysOnlyCard } from "../headers/card-columns.ts"
import type { Concept, Piece } from "../headers/concepts.ts"
import { ordinalOf } from "../headers/ordinal.ts"
import { partsOf } from "../headers/parts.ts"
import { isTwin } from "../headers/read-headers.ts"
import { stateColumn } from "../headers/state-column.ts"
import { spellings, words } from "../headers/words.ts"
import { type CardStateJudge, cardStateJudge } from "./dead-card.ts"

/** A column that says how cards stand. */
export interface CardStates {
	readonly index: number
	readonly stateOf: CardStateJudge
	/** Places of the columns of card tokens that it speaks of. */
	readonly of: readonly number[]
	/** It speaks of one of them, and its name does not say of which. */
	readonly isUnclear: boolean
}

/** Words for the first of several; those for a second one are known as such. */
const firstWords: ReadonlySet<string> = new Set(
	`primary main first primär primärt primära första huvud huvudkort haupt hauptkarte erste erstes hoved hovedkort første
	principal principale primaire première premier primario primaria primero primera prima primo główna pierwsza
	hoofd hoofdkaart eerste ensisijainen ensimmäinen pääkortti`
		.split(/\s+/)
		.flatMap(spellings),
)

/** Of whatever card or state. */
const generic: ReadonlySet<Concept> = new Set<Concept>(
	"card token singleUse intergiro payment method status active and or number id".split(" ") as Concept[],
)

/**
 * The columns that say how cards stand, and of which cards: of all that a file has only where that is one, or a person said so.
 * @param tokens places of the columns of card tokens
 * @param unsent which columns fill no field
 */
export function cardStates(
	columns: readonly string[],
	tokens: readonly number[],
	unsent: (index: number) => boolean,
	said: Pick<Mapping, "cardsOf">,
): readonly CardStates[] {
	// What is said of a card that is not sent is not of one that is.
	const all = columns.flatMap((name, index) =>
		tokens.includes(index) || (unsent(index) && isNamedAsCard(name)) ? [index] : [],
	)
	const marks = new Map(all.map((token) => [token, marksOf(columns, token, all)]))
	const found = columns.flatMap((name, index) => {
		const own = unsent(index) ? ownCard(columns, index, marks) : undefined
		const stateOf = unsent(index) ? (cardStateJudge(name) ?? judgeOfMarked(name, marks.get(own ?? -1))) : undefined
		return stateOf === undefined ? [] : [{ index, stateOf, own }]
	})
	const claimed = new Set(found.map(({ own }) => own))
	const rest = tokens.filter((token) => !claimed.has(token))
	return found.map(({ index, stateOf, own }) => {
		const answer = Object.hasOwn(said.cardsOf ?? {}, columns[index] ?? "") && said.cardsOf?.[columns[index] ?? ""]
		if (answer)
			return { index, stateOf, of: tokens.filter((token) => answer.includes(columns[token] ?? "")), isUnclear: false }
		if (own !== undefined) return { index, stateOf, of: tokens.filter((token) => token === own), isUnclear: false }
		const isOfAnother = all.length === 1 && partsOf(columns[index] ?? "").known.some(isSecond)
		if (isOfAnother && !partsOf(columns[all[0] ?? -1] ?? "").known.some(isSecond))
			return { index, stateOf, of: [], isUnclear: false }
		// Of two cards of which another column speaks of one, it is the other.
		const of = claimed.size > 1 && rest.length === 1 ? rest : earlier(columns, tokens, index)
		return { index, stateOf, of, isUnclear: of.length > 1 }
	})
}

/** A person may have said of columns behind a status that they hold what came in place of its card. */
function earlier(columns: readonly string[], tokens: readonly number[], state: number): readonly number[] {
	const first = Math.min(...tokens)
	return tokens.filter((token) => first > state || token < state || saysOnlyCard(columns[token] ?? ""))
}

/** The words of the name of a column of card tokens that no other such column has. */
function marksOf(columns: readonly string[], token: number, tokens: readonly number[]): ReadonlySet<string> {
	const others = new Set(tokens.flatMap((other) => (other === token ? [] : wordsOf(columns[other] ?? ""))))
	const known = partsOf(columns[token] ?? "").known.filter(({ concepts }) => concepts.every((one) => generic.has(one)))
	const plain = new Set(known.map(({ text }) => text))
	return new Set(wordsOf(columns[token] ?? "").filter((word) => !others.has(word) && !plain.has(word)))
}

/** Of which column of card tokens a name speaks, by a word that they share, or by the number that both say. */
function ownCard(
	columns: readonly string[],
	index: number,
	marks: ReadonlyMap<number, ReadonlySet<string>>,
): number | undefined {
	const name = columns[index] ?? ""
	const said = wordsOf(name)
	const byWord = [...marks.keys()].filter((token) => said.some((word) => marks.get(token)?.has(word)))
	if (byWord.length === 1) return byWord[0]
	const isCounted = partsOf(name).counter !== undefined || isTwin(name, columns)
	const ordinal = isCounted ? ordinalOf(name, columns) : said.some((word) => firstWords.has(word)) ? 1 : undefined
	const byNumber = [...marks.keys()].filter((token) => ordinalOf(columns[token] ?? "", columns) === ordinal)
	return marks.size > 1 && byNumber.length === 1 ? byNumber[0] : undefined
}

/** `Backup status`, `Visa blocked`: beside what tells one card of the file from the others, a state. */
function judgeOfMarked(name: string, marks: ReadonlySet<string> | undefined): CardStateJudge | undefined {
	if (marks === undefined || stateColumn(name) !== undefined) return undefined
	const seconds = partsOf(name).known.filter(isSecond)
	const isMark = (word: string) => marks.has(word) || seconds.some(({ text }) => text === word)
	const said = wordsOf(name)
	const rest = said.filter((word) => !isMark(word))
	return rest.length === 0 || rest.length === said.length ? undefined : cardStateJudge(["card", ...rest].join(" "))
}

const isSecond = ({ concepts }: Piece) => concepts.includes("second")

const ofCards: ReadonlySet<Concept> = new Set<Concept>(
	"card token singleUse intergiro payment method plain and leading second third".split(" ") as Concept[],
)

/** Whether a column may hold card tokens by its name, with whatever words that nobody knows: `Visa token`. */
function isNamedAsCard(name: string): boolean {
	const concepts = partsOf(name).known.flatMap((piece) => piece.concepts)
	return concepts.includes("token") && concepts.every((one) => ofCards.has(one)) && cardStateJudge(name) === undefined
}

function wordsOf(name: string): readonly string[] {
	const { main, notes } = words(name)
	return [...main, ...notes.flat()]
}

/** The columns of states of which nobody knows yet whose cards they speak of, with those that it may be. */
export function unclearStates(mapping: Mapping, columns: readonly string[]): ReadonlyMap<string, readonly string[]> {
	const fieldsAt = columns.map((column) => usesOf(mapping, column) ?? [])
	const tokens = columns.flatMap((_, index) => (fieldsAt[index]?.includes("token") ? [index] : []))
	const states = cardStates(columns, tokens, (index) => fieldsAt[index]?.length === 0, mapping)
	const nameOf = (index: number) => columns[index] ?? ""
	return new Map(
		states.flatMap(({ index, of, isUnclear }) => (isUnclear ? [[nameOf(index), of.map(nameOf)] as const] : [])),
	)
}
