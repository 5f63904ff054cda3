import { hash53 } from "../hash.ts"
import { Names, Packing, Unpacking } from "./packing.ts"

/** How the values of a map are put into bytes. */
export interface Codec<Value> {
	/** Whether a value is packed; what is not is kept as it is. */
	packs(value: Value): boolean
	write(value: Value, to: Packing): void
	read(from: Unpacking): Value
}

/** Bytes of a page, which holds many records. */
const pageLength = 2 ** 20
const firstPageLength = 2 ** 10
/** An address is the place of a record's page and its place in there, in 32 bits. */
const mostPages = 2 ** 12 - 1

const empty = 0
/** What stood there was deleted: whoever looks for another goes on. */
const gone = 0xffff_ffff

/** A record begins with whether it counts, and its length in two bytes. */
const headLength = 3

/**
 * A map of texts to values that takes some dozens of bytes an entry, where objects take hundreds and keep the garbage collector busy: a run
 * knows of a million customers. What changes often or has no short form is kept beside it as it is.
 */
export class PackedMap<Value> {
	readonly #codec: Codec<Value>
	readonly #others = new Map<string, Value>()
	readonly #packing: Packing
	readonly #unpacking: Unpacking
	readonly #pages: Uint8Array<ArrayBuffer>[] = []
	/** Bytes that are taken of each page but the last. */
	readonly #ends: number[] = []
	/** Bytes of the last page that are taken. */
	#used = 0
	/** By hash: where a record stands, plus one. */
	#slots = new Uint32Array(16)
	/** Slots that are not empty. */
	#taken = 0
	#packed = 0
	/** What was read last: several things are asked of one entry after the other. */
	#last: { readonly key: string; readonly value: Value } | undefined

	constructor(codec: Codec<Value>) {
		const names = new Names()
		this.#codec = codec
		this.#packing = new Packing(names)
		this.#unpacking = new Unpacking(names)
	}

	get size(): number {
		return this.#packed + this.#others.size
	}

	/** That the packed entries take, with what is kept free for others. */
	get bytes(): number {
		return this.#slots.byteLength + this.#pages.reduce((sum, page) => sum + page.length, 0)
	}

	has(key: string): boolean {
		return this.#others.has(key) || this.#find(key) !== undefined
	}

	get(key: string): Value | undefined {
		const other = this.#others.get(key)
		if (other !== undefined) return other
		if (this.#last?.key === key) return this.#last.value
		if (this.#find(key) === undefined) return undefined
		const value = this.#codec.read(this.#unpacking)
		this.#last = { key, value }
		return value
	}

	set(key: string, value: Value): void {
		this.#last = undefined
		if (this.#codec.packs(value) && this.#write(key, value)) this.#others.delete(key)
		else {
			this.#remove(key)
			this.#others.set(key, value)
		}
	}

	delete(key: string): boolean {
		this.#last = undefined
		return this.#others.delete(key) || this.#remove(key)
	}

	*[Symbol.iterator](): Generator<[key: string, value: Value]> {
		for (let page = 0; page < this.#pages.length; page++)
			for (let offset = 0; offset < this.#end(page); ) {
				const bytes = this.#pages[page] ?? new Uint8Array()
				const length = (bytes[offset + 1] ?? 0) | ((bytes[offset + 2] ?? 0) << 8)
				if (bytes[offset] === 1) {
					this.#seek(page * pageLength + offset)
					yield [this.#unpacking.text(), this.#codec.read(this.#unpacking)]
				}
				offset += headLength + length
			}
		yield* this.#others
	}

	*values(): Generator<Value> {
		for (const [, value] of this) yield value
	}

	/** Bytes of a page that are taken: all but those at its end for which the next record was too long. */
	#end(page: number): number {
		return page === this.#pages.length - 1 ? this.#used : (this.#ends[page] ?? 0)
	}
	#write(key: string, value: Value): boolean {
		const packing = this.#packing
		packing.begin()
		packing.text(key)
		this.#codec.write(value, packing)
		if (!packing.fits) return false
		const address = this.#place(headLength + packing.length)
		if (address === undefined) return false
		this.#remove(key)
		const page = this.#pages.at(-1)
		if (page === undefined) return false
		const offset = address % pageLength
		page[offset] = 1
		page[offset + 1] = packing.length & 0xff
		page[offset + 2] = packing.length >>> 8
		page.set(packing.bytes.subarray(0, packing.length), offset + headLength)
		this.#enter(key, address)
		this.#packed++
		return true
	}

	/** Room for so many bytes at the end. */
	#place(length: number): number | undefined {
		const last = this.#pages.at(-1)
		const needed = this.#used + length
		if (last === undefined || needed > pageLength) {
			if (this.#pages.length === mostPages) return undefined
			if (last !== undefined) this.#ends.push(this.#used)
			this.#pages.push(new Uint8Array(last === undefined ? Math.max(firstPageLength, length) : pageLength))
			this.#used = 0
		} else if (needed > last.length) {
			const longer = new Uint8Array(Math.min(pageLength, Math.max(needed, last.length * 2)))
			longer.set(last)
			this.#pages[this.#pages.length - 1] = longer
		}
		const address = (this.#pages.length - 1) * pageLength + this.#used
		this.#used += length
		return address
	}

	#remove(key: string): boolean {
		const slot = this.#find(key)
		if (slot === undefined) return false
		const address = (this.#slots[slot] ?? 0) - 1
		const page = this.#pages[Math.floor(address / pageLength)]
		if (page) page[address % pageLength] = 0
		this.#slots[slot] = gone
		this.#packed--
		return true
	}

	/** The slot of a key; its value can be read then. */
	#find(key: string): number | undefined {
		const mask = this.#slots.length - 1
		for (let slot = hash53(key) & mask; ; slot = (slot + 1) & mask) {
			const entry = this.#slots[slot] ?? empty
			if (entry === empty) return undefined
			if (entry === gone) continue
			this.#seek(entry - 1)
			if (this.#unpacking.isText(key)) return slot
		}
	}

	#enter(key: string, address: number): void {
		if ((this.#taken + 1) * 3 > this.#slots.length * 2) this.#spread()
		const mask = this.#slots.length - 1
		let slot = hash53(key) & mask
		while (this.#slots[slot] !== empty) slot = (slot + 1) & mask
		this.#slots[slot] = address + 1
		this.#taken++
	}

	/** Makes room among the slots, and leaves out what is gone. */
	#spread(): void {
		const before = this.#slots
		this.#slots = new Uint32Array(this.#packed * 3 > before.length ? before.length * 2 : before.length)
		this.#taken = 0
		for (const entry of before) {
			if (entry === empty || entry === gone) continue
			this.#seek(entry - 1)
			this.#enter(this.#unpacking.text(), entry - 1)
		}
	}

	#seek(address: number): void {
		const page = Math.floor(address / pageLength)
		this.#unpacking.bytes = this.#pages[page] ?? new Uint8Array()
		this.#unpacking.position = (address % pageLength) + headLength
	}
}
