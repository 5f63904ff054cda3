import { isDeepStrictEqual } from "node:util"
import type { Decision } from "../customer/columns/draft-decision.ts"
import { type ColumnUse, type Mapping, usesOf } from "../customer/columns/mapping.ts"

/** What a person answered of the columns of a file. */
export interface OwnAnswers {
	/** For any file with the same header. */
	readonly mapping: Mapping
	/** For this very file: what a column was made against its name. In the next one the same header is right by itself. */
	readonly ofFile: Mapping["columns"]
}

/**
 * Parts the answers to remember. What the name of a column says already is none.
 * @param decision of the columns without any answers
 */
export function ownAnswers(answers: Mapping, decision: Decision): OwnAnswers {
	const byName = decision.columns.filter(({ by }) => by === "name")
	const named = new Map(byName.map(({ column, fields }) => [column, fields]))
	const [columns, ofFile]: [Record<string, ColumnUse>, Record<string, ColumnUse>] = [{}, {}]
	for (const [column, use] of Object.entries(answers.columns)) {
		const [uses = [], fields] = [usesOf(answers, column), named.get(column)]
		const isNamed = fields !== undefined && uses.length > 0
		if (!isNamed) columns[column] = use
		else if (!isDeepStrictEqual(uses, fields)) ofFile[column] = use
	}
	return { mapping: { ...answers, columns }, ofFile }
}
