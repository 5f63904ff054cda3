import { isAscii } from "node:buffer"

/** More than these tell no more. */
const mostWords = 3_000
const longestWord = 60
/** Looked at in each stretch. */
const mostOfStretch = 2_000
const pieceSize = 64 * 1024

const isLetter = (code: number) => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code >= 0x80
const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/**
 * The different words of a file in which there are bytes above ASCII, in the order of the file: all that its encoding
 * can be told by. Words are kept as Latin-1, one character a byte, with a 0 where a digit touches them.
 */
export class HighWords {
	readonly words = new Set<string>()

	/** Whether further words would tell more. */
	get wanting(): boolean {
		return this.words.size < mostWords
	}

	/**
	 * Adds words of the next stretch of the file, which begins and ends wherever it does: all of them where they are rare,
	 * the first where there are many.
	 */
	add(bytes: Uint8Array): void {
		let left = mostOfStretch
		for (let start = 0; start < bytes.length && left > 0 && this.wanting; start += pieceSize) {
			if (isAscii(bytes.subarray(start, start + pieceSize))) continue
			const from = Math.max(0, start - longestWord)
			const piece = bytes.subarray(from, start + pieceSize + longestWord)
			const text = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString("latin1")
			left -= this.#addText(text, start - from, start - from + pieceSize)
		}
	}

	/** Adds the words that begin to be above ASCII within these bounds, and counts them. */
	#addText(text: string, from: number, to: number): number {
		const high = /[\x80-\xff]/g
		high.lastIndex = from
		let count = 0
		for (let match = high.exec(text); match !== null && match.index < to; match = high.exec(text)) {
			let start = match.index
			let end = start
			while (match.index - start < longestWord && isLetter(text.charCodeAt(start - 1))) start--
			while (end - match.index < longestWord && isLetter(text.charCodeAt(end))) end++
			const before = isDigit(text.charCodeAt(start - 1)) ? "0" : ""
			const behind = isDigit(text.charCodeAt(end)) ? "0" : ""
			this.words.add(before + text.slice(start, end) + behind)
			high.lastIndex = end
			count++
		}
		return count
	}

	static of(bytes: Uint8Array): ReadonlySet<string> {
		const found = new HighWords()
		found.add(bytes)
		return found.words
	}
}
