import { isSamePlace, placeOf } from "../src/contract/values.ts"
import type { Creatable } from "../src/customer/creatable.ts"
import type { Shown } from "../src/intergiro/customer.ts"
import type { CreatedBefore, TwoValues } from "../src/ipc/result.ts"
import { textAt, whyNot } from "./beside-there.ts"

type There = Extract<Shown, { readonly kind: "customer" }>
type Customer = CreatedBefore["customers"][number]

interface Look {
	/** Reads a customer at Intergiro, and compares it with what is expected of it. */
	readonly show: (id: string, expected: Creatable) => Promise<Shown>
	/** The row of the file as it is read now; nothing where it is not sent. */
	readonly rowOf: (row: number) => Creatable | undefined
	/** ISO 8601. */
	readonly now: () => string
}

/**
 * The same customers as Intergiro has them now: who was corrected or removed there since is among those that are the same, or gone. Of one
 * of whom it says too little, what it was created with stays. Ends with the first who cannot be read.
 */
export async function lookedAt(created: CreatedBefore, { show, rowOf, now }: Look): Promise<CreatedBefore> {
	const left: Customer[] = []
	const found = { right: 0, gone: 0 }
	let problem: string | undefined
	for (const [at, customer] of created.customers.entries()) {
		const expected = customer.standing === "other" ? rowOf(customer.row) : undefined
		const shown = await show(customer.id, expected ?? { number: customer.number, method: [] })
		if (shown.kind !== "customer" && shown.kind !== "missing") {
			problem = whyNot(shown)
			left.push(...created.customers.slice(at).map(unseen))
			break
		}
		if (shown.kind === "missing") found.gone++
		else {
			const still = expected === undefined ? customer : stillOther(customer, expected, shown)
			if (still) left.push(still)
			else found.right++
		}
	}
	const settled = found.right + found.gone
	const isOther = ({ standing }: Customer) => standing !== "unread"
	const settledOthers = created.customers.filter(isOther).length - left.filter(isOther).length
	return {
		same: created.same + found.right,
		others: created.others - settledOthers,
		uncompared: created.uncompared - (settled - settledOthers),
		customers: left,
		looked: { at: now(), ...found, ...(problem === undefined ? {} : { problem }) },
	}
}

/** In what it is other than the file now; nothing where it is so no more. */
function stillOther(customer: Customer, expected: Creatable, shown: There): Customer | undefined {
	let isUnsaid = false
	const told = customer.values.flatMap((value): TwoValues[] => {
		const there = valueThere(value.path, shown)
		if (there === undefined) {
			isUnsaid ||= value.path !== "method"
			return [value]
		}
		return isAsInFile(value, there, expected, shown) ? [] : [{ ...value, there: { value: there } }]
	})
	const isNumber = ({ path }: TwoValues) => path === "number"
	// Which token a card was stored of, nobody says: with the right number its card is looked after as that of everybody who exists.
	const isCardAlone = told.every(({ path }) => path === "method") && customer.values.some(isNumber)
	if (told.length === 0 || isCardAlone) return undefined
	const still = { ...customer, values: told }
	return isUnsaid ? unseen(still) : still
}

/** Nothing says how it is now, or not all of it. */
function unseen(customer: Customer): Customer {
	return customer.standing === "other" ? { ...customer, standing: "unseen" } : customer
}

function isAsInFile({ path, file }: TwoValues, there: string, { currency }: Creatable, { others }: There): boolean {
	// Intergiro's own, where the file gives none.
	if (path === "currency" && currency === undefined) return there === "SEK"
	if (file === undefined) return there === ""
	return there !== "" && !others.some((other) => isSamePlace(other, path))
}

/** What it has there; nothing where Intergiro says nothing of such values, and empty where it has none. */
function valueThere(path: string, { number, values }: There): string | undefined {
	if (path === "number") return number === "" ? undefined : number
	if (path === "method") return undefined
	const isSaid = Object.entries(values).some(([place, value]) => value !== undefined && isInGroup(place, path))
	// A name is told whole, also of parts.
	const place = path.startsWith("contact.name") ? "contact.name" : placeOf(path)
	return isSaid ? textAt(values, place) : undefined
}

/** A contact is told as a whole or not at all. */
function isInGroup(place: string, path: string): boolean {
	return place.split(".", 1)[0] === path.split(".", 1)[0]
}
