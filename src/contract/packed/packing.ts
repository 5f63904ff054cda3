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

/** How the characters of a text are put: that of names and hashes, such as an id, takes three quarters of a byte each. */
const forms = { narrow: 0, wide: 1, six: 2 } as const

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0))
const other = 0xff
const places = new Uint8Array(0x100).fill(other)
for (const [place, code] of codes.entries()) places[code] = place

/** Puts whole numbers and texts into bytes, as `Unpacking` reads them. The same always gives the same bytes. */
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

	text(value: string): void {
		const form = formOf(value)
		this.count(value.length * 4 + form)
		if (form === forms.six) this.#six(value)
		else
			for (let index = 0; index < value.length; index++) {
				const unit = value.charCodeAt(index)
				this.#byte(unit & 0xff)
				if (form === forms.wide) this.#byte(unit >>> 8)
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

	#six(value: string): void {
		let held = 0
		let bits = 0
		for (let index = 0; index < value.length; index++) {
			held = ((held << 6) | (places[value.charCodeAt(index)] ?? 0)) & 0xfff
			bits += 6
			if (bits < 8) continue
			bits -= 8
			this.#byte((held >>> bits) & 0xff)
		}
		if (bits > 0) this.#byte((held << (8 - bits)) & 0xff)
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
		const length = Math.floor(head / 4)
		const form = head % 4
		if (length === 0) return ""
		const units = length <= unitsOfText.length ? unitsOfText : new Uint16Array(length)
		if (form === forms.six) this.#six(units, length)
		else
			for (let index = 0; index < length; index++) {
				const low = this.#byte()
				units[index] = form === forms.wide ? low | (this.#byte() << 8) : low
			}
		return textOf(units, length)
	}

	/** Passes over a text. */
	skipText(): void {
		const head = this.count()
		const length = Math.floor(head / 4)
		const form = head % 4
		this.position += form === forms.six ? Math.ceil((length * 6) / 8) : form === forms.wide ? length * 2 : length
	}

	name(): string {
		const place = this.count()
		return place === 0 ? this.text() : this.names.at(place)
	}

	list<Item>(take: () => Item): Item[] {
		const items: Item[] = []
		for (let left = this.count(); left > 0; left--) items.push(take())
		return items
	}

	#six(units: Uint16Array, length: number): void {
		let held = 0
		let bits = 0
		for (let index = 0; index < length; index++) {
			if (bits < 6) {
				held = ((held << 8) | this.#byte()) & 0x3fff
				bits += 8
			}
			bits -= 6
			units[index] = codes[(held >>> bits) & 0x3f] ?? 0
		}
	}

	#byte(): number {
		return this.bytes[this.position++] ?? 0
	}
}

/** Of the text that is read; reused. */
const unitsOfText = new Uint16Array(256)

function textOf(units: Uint16Array, length: number): string {
	let text = ""
	for (let from = 0; from < length; from += unitsOfText.length) {
		const some = units.subarray(from, Math.min(from + unitsOfText.length, length))
		text += String.fromCharCode.apply(undefined, some as unknown as number[])
	}
	return text
}

function formOf(text: string): number {
	let form: number = forms.six
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index)
		if (unit > 0xff) return forms.wide
		if (places[unit] === other) form = forms.narrow
	}
	return form
}
