import { countsOn, isOwnEmail, isSpelt, type NamedEmail, spellingsOf } from "./named-email.ts"

/** A row whose e-mail address is, or may be, that of the customer of another row. */
export interface SlippedEmail {
	readonly position: number
	readonly row: number
	/** The row of the customer whom the address spells, where it spells one. */
	readonly of: number | undefined
	/** It has no address. */
	readonly isBare: boolean
}

/** What is known of a row, a bit each. */
const own = 1
const bare = 2
const spellsNext = 4
const spellsPrevious = 8
const isCountedOn = 16

/** What the rows of a file tell of whose e-mail addresses they have, in their order: 17 bytes a row, where names and addresses take hundreds. */
export class EmailRows {
	length = 0
	/** How many have no address of their own. */
	others = 0
	readonly #bits: Uint8Array
	readonly #positions: Uint32Array
	readonly #rows: Uint32Array
	/** Hashes of the letters of addresses that do not spell their own customer; NaN of all others. */
	readonly letters: Float64Array
	#before: NamedEmail | undefined

	/**
	 * @param most rows that may be added
	 * @param hashOf of letters: by that they are found again
	 */
	constructor(
		most: number,
		readonly hashOf: (text: string) => number,
	) {
		this.#bits = new Uint8Array(most)
		this.#positions = new Uint32Array(most)
		this.#rows = new Uint32Array(most)
		this.letters = new Float64Array(most).fill(Number.NaN)
	}

	static of(rows: readonly NamedEmail[], hashOf: (text: string) => number): EmailRows {
		const all = new EmailRows(rows.length, hashOf)
		for (const row of rows) all.add(row)
		return all
	}

	add(one: NamedEmail): void {
		const at = this.length++
		const isOwn = isOwnEmail(one)
		if (!isOwn) this.others++
		this.#positions[at] = one.position
		this.#rows[at] = one.row
		this.#set(at, (isOwn ? own : 0) | (one.email === "" ? bare : 0))
		const isExact = one.letters === "" || one.names.some((words) => spellingsOf(words).includes(one.letters))
		this.letters[at] = isExact ? Number.NaN : this.hashOf(one.letters)
		const before = this.#before
		this.#before = one
		if (before === undefined) return
		const spells = ({ letters }: NamedEmail, { names }: NamedEmail) => names.some((words) => isSpelt(letters, words))
		if (!this.isOwn(at - 1) && spells(before, one)) this.#set(at - 1, spellsNext)
		if (!isOwn && spells(one, before)) this.#set(at, spellsPrevious)
		if (countsOn(before.email, one.email)) this.#set(at - 1, isCountedOn)
	}

	/** Whether its address may be of the customer of its row, or of the family. */
	isOwn(at: number): boolean {
		return this.#has(at, own)
	}

	/** Whether it has none. */
	isBare(at: number): boolean {
		return this.#has(at, bare)
	}

	/** Whether its address is not its own, and spells the customer of the next row or the one before. */
	spells(at: number, offset: 1 | -1): boolean {
		return this.#has(at, offset === 1 ? spellsNext : spellsPrevious)
	}

	/** Whether the address of the next row counts on from its own. */
	isCountedOn(at: number): boolean {
		return this.#has(at, isCountedOn)
	}

	/** @param of the place of the row whose customer the address spells */
	slipped(at: number, of: number | undefined): SlippedEmail {
		return {
			position: this.#positions[at] ?? 0,
			row: this.#rows[at] ?? 0,
			of: of === undefined ? undefined : this.#rows[of],
			isBare: this.isBare(at),
		}
	}

	#has(at: number, bit: number): boolean {
		return ((this.#bits[at] ?? 0) & bit) !== 0
	}

	#set(at: number, bits: number): void {
		this.#bits[at] = (this.#bits[at] ?? 0) | bits
	}
}

/**
 * Whom the addresses spell that are not of their own customers: the place of a row whose name is spelt so; of those who are called alike,
 * the first one without an address of their own. Names are known by hashes: more than one by chance there is not.
 */
export class SpeltRows {
	readonly #rows: EmailRows
	/** Of the letters that are looked for, in order, each once. */
	readonly #hashes: Float64Array
	/** The place of the row plus one. */
	readonly #places: Uint32Array
	#count = 0

	constructor(rows: EmailRows) {
		this.#rows = rows
		const sorted = rows.letters.slice(0, rows.length).sort()
		let count = 0
		// What is not a number stands last.
		for (const hash of sorted) if (!Number.isNaN(hash) && hash !== sorted[count - 1]) sorted[count++] = hash
		this.#hashes = sorted.subarray(0, count)
		this.#places = new Uint32Array(count)
	}

	/** To be called with the names of every row, in the same order. */
	add(names: NamedEmail["names"]): void {
		const at = this.#count++
		for (const words of names)
			for (const spelling of spellingsOf(words)) {
				const index = this.#search(this.#rows.hashOf(spelling))
				if (index === undefined) continue
				const other = this.#places[index] ?? 0
				if (other === 0 || this.#rows.isOwn(other - 1)) this.#places[index] = at + 1
			}
	}

	/** The row whose customer the address of a row spells, which is not its own. */
	of(at: number): number | undefined {
		const index = this.#search(this.#rows.letters[at] ?? Number.NaN)
		const place = index === undefined ? 0 : (this.#places[index] ?? 0)
		return place === 0 ? undefined : place - 1
	}

	#search(hash: number): number | undefined {
		let [low, high] = [0, this.#hashes.length]
		while (low < high) {
			const middle = (low + high) >>> 1
			if ((this.#hashes[middle] as number) < hash) low = middle + 1
			else high = middle
		}
		return this.#hashes[low] === hash ? low : undefined
	}
}
