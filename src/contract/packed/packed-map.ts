import { Names, Packing, Unpacking } from "./packing.ts"

/** How the values of a map are put into bytes. */
export interface Codec<Value> {
	/** Of which kind a value is, of at most 63: those of one kind can be counted and gone through. What is of none is kept as it is. */
	kind(value: Value): number | undefined
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

/** A record begins with its kind plus one and its marks, or with 0 where it does not count any more; then its length in two bytes. */
const headLength = 3

/** What can be noted of a packed entry beside its value. */
export const marks = {
	/** A listing has it as it is known. */
	listed: 0x80,
	/** The ledger has it, and holds nothing of it in memory. */
	kept: 0x40,
} as const

export type Mark = (typeof marks)[keyof typeof marks]

const kindOf = (head: number) => (head & ~(marks.listed | marks.kept)) - 1

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
	/** Packed entries by their kind. */
	readonly #counts: number[] = []
	#page = new Uint8Array()
	#offset = 0
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

	/** Those that are of no kind, as they are. */
	get others(): ReadonlyMap<string, Value> {
		return this.#others
	}

	/** How many entries of a kind are packed. */
	packed(kind: number): number {
		return this.#counts[kind] ?? 0
	}

	/** The kind of a packed entry; nothing of any other. */
	kind(key: string): number | undefined {
		const head = this.#headOf(key)
		return head === 0 ? undefined : kindOf(head)
	}

	/** Marks a packed entry, until it is set again or `unmark`; false where it is none. */
	mark(key: string, mark: Mark): boolean {
		const head = this.#headOf(key)
		if (head !== 0) this.#page[this.#offset] = head | mark
		return head !== 0
	}

	isMarked(key: string, mark: Mark): boolean {
		return (this.#headOf(key) & mark) !== 0
	}

	/** No entry is marked so any more. */
	unmark(mark: Mark): void {
		for (const { page, offset } of this.#records()) page[offset] = (page[offset] ?? 0) & ~mark
	}

	/** Where a packed entry stands until it is set again, for `at`. */
	place(key: string): number | undefined {
		const slot = this.#find(key)
		return slot === undefined ? undefined : (this.#slots[slot] ?? 0) - 1
	}

	/** The entry that stands there; nothing where it was set again since. */
	at(place: number): readonly [key: string, value: Value] | undefined {
		const page = this.#pages[Math.floor(place / pageLength)]
		if ((page?.[place % pageLength] ?? 0) === 0) return undefined
		this.#seek(place)
		return [this.#unpacking.text(), this.#codec.read(this.#unpacking)]
	}

	has(key: string): boolean {
		return this.#others.has(key) || this.#find(key) !== undefined
	}

	get(key: string): Value | undefined {
		if (this.#others.size > 0) {
			const other = this.#others.get(key)
			if (other !== undefined) return other
		}
		if (this.#last?.key === key) return this.#last.value
		const slot = this.#find(key)
		if (slot === undefined) return undefined
		this.#seek((this.#slots[slot] ?? 0) - 1)
		// The key, which is known.
		this.#unpacking.position += this.#packing.length
		const value = this.#codec.read(this.#unpacking)
		this.#last = { key, value }
		return value
	}

	set(key: string, value: Value): void {
		this.#last = undefined
		const kind = this.#codec.kind(value)
		if (kind !== undefined && this.#write(key, kind, value)) this.#others.delete(key)
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
		yield* this.entries(() => true)
		yield* this.#others
	}

	*values(): Generator<Value> {
		for (const [, value] of this) yield value
	}

	/** The packed entries of these kinds; what is set meanwhile may be among them. @param unmarked those that are not marked so */
	*entries(wanted: (kind: number) => boolean, unmarked?: Mark): Generator<[key: string, value: Value]> {
		for (const { page, offset } of this.#records()) {
			const head = page[offset] ?? 0
			if (head === 0 || (head & (unmarked ?? 0)) !== 0 || !wanted(kindOf(head))) continue
			this.#unpacking.bytes = page
			this.#unpacking.position = offset + headLength
			yield [this.#unpacking.text(), this.#codec.read(this.#unpacking)]
		}
	}

	/** Where each record begins, those that do not count among them; one object, reused. */
	*#records(): Generator<{ readonly page: Uint8Array<ArrayBuffer>; readonly offset: number }> {
		const at = { page: new Uint8Array(), offset: 0 }
		for (let index = 0; index < this.#pages.length; index++)
			for (let offset = 0; offset < this.#end(index); ) {
				// A page that grows is another one.
				const page = this.#pages[index] ?? at.page
				const length = (page[offset + 1] ?? 0) | ((page[offset + 2] ?? 0) << 8)
				at.page = page
				at.offset = offset
				yield at
				offset += headLength + length
			}
	}

	/** With what the record of a key begins; 0 where there is none. It is at `#page` and `#offset` then. */
	#headOf(key: string): number {
		const place = this.place(key)
		if (place === undefined) return 0
		this.#page = this.#pages[Math.floor(place / pageLength)] ?? this.#page
		this.#offset = place % pageLength
		return this.#page[this.#offset] ?? 0
	}

	/** Bytes of a page that are taken: all but those at its end for which the next record was too long. */
	#end(page: number): number {
		return page === this.#pages.length - 1 ? this.#used : (this.#ends[page] ?? 0)
	}

	#write(key: string, kind: number, value: Value): boolean {
		const slot = this.#find(key)
		const packing = this.#packing
		const keyLength = packing.length
		this.#codec.write(value, packing)
		if (!packing.fits) return false
		const address = this.#place(headLength + packing.length)
		if (address === undefined) return false
		const page = this.#pages.at(-1)
		if (page === undefined) return false
		const offset = address % pageLength
		page[offset] = kind + 1
		page[offset + 1] = packing.length & 0xff
		page[offset + 2] = packing.length >>> 8
		page.set(packing.bytes.subarray(0, packing.length), offset + headLength)
		if (slot === undefined) this.#enter(hashOf(packing.bytes, 0, keyLength), address)
		else {
			this.#drop((this.#slots[slot] ?? 0) - 1)
			this.#slots[slot] = address + 1
		}
		this.#packed++
		this.#counts[kind] = this.packed(kind) + 1
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
		this.#drop((this.#slots[slot] ?? 0) - 1)
		this.#slots[slot] = gone
		return true
	}

	/** The record does not count any more. */
	#drop(address: number): void {
		const page = this.#pages[Math.floor(address / pageLength)]
		const offset = address % pageLength
		if (page === undefined) return
		const kind = kindOf(page[offset] ?? 1)
		page[offset] = 0
		this.#packed--
		this.#counts[kind] = this.packed(kind) - 1
	}

	/** The slot of a key, which is packed then by itself. */
	#find(key: string): number | undefined {
		const packing = this.#packing
		packing.begin()
		packing.text(key)
		const { bytes, length } = packing
		if (length > bytes.length) return undefined
		const mask = this.#slots.length - 1
		for (let slot = hashOf(bytes, 0, length) & mask; ; slot = (slot + 1) & mask) {
			const entry = this.#slots[slot] ?? empty
			if (entry === empty) return undefined
			if (entry !== gone && this.#isAt(entry - 1, bytes, length)) return slot
		}
	}

	/** Whether the record is that of a packed key. The same text always gives the same bytes, which say how long it is. */
	#isAt(address: number, key: Uint8Array, length: number): boolean {
		const page = this.#pages[Math.floor(address / pageLength)]
		const from = (address % pageLength) + headLength
		for (let index = 0; index < length; index++) if (page?.[from + index] !== key[index]) return false
		return true
	}

	#enter(hash: number, address: number): void {
		if ((this.#taken + 1) * 3 > this.#slots.length * 2) this.#spread()
		const mask = this.#slots.length - 1
		let slot = hash & mask
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
			const { bytes, position } = this.#unpacking
			this.#unpacking.skipText()
			this.#enter(hashOf(bytes, position, this.#unpacking.position), entry - 1)
		}
	}

	#seek(address: number): void {
		const page = Math.floor(address / pageLength)
		this.#unpacking.bytes = this.#pages[page] ?? new Uint8Array()
		this.#unpacking.position = (address % pageLength) + headLength
	}
}

function hashOf(bytes: Uint8Array, from: number, to: number): number {
	let hash = 0x9e3779b9 ^ (to - from)
	for (let index = from; index < to; index++) {
		hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193)
		hash ^= hash >>> 15
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
	return (hash ^ (hash >>> 13)) >>> 0
}
