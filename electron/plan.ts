import type { CheckedFile } from "../src/app/check/checked-file.ts"
import type { KnownSearch } from "../src/app/known-before.ts"
import type { Plan } from "../src/ipc.ts"

/**
 * Who would be created, counted in one pass over the file, and what is known of them already. Rejects with the signal's reason, or when the
 * file cannot be read any more.
 * @param known of the merchant; nothing where nothing is
 */
export async function planOf(checked: CheckedFile, known: KnownSearch | undefined, signal: AbortSignal): Promise<Plan> {
	const customers = new Map<string, number>()
	let first: string | undefined
	let last: string | undefined
	let limits: Plan["limits"]
	for await (const entries of checked.entries()) {
		signal.throwIfAborted()
		for (const entry of entries) {
			known?.add(entry)
			const { creatable } = entry
			const { currency = "", limit } = creatable
			customers.set(currency, (customers.get(currency) ?? 0) + 1)
			if (limit === undefined) continue
			const { customers: before, least, most } = limits ?? { customers: 0, least: limit, most: limit }
			limits = { customers: before + 1, least: Math.min(least, limit), most: Math.max(most, limit) }
		}
		first ??= entries[0]?.number
		last = entries.at(-1)?.number ?? last
	}
	return {
		...(first === undefined ? {} : { first }),
		...(last === undefined ? {} : { last }),
		currencies: [...customers]
			.map(([currency, customers]) => ({ currency, customers }))
			.sort((a, b) => b.customers - a.customers),
		...(limits === undefined ? {} : { limits }),
		...(known ? { known: known.found } : {}),
	}
}
