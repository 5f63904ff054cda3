const quote = 0x22
const backslash = 0x5c
const lineFeed = 0x0a
const carriageReturn = 0x0d

/** How a record ends; `none` at the end of the file. */
export type LineEnd = "\n" | "\r\n" | "\r" | "none"

/** A quoted cell that contains line breaks is taken as never closed when it is longer than this, in code units. */
const longestQuoted = 1024 * 1024

const incomplete = -1
const unclosed = -2

/** Code units of a text: bytes, or 16 bits each. A Buffer searches several times faster than other arrays. */
export type Units = Buffer | Uint16Array

/**
 * Finds where records end, by the rules PapaParse parses by: a quote opens at the start of a cell only, and closes
 * before a delimiter, a line end or the end of the file. LF, CRLF and CR all end a record.
 *
 * A quote that never closes ends with its line, so that the rows after it are still read. It counts as such when the
 * file ends before it closes, when the cell grows beyond all reason, or when both a line break and an unescaped quote
 * stand in it: then the quotes of the rows below have been taken for its own.
 */
export class RecordScanner {
	/** How the record found last ends. */
	lineEnd: LineEnd = "none"
	/** The record found last has a quote that never closes. */
	unclosed = false
	readonly #delimiter: number
	readonly #backslash: boolean
	/** Cells are quoted in another way, and have no line breaks. */
	readonly #plain: boolean
	readonly #units: Units
	/** Nothing follows the units. */
	readonly #final: boolean
	/** The next of each at or after where it was last looked for; the length of the units when there is none. */
	#lineFeed = -1
	#carriageReturn = -1
	#quote = -1

	constructor(
		layout: { readonly delimiter: string; readonly escape: string; readonly quote?: string },
		units: Units,
		final: boolean,
	) {
		this.#delimiter = layout.delimiter.charCodeAt(0)
		this.#backslash = layout.escape === "\\"
		this.#plain = layout.quote !== undefined
		this.#units = units
		this.#final = final
	}

	/** Index after the record that starts at `from`, its line end included; -1 when more has to be read to find it. */
	next(from: number): number {
		const units = this.#units
		this.unclosed = false
		for (let index = from; ; ) {
			if (this.#lineFeed < index) this.#lineFeed = this.#find(lineFeed, index)
			if (this.#carriageReturn < index) this.#carriageReturn = this.#find(carriageReturn, index)
			if (this.#quote < index) this.#quote = this.#find(quote, index)
			const end = Math.min(this.#lineFeed, this.#carriageReturn)
			if (this.#quote >= end || this.#plain) return this.#end(end)
			const opens = this.#quote === from || units[this.#quote - 1] === this.#delimiter
			const closed = opens ? this.#closing(this.#quote) : this.#quote + 1
			if (closed === incomplete) return incomplete
			if (closed === unclosed) {
				this.unclosed = true
				return this.#end(end)
			}
			index = closed
		}
	}

	#find(unit: number, from: number): number {
		const found = this.#units.indexOf(unit, from)
		return found < 0 ? this.#units.length : found
	}

	#end(index: number): number {
		const units = this.#units
		if (index === units.length) {
			this.lineEnd = "none"
			return this.#final ? index : incomplete
		}
		if (units[index] === lineFeed) {
			this.lineEnd = "\n"
			return index + 1
		}
		if (index + 1 === units.length && !this.#final) return incomplete
		const followed = units[index + 1] === lineFeed
		this.lineEnd = followed ? "\r\n" : "\r"
		return index + (followed ? 2 : 1)
	}

	/** Index after the quoted cell that opens at `open`, or why there is none. */
	#closing(open: number): number {
		const units = this.#units
		const to = units.length
		const final = this.#final
		let broken = false
		let malformed = false
		let index = open + 1
		while (index < to) {
			const unit = units[index]
			if (unit === quote) {
				if (index + 1 < to && units[index + 1] === quote) {
					index += 2
					continue
				}
				let after = index + 1
				while (after < to && this.#isSpace(units[after])) after++
				if (after === to) return final ? to : incomplete
				const follower = units[after]
				if (follower === this.#delimiter || follower === lineFeed || follower === carriageReturn) return after
				malformed = true
			} else if (unit === lineFeed || unit === carriageReturn) broken = true
			else if (this.#backslash && unit === backslash) {
				if (index + 1 === to && !final) return incomplete
				if (units[index + 1] === quote || units[index + 1] === backslash) index++
			}
			if (broken && (malformed || index - open > longestQuoted)) return unclosed
			index++
		}
		return final ? unclosed : incomplete
	}

	#isSpace(unit: number | undefined): boolean {
		return (unit === 0x20 || unit === 0x09 || unit === 0x0b || unit === 0x0c) && unit !== this.#delimiter
	}
}
