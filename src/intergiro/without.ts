/** From where to where, and what is shown instead where that is not `[…]`. */
export type Range = readonly [from: number, to: number, instead?: string]

/** The text with `[…]`, or another word, in place of what is taken. */
export function without(text: string, taken: readonly Range[]): string {
	let shown = ""
	let end = 0
	for (const [from, to, instead = "[…]"] of taken.toSorted(([one], [other]) => one - other)) {
		if (from > end || (from === 0 && end === 0)) shown += `${text.slice(end, from)}${instead}`
		end = Math.max(end, to)
	}
	return shown + text.slice(end)
}
