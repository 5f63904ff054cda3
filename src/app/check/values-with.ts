import type { FoundValue } from "../../customer/columns/check-questions.ts"
import { type FindingCode, findingCodes } from "../../customer/finding-codes.ts"
import type { RowsInQuestion } from "./rows-in-question.ts"

/**
 * The values that rows in question have a finding of a code about, by what they have in common.
 * @param most no more rows are read once there are more values than this
 */
export async function valuesWith(
	file: RowsInQuestion,
	code: FindingCode,
	keyOf: (value: string, column: string) => string,
	most = Number.POSITIVE_INFINITY,
): Promise<ReadonlyMap<string, FoundValue>> {
	const found = new Map<string, FoundValue>()
	for await (const { column = "", message } of file.findings(code)) {
		const value = message.slice(findingCodes[code].sentence.length + 3, -1)
		const key = keyOf(value, column)
		const known = found.get(key)
		if (known === undefined) found.set(key, { column, value, rows: 1 })
		else known.rows++
		if (found.size > most) break
	}
	return found
}
