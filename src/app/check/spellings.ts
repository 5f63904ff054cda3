import type { Creatable } from "../../customer/creatable.ts"
import { nearKey } from "../../customer/duplicates.ts"
import type { Finding } from "../../customer/finding.ts"
import { unlessKept } from "../../customer/finding-codes.ts"
import { otherSpelling } from "../../customer/remark.ts"
import { isSamePerson, type Person } from "../../customer/same-person.ts"
import type { Note } from "./neighbours.ts"
import type { ReadRow } from "./reading.ts"

/** Where a number stands first, in one spelling or another. */
interface Spelling {
	readonly position: number
	readonly row: number
	readonly number: string
	/** The name and the e-mail, as one text: what is cut out of a file keeps alive the part of the file that it was cut from. */
	readonly person: string
	told?: boolean
}

/** Finds one customer in two spellings of its number, or two customers: neither is sent until a person says which. */
export class Spellings {
	readonly #firsts = new Map<string, Spelling>()

	/**
	 * @param kept rows that a person says are right
	 * @param note takes what is to be said of an earlier row
	 * @param refuse is told of each earlier row that is refused
	 */
	constructor(
		private readonly kept: ReadonlySet<number>,
		private readonly note: Note,
		private readonly refuse: (number: string, first: Spelling) => void,
	) {}

	/** No later row has this number, nor another spelling of it. */
	forget(number: string): void {
		this.#firsts.delete(nearKey(number))
	}

	/** What is to be said of a row in view of those before it. */
	check(position: number, { row, number, creatable }: ReadRow): readonly Finding[] {
		if (number === "" || creatable === undefined) return []
		const key = nearKey(number)
		const first = this.#firsts.get(key)
		if (first === undefined) this.#firsts.set(key, { position, row, number, person: personOf(creatable) })
		if (first === undefined || first.number === number) return []
		if (!isSamePerson(JSON.parse(first.person) as Person, creatable)) return []
		const said = unlessKept(otherSpelling(first.row, first.number, { row, number }), this.kept.has(first.row))
		if (!first.told) {
			this.note(first.position, said)
			if (said.severity === "error") this.refuse(first.number, first)
		}
		first.told = true
		return [unlessKept(otherSpelling(row, number, first), this.kept.has(row))]
	}
}

function personOf({ contact: { name, email } = {} }: Creatable): string {
	return JSON.stringify({ contact: { ...(name ? { name } : {}), ...(email ? { email } : {}) } } satisfies Person)
}
