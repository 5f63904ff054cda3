/** The other merchant to which a file, or its card tokens, were sent. */
interface Elsewhere {
	readonly merchant?: string | undefined
	/** The file with which its tokens were sent; nothing where it is this very one. */
	readonly file?: string | undefined
	/** ISO 8601. */
	readonly at: string
}

/**
 * Where it was sent, as a sentence without its full stop.
 * @param when writes a moment in ISO 8601 for the person
 */
export function elsewhereWords(
	{ merchant = "another merchant", file, at }: Elsewhere,
	when: (at: string) => string,
): string {
	return file === undefined
		? `This file was imported at ${merchant}, ${when(at)}`
		: `Card tokens of this file were sent to ${merchant}, with ${file}, ${when(at)}`
}
