import type { Creatable } from "../../customer/creatable.ts"
import { KeptCustomer } from "./kept-customer.ts"
import type { ReadRow } from "./reading.ts"

/** Customers in several rows that differ in the card alone, and could be joined. */
export interface Joinable {
	readonly customers: number
	/** How many of them have other rows in between, and cannot be joined as the file stands. */
	readonly apart: number
	/** Of the first. */
	readonly row: number
	readonly number: string
}

/** Rows of one customer that stand together. */
interface Group {
	readonly number: string
	/** Of its first row, as a spreadsheet numbers it. */
	readonly row: number
	/** Undefined where its first row has an error. */
	readonly customer: KeptCustomer | undefined
	/** Cards beside those of its first row, as hashes. */
	more: readonly string[]
	last: number
	/** Nothing is wrong with any of its rows. */
	isSound: boolean
	/** Its number is counted, or is among those with other rows in between. */
	isCounted: boolean
	isApart: boolean
}

/** Counts the customers that could be joined, of rows that are given in the order of the file. */
export class Joinables {
	/** The last group of each number. */
	readonly #groups = new Map<string, Group>()
	#customers = 0
	#apart = 0
	#first: Pick<Group, "row" | "number"> | undefined

	/**
	 * @param known the row's customer, where it is kept anyway
	 * @param isSound whether nothing is wrong with the row but that its number stands in others as well
	 */
	add(position: number, row: ReadRow, known: KeptCustomer | undefined, isSound: boolean): void {
		const { number } = row
		const before = this.#groups.get(number)
		if (before !== undefined && goesOn(before, position, row, isSound)) return
		if (before !== undefined) {
			this.#end(before)
			if (row.creatable && before.customer?.isOf(row.creatable) && missing(before, row.creatable).length > 0) {
				this.#count(before)
				if (!before.isApart) this.#apart++
				before.isApart = true
			}
		}
		const customer = known ?? (row.creatable && new KeptCustomer(row.creatable))
		const { isCounted = false, isApart = false } = before ?? {}
		// A number that was there before is an error of the row.
		const isSoundHere = isSound && before === undefined
		this.#groups.set(number, {
			...{ number, row: row.row, customer, more: [], last: position },
			...{ isSound: isSoundHere, isCounted, isApart },
		})
	}

	/** No later row has the number. */
	forget(number: string): void {
		const group = this.#groups.get(number)
		if (group !== undefined) this.#end(group)
		this.#groups.delete(number)
	}

	/** What was found; to be called after the last row. */
	finish(): Joinable | undefined {
		for (const group of this.#groups.values()) this.#end(group)
		return this.#first && { customers: this.#customers, apart: this.#apart, ...this.#first }
	}

	#end(group: Group): void {
		if (group.isSound && group.more.length > 0) this.#count(group)
	}

	#count(group: Group): void {
		if (group.isCounted) return
		group.isCounted = true
		this.#customers++
		const { row, number } = group
		if (this.#first === undefined || row < this.#first.row) this.#first = { row, number }
	}
}

/** Whether a row belongs to the group of the row just before it. */
function goesOn(group: Group, position: number, { creatable }: ReadRow, isSound: boolean): boolean {
	if (group.last !== position - 1) return false
	if (group.customer && creatable) {
		if (!group.customer.isOf(creatable)) return false
		const more = missing(group, creatable)
		if (more.length > 0) group.more = [...group.more, ...more]
	}
	group.last = position
	group.isSound &&= isSound && creatable !== undefined
	return true
}

function missing({ customer, more }: Group, next: Creatable): readonly string[] {
	return customer?.missing(next).filter((card) => !more.includes(card)) ?? []
}
