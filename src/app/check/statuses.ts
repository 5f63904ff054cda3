import { statusKey } from "../../customer/columns/mapping.ts"
import type { Question } from "../../customer/columns/question.ts"
import { type OfStatus, statusQuestion } from "../../customer/columns/status-question.ts"
import type { RowsInQuestion } from "./rows-in-question.ts"
import { type FoundValue, valuesWith } from "./values-with.ts"

/** One question for each column of statuses of which this program does not know all. */
export async function statusQuestions(file: RowsInQuestion): Promise<readonly Question[]> {
	return [...(await asked(file, "customer")), ...(await asked(file, "card"))]
}

async function asked(file: RowsInQuestion, of: OfStatus): Promise<readonly Question[]> {
	const code = of === "card" ? "card.status" : "row.status"
	const columns = new Map<string, FoundValue[]>()
	for (const value of (await valuesWith(file, code, (text, column) => `${column}\n${statusKey(text)}`)).values())
		columns.set(value.column, [...(columns.get(value.column) ?? []), value])
	return [...columns].map(([column, values]) => statusQuestion(of, column, values, file.rows))
}
