/** A record has no more bytes: what needs more is not packed. */
const longest = 0xffff

/** Texts that many values have in common: kept once, up to so many. */
const mostNames = 10_000

/** The names that the values of one map share, such as that of a card's scheme. */
export class Names {
	readonly #texts: string[] = []
	readonly #places = new Map<string, number>()

	/** The place of a name, from 1 on; 0 where there are too many of them already. */
	place(text: string): number {
		const known = this.#places.get(text)
		if (known !== undefined) return known
		if (this.#texts.length === mostNames) return 0
		this.#texts.push(text)
		this.#places.set(text, this.#texts.length)
		return this.#texts.length
	}

	at(place: number): string {
		return this.#texts[place - 1] ?? ""
	}
}

/** Puts whole numbers and texts into bytes, as `Unpacking` reads them. */
export class Packing {
	readonly bytes = new Uint8Array(longest)
	length = 0

	constructor(private readonly names: Names) {}

	begin(): void {
		this.length = 0
	}

	/** Whether all that was put fits into a record. */
	get fits(): boolean {
		return this.length <= longest
	}

	/** A whole number from 0 on, of at most 53 bits. */
	count(value: number): void {
		let left = value
		while (left > 0x7f) {
			this.#byte((left % 0x80) | 0x80)
			left = Math.floor(left / 0x80)
		}
		this.#byte(left)
	}

	/** A byte a character where no character needs two. */
	text(value: string): void {
		const isWide = hasWide(value)
		this.count(value.length * 2 + (isWide ? 1 : 0))
		for (let index = 0; index < value.length; index++) {
			const unit = value.charCodeAt(index)
			this.#byte(unit & 0xff)
			if (isWide) this.#byte(unit >>> 8)
		}
	}

	/** A text that many have. */
	name(value: string): void {
		const place = this.names.place(value)
		this.count(place)
		if (place === 0) this.text(value)
	}

	list<Item>(items: readonly Item[], put: (item: Item) => void): void {
		this.count(items.length)
		for (const item of items) put(item)
	}

	#byte(value: number): void {
		this.bytes[this.length++] = value
	}
}

/** Reads what `Packing` put. */
export class Unpacking {
	bytes = new Uint8Array()
	position = 0

	constructor(private readonly names: Names) {}

	count(): number {
		let value = 0
		for (let scale = 1; ; scale *= 0x80) {
			const byte = this.#byte()
			value += (byte & 0x7f) * scale
			if (byte < 0x80) return value
		}
	}

	text(): string {
		const head = this.count()
		const length = Math.floor(head / 2)
		const isWide = head % 2 === 1
		let text = ""
		for (let index = 0; index < length; index++) {
			const low = this.#byte()
			text += String.fromCharCode(isWide ? low | (this.#byte() << 8) : low)
		}
		return text
	}

	/** Whether the next text is this one; it is passed over in either case. */
	isText(value: string): boolean {
		const head = this.count()
		const length = Math.floor(head / 2)
		const width = (head % 2) + 1
		const from = this.position
		this.position += length * width
		if (length !== value.length) return false
		for (let index = 0; index < length; index++) {
			const at = from + index * width
			const unit = (this.bytes[at] ?? 0) | (width === 2 ? (this.bytes[at + 1] ?? 0) << 8 : 0)
			if (unit !== value.charCodeAt(index)) return false
		}
		return true
	}

	name(): string {
		const place = this.count()
		return place === 0 ? this.text() : this.names.at(place)
	}

	list<Item>(take: () => Item): Item[] {
		return Array.from({ length: this.count() }, take)
	}

	#byte(): number {
		return this.bytes[this.position++] ?? 0
	}
}

function hasWide(text: string): boolean {
	for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0xff) return true
	return false
}
