import { quoted } from "../finding-codes.ts"
import { plain } from "./check-questions.ts"
import { statusKey } from "./mapping.ts"
import type { Question } from "./question.ts"
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
	customer: {
		gone: "a customer is not created",
		is: "Are customers to be created",
		yes: "create them like the others",
		no: "leave these rows out",
	},
	card: {
		gone: "a card is not sent",
		is: "Are cards to be sent",
		yes: "send them like the others",
		no: "create these customers without such a card",
	},
} as const

/**
 * A column says how customers or cards stand, in words that this program does not know.
 */
export function statusQuestion(of: OfStatus, column: string, found: readonly Status[]): Question {
	const statuses = [...found].sort((one, other) => other.rows - one.rows)
	const { gone, is, yes, no } = words[of]
	const rows = statuses.reduce((sum, one) => sum + one.rows, 0)
	const [only, ...more] = statuses
	const isMany = statuses.length > mostAsked
	const said = (fate: "sent" | "left-out", { value }: Status) => ({
		statuses: { [column]: { [statusKey(value)]: fate } },
	})
	const every = (fate: "sent" | "left-out") =>
		isMany || only === undefined ? { statuses: { [column]: fate } } : said(fate, only)
	const text = isMany
		? `${is} with these values of ${quoted(column)}?`
		: only !== undefined && more.length === 0
			? `${is} with ${quoted(only.value)} in ${quoted(column)}?`
			: `Which of these values of ${quoted(column)} mean that ${gone}?`
	const shown = statuses.slice(0, mostAsked).map((one) => `${quoted(one.value)} in ${rowCount(one.rows)}`)
	const isOne = more.length === 0
	const why = `This program does not know what ${isOne ? "this says" : "these say"} of a ${of}: ${shown.join(", ")}${isMany ? ", and others" : ""}${isOne ? "" : `; ${rowCount(rows)} in all`}.`
	const base = { id: `status.${column}`, text, why, needed: true }
	if (isOne || isMany)
		return {
			...base,
			answers: [plain("sent", `Yes: ${yes}`, every("sent")), plain("left-out", `No: ${no}`, every("left-out"))],
		}
	const answers = statuses.map((one) => ({
		...plain(statusKey(one.value), quoted(one.value), said("left-out", one)),
		facts: rowCount(one.rows),
		unchosen: said("sent", one),
	}))
	return { ...base, answers, several: true }
}
