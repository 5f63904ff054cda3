import type { Finding } from "../../customer/finding.ts"
import { findingOf, type Remark, remarkKinds } from "../../customer/remark.ts"
import type { ReadRow } from "./reading.ts"

/** How a remark is kept in one number: its kind, or that it is a finding of its own; the list of what differs; the other row, or which finding. */
const ownFinding = remarkKinds.length
const mostKinds = 16
const mostLists = 2 ** 16

/**
 * What the comparison says of rows, by position: 16 bytes for each remark and 4 for each row, so that a file in which each row is as another one
 * does not fill the memory with sentences. They are made when a row is read.
 */
export class Remarks {
	/** By position the place of its first remark, counted from 1. */
	#heads = new Uint32Array(0)
	/** By place the remark, and the place of the next one of its row. */
	#packed = new Float64Array(0)
	#next = new Uint32Array(0)
	#count = 0
	readonly #lists: (readonly string[])[] = [[]]
	readonly #places = new Map<string, number>([["", 0]])
	readonly #findings: Finding[] = []

	add(position: number, remark: Remark): void {
		const place = ++this.#count
		if (place >= this.#packed.length) {
			const [packed, next] = [new Float64Array(roomFor(place)), new Uint32Array(roomFor(place))]
			packed.set(this.#packed)
			next.set(this.#next)
			this.#packed = packed
			this.#next = next
		}
		this.#packed[place] = this.#pack(remark)
		if (position >= this.#heads.length) {
			const heads = new Uint32Array(roomFor(position))
			heads.set(this.#heads)
			this.#heads = heads
		}
		let last = this.#heads[position] ?? 0
		if (last === 0) this.#heads[position] = place
		else {
			while (this.#next[last]) last = this.#next[last] ?? 0
			this.#next[last] = place
		}
	}

	/** Puts another remark in the place of each of a row's; nothing takes it away. */
	change(position: number, how: (remark: Remark) => Remark | undefined): void {
		let before = 0
		for (let place = this.#heads[position] ?? 0; place !== 0; place = this.#next[place] ?? 0) {
			const changed = how(this.#unpack(place))
			if (changed !== undefined) {
				this.#packed[place] = this.#pack(changed)
				before = place
			} else if (before === 0) this.#heads[position] = this.#next[place] ?? 0
			else this.#next[before] = this.#next[place] ?? 0
		}
	}

	/** The findings of the row at a position. */
	at(position: number, row: Pick<ReadRow, "row" | "number">): readonly Finding[] {
		const found: Finding[] = []
		for (let place = this.#heads[position] ?? 0; place !== 0; place = this.#next[place] ?? 0)
			found.push(findingOf(this.#unpack(place), row))
		return found
	}

	/** All of them, in the order of the file. */
	*[Symbol.iterator](): Generator<[position: number, remark: Remark], void> {
		for (let position = 0; position < this.#heads.length; position++)
			for (let place = this.#heads[position] ?? 0; place !== 0; place = this.#next[place] ?? 0) {
				yield [position, this.#unpack(place)]
			}
	}

	#pack(remark: Remark): number {
		if (!("kind" in remark)) return packed(ownFinding, 0, this.#findings.push(remark) - 1)
		const { kind, other, differing = [] } = remark
		const key = differing.join("\n")
		let list = this.#places.get(key)
		if (list === undefined && this.#lists.length < mostLists) {
			list = this.#lists.push(differing) - 1
			this.#places.set(key, list)
		}
		return packed(remarkKinds.indexOf(kind), list ?? 0, other)
	}

	#unpack(place: number): Remark {
		const [kind, list, other] = parts(this.#packed[place] ?? 0)
		const known = remarkKinds[kind]
		if (known === undefined) return this.#findings[other] as Finding
		return { kind: known, other, differing: this.#lists[list] ?? [] }
	}
}

function packed(kind: number, list: number, other: number): number {
	return (other * mostLists + list) * mostKinds + kind
}

function parts(packed: number): readonly [kind: number, list: number, other: number] {
	const rest = Math.floor(packed / mostKinds)
	return [packed % mostKinds, rest % mostLists, Math.floor(rest / mostLists)]
}

/** The length of an array that is to have a place, and room for half as many more. */
function roomFor(place: number): number {
	return Math.ceil((place + 16) * 1.5)
}
