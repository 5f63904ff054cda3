import { isDeepStrictEqual } from "node:util"
import { mayBeDamaged } from "../../customer/cards/token-cut.ts"
import { hasOtherAudience, hasOtherExpiry, hasWitness, type TokenFacts } from "../../customer/cards/token-facts.ts"
import type { CheckOptions } from "../../customer/check-options.ts"
import type { Decision } from "../../customer/columns/decide.ts"
import type { Carried } from "../../customer/columns/draft-decision.ts"
import { indicesOf, type Mapping, merged, noAnswers, usesOf } from "../../customer/columns/mapping.ts"
import { mappingProblems, UnusableMapping } from "../../customer/columns/mapping-problems.ts"
import { hasComments, hasNotes, hasShortened, hasUnlike, numbersHaveDigits } from "../../customer/lines/file-facts.ts"
import { isFooter } from "../../customer/lines/in-file.ts"
import { paddedLength } from "../../customer/lines/padded-numbers.ts"
import { personal, whyNoCustomer } from "../../customer/lines/sparse.ts"
import { anyIsShort } from "../../customer/lines/zip-lengths.ts"
import { type CheckRequest, type JudgedFile, judgeFile } from "./check-file.ts"
import type { CheckedFile } from "./checked-file.ts"
import { decideColumns, type OpenedFile } from "./open-file.ts"
import { sharedStatus } from "./statuses.ts"

export interface ExamineRequest extends Omit<CheckRequest, "layout" | "mapping" | "decision"> {
	/** What a person said of the columns. */
	readonly answers?: Mapping | undefined
	/** What of it was not said in this very import. */
	readonly carried?: Carried | undefined
}

/**
 * Decides what the columns of a file are and checks every row, with all rows that could be sent as the evidence: where they speak
 * against what the first ones said, the rows are checked again. Rejects as `checkFile` does.
 */
export async function examineFile(opened: OpenedFile, request: ExamineRequest): Promise<CheckedFile> {
	const checked = await examined(opened, request)
	const statuses = await sharedStatus(checked)
	if (statuses === undefined) return checked
	return examined(opened, { ...request, answers: merged(request.answers ?? noAnswers, { statuses }) })
}

async function examined(opened: OpenedFile, { answers, carried, ...request }: ExamineRequest): Promise<CheckedFile> {
	const { layout } = opened.detection
	const problems = answers === undefined ? [] : mappingProblems(answers, layout.columns)
	// Whether there is a number is decided, and asked, below.
	const unusable = problems.filter(({ kind }) => kind !== "no-number")
	if (unusable.length > 0) throw new UnusableMapping(unusable)
	/** Nothing of a look is kept that another one has to follow. */
	const look = async (decision: Decision, options: CheckOptions, looks: number) => {
		const inQuestion = decision.columns.flatMap(({ column, by }) => (by === "open" ? [column] : []))
		const judgedBy = inQuestion.length === 0 ? options : { ...options, inQuestion }
		const judged = await judgeFile(opened, { ...request, options: judgedBy, layout, mapping: decision.mapping })
		try {
			if (looks === mostLooks) return await judged.compared(decision)
			const next = decideColumns(opened, answers, judged.evidence, carried)
			const isSettled = isDeepStrictEqual(next.mapping, decision.mapping)
			if (isSettled && (looks > 1 || !(await speaksOfRows(judged)))) return await judged.compared(next)
			return { next, facts: judged.facts }
		} finally {
			await judged.close()
		}
	}
	let found = await look(decideColumns(opened, answers, undefined, carried), request.options, 1)
	if (!("next" in found)) return found
	const options = { ...request.options, facts: found.facts }
	for (let looks = 2; "next" in found; looks++) found = await look(found.next, options, looks)
	return found
}

/** Of which rows are no customers, and so no evidence, the second look knows more than the first; it rarely takes another. */
const mostLooks = 3

function speaks(tokens: TokenFacts): boolean {
	return mayBeDamaged(tokens) || hasOtherAudience(tokens) || hasOtherExpiry(tokens) || hasWitness(tokens)
}

/** Whether what is known of the whole file makes any row another one than it is by itself. */
async function speaksOfRows(judged: JudgedFile): Promise<boolean> {
	const { facts, mapping, layout } = judged
	if (facts.otherTableFrom !== undefined || (facts.tokens !== undefined && speaks(facts.tokens))) return true
	const { numbers, decimal = [], rounded = [] } = facts
	if (
		facts.recordType !== undefined ||
		decimal.length + rounded.length > 0 ||
		anyIsShort(facts.zips) ||
		Object.keys(facts.cut ?? {}).length > 0 ||
		Object.keys(facts.asides ?? {}).length > 0 ||
		(facts.marks ?? []).length > 0 ||
		(facts.notes ?? []).length > 0 ||
		(numbers !== undefined &&
			(hasComments(numbers) ||
				hasNotes(numbers) ||
				hasUnlike(numbers) ||
				hasShortened(numbers) ||
				paddedLength(numbers) !== undefined))
	)
		return true
	if (numbers !== undefined && numbersHaveDigits(numbers) && numbers.withDigit < numbers.all) return true
	const fieldAt = layout.columns.map((column) => usesOf(mapping, column)?.[0])
	const places = personal(fieldAt)
	if (facts.sparse?.rows.some((row) => whyNoCustomer(row, places, facts) !== undefined)) return true
	const last = await judged.lastRow()
	const [numberIndex = -1] = indicesOf(mapping, layout.columns, "number")
	return last !== undefined && isFooter(last.cells, last.row, numberIndex, facts)
}
