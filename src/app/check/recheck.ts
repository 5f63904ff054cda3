import { isDeepStrictEqual } from "node:util"
import type { FileEvidence, NumberFacts } from "../../customer/lines/file-facts.ts"
import { FileTally } from "../../customer/lines/file-tally.ts"
import { isOfOtherShape } from "../../customer/lines/other-shape.ts"
import { joinPadded, paddedLength } from "../../customer/lines/padded-numbers.ts"
import { findAcrossRows } from "./across-rows.ts"
import { CheckedFile } from "./checked-file.ts"
import { compareSuspects } from "./compare-suspects.ts"
import { withOwners } from "./owners.ts"
import { blockJudge, blockReader, type Edits, type Reading } from "./reading.ts"
import { repeatedHashes } from "./repeated.ts"
import { type BlockTally, tallyOf } from "./tally.ts"

/** More blocks than this are faster checked with all others, by threads. */
const most = 200

/**
 * The same file with other edits: only the blocks with rows that they change are judged again, and rows are compared
 * only where that may come out differently.
 * @returns nothing when so much has changed, or such rows, that the whole file has to be checked again
 */
export async function recheck(before: CheckedFile, edits: Edits): Promise<CheckedFile | undefined> {
	const { judged, suspects } = before.parts
	const reading: Reading = { ...before.reading, edits }
	const blocks = judged.index.blocksOf(changedRows(before.reading.edits, edits))
	if (blocks.length > most) return undefined
	const judge = { before: blockJudge(before.reading), after: blockJudge(reading) }
	const tallies = { before: new FileTally(), after: new FileTally() }
	const count = { before: blockJudge(before.reading, tallies.before), after: blockJudge(reading, tallies.after) }
	const summary = judged.summary.clone()
	let { numbers, tokens } = judged
	let isCompared = false
	for await (const { block, position, which } of judged.index.readBlocks(blocks)) {
		const old = tallyOf(block, judge.before)
		const tally = tallyOf(block, judge.after)
		tallyOf(block, count.before)
		tallyOf(block, count.after)
		// What is no customer is no evidence; what is one now may say something else of the columns.
		if (rowsOfOtherShape(tally) < rowsOfOtherShape(old)) return undefined
		for (const code of old.codes) summary.remove(code, position)
		for (const code of tally.codes) summary.add(code, position)
		numbers = numbers.with(which, tally.numbers) ?? numbers
		tokens = tokens.with(which, tally.tokens, tally.tokenRows) ?? tokens
		isCompared ||= suspects.hasBetween(position, position + tally.rows)
	}
	if (isFirstOfKind(before, tallies.before, tallies.after)) return undefined
	const owners = await findAcrossRows(judged.index, reading, summary.rowsWith("token.other-card"), judged.evidence)
	isCompared ||= !isDeepStrictEqual(owners, before.parts.owners)
	const read = withOwners(blockReader(reading), owners)
	const parts = { judged: { ...judged, summary, numbers, tokens }, reading, read, owners }
	if (numbers === judged.numbers && tokens === judged.tokens && !isCompared)
		return CheckedFile.of({ ...before.parts, ...parts })
	const compared = await compareSuspects(parts.judged, reading, read, async (hashes) => repeatedHashes(hashes))
	return CheckedFile.of({ ...before.parts, ...parts, ...compared })
}

/** A customer number is of a kind that no other of the file was: how it stands among them, only a check of all of them tells. */
function isFirstOfKind({ facts }: CheckedFile, before: FileTally, after: FileTally): boolean {
	const oddOf = (numbers: Partial<FileEvidence["numbers"]> = {}) => {
		const {
			all = 0,
			withDigit = 0,
			marked = 0,
			phrases = 0,
			unlike = 0,
			suffixed = 0,
			noted = 0,
			worded = 0,
			shortened = 0,
		} = numbers
		return [all - withDigit, marked, phrases, unlike, suffixed, noted, worded, shortened]
	}
	const [known, was, is] = [facts.numbers, before.evidence().numbers, after.evidence().numbers].map(oddOf)
	const isOther = is?.some((count, kind) => known?.[kind] === 0 && count > (was?.[kind] ?? 0)) ?? false
	return isOther || isFirstShort(facts.numbers, after.evidence().numbers)
}

/** Whether it is only now that a number is shorter than those with zeros before them. */
function isFirstShort({ all, padded = {}, shortest = 0 }: NumberFacts = { all: 0, withDigit: 0 }, now: NumberFacts) {
	const joined = joinPadded(padded, now.padded ?? {})
	const least = Math.min(shortest, now.shortest ?? shortest)
	const before = paddedLength({ all, padded, shortest })
	return before === undefined && paddedLength({ all, padded: joined, shortest: least }) !== undefined
}

function rowsOfOtherShape({ codes }: BlockTally): number {
	return codes.filter(isOfOtherShape).reduce((sum, { positions }) => sum + positions.length, 0)
}

/** The rows of which cells, being left out or being kept differ, as a spreadsheet numbers them. */
function changedRows(before: Edits | undefined, after: Edits): ReadonlySet<number> {
	const rows = new Set<number>()
	const cells = (edits: Edits | undefined) =>
		new Map(edits?.cells.map(({ row, column, value }) => [JSON.stringify([row, column]), { row, value }]))
	const [old, now] = [cells(before), cells(after)]
	for (const [place, { row }] of [...old, ...now]) if (old.get(place)?.value !== now.get(place)?.value) rows.add(row)
	for (const list of ["skipped", "kept", "confirmed"] as const) {
		const [was, is] = [new Set(before?.[list]), new Set(after[list])]
		for (const row of [...was, ...is]) if (was.has(row) !== is.has(row)) rows.add(row)
	}
	return rows
}
