import { besideIn } from "../contract/beside.ts"
import { hash53 } from "../contract/hash.ts"
import { marks } from "../contract/packed/packed-map.ts"
import type { LedgerEntry } from "../contract/ports.ts"
import type { RunState } from "../contract/state.ts"

type Exists = Extract<LedgerEntry, { state: "exists" }>

/**
 * Whom the run that is open created, as its ledger has them: the run knows all of it, so that in memory the ledger holds nothing but a mark
 * in the run's own record, and where the record of each card token stands. What is noted of a customer anew loses its mark, and is told to
 * the ledger once more.
 */
export class OwnCreated {
	/** By hash of a card token: where the record of its customer stands, plus one. */
	#places = new Uint32Array(16)
	/** Beside each place other bits of the hash: hardly any record is read for another token. */
	#others = new Uint16Array(16)
	#taken = 0

	constructor(
		readonly run: string,
		private readonly state: RunState,
	) {
		state.numbers.unmark(marks.kept)
	}

	/** The ledger has a customer of its run; false where the run does not know the very same, so that the ledger has to. */
	take(number: string, id: string): boolean {
		const { state } = this
		if (state.kind(number) !== "created") return false
		const own = state.get(number)
		if (own?.kind !== "settled" || !("id" in own.outcome) || own.outcome.id !== id) return false
		if (!state.numbers.mark(number, marks.kept)) return false
		for (const token of own.tokens ?? []) this.#enter(token, number)
		return true
	}

	lookup(number: string): Exists | undefined {
		if (!this.state.numbers.isMarked(number, marks.kept)) return undefined
		const exists = this.state.existing(number)
		if (exists === undefined) return undefined
		const { count = 0, cards } = besideIn(this.state, exists) ?? {}
		const made = { ...(count > 0 ? { cards: count } : {}), ...(cards ? { made: cards } : {}) }
		return { state: "exists", id: exists.outcome.id, run: this.run, ...made }
	}

	/** The number that a card token was sent for. */
	sentFor(token: string): string | undefined {
		const mask = this.#places.length - 1
		const hash = hash53(token)
		const others = otherBits(hash)
		for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
			const entry = this.#places[slot] ?? 0
			if (entry === 0) return undefined
			if (this.#others[slot] !== others) continue
			const [number, one] = this.state.numbers.at(entry - 1) ?? []
			if (one?.kind === "settled" && one.tokens?.includes(token)) return number
		}
	}

	#enter(token: string, number: string): void {
		const place = this.state.numbers.place(number)
		if (place === undefined || this.sentFor(token) !== undefined) return
		if ((this.#taken + 1) * 3 > this.#places.length * 2) this.#grow()
		this.#put(token, place + 1)
	}

	/** Those whose record was written anew are left out: they are entered again. */
	#grow(): void {
		const before = this.#places
		this.#places = new Uint32Array(before.length * 2)
		this.#others = new Uint16Array(before.length * 2)
		this.#taken = 0
		for (const entry of before) {
			const [, one] = entry === 0 ? [] : (this.state.numbers.at(entry - 1) ?? [])
			if (one?.kind === "settled") for (const token of one.tokens ?? []) this.#put(token, entry)
		}
	}

	/** Once, however many tokens a record has: all of them come when room is made. */
	#put(token: string, entry: number): void {
		const mask = this.#places.length - 1
		const hash = hash53(token)
		let slot = hash & mask
		for (; this.#places[slot] !== 0; slot = (slot + 1) & mask)
			if (this.#places[slot] === entry && this.#others[slot] === otherBits(hash)) return
		this.#places[slot] = entry
		this.#others[slot] = otherBits(hash)
		this.#taken++
	}
}

/** Those that do not say where it is looked for first. */
function otherBits(hash: number): number {
	return (hash / 2 ** 32) & 0xffff
}
