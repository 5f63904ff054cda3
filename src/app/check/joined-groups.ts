import { JoinedCustomer } from "../../customer/join.ts"
import type { Note } from "./neighbours.ts"
import type { ReadRow } from "./reading.ts"

interface Group {
	readonly number: string
	/** Of its first row, as a spreadsheet numbers it. */
	readonly row: number
	/** Undefined where its first row has an error. */
	readonly customer: JoinedCustomer | undefined
	last: number
	/** The first of its rows with an error, as a spreadsheet numbers it. */
	invalid?: number
	/** Positions of the others. */
	readonly valid: number[]
	/** Another customer may have a card of it. */
	sharesCard: boolean
	/** No later row has its number. */
	isOver: boolean
}

/** What of a row decides about its group. */
interface Joining {
	/** It has no error. */
	readonly valid: boolean
	/** No later row has its number. */
	readonly isLast: boolean
	/** Another row may have one of its cards. */
	readonly sharesCard: boolean
}

/** Adjacent rows of one customer, which are joined: created with all its cards, or not at all. */
export class JoinedGroups {
	/** Groups that ended, by number: a row of one of them may come apart from it. */
	readonly #ended = new Map<string, Group>()
	#group: Group | undefined

	constructor(private readonly note: Note) {}

	/** Whether the row goes on with the group of the row just before it: when they agree in everything but the card. */
	takes(position: number, row: ReadRow): boolean {
		const group = this.#group
		if (group === undefined || group.number !== row.number || group.last !== position - 1) return false
		if (group.customer === undefined || row.creatable === undefined) return true
		if (!group.customer.isOf(row.creatable)) return false
		group.customer.add(row.creatable)
		return true
	}

	/** @param goesOn whether the row goes on with the group of the row before it */
	add(position: number, row: ReadRow, goesOn: boolean, { valid, isLast, sharesCard }: Joining): void {
		if (!goesOn) {
			this.end()
			this.#comeApart(row)
			this.#group = row.number === "" ? undefined : groupOf(row)
		}
		const group = this.#group
		if (group === undefined) return
		group.last = position
		if (valid) group.valid.push(position)
		else group.invalid ??= row.row
		group.isOver ||= isLast
		group.sharesCard ||= sharesCard
	}

	/** No row goes on with the last group. */
	end(): void {
		const group = this.#group
		if (group === undefined) return
		this.#group = undefined
		if (!group.isOver || group.sharesCard) this.#ended.set(group.number, group)
		const { invalid, valid } = group
		if (invalid === undefined) return
		for (const position of valid) this.note(position, { kind: "row.joined-with-invalid", other: invalid })
	}

	/** Of a customer of whom one row is refused, the others are. */
	refuseWith(number: string, first: { readonly position: number; readonly row: number }): void {
		const group = this.#group?.number === number ? this.#group : this.#ended.get(number)
		for (const position of group?.valid ?? [])
			if (position !== first.position) this.note(position, { kind: "row.joined-with-invalid", other: first.row })
	}

	/** The last row of the number is read. Its group is told later when another customer turns up with one of its cards. */
	forget(number: string): void {
		if (!this.#ended.get(number)?.sharesCard) this.#ended.delete(number)
	}

	/** A row of a customer that stands apart from its others cannot be joined with them: then none of them is sent. */
	#comeApart(row: ReadRow): void {
		const group = row.number === "" ? undefined : this.#ended.get(row.number)
		if (group?.customer === undefined || row.creatable === undefined) return
		// The same cards again are a copy, which is not sent.
		if (!group.customer.isOf(row.creatable) || !group.customer.lacks(row.creatable)) return
		for (const position of group.valid) this.note(position, { kind: "row.joined-with-invalid", other: row.row })
	}
}

function groupOf({ number, row, creatable }: ReadRow): Group {
	const customer = creatable && new JoinedCustomer(creatable)
	return { number, row, customer, last: -1, valid: [], sharesCard: false, isOver: false }
}
