import { isOwnEmail, type NamedEmail, type SlippedEmail } from "./slipped-emails.ts"

/** So many customers have each other's addresses by no chance. */
const fewest = 3
/** A shorter surname behind an initial is in any text. */
const shortestSurname = 4

/**
 * Finds the rows of a file whose names were sorted or pasted apart from the rest: their e-mail addresses spell customers of other rows, however
 * far, who have not their own either. From the first to the last of them no row is trusted whose address is not its own, or that of
 * somebody else of the file with a name in common; nor are rows without an address beside them, or on end with one whose address stands
 * elsewhere: what is empty is sorted last.
 * @param rows all, or a sample, in the order of the file
 */
export function emailsApart(rows: readonly NamedEmail[]): readonly SlippedEmail[] {
	const isLike = rows.map(isOwnEmail)
	// Nearly everybody of a file in order has an address like their name.
	if (isLike.filter((is) => !is).length < fewest) return []
	const byName = new Map<string, number>()
	for (const [at, { names }] of rows.entries())
		for (const spelling of names.flatMap(spellingsOf)) {
			const other = byName.get(spelling)
			// Of those who are called alike, the one without an address of their own.
			if (other === undefined || isLike[other]) byName.set(spelling, at)
		}
	const isExact = rows.map(({ names, letters }) => names.flatMap(spellingsOf).includes(letters))
	const meant = rows.map(({ letters }, at) => (isExact[at] ? undefined : byName.get(letters)))
	const lost = meant.flatMap((of, at) => (of === undefined || isLike[at] || isLike[of] ? [] : [at]))
	if (new Set(lost.map((at) => meant[at])).size < fewest) return []
	let [first = 0, last = 0] = [lost[0], lost.at(-1)]
	// At the edges the wrong address may have a name in common by chance.
	while (meant[first - 1] !== undefined) first--
	while (meant[last + 1] !== undefined) last++
	const away = new Set(lost.map((at) => meant[at]))
	const apart = (at: number) => {
		const { position, row } = rows[at] ?? { position: at, row: at }
		const of = meant[at]
		return { position, row, of: of === undefined ? undefined : rows[of]?.row }
	}
	const isApart = (at: number) => at >= first && at <= last && !(isLike[at] && meant[at] === undefined)
	return [
		...rows.flatMap((_, at) => (isApart(at) ? [apart(at)] : [])),
		...bareRuns(rows)
			.filter(([from, to]) => from === last + 1 || to === first - 1 || range(from, to).some((at) => away.has(at)))
			.flatMap(([from, to]) => range(from, to).filter((at) => !isApart(at)))
			.map(apart),
	]
}

/** The first and the last of rows on end that have no address. */
function bareRuns(rows: readonly NamedEmail[]): readonly (readonly [from: number, to: number])[] {
	const runs: [number, number][] = []
	for (const [at, { email }] of rows.entries()) {
		const before = runs.at(-1)
		if (email !== "") continue
		if (before?.[1] === at - 1) before[1] = at
		else runs.push([at, at])
	}
	return runs
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, offset) => from + offset)

/** How addresses spell a name of several words: the first one and another, in either order, or its initial. */
function spellingsOf(words: readonly string[]): readonly string[] {
	const [first = "", ...others] = words
	return others.flatMap((other) => [
		first + other,
		other + first,
		...(other.length >= shortestSurname ? [first.slice(0, 1) + other] : []),
	])
}
