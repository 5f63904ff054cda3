/** Longer cells are texts or tokens. */
const longest = 100

const onlyLetters = /^[A-Za-z{}|[\]\\ .,'-]+$/
const signs = /[{}|[\]\\]/
const closed = /\{.*\}|\[.*\]/

/**
 * The words of some cells in which brackets and bars seem to stand for letters, as in the Swedish and German sets of 7
 * bits: `Malm|`, `}sa`. A hint and nothing more.
 */
export function sevenBitWords(cells: readonly string[]): readonly string[] {
	const names = cells.filter(
		(cell) => cell.length < longest && signs.test(cell) && onlyLetters.test(cell) && !closed.test(cell),
	)
	const words = names.flatMap((cell) => cell.split(/[ .,'-]+/))
	return [...new Set(words.filter((word) => signs.test(word) && /[a-z]{2}/i.test(word)))]
}
