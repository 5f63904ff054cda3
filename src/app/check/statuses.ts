import type { FoundValue } from "../../customer/columns/check-questions.ts"
import { type Mapping, statusKey } from "../../customer/columns/mapping.ts"
import type { Question } from "../../customer/columns/question.ts"
import { type OfStatus, statusQuestion } from "../../customer/columns/status-question.ts"
import { readHeader } from "../../customer/headers/read-header.ts"
import { isOfOtherShape } from "../../customer/lines/other-shape.ts"
import { Bits } from "./bits.ts"
import { isImportFile } from "./given-back.ts"
import { type Checked, RowsInQuestion } from "./rows-in-question.ts"
import { valuesWith } from "./values-with.ts"

/** Of fewer rows all may be alike by chance. */
const fewest = 3

/**
 * The one word for how customers stand that this program does not know and every row of the file has: it tells nobody apart, and so it keeps
 * nobody from being created. Nothing where there is none; and of rows that an import gave back it may have been what kept them.
 */
export async function sharedStatus(checked: Checked): Promise<Mapping["statuses"]> {
	if (isImportFile(checked.layout.columns)) return undefined
	const others = new Bits()
	for (const { code, severity } of checked.summary)
		if (severity === "error" && isOfOtherShape({ severity, code })) others.merge(checked.rowsWith(code))
	const rows = checked.rowsWith("row.status").without(others).size
	if (rows < fewest || rows < checked.rows - others.size) return undefined
	const found = await valuesWith(
		new RowsInQuestion(checked),
		"row.status",
		(text, column) => `${column}\n${statusKey(text)}`,
	)
	const [value, ...more] = found.values()
	// What is a choice of each row is one of all rows too.
	if (value === undefined || more.length > 0 || readHeader(value.column).choice !== undefined) return undefined
	return { [value.column]: { [statusKey(value.value)]: "sent" } }
}

/** One question for each column of statuses of which this program does not know all. */
export async function statusQuestions(file: RowsInQuestion): Promise<readonly Question[]> {
	return [...(await asked(file, "customer")), ...(await asked(file, "card"))]
}

async function asked(file: RowsInQuestion, of: OfStatus): Promise<readonly Question[]> {
	const code = of === "card" ? "card.status" : "row.status"
	const columns = new Map<string, FoundValue[]>()
	// Of a choice it is asked when the columns are decided.
	for (const value of (await valuesWith(file, code, (text, column) => `${column}\n${statusKey(text)}`)).values())
		if (readHeader(value.column).choice === undefined)
			columns.set(value.column, [...(columns.get(value.column) ?? []), value])
	return [...columns].map(([column, values]) => statusQuestion(of, column, values))
}
