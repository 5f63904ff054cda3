import { printOfCards } from "./cards.ts"
import { isMapped } from "./outcome.ts"
import type { JournalRecord, Seen, Words } from "./record.ts"
import { isOfValue, placeOf, valueAt } from "./values.ts"

/** What a person who looked said of customers who exist by the journal: a fold over it. */
export class SaidOf {
	/** Customers who were removed at Intergiro on purpose. */
	readonly removed = new Set<string>()
	/** By number and place the fingerprint of the value that it was said of; nothing where that is not known. */
	readonly #right = new Map<string, ReadonlyMap<string, string | undefined>>()
	/** Those whom the look that is under way does not find. */
	readonly #gone = new Set<string>()

	apply(record: JournalRecord): void {
		switch (record.type) {
			case "said":
				if (record.removed) this.removed.add(record.number)
				this.#say(record.number, record.right ?? [], record.values ?? {})
				break
			case "session":
				this.#gone.clear()
				break
			case "amiss":
				if (record.found.length === 0) this.#gone.add(record.number)
				break
			case "looked":
				// Who is there again, and is gone later, is another matter.
				for (const number of this.removed) if (!this.#gone.has(number)) this.removed.delete(number)
				this.#gone.clear()
				break
			case "outcome":
				// Whoever is there was made anew.
				if (isMapped(record.outcome)) this.removed.delete(record.number)
				break
			case "word":
				// It is another customer, perhaps.
				this.removed.delete(record.number)
				this.#right.delete(record.number)
				break
			case "seen":
				this.#keep(record.number, record)
				break
			case "heard":
				if (record.amiss?.found.length !== 0) this.removed.delete(record.number)
				if (record.seen) this.#keep(record.number, record.seen, record.words ?? {})
				this.#say(record.number, [], record.words ?? {})
		}
	}

	/** Whether a field of a customer is right although it is other than was sent: a path in the request. */
	isRight(number: string, path: string): boolean {
		return this.#of(number).has(placeOf(path))
	}

	/** Fields of which a person said so, and nobody knows of which value. */
	rightOf(number: string): readonly string[] {
		return Array.from(this.#of(number)).flatMap(([place, value]) => (value === undefined ? [place] : []))
	}

	/** All others of which a person said so. */
	wordsOn(number: string): Words {
		return Object.fromEntries(
			Array.from(this.#of(number)).flatMap(([place, value]) => (value === undefined ? [] : [[place, value]])),
		)
	}

	/** Of whom anything was said. */
	*numbers(): Generator<string> {
		yield* this.removed
		yield* this.#right.keys()
	}

	/** The number that Intergiro gave it in place of the file's is right. */
	isNumberRight(number: string): boolean {
		return this.isRight(number, "number")
	}

	#of(number: string): ReadonlyMap<string, string | undefined> {
		return this.#right.get(number) ?? new Map()
	}

	#say(number: string, right: readonly string[], values: Words): void {
		const said = [...right.map((path) => [placeOf(path), undefined] as const), ...Object.entries(values)]
		if (said.length > 0) this.#right.set(number, new Map([...this.#of(number), ...said]))
	}

	/** A word covers the value that it was said of: what is not so any more, and is so later, is another matter. */
	#keep(number: string, { differs, values, cards }: Pick<Seen, "differs" | "values" | "cards">, words?: Words): void {
		if (!this.#right.has(number)) return
		const places = differs && new Set(differs.map(placeOf))
		const kept = Array.from(this.#of(number)).filter(([place, value]) => {
			// Of cards it was said of those that there were; older journals have how many.
			if (!isOfValue(place))
				return value === undefined || cards === undefined || [printOfCards(cards), String(cards.length)].includes(value)
			if (value === undefined) return places?.has(place) ?? true
			return values === undefined || (valueAt(values, place) === value && (words === undefined || place in words))
		})
		if (kept.length > 0) this.#right.set(number, new Map(kept))
		else this.#right.delete(number)
	}
}
