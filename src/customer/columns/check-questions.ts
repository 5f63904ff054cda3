import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { withoutDecimal } from "../lines/digit-facts.ts"
import { type Mapping, statusKey } from "./mapping.ts"
import type { Answer, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/** A value, as the first row has it, and how many rows have it. */
export interface FoundValue {
	readonly column: string
	readonly value: string
	rows: number
}

/** Two columns give rows different values of a field. @param free other fields that nothing fills and that the second of them may fill */
export function conflictQuestion(
	field: Field,
	columns: readonly string[],
	rows: number,
	example: string,
	free: readonly Field[],
): Question {
	const label = labelOf(field)
	const [first = "", second = "", third] = columns
	const both = third === undefined ? free : []
	return {
		id: `first.${field}`,
		text: `Which column counts, where two give a customer different values of the ${label}?`,
		why: `${columns.map(quoted).join(" and ")} are both the ${label}, and differ in ${rowCount(rows)}. ${example}`,
		answers: [
			...both.map((one) =>
				plain(`both.${one}`, `Both: ${quoted(first)} as the ${label}, ${quoted(second)} as the ${labelOf(one)}`, {
					columns: { [second]: one },
				}),
			),
			...columns.map((column) =>
				plain(column, `${quoted(column)}; the other where it is empty`, { first: { [field]: column } }),
			),
			plain("errors", "None: these rows are errors", { first: { [field]: null } }),
		],
		needed: false,
	}
}

/**
 * Customers stand in several rows that differ in the card alone.
 * @param apart how many of them have other rows in between, over which none is joined
 */
export function rowsQuestion(customers: number, apart: number, example: string): Question {
	const has = customers === 1 ? "One customer stands" : `${customers.toLocaleString("en")} customers stand`
	const apartIn = customers === 1 ? "" : apart === customers ? "" : ` for ${apart.toLocaleString("en")} of them`
	const stray = apart === 0 ? "" : `, with others in between${apartIn}`
	const none = customers === 1 ? "its rows are" : "those that stand apart are"
	return {
		id: "rows",
		text: "Are rows of the same number one customer with several cards?",
		why: `${has} in several rows that agree in everything but the card${stray}. ${example}`,
		answers: [
			plain(
				"join",
				apart === 0
					? "Yes: one customer with all its cards"
					: `Yes: one customer with all its cards; ${none} errors until the file is sorted by the customer number`,
				{ joinRows: true },
			),
			plain("separate", "No: the first row counts, the others are errors", { joinRows: false }),
			plain("errors", "Neither: all of these rows are errors until somebody has looked at them", {
				joinRows: "errors",
			}),
		],
		needed: false,
	}
}

/**
 * Rows say of themselves that their customers are gone: for good, or as they left. Yes creates or sends, and goes first, here and wherever
 * else that is asked.
 * @param values the different words for it, where one column has them all and they are few: one of them may not be meant so
 */
export function goneQuestion(
	gone: keyof typeof howGone,
	rows: number,
	example: string,
	values: readonly FoundValue[],
): Question {
	const several = values.length > 1 ? values : []
	const [first] = several
	// Each answer is of every word, so that another one takes back what this one said.
	const fates = (isSent: (value: string) => boolean): Partial<Mapping> => {
		const own = several.map(({ value }) => [statusKey(value), isSent(value) ? "sent" : "left-out"] as const)
		return first === undefined ? {} : { statuses: { [first.column]: Object.fromEntries(own) } }
	}
	return {
		id: gone,
		text: `Are customers to be created of whom the file says that they ${howGone[gone]}?`,
		why: first === undefined ? whySo(rows, example) : whySoOf(rows, first.column, several),
		answers: [
			plain("created", "Yes: create them like the others", { [gone]: "created", ...fates(() => true) }),
			plain("none", "No: leave these rows out", { [gone]: "left-out", ...fates(() => false) }),
			...several.map(({ value }) =>
				plain(`only.${statusKey(value)}`, `Only those with ${quoted(value)}: leave the others out`, {
					[gone]: "left-out",
					...fates((one) => one === value),
				}),
			),
		],
		needed: false,
	}
}

function whySoOf(rows: number, column: string, values: readonly FoundValue[]): string {
	const shown = values.map((one) => `${quoted(one.value)} in ${rowCount(one.rows)}`)
	return `${rowCount(rows)} say so, in ${quoted(column)}: ${shown.join(", ")}.`
}

const howGone = {
	deleted: "were deleted or died",
	ended: "left, or are not active any more",
	blocked: "are blocked",
} as const

/** Rows say of their cards that nobody can charge them any more. */
export function deadCardsQuestion(rows: number, example: string): Question {
	return {
		id: "dead-cards",
		text: "Are cards to be sent of which the file says that they can no longer be charged?",
		why: whySo(rows, example),
		answers: [
			plain("sent", "Yes: send them like the others", { deadCards: "sent" }),
			plain("left-out", "No: create these customers without such a card", { deadCards: "left-out" }),
		],
		needed: false,
	}
}

function whySo(rows: number, example: string): string {
	return `${rows === 1 ? "One row says" : `${rowCount(rows)} say`} so. ${example}`
}

/** A column says how a card stands, and not which of several. @param cards the columns of card tokens that it may be */
export function cardsOfQuestion(column: string, cards: readonly string[], rows: number): Question {
	return {
		id: `cards-of.${column}`,
		text: `Of which card does ${quoted(column)} speak?`,
		why: `It says that a card can no longer be charged, or what this program does not know. Its name does not say of which card, in ${rowCount(rows)} with several.`,
		answers: [
			...cards.map((card) => plain(card, `That in ${quoted(card)}`, { cardsOf: { [column]: [card] } })),
			plain("all", "All of them", { cardsOf: { [column]: cards } }),
		],
		needed: true,
	}
}

/** Every customer number ends in a decimal of zeros. @param number one of them */
export function decimalsQuestion(column: string, number: string): Question {
	const whole = withoutDecimal(number)
	return {
		id: "decimals",
		text: `Were the customer numbers in ${quoted(column)} whole numbers: ${quoted(whole)} in place of ${quoted(number)}?`,
		why: "A customer is known by this number ever after. All of them end in a decimal of zeros, and zeros before them are gone as well: look into the system that they come from.",
		answers: [
			plain("removed", `Yes: send them without it, as ${quoted(whole)}`, { decimals: "removed" }),
			plain("errors", "No: these rows are errors", { decimals: "errors" }),
		],
		needed: false,
	}
}

/** Names have something set apart in them. @param names some of them, as they are shown */
export function asidesQuestion(rows: number, names: readonly string[]): Question {
	const more = rows > names.length ? ` and ${(rows - names.length).toLocaleString("en")} more` : ""
	return {
		id: "asides",
		text: "Does all of this belong to the name?",
		why: `${rows === 1 ? "One row has" : `${rowCount(rows)} have`} a part in the name that is written as remarks are: ${names.join(", ")}${more}.`,
		answers: [
			plain("names", "Yes: send the names as they are", { asides: "names" }),
			plain("errors", "No: these rows are errors until the name stands alone", { asides: "errors" }),
		],
		needed: false,
	}
}

/** Among card tokens stand words. @param words some of them */
export function otherPaymentQuestion(rows: number, words: readonly string[]): Question {
	const them = words.map(quoted).join(", ")
	return {
		id: "other-payment",
		text: `Does ${them} in place of a card token mean that the customer has no card?`,
		why: `${rows === 1 ? "One row has" : `${rowCount(rows)} have`} a word where the others have a card token.`,
		answers: [
			plain("no-card", "Yes: create these customers without a card", { cards: "only-tokens" }),
			plain("errors", "No: these rows are errors", { cards: "all-tokens" }),
		],
		needed: false,
	}
}

/** The letters of the file can be read in two ways. */
export function encodingQuestion(
	readings: readonly { readonly encoding: string; readonly words: readonly string[] }[],
): Question {
	return {
		id: "encoding",
		text: "Which of these reads the names rightly?",
		why: "Names would be sent as they are read here. Where none is right, say another encoding, or save the file as UTF-8 in the program that it comes from.",
		answers: readings.map(({ encoding, words }) => ({
			...plain(encoding, encoding, { encoding }),
			examples: words.slice(0, 5).map(quoted),
		})),
		needed: true,
	}
}

export function plain(id: string, label: string, mapping: Answer["mapping"]): Answer {
	return { id, label, examples: [], mapping }
}
