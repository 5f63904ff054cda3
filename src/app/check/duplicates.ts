import type { Mapping } from "../../customer/columns/mapping.ts"
import type { Creatable } from "../../customer/creatable.ts"
import { differingFields } from "../../customer/differing-fields.ts"
import { DuplicateSearch, tokenKey } from "../../customer/duplicates.ts"
import type { FindingCode } from "../../customer/finding-codes.ts"
import { JoinedCustomer } from "../../customer/join.ts"
import { codeOf, type Remark, type ShortRemark } from "../../customer/remark.ts"
import { Bits } from "./bits.ts"
import { type Joinable, Joinables } from "./joinables.ts"
import { KeptCustomer } from "./kept-customer.ts"
import { Neighbours, type Note } from "./neighbours.ts"
import type { BlockReader, ReadRow } from "./reading.ts"
import { Remarks } from "./remarks.ts"
import type { Suspected } from "./repeated.ts"
import type { RowIndex } from "./row-index.ts"
import { Spellings } from "./spellings.ts"

/** What only the comparison of rows can tell. Rows go by their position among the data rows. */
export interface Comparison {
	readonly remarks: Pick<Remarks, "at" | typeof Symbol.iterator>
	/** The rows that belong to the customer of the row before them. */
	readonly continues: Bits
	/** Customers in several rows that could be joined and are not, because nobody said whether they should be. */
	readonly joinable: Joinable | undefined
}

/** Who had a number first. */
interface Claim {
	readonly position: number
	readonly row: number
	readonly customer: KeptCustomer | undefined
	/** The rows that have it again, and the names of the fields in which each of them differs: until it is refused. */
	again: number[] | undefined
	differing: (readonly string[])[] | undefined
	/** Why none of its rows is sent: it is that of several customers, or of one with several cards. */
	refused?: "number.shared" | "number.several-cards"
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
function relation(first: KeptCustomer, next: Creatable): "copy" | "card" | "other" {
	if (!first.isOf(next)) return "other"
	return first.missing(next).length > 0 ? "card" : "copy"
}

const near = "number.near-duplicate" satisfies FindingCode

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

/** Positions of the rows to compare, of those whose number, or another spelling of it, may stand elsewhere, and of those of whose cards this is so. */
export interface Suspects {
	readonly all: Bits
	readonly numbers: Suspected
	readonly tokens: Bits
}

/** What of a row is compared. */
interface Compared {
	/** Another row may have its number. */
	readonly hasTwin: boolean
	/** And no later one. */
	readonly isLast: boolean
	/** By which its tokens are known: worked out once a row. None where no other row may have one. */
	readonly keys: readonly string[]
}

/** Compares the suspects with each other on their real values, and with the rows beside them. Rejects with `UnreadableFile` or the signal's reason. */
export async function compareRows(
	index: RowIndex,
	{ all: suspects, numbers, tokens }: Suspects,
	read: BlockReader,
	/** Nobody said: they are compared as if not, and counted. */
	join: Mapping["joinRows"],
	continues: (cells: readonly string[]) => boolean,
	/** Rows that a person says are right. */
	kept: readonly number[] = [],
	signal?: AbortSignal,
): Promise<Comparison> {
	const keptRows = new Set(kept)
	const comparison = new RowComparison(join, keptRows)
	const neighbours = new Neighbours(continues, comparison.note)
	const hasSuspects = (first: number, end: number) => suspects.hasBetween(first, end)
	for await (const { block, position: first } of index.read(0, index.rows, hasSuspects)) {
		signal?.throwIfAborted()
		let position = first
		for (const row of read(block)) {
			if (suspects.has(position)) {
				const compared = {
					hasTwin: numbers.all.has(position),
					isLast: numbers.last.has(position),
					keys: tokens.has(position) ? row.tokens.map(tokenKey) : none,
				}
				comparison.add(position, row, compared)
				neighbours.add(position, row)
			}
			position++
		}
	}
	comparison.finish()
	return comparison
}

/**
 * Compares rows that are suspected of having a number or card token in common, given in the order of the file: keeps the
 * first of each number, or joins adjacent rows of one customer when asked to.
 */
class RowComparison implements Comparison {
	readonly remarks = new Remarks()
	readonly continues = new Bits()
	joinable: Joinable | undefined
	/** Where nobody said whether rows are joined. */
	readonly #joinables: Joinables | undefined
	readonly #search: DuplicateSearch
	readonly #join: boolean
	readonly #refuses: boolean
	/** Groups that ended, by number: a row of one of them may come apart from it. */
	readonly #ended = new Map<string, Group>()
	#group: Group | undefined
	/** The first row of each token. */
	readonly #holders = new Map<
		string,
		{ position: number; row: number; number: string; token: string; told?: boolean }
	>()
	/** The first row of each number, and those that have it again. */
	readonly #firsts = new Map<string, Claim>()

	readonly #spellings: Spellings

	/**
	 * @param join `errors`: several rows of one customer, with a card each, are none of them sent
	 * @param kept rows that a person says are right
	 */
	constructor(join: Mapping["joinRows"], kept: ReadonlySet<number>) {
		this.#join = join === true
		this.#refuses = join === "errors"
		this.#joinables = join === undefined ? new Joinables() : undefined
		this.#spellings = new Spellings(kept, this.note, (number, first) => this.#refuseWith(number, first))
		this.#search = new DuplicateSearch(this.#join)
	}

	add(position: number, row: ReadRow, compared: Compared): void {
		if (!row.skipped) this.#add(position, row, compared)
		if (compared.isLast) this.#forget(row.number)
	}

	#add(position: number, row: ReadRow, { hasTwin, isLast, keys }: Compared): void {
		const group = this.#join && hasTwin ? this.#groupOf(position, row) : undefined
		const isCompared = hasTwin && group === undefined && !isLost(row)
		const spelled = isCompared ? this.#spellings.check(position, row) : []
		const tokens = keys.length > 0 ? row.tokens : none
		const others = this.#search.check(row.row, isCompared ? row.number : "", tokens, row.number, keys)
		const isNear = (one: Remark) => "code" in one && one.code === near
		const found = spelled.length === 0 ? others : [...spelled, ...others.filter((one) => !isNear(one))]
		for (const remark of found) this.note(position, remark)
		const customer = isCompared && row.number !== "" ? this.#claim(position, row) : undefined
		for (const [index, key] of keys.entries()) this.#hold(row.tokens[index] ?? "", key, position, row)
		if (this.#joinables && hasTwin && row.number !== "") {
			const isSound = row.creatable !== undefined && !found.some((one) => isError(one) && !isRepeat(one))
			this.#joinables.add(position, row, customer, isSound)
		}
		// Nothing is joined with a row whose number stands nowhere else.
		if (!this.#join || !hasTwin) return
		const valid = row.creatable !== undefined && !found.some(isError)
		if (group !== undefined) this.continues.add(position)
		else {
			this.#endGroup()
			this.#comeApart(row)
			this.#group = row.number === "" ? undefined : groupOf(row)
		}
		if (this.#group) addTo(this.#group, position, row, { valid, isLast, sharesCard: keys.length > 0 })
	}

	/** What is known of a number serves its later rows: those who stand together, as nearly all do, are not kept. */
	#forget(number: string): void {
		this.#joinables?.forget(number)
		this.#search.forget(number)
		this.#spellings.forget(number)
		this.#firsts.delete(number)
		// The group is told later when another customer turns up with one of its cards.
		if (!this.#ended.get(number)?.sharesCard) this.#ended.delete(number)
	}

	/** To be called after the last row. */
	finish(): void {
		this.#endGroup()
		this.joinable = this.#joinables?.finish()
	}

	#endGroup(): void {
		const group = this.#group
		if (group === undefined) return
		this.#group = undefined
		if (!group.isOver || group.sharesCard) this.#ended.set(group.number, group)
		const { invalid, valid } = group
		if (invalid === undefined) return
		for (const position of valid) this.note(position, { kind: "row.joined-with-invalid", other: invalid })
	}

	/**
	 * A number at two customers that differ in more than the card is neither's for certain. Where one of them has an error,
	 * or they are copies, the first goes.
	 * @returns the customer of the first row
	 */
	#claim(position: number, row: ReadRow): KeptCustomer | undefined {
		const { number, creatable } = row
		const first = this.#firsts.get(number)
		if (first === undefined) {
			const customer = creatable && new KeptCustomer(creatable)
			this.#firsts.set(number, { position, row: row.row, customer, again: undefined, differing: undefined })
			return customer
		}
		const how = first.customer && creatable && relation(first.customer, creatable)
		const isOther = how === "other" && first.customer && creatable
		const differing = isOther ? differingFields(first.customer.creatable, creatable) : none
		first.again ??= []
		first.differing ??= []
		first.again.push(position)
		first.differing.push(differing)
		if (how === "copy") this.remarks.change(position, asCopy)
		const refused =
			how === "other" ? "number.shared" : how === "card" && this.#refuses ? "number.several-cards" : undefined
		if (refused !== undefined && first.refused === undefined) {
			first.refused = refused
			this.note(first.position, { kind: refused, other: row.row, differing })
			this.#refuseWith(number, first)
		}
		if (first.refused === undefined) return undefined
		// That the first went, as is said of others, would be untrue.
		for (const [index, one] of first.again.entries()) {
			this.remarks.change(one, (remark) => (isRepeat(remark) ? undefined : remark))
			this.note(one, { kind: first.refused, other: first.row, differing: first.differing?.[index] ?? none })
		}
		first.again = undefined
		first.differing = undefined
		return undefined
	}

	/** A card at two customers is nobody's for certain: the first of them is not sent either. */
	#hold(token: string, key: string, position: number, { row, number }: ReadRow): void {
		const first = this.#holders.get(key)
		if (first === undefined) this.#holders.set(key, { position, row, number, token })
		else if ((first.number !== number || first.token !== token) && !first.told) {
			first.told = true
			this.note(first.position, { kind: first.token === token ? "token.duplicate" : "token.filled", other: row })
			this.#refuseWith(first.number, first)
		}
	}

	/** Of a customer of whom one row is refused, the others are. */
	#refuseWith(number: string, first: { readonly position: number; readonly row: number }): void {
		const group = this.#group?.number === number ? this.#group : this.#ended.get(number)
		for (const position of group?.valid ?? [])
			if (position !== first.position) this.note(position, { kind: "row.joined-with-invalid", other: first.row })
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
		for (const position of group.valid) this.note(position, { kind: "row.joined-with-invalid", other: row.row })
	}

	/** The group that the row goes on with: that of the row just before it, when they agree in everything but the card. */
	#groupOf(position: number, row: ReadRow): Group | undefined {
		const group = this.#group
		if (group === undefined || group.number !== row.number) return undefined
		if (group.last !== position - 1) return undefined
		if (group.customer === undefined || row.creatable === undefined) return group
		if (!group.customer.isOf(row.creatable)) return undefined
		group.customer.add(row.creatable)
		return group
	}

	readonly note: Note = (position, remark) => this.remarks.add(position, remark)
}

const none: readonly string[] = []

function isRepeat(remark: Remark): remark is ShortRemark {
	return "kind" in remark && ["number.duplicate", "number.not-joined", "copy"].includes(remark.kind)
}

function isError(remark: Remark): boolean {
	return codeOf(remark).severity === "error"
}

function asCopy(remark: Remark): Remark {
	return "kind" in remark && remark.kind === "number.duplicate" ? { ...remark, kind: "copy" } : remark
}

function groupOf({ number, row, creatable }: ReadRow): Group {
	const customer = creatable && new JoinedCustomer(creatable)
	return { number, row, customer, last: -1, valid: [], sharesCard: false, isOver: false }
}

function addTo(
	group: Group,
	position: number,
	{ row }: ReadRow,
	{ valid, isLast, sharesCard }: { readonly valid: boolean; readonly isLast: boolean; readonly sharesCard: boolean },
): void {
	group.last = position
	if (valid) group.valid.push(position)
	else group.invalid ??= row
	group.isOver ||= isLast
	group.sharesCard ||= sharesCard
}
