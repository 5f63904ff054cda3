import { isMapped } from "./outcome.ts"
import type { JournalRecord } from "./record.ts"

/** What a person who looked said of customers who exist by the journal: a fold over it. */
export class SaidOf {
	/** Customers who were removed at Intergiro on purpose. */
	readonly removed = new Set<string>()
	readonly #right = new Map<string, ReadonlySet<string>>()
	/** Those whom the look that is under way does not find. */
	readonly #gone = new Set<string>()

	apply(record: JournalRecord): void {
		switch (record.type) {
			case "said":
				if (record.removed) this.removed.add(record.number)
				if (record.right) this.#right.set(record.number, new Set([...this.rightOf(record.number), ...record.right]))
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
				// What is not other any more, and is so later, is another matter.
				if (record.differs) this.#keep(record.number, new Set(record.differs))
				break
			case "heard":
				if (record.amiss?.found.length !== 0) this.removed.delete(record.number)
				if (record.seen?.differs) this.#keep(record.number, new Set(record.seen.differs))
		}
	}

	/** The fields of a customer that are right although they are other than was sent: paths in the request. */
	rightOf(number: string): ReadonlySet<string> {
		return this.#right.get(number) ?? new Set()
	}

	/** Of whom anything was said. */
	*numbers(): Generator<string> {
		yield* this.removed
		yield* this.#right.keys()
	}

	/** The number that Intergiro gave it in place of the file's is right. */
	isNumberRight(number: string): boolean {
		return this.rightOf(number).has("number")
	}

	#keep(number: string, differing: ReadonlySet<string>): void {
		const kept = [...this.rightOf(number)].filter((field) => differing.has(field) || !field.startsWith("contact."))
		if (kept.length > 0) this.#right.set(number, new Set(kept))
		else this.#right.delete(number)
	}
}
