import type { Archive } from "./archive.ts"
import { damaged, tooLarge } from "./refuse.ts"
import { parseXml, unescaped } from "./xml.ts"

const pileSize = 4 * 1024 * 1024
/** Bytes of all texts together at most. */
const most = 512 * 1024 * 1024

/**
 * The texts that cells refer to by their number. They lie in a few large buffers: as many strings would take several times the memory.
 */
export class Strings {
	readonly #piles: Buffer[] = []
	#used = pileSize
	/** Of each text where it begins, over all piles, and how many bytes it has. */
	#places = new Float64Array(1024)
	#lengths = new Uint32Array(1024)
	#count = 0

	get size(): number {
		return this.#count
	}

	add(text: string): void {
		const length = Buffer.byteLength(text)
		if (length > pileSize) throw tooLarge("a text in it is longer than any cell")
		if (this.#used + length > pileSize) {
			if (this.#piles.length * pileSize > most)
				throw tooLarge("the texts of its cells are more than any file of customers has")
			this.#piles.push(Buffer.allocUnsafeSlow(pileSize))
			this.#used = 0
		}
		if (this.#count === this.#places.length) this.#grow()
		const pile = this.#piles.length - 1
		this.#piles[pile]?.write(text, this.#used)
		this.#places[this.#count] = pile * pileSize + this.#used
		this.#lengths[this.#count] = length
		this.#count++
		this.#used += length
	}

	/** Throws `UnreadableFile` where there is none. */
	at(index: number): string {
		const place = index >= 0 && index < this.#count ? this.#places[index] : undefined
		if (place === undefined) throw damaged("a cell refers to a text that is not there")
		const start = place % pileSize
		const pile = this.#piles[(place - start) / pileSize]
		return pile?.toString("utf8", start, start + (this.#lengths[index] ?? 0)) ?? ""
	}

	#grow(): void {
		const places = new Float64Array(this.#places.length * 2)
		places.set(this.#places)
		this.#places = places
		const lengths = new Uint32Array(places.length)
		lengths.set(this.#lengths)
		this.#lengths = lengths
	}
}

/** Reads the shared texts of a workbook; `part` is where they are, if anywhere. Rejects with `UnreadableFile`. */
export async function readStrings(archive: Archive, part: string | undefined): Promise<Strings> {
	const strings = new Strings()
	if (part === undefined) return strings
	let text = ""
	let piece: string | undefined
	/** How a text is pronounced is none of it. */
	let isPhonetic = false
	await parseXml(archive, part, {
		open(name) {
			if (name === "si") text = ""
			else if (name === "rPh") isPhonetic = true
			else if (name === "t" && !isPhonetic) piece = ""
		},
		text(more) {
			if (piece !== undefined) piece += more
		},
		close(name) {
			if (name === "rPh") isPhonetic = false
			else if (name === "si") strings.add(text)
			else if (name === "t" && piece !== undefined) {
				text += unescaped(piece)
				piece = undefined
			}
		},
	})
	return strings
}
