import type { EmailRows, SlippedEmail, SpeltRows } from "./email-rows.ts"

/** So many customers have each other's addresses by no chance. */
const fewest = 3

/** Whether `emailsApart` may find any: nearly everybody of a file in order has an address like their name. */
export function mayBeApart(rows: EmailRows): boolean {
	return rows.others >= fewest
}

/**
 * Finds the rows of a file whose names were sorted or pasted apart from the rest: their e-mail addresses spell customers of other rows, however
 * far, who have not their own either. From the first to the last of them no row is trusted whose address is not its own, or that of
 * somebody else of the file with a name in common; nor are rows without an address beside them, or on end with one whose address stands
 * elsewhere: what is empty is sorted last.
 * @param rows all, or a sample, in the order of the file
 */
export function emailsApart(rows: EmailRows, spelt: SpeltRows): readonly SlippedEmail[] {
	let [first, last] = [-1, -1]
	const away = new Set<number>()
	for (let at = 0; at < rows.length; at++) {
		const of = rows.isOwn(at) ? undefined : spelt.of(at)
		if (of === undefined || rows.isOwn(of)) continue
		if (first < 0) first = at
		last = at
		away.add(of)
	}
	if (away.size < fewest) return []
	// At the edges the wrong address may have a name in common by chance.
	while (spelt.of(first - 1) !== undefined) first--
	while (spelt.of(last + 1) !== undefined) last++
	const isApart = (at: number) => at >= first && at <= last && !(rows.isOwn(at) && spelt.of(at) === undefined)
	const found: SlippedEmail[] = []
	for (let at = first; at <= last; at++) if (isApart(at)) found.push(rows.slipped(at, spelt.of(at)))
	for (const [from, to] of bareRuns(rows)) {
		const isBeside = from === last + 1 || to === first - 1
		if (!isBeside && !range(from, to).some((at) => away.has(at))) continue
		for (const at of range(from, to)) if (!isApart(at)) found.push(rows.slipped(at, spelt.of(at)))
	}
	return found
}

/** The first and the last of rows on end that have no address. */
function bareRuns(rows: EmailRows): readonly (readonly [from: number, to: number])[] {
	const runs: [number, number][] = []
	for (let at = 0; at < rows.length; at++) {
		const before = runs.at(-1)
		if (!rows.isBare(at)) continue
		if (before?.[1] === at - 1) before[1] = at
		else runs.push([at, at])
	}
	return runs
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
