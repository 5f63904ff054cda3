import { isDeepStrictEqual } from "node:util"
import { type Mapping, usesOf } from "../customer/columns/mapping.ts"
import type { Question } from "../customer/columns/question.ts"
import { labelOf } from "../customer/fields.ts"
import { quoted } from "../customer/finding-codes.ts"
import type { Answers } from "./answers.ts"
import { examineFile } from "./check/examine.ts"
import type { OpenedFile } from "./check/open-file.ts"
import type { Reading } from "./check/reading.ts"

/** The id of the question whether a run is to go on as it was begun. */
export const begun = "begun"

/**
 * What a run that version 0.1.0 began has to be asked once: it guessed what the columns are, and has sent rows so. Nothing where
 * today's rules come to the same, or a person confirmed it.
 */
export async function begunQuestion(
	opened: OpenedFile,
	{ mapping, options, edits }: Reading,
	answers: Answers,
	signal?: AbortSignal,
): Promise<Question | undefined> {
	const { columns } = opened.detection.layout
	const uses = (one: Mapping) => columns.map((column) => usesOf(one, column) ?? [])
	if (answers.isConfirmed(columns, mapping)) return undefined
	const now = await examineFile(opened, { options, edits, signal })
	if (now.questions.length === 0 && isDeepStrictEqual(uses(now.mapping), uses(mapping))) return undefined
	const taken = columns.flatMap((column, index) => {
		const labels = uses(mapping)[index]?.map(labelOf) ?? []
		return labels.length > 0 ? [`${quoted(column)} is the ${labels.join(" and the ")}`] : []
	})
	return {
		id: begun,
		text: "This run was begun by version 0.1.0, which guessed what the columns are. Go on with the same ones?",
		why: `${taken.join(", ")}. All other columns are left out.`,
		answers: [{ id: "same", label: "Yes, these are right: go on", examples: [], mapping }],
		needed: true,
	}
}
