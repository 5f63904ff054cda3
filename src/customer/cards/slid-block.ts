/** What a row and its card token say of each other's card. */
export const standing = { agrees: 0, differs: 1, silent: 2, bare: 3, missing: 4 } as const

/** `silent`: one of them says nothing; `bare`: no card at all; `missing`: the row speaks of a card that it does not have. */
export type Standing = (typeof standing)[keyof typeof standing]

/** The rows of a file in their order, with how likely a row that agrees would agree with any card of the file. */
export interface Standings {
	readonly count: number
	of(at: number): Standing
	chance(at: number): number
}

/** Rows that are not to be trusted, beside those that differ. */
export interface Slid {
	/** With a card that agrees by chance, or says nothing. */
	readonly among: readonly number[]
	/** Whose card stands at another row. */
	readonly without: readonly number[]
}

/** So many rows that differ, with none between that agree but by chance, are no single mistakes: the column slid; fewer, where cards are missing. */
export const fewest = 3
/** Less likely than this, rows between two that differ do not agree by chance, nor do those beside a block. */
const between = 1e-4
const beside = 1e-3

/**
 * Finds the rows among and beside those that differ whose cards may be somebody else's all the same. Where tokens slid over
 * their rows, some agree by chance, and as many rows as they slid stay without one.
 */
export function slidRows(rows: Standings): Slid {
	const among: number[] = []
	const without: number[] = []
	for (const { first, last, differing } of runs(rows)) {
		const sides = [beyond(rows, first, -1), beyond(rows, last, 1)]
		const isShort = sides.some(({ empty }) => empty.some((at) => rows.of(at) === standing.missing))
		const isBlock = differing >= fewest || (differing > 1 && isShort)
		if (isBlock)
			for (let at = first + 1; at < last; at++)
				if (rows.of(at) >= standing.bare) without.push(at)
				else if (rows.of(at) !== standing.differs) among.push(at)
		for (const { passed, empty } of sides) {
			without.push(...empty)
			if (isBlock || empty.length > 0) among.push(...passed)
		}
	}
	return { among, without }
}

/** Rows that differ, as far as those between them may agree by chance. */
function* runs(rows: Standings): Generator<{ first: number; last: number; differing: number }> {
	let run: { first: number; last: number; differing: number } | undefined
	let chance = 1
	for (let at = 0; at < rows.count; at++) {
		const how = rows.of(at)
		if (how === standing.agrees) chance *= rows.chance(at)
		if (how !== standing.differs) continue
		if (run !== undefined && chance >= between) run = { first: run.first, last: at, differing: run.differing + 1 }
		else {
			if (run !== undefined) yield run
			run = { first: at, last: at, differing: 1 }
		}
		chance = 1
	}
	if (run !== undefined) yield run
}

/** Behind the edge of what slid: the rows that may agree by chance, and those without a card that follow. */
function beyond(rows: Standings, edge: number, step: 1 | -1): { passed: readonly number[]; empty: readonly number[] } {
	const passed: number[] = []
	let chance = 1
	let at = edge + step
	for (; at >= 0 && at < rows.count && rows.of(at) < standing.bare; at += step) {
		if (rows.of(at) === standing.differs) break
		if (rows.of(at) === standing.agrees) chance *= rows.chance(at)
		if (chance < beside) break
		passed.push(at)
	}
	const empty: number[] = []
	// The first may be where the slide began, whatever it says.
	const isNext = at === edge + step
	for (; at >= 0 && at < rows.count; at += step) {
		const how = rows.of(at)
		if (how !== standing.missing && !(how === standing.bare && isNext && empty.length === 0)) break
		empty.push(at)
	}
	return { passed, empty }
}
