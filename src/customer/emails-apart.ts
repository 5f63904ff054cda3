import { isOwnEmail, type NamedEmail, type SlippedEmail } from "./slipped-emails.ts"

/** So many customers have each other's addresses by no chance. */
const fewest = 3
/** A shorter surname behind an initial is in any text. */
const shortestSurname = 4

/**
 * Finds the rows of a file whose names were sorted or pasted apart from the rest: their e-mail addresses spell customers of other rows, however
 * far, who have not their own either. From the first to the last of them no row is trusted whose address is not its own, or that of
 * somebody else of the file with a name in common.
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
	return rows.slice(first, last + 1).flatMap(({ position, row }, offset) => {
		const at = first + offset
		const of = meant[at]
		return isLike[at] && of === undefined ? [] : [{ position, row, of: of === undefined ? undefined : rows[of]?.row }]
	})
}

/** How addresses spell a name of several words: the first one and another, in either order, or its initial. */
function spellingsOf(words: readonly string[]): readonly string[] {
	const [first = "", ...others] = words
	return others.flatMap((other) => [
		first + other,
		other + first,
		...(other.length >= shortestSurname ? [first.slice(0, 1) + other] : []),
	])
}
