import { hasCardNumber } from "../card-number.ts"
import { quoted } from "../finding-codes.ts"
import { foreign as foreignKinds, shades } from "../headers/concepts.ts"
import { oldCard } from "../headers/forms.ts"
import { isErrorValue } from "../kinds/damage.ts"
import { answerOf, othersOf } from "./field-questions.ts"
import type { Answer, Candidate, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/** What nobody puts a newer card into. */
const notOurs: ReadonlySet<string> = new Set(Object.values(foreignKinds))

/**
 * Which columns hold the card tokens that are sent. Not choosing one leaves its tokens out.
 * @param sent names of the columns whose tokens are sent anyway
 * @param beside of each of the columns the rows in which it and another one hold a token
 */
export function tokenQuestion(
	candidates: readonly Candidate[],
	sent: readonly string[],
	beside: readonly number[],
): Question {
	const [only, ...more] = candidates
	const [both = 0] = beside
	if (only !== undefined && more.length === 0 && sent.length > 0) return secondTokensQuestion(only, sent, both)
	const others = sent.length === 0 ? "" : ` ${sentBeside(sent)}`
	const [other, ...further] = more
	if (only !== undefined && other !== undefined && further.length === 0 && sent.length === 0)
		return twoTokensQuestion(only, other, both)
	return {
		id: "token",
		text:
			only !== undefined && more.length === 0
				? `Are the card tokens of ${quoted(only.column)} the customers' cards?`
				: `Which of these columns hold ${sent.length > 0 ? "further cards of the customers" : "the customers' card tokens"}?`,
		why: `${whyTokens(candidates)}${others}`,
		answers: candidates.map((candidate, at) => besideOthers(cardAnswer(candidate, sent), beside[at] ?? 0)),
		several: true,
		needed: true,
	}
}

/** A second card cannot be taken back, and one that is missing can be added: the first answer is to leave it out. */
function secondTokensQuestion(candidate: Candidate, sent: readonly string[], both: number): Question {
	const { unchosen: _, ...second } = cardAnswer(candidate, sent)
	const others = sent.map(quoted).join(" and ")
	return {
		id: "token",
		text: `Are the card tokens of ${quoted(candidate.column)} further cards, to be sent besides those of ${others}?`,
		why: `${whyTokens([candidate])} ${sentBeside(sent)}`,
		answers: [
			{
				id: "none",
				label: `No: send the cards of ${others} alone`,
				examples: [],
				mapping: { columns: { [candidate.column]: null } },
			},
			...(sent.length === 1 && candidate.evidence.tokens > 0 ? sent : []).flatMap((first): readonly Answer[] => {
				const one = (id: string, label: string, token: string): Answer => ({
					id,
					label: `${label}, so that a customer gets one card${whatIsNone(candidate)}`,
					examples: [],
					mapping: { ...second.mapping, first: { token } },
				})
				const { otherwise = "" } = candidate
				const isOther = otherwise === oldCard || otherwise.includes(shades.old) || notOurs.has(otherwise)
				const newer = `In place of that in ${quoted(first)}, which is sent where ${quoted(candidate.column)} is empty`
				return [
					one("instead", `Only where ${quoted(first)} is empty`, first),
					...(isOther ? [] : [one("newer", newer, candidate.column)]),
				]
			}),
			{ ...second, label: `Yes: send both; ${twoCards(both)}${whatIsNone(candidate)}` },
		],
		needed: true,
	}
}

/** Two columns of card tokens, of which no name says that they are a first and a second card. */
function twoTokensQuestion(one: Candidate, other: Candidate, both: number): Question {
	const columns = [one, other] as const
	const mixed = columns.filter(({ evidence }) => evidence.tokens > 0 && othersOf(evidence) > 0)
	const cards = mixed.length > 0 ? { cards: "only-tokens" as const } : {}
	const [none = ""] = mixed.map((candidate) => ` Of ${quoted(candidate.column)}, ${otherValue(candidate.evidence)}.`)
	const columnsOfBoth = { [one.column]: "token", [other.column]: "token" } as const
	const said = (id: string, label: string, mapping: Answer["mapping"]): Answer => ({ id, label, examples: [], mapping })
	const first = (a: Candidate, b: Candidate): Answer => ({
		...said(
			`first ${a.column}`,
			`One card each: of ${quoted(a.column)}, and of ${quoted(b.column)} where that is empty`,
			{ ...cards, columns: columnsOfBoth, first: { token: a.column } },
		),
		facts: `${quoted(a.column)} ${cardAnswer(a).facts}`,
	})
	const alone = (a: Candidate, b: Candidate): Answer => {
		const { id, mapping } = cardAnswer(a)
		return said(id, `${quoted(a.column)} alone`, { ...mapping, columns: { ...mapping.columns, [b.column]: null } })
	}
	return {
		id: "token",
		text:
			both === 0
				? `Are the card tokens of ${quoted(one.column)} and those of ${quoted(other.column)} sent? No row has both.`
				: `Where ${quoted(one.column)} and ${quoted(other.column)} both hold a card token, in ${rowCount(both)}: which card does the customer get?`,
		why: `${whyTokens(columns)}${none}`,
		answers: [
			first(one, other),
			first(other, one),
			said("both", `Both; ${twoCards(both)}`, { ...cards, columns: columnsOfBoth }),
			alone(one, other),
			alone(other, one),
			said("none", "Neither: send no cards", { columns: { [one.column]: null, [other.column]: null } }),
		],
		needed: true,
	}
}

/** The same with how many rows have another card as well. */
function besideOthers(answer: Answer, rows: number): Answer {
	return rows === 0 ? answer : { ...answer, facts: `${answer.facts}, ${rowCount(rows)} beside another card` }
}

function twoCards(both: number): string {
	if (both === 0) return "no row has both"
	return both === 1
		? "the customer of the one row with both gets two cards"
		: `the customers of the ${rowCount(both)} with both get two cards`
}

function sentBeside(sent: readonly string[]): string {
	return `The card tokens of ${sent.map(quoted).join(" and ")} are sent as well.`
}

function whyTokens(candidates: readonly Candidate[]): string {
	const [it, is, its] = candidates.length === 1 ? ["It", "is", "its"] : ["They", "are", "their"]
	if (candidates.every(({ evidence }) => evidence.tokens === 0))
		return `${it} ${is} named as card tokens, and ${its} values do not look like any.`
	const recurring = candidates.filter(({ evidence }) => evidence.recurring > 0).map(({ column }) => quoted(column))
	return recurring.length === 0
		? `${it} ${candidates.length === 1 ? "holds" : "hold"} what looks like card tokens, and nothing says for certain that these are to be sent.`
		: `Intergiro takes single-use card tokens only, and those of ${recurring.join(" and ")} say that they are none.`
}

/** @param sent names of the columns whose tokens are sent as well: what is said of this one settles that */
function cardAnswer(candidate: Candidate, sent: readonly string[] = []): Answer {
	const { column } = candidate
	const own = answerOf(candidate, "token")
	const columns = { ...Object.fromEntries(sent.map((name) => [name, "token" as const])), ...own.mapping.columns }
	const answer: Answer = { ...own, mapping: { columns } }
	const none = whatIsNone(candidate)
	return {
		...answer,
		unchosen: { columns: { [column]: null } },
		...(none === ""
			? {}
			: { label: `${answer.label}${none}`, mapping: { ...answer.mapping, cards: "only-tokens" as const } }),
	}
}

/** Which values among card tokens mean that there is no card; nothing where there are no others. */
function whatIsNone({ evidence }: Candidate): string {
	return evidence.tokens === 0 || othersOf(evidence) === 0 ? "" : `; ${otherValue(evidence)}`
}

function otherValue(evidence: Candidate["evidence"]): string {
	const example = evidence.examples.find((value) => !isErrorValue(value) && !hasCardNumber(value))
	return `another value there${example === undefined ? "" : `, such as ${quoted(example)},`} means no card`
}

/** The file speaks of cards and has no token. */
export function cardlessQuestion(columns: readonly string[]): Question {
	return {
		id: "cards",
		text: "No column holds card tokens. Are the customers to be created without cards?",
		why: `The file speaks of cards, in ${columns.slice(0, 3).map(quoted).join(", ")}, but has no column of card tokens.`,
		answers: [
			{ id: "none", label: "Yes: create the customers without cards", examples: [], mapping: { cards: "none" } },
			{ id: "stop", label: "No: create nobody until the cards are in the file", examples: [], mapping: {} },
		],
		needed: true,
	}
}
