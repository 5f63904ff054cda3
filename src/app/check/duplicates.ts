import type { Mapping } from "../../customer/columns/mapping.ts"
import type { Creatable } from "../../customer/creatable.ts"
import { differingFields } from "../../customer/differing-fields.ts"
import {
	copyOf,
	DuplicateSearch,
	duplicateToken,
	filledToken,
	severalCards,
	sharedNumber,
	tokenKey,
} from "../../customer/duplicates.ts"
import type { Finding } from "../../customer/finding.ts"
import { type FindingCode, finding } from "../../customer/finding-codes.ts"
import { JoinedCustomer } from "../../customer/join.ts"
import type { Bits } from "./bits.ts"
import { Neighbours, type Note } from "./neighbours.ts"
import type { BlockReader, ReadRow } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"
import { Spellings } from "./spellings.ts"

/** What only the comparison of rows can tell. Rows go by their position among the data rows. */
export interface Comparison {
	readonly findings: ReadonlyMap<number, readonly Finding[]>
	/** The row belongs to the customer of the row before it. */
	readonly continues: ReadonlySet<number>
	/** Customers in several rows that could be joined and are not, because nobody said whether they should be. */
	readonly joinable: Joinable | undefined
}

interface Joinable {
	readonly customers: number
	/** How many of them have other rows in between, and cannot be joined as the file stands. */
	readonly apart: number
	/** Of the first. */
	readonly row: number
	readonly number: string
}

/** Who had a number first. */
interface Claim {
	readonly position: number
	readonly row: number
	readonly creatable: Creatable | undefined
	/** Each with the names of the fields in which it differs. */
	readonly again: { readonly position: number; readonly row: number; readonly differing: readonly string[] }[]
	/** Why none of its rows is sent: it is that of several customers, or of one with several cards. */
	refused?: typeof sharedNumber
}

interface Member {
	readonly position: number
	readonly row: number
	readonly valid: boolean
}

/** Whether a spreadsheet, or whoever had none, put something in place of the number: it is nobody's, and so the same as no other's. */
function isLost({ findings }: ReadRow): boolean {
	return findings.some(({ field, code, severity }) => field === "number" && severity === "error" && lost.has(code))
}

const lost: ReadonlySet<string> = new Set<FindingCode>([
	"value.damaged",
	"value.scientific",
	"value.date",
	"value.rounded",
	"number.word",
])

/** What a second row of a number is to the first: the same, the same with another card, or another customer. */
function relation(first: Creatable, next: Creatable): "copy" | "card" | "other" {
	const customer = new JoinedCustomer(first)
	if (!customer.isOf(next)) return "other"
	return customer.lacks(next) ? "card" : "copy"
}

const near = "number.near-duplicate" satisfies FindingCode

interface Group {
	readonly number: string
	readonly members: Member[]
	/** Undefined where its first row has an error. */
	readonly customer: JoinedCustomer | undefined
}

/** Positions of the rows to compare, and of those whose number, or another spelling of it, may stand elsewhere. */
export interface Suspects {
	readonly all: Bits
	readonly numbers: Bits
}

/** What of a row is compared. */
interface Compared {
	/** Another row may have its number. */
	readonly hasTwin: boolean
	/** By which its tokens are known: worked out once a row. */
	readonly keys: readonly string[]
}

/** Compares the suspects with each other on their real values, and with the rows beside them. Rejects with `UnreadableFile` or the signal's reason. */
export async function compareRows(
	index: RowIndex,
	{ all: suspects, numbers }: Suspects,
	read: BlockReader,
	/** Nobody said: they are compared as if not, and counted. */
	join: Mapping["joinRows"],
	continues: (cells: readonly string[]) => boolean,
	/** Rows that a person says are right. */
	kept: readonly number[] = [],
	signal?: AbortSignal,
): Promise<Comparison> {
	const keptRows = new Set(kept)
	const comparison = new RowComparison(join === true, join === "errors", keptRows)
	const neighbours = new Neighbours(continues, comparison.note)
	const trial = join === undefined ? new RowComparison(true, false, keptRows) : undefined
	const hasSuspects = (first: number, end: number) => suspects.hasBetween(first, end)
	for await (const { block, position: first } of index.read(0, index.rows, hasSuspects)) {
		signal?.throwIfAborted()
		let position = first
		for (const row of read(block)) {
			if (suspects.has(position)) {
				const compared = { hasTwin: numbers.has(position), keys: row.tokens.map(tokenKey) }
				comparison.add(position, row, compared)
				neighbours.add(position, row)
				trial?.add(position, row, compared)
			}
			position++
		}
	}
	comparison.finish()
	trial?.finish()
	comparison.joinable = trial?.joinable
	return comparison
}

/**
 * Compares rows that are suspected of having a number or card token in common, given in the order of the file: keeps the
 * first of each number, or joins adjacent rows of one customer when asked to.
 */
class RowComparison implements Comparison {
	readonly findings = new Map<number, Finding[]>()
	readonly continues = new Set<number>()
	joinable: Joinable | undefined
	readonly #search: DuplicateSearch
	readonly #join: boolean
	readonly #refuses: boolean
	/** Groups that ended, by number: a row of one of them may come apart from it. */
	readonly #ended = new Map<string, Group>()
	#group: Group | undefined
	readonly #counted = new Set<string>()
	readonly #apart = new Set<string>()
	/** The first row of each token. */
	readonly #holders = new Map<
		string,
		{ position: number; row: number; number: string; token: string; told?: boolean }
	>()
	/** The first row of each number, and those that have it again. */
	readonly #firsts = new Map<string, Claim>()

	readonly #spellings: Spellings

	/**
	 * @param refuses whether several rows of one customer, with a card each, are none of them sent
	 * @param kept rows that a person says are right
	 */
	constructor(join: boolean, refuses: boolean, kept: ReadonlySet<number>) {
		this.#join = join
		this.#refuses = refuses
		this.#spellings = new Spellings(kept, this.note, (number, first) => this.#refuseWith(number, first))
		this.#search = new DuplicateSearch(join)
	}

	add(position: number, row: ReadRow, { hasTwin, keys }: Compared): void {
		if (row.skipped) return
		const group = this.#join && hasTwin ? this.#groupOf(position, row) : undefined
		const isCompared = hasTwin && group === undefined && !isLost(row)
		const spelled = isCompared ? this.#spellings.check(position, row) : []
		const others = this.#search.check(row.row, isCompared ? row.number : "", row.tokens, row.number, keys)
		const found = spelled.length === 0 ? others : [...spelled, ...others.filter(({ code }) => code !== near)]
		for (const finding of found) this.note(position, finding)
		if (isCompared && row.number !== "") this.#claim(position, row)
		for (const [index, key] of keys.entries()) this.#hold(row.tokens[index] ?? "", key, position, row)
		// Nothing is joined with a row whose number stands nowhere else.
		if (!this.#join || !hasTwin) return
		const valid = row.creatable !== undefined && !found.some(({ severity }) => severity === "error")
		const member = { position, row: row.row, valid }
		if (group !== undefined) {
			group.members.push(member)
			this.continues.add(position)
		} else {
			this.finish()
			this.#comeApart(row)
			this.#group = row.number === "" ? undefined : groupOf(row, member)
		}
	}

	/** Ends the last group; to be called after the last row. */
	finish(): void {
		const group = this.#group
		const members = group?.members ?? []
		this.#group = undefined
		if (group !== undefined) this.#ended.set(group.number, group)
		const invalid = members.find(({ valid }) => !valid)
		if (group !== undefined && members.length > 1 && invalid === undefined && (group.customer?.cards ?? 0) > 1)
			this.#count(group, members[0]?.row ?? 0)
		if (invalid === undefined) return
		for (const { position, row, valid } of members)
			if (valid) this.note(position, finding("row.joined-with-invalid", row, { detail: `row ${invalid.row}` }))
	}

	/**
	 * A number at two customers that differ in more than the card is neither's for certain. Where one of them has an error,
	 * or they are copies, the first goes.
	 */
	#claim(position: number, row: ReadRow): void {
		const { number, creatable } = row
		const first = this.#firsts.get(number)
		if (first === undefined) {
			this.#firsts.set(number, { position, row: row.row, creatable, again: [] })
			return
		}
		const how = first.creatable && creatable && relation(first.creatable, creatable)
		const isOther = how === "other" && first.creatable && creatable
		const differing = isOther ? differingFields(first.creatable, creatable) : []
		first.again.push({ position, row: row.row, differing })
		if (how === "copy") this.#tellCopy(position)
		const refused = how === "other" ? sharedNumber : how === "card" && this.#refuses ? severalCards : undefined
		if (refused !== undefined && first.refused === undefined) {
			first.refused = refused
			this.note(first.position, refused(first.row, number, row.row, differing))
			this.#refuseWith(number, first)
		}
		if (first.refused === undefined) return
		// That the first went, as is said of others, would be untrue.
		for (const one of first.again.splice(0)) {
			const others = this.findings.get(one.position) ?? []
			const said = others.filter(({ code }) => code !== "number.duplicate" && code !== "number.not-joined")
			this.findings.set(one.position, [...said, first.refused(one.row, number, first.row, one.differing)])
		}
	}

	/** A card at two customers is nobody's for certain: the first of them is not sent either. */
	#hold(token: string, key: string, position: number, { row, number }: ReadRow): void {
		const first = this.#holders.get(key)
		if (first === undefined) this.#holders.set(key, { position, row, number, token })
		else if ((first.number !== number || first.token !== token) && !first.told) {
			first.told = true
			this.note(first.position, (first.token === token ? duplicateToken : filledToken)(first.row, row))
			this.#refuseWith(first.number, first)
		}
	}

	#tellCopy(position: number): void {
		const said = this.findings.get(position) ?? []
		this.findings.set(
			position,
			said.map((one) => (one.code === "number.duplicate" ? copyOf(one) : one)),
		)
	}

	/** Of a customer of whom one row is refused, the others are. */
	#refuseWith(number: string, first: { readonly position: number; readonly row: number }): void {
		const group = this.#group?.number === number ? this.#group : this.#ended.get(number)
		for (const member of group?.members ?? [])
			if (member.valid && member.position !== first.position)
				this.note(member.position, finding("row.joined-with-invalid", member.row, { detail: `row ${first.row}` }))
	}

	/**
	 * A row of a customer that stands apart from its others cannot be joined with them: then none of them is sent, for a customer is
	 * created with all its cards or not at all.
	 */
	#comeApart(row: ReadRow): void {
		const group = row.number === "" ? undefined : this.#ended.get(row.number)
		if (group?.customer === undefined || row.creatable === undefined) return
		// The same cards again are a copy, which is not sent.
		if (!group.customer.isOf(row.creatable) || !group.customer.lacks(row.creatable)) return
		for (const member of group.members)
			if (member.valid)
				this.note(member.position, finding("row.joined-with-invalid", member.row, { detail: `row ${row.row}` }))
		this.#apart.add(group.number)
		this.#count(group, group.members[0]?.row ?? 0)
	}

	/** Counts a customer in several rows that differ in the card alone, once. */
	#count(group: Group, row: number): void {
		this.#counted.add(group.number)
		const counts = { customers: this.#counted.size, apart: this.#apart.size }
		this.joinable = { row, number: group.number, ...this.joinable, ...counts }
	}

	/** The group that the row goes on with: that of the row just before it, when they agree in everything but the card. */
	#groupOf(position: number, row: ReadRow): Group | undefined {
		const group = this.#group
		if (group === undefined || group.number !== row.number) return undefined
		if (group.members.at(-1)?.position !== position - 1) return undefined
		if (group.customer === undefined || row.creatable === undefined) return group
		if (!group.customer.isOf(row.creatable)) return undefined
		group.customer.add(row.creatable)
		return group
	}

	readonly note: Note = (position, finding) => {
		const others = this.findings.get(position)
		if (others === undefined) this.findings.set(position, [finding])
		else others.push(finding)
	}
}

function groupOf({ number, creatable }: ReadRow, member: Member): Group {
	return { number, members: [member], customer: creatable && new JoinedCustomer(creatable) }
}
