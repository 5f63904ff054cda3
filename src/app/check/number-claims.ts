import type { Creatable } from "../../customer/creatable.ts"
import { differingFields } from "../../customer/differing-fields.ts"
import type { Remark, ShortRemark } from "../../customer/remark.ts"
import { KeptCustomer } from "./kept-customer.ts"
import type { ReadRow } from "./reading.ts"
import type { Remarks } from "./remarks.ts"

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

const none: readonly string[] = []

/** Whose each number is that stands in several rows which are not joined. */
export class NumberClaims {
	/** The first row of each number, and those that have it again. */
	readonly #firsts = new Map<string, Claim>()

	/**
	 * @param refusesCards whether several rows of one customer, with a card each, are none of them sent
	 * @param refuseWith refuses what is joined with the first row of a number
	 */
	constructor(
		private readonly remarks: Remarks,
		private readonly refusesCards: boolean,
		private readonly refuseWith: (number: string, first: { readonly position: number; readonly row: number }) => void,
	) {}

	/**
	 * A number at two customers that differ in more than the card is neither's for certain. Where one of them has an error,
	 * or they are copies, the first goes.
	 * @returns the customer of the first row
	 */
	add(position: number, row: ReadRow): KeptCustomer | undefined {
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
			how === "other" ? "number.shared" : how === "card" && this.refusesCards ? "number.several-cards" : undefined
		if (refused !== undefined && first.refused === undefined) {
			first.refused = refused
			this.remarks.add(first.position, { kind: refused, other: row.row, differing })
			this.refuseWith(number, first)
		}
		if (first.refused !== undefined) this.#refuse(first, first.refused)
		return undefined
	}

	/** Its last row is read. */
	forget(number: string): void {
		this.#firsts.delete(number)
	}

	/** That the first went, as is said of the others until then, would be untrue. */
	#refuse(first: Claim, kind: NonNullable<Claim["refused"]>): void {
		for (const [index, one] of (first.again ?? []).entries()) {
			this.remarks.change(one, (remark) => (isRepeat(remark) ? undefined : remark))
			this.remarks.add(one, { kind, other: first.row, differing: first.differing?.[index] ?? none })
		}
		first.again = undefined
		first.differing = undefined
	}
}

/** Whether it says that the number stood in an earlier row, and no more. */
export function isRepeat(remark: Remark): remark is ShortRemark {
	return "kind" in remark && ["number.duplicate", "number.not-joined", "copy"].includes(remark.kind)
}

/** What a second row of a number is to the first: the same, the same with another card, or another customer. */
function relation(first: KeptCustomer, next: Creatable): "copy" | "card" | "other" {
	if (!first.isOf(next)) return "other"
	return first.missing(next).length > 0 ? "card" : "copy"
}

function asCopy(remark: Remark): Remark {
	return "kind" in remark && remark.kind === "number.duplicate" ? { ...remark, kind: "copy" } : remark
}
