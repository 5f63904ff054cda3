import { quoted } from "../finding-codes.ts"
import { plain } from "./check-questions.ts"
import { statusKey } from "./mapping.ts"
import type { Answer, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/** Whose status a column is. */
export type OfStatus = "customer" | "card"

interface Status {
	/** As the file has it. */
	readonly value: string
	readonly rows: number
}

/** More are asked about all together. */
const mostAsked = 12

const words = {
	customer: { gone: "a customer is not created", all: "these customers are not created", none: "create them all" },
	card: {
		gone: "a card is not sent",
		all: "these customers are created without such a card",
		none: "send them all",
	},
} as const

/**
 * A column says how customers or cards stand, in words that this program does not know.
 * @param fileRows rows of the file: a word that all of several have hardly says that none is a customer
 */
export function statusQuestion(of: OfStatus, column: string, found: readonly Status[], fileRows: number): Question {
	const statuses = [...found].sort((one, other) => other.rows - one.rows)
	const { gone, all, none } = words[of]
	const rows = statuses.reduce((sum, one) => sum + one.rows, 0)
	const [only, ...more] = statuses
	const isMany = statuses.length > mostAsked
	const said = (fate: "sent" | "left-out", { value }: Status) => ({
		statuses: { [column]: { [statusKey(value)]: fate } },
	})
	const every = (fate: "sent" | "left-out") =>
		isMany || only === undefined ? { statuses: { [column]: fate } } : said(fate, only)
	const text =
		only !== undefined && more.length === 0
			? `Does ${quoted(only.value)} in ${quoted(column)} mean that ${gone}?`
			: `${isMany ? "Do" : "Which of"} these values of ${quoted(column)} mean that ${gone}?`
	const shown = statuses.slice(0, mostAsked).map((one) => `${quoted(one.value)} in ${rowCount(one.rows)}`)
	const why = `The column says how ${of === "card" ? "cards stand" : "customers stand"}, and these are words that this program does not know: ${shown.join(", ")}${isMany ? ", and others" : ""}; ${rowCount(rows)} in all.`
	const base = { id: `status.${column}`, text, why, needed: true }
	if (more.length === 0 || isMany)
		return {
			...base,
			answers: inOrder(
				plain("left-out", `Yes: ${all}`, every("left-out")),
				plain("sent", `No: ${none}`, every("sent")),
				more.length === 0 && fileRows > 1 && rows >= fileRows,
			),
		}
	const answers = statuses.map((one) => ({
		...plain(statusKey(one.value), quoted(one.value), said("left-out", one)),
		facts: rowCount(one.rows),
		unchosen: said("sent", one),
	}))
	return { ...base, answers, several: true }
}

/** The likely answer first. */
function inOrder(first: Answer, second: Answer, isTurned: boolean): readonly Answer[] {
	return isTurned ? [second, first] : [first, second]
}
