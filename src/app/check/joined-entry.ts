import type { Entry } from "../../contract/ports.ts"
import { JoinedCustomer } from "../../customer/join.ts"
import type { ReadRow } from "./reading.ts"

export function entryOf({ row, number, creatable, ambiguous, changed, origin, replaced }: ReadRow): Entry {
	if (creatable === undefined) throw new Error(`Row ${row} is not valid, and was when it was checked`)
	const told = {
		...(ambiguous ? { ambiguous } : {}),
		...(changed ? { changed } : {}),
		...(origin ? { origins: [origin] } : {}),
		...(replaced.length > 0 ? { replaced } : {}),
	}
	return { row, number, creatable, ...told }
}

/** A customer of one row, to which the rows that continue it are added. */
export class JoinedEntry {
	readonly #first: Entry
	readonly #next: Entry[] = []
	#customer: JoinedCustomer | undefined

	constructor(first: Entry) {
		this.#first = first
	}

	add(next: Entry): void {
		this.#customer ??= new JoinedCustomer(this.#first.creatable)
		if (!this.#customer.isOf(next.creatable))
			throw new Error(`Row ${next.row} does not join row ${this.#first.row}, and did when checked`)
		this.#customer.add(next.creatable)
		this.#next.push(next)
	}

	get entry(): Entry {
		if (this.#customer === undefined) return this.#first
		const all = [this.#first, ...this.#next]
		const origins = all.flatMap(({ origins = [] }) => origins)
		const replaced = all.flatMap(({ replaced = [] }) => replaced)
		return {
			...this.#first,
			joined: this.#next.map(({ row }) => row),
			creatable: this.#customer.creatable,
			...(all.some(({ ambiguous }) => ambiguous) ? { ambiguous: true } : {}),
			...(all.some(({ changed }) => changed) ? { changed: true } : {}),
			...(origins.length > 0 ? { origins } : {}),
			...(replaced.length > 0 ? { replaced } : {}),
		}
	}
}
