/** More than these tell no more. */
const mostWords = 3_000
const longestWord = 60

const isLetter = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0x80
const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/**
 * The different words of a file in which there are bytes above ASCII, in the order of the file: all that its encoding
 * can be told by. Words are kept as Latin-1, one character a byte, with a 0 where a digit touches them.
 */
export class HighWords {
	readonly words = new Set<string>()
	#rest = ""

	/** Whether further words would tell more. */
	get wanting(): boolean {
		return this.words.size < mostWords
	}

	/** Adds the words of the next bytes of the file; `final` when none follow. */
	add(bytes: Uint8Array, final: boolean): void {
		const read = this.#rest + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")
		// A word may go on in the bytes that follow.
		let whole = read.length
		while (!final && read.length - whole < longestWord && isLetter(read.charCodeAt(whole - 1))) whole--
		const text = read.slice(0, whole)
		this.#rest = read.slice(whole)
		const high = /[\x80-\xff]/g
		for (let match = high.exec(text); match !== null && this.wanting; match = high.exec(text)) {
			let start = match.index
			let end = start
			while (match.index - start < longestWord && isLetter(text.charCodeAt(start - 1))) start--
			while (end - match.index < longestWord && isLetter(text.charCodeAt(end))) end++
			const before = isDigit(text.charCodeAt(start - 1)) ? "0" : ""
			const behind = isDigit(text.charCodeAt(end)) ? "0" : ""
			this.words.add(before + text.slice(start, end) + behind)
			high.lastIndex = end
		}
	}

	static of(bytes: Uint8Array): ReadonlySet<string> {
		const found = new HighWords()
		found.add(bytes, true)
		return found.words
	}
}
