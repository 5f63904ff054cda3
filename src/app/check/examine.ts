import { isDeepStrictEqual } from "node:util"
import { mayBeDamaged } from "../../customer/cards/token-cut.ts"
import { hasOtherAudience, type TokenFacts } from "../../customer/cards/token-facts.ts"
import { indicesOf, type Mapping } from "../../customer/columns/mapping.ts"
import { mappingProblems, UnusableMapping } from "../../customer/columns/mapping-problems.ts"
import { hasComments, numbersHaveDigits } from "../../customer/lines/file-facts.ts"
import { isFooter } from "../../customer/lines/in-file.ts"
import { type CheckRequest, checkFile } from "./check-file.ts"
import type { CheckedFile } from "./checked-file.ts"
import { decideColumns, type OpenedFile } from "./open-file.ts"

export interface ExamineRequest extends Omit<CheckRequest, "layout" | "mapping" | "decision"> {
	/** What a person said of the columns. */
	readonly answers?: Mapping | undefined
}

/**
 * Decides what the columns of a file are and checks every row, with the whole file as the evidence: where it speaks against what its
 * first rows said, the rows are checked again. Rejects as `checkFile` does.
 */
export async function examineFile(opened: OpenedFile, { answers, ...request }: ExamineRequest): Promise<CheckedFile> {
	const { layout } = opened.detection
	const problems = answers === undefined ? [] : mappingProblems(answers, layout.columns)
	// Whether there is a number is decided, and asked, below.
	const unusable = problems.filter(({ kind }) => kind !== "no-number")
	if (unusable.length > 0) throw new UnusableMapping(unusable)
	const first = decideColumns(opened, answers)
	const checked = await checkFile(opened, { ...request, layout, mapping: first.mapping, decision: first })
	const decision = decideColumns(opened, answers, checked.evidence)
	const { facts } = checked
	if (isDeepStrictEqual(decision.mapping, first.mapping) && !(await speaksOfRows(checked)))
		return checked.decidedBy(decision)
	const options = { ...request.options, facts }
	return await checkFile(opened, { ...request, options, layout, mapping: decision.mapping, decision })
}

function speaks(tokens: TokenFacts): boolean {
	return mayBeDamaged(tokens) || hasOtherAudience(tokens)
}

/** Whether what is known of the whole file makes any row another one than it is by itself. */
async function speaksOfRows(checked: CheckedFile): Promise<boolean> {
	const { facts, mapping, layout, rows } = checked
	if (facts.otherTableFrom !== undefined || (facts.tokens !== undefined && speaks(facts.tokens))) return true
	const { numbers, decimal = [], rounded = [] } = facts
	if (
		facts.recordType !== undefined ||
		decimal.length + rounded.length > 0 ||
		(numbers !== undefined && hasComments(numbers))
	)
		return true
	if (numbers !== undefined && numbersHaveDigits(numbers) && numbers.withDigit < numbers.all) return true
	const [last] = await checked.page(rows - 1, 1)
	const [numberIndex = -1] = indicesOf(mapping, layout.columns, "number")
	return last !== undefined && isFooter(last.cells, last.row, numberIndex, facts)
}
