/** A text to be kept while the rest of the file goes by: a cell is a part of the text of its block, and would keep all of that in memory. */
export function ownText(text: string): string {
	return ` ${text}`.slice(1)
}
