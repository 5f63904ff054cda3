import type { CheckedFile } from "../src/app/check/checked-file.ts"
import type { KnownSearch } from "../src/app/known-before.ts"
import type { Plan } from "../src/ipc.ts"

/**
 * Who would be created, counted in one pass over the file, and what is known of the others already. Rejects with the signal's reason, or when
 * the file cannot be read any more.
 * @param known of the merchant, and of the import that goes on; nothing where nothing is
 */
export async function planOf(checked: CheckedFile, known: KnownSearch | undefined, signal: AbortSignal): Promise<Plan> {
	const customers = new Map<string, number>()
	let left = 0
	let withCard = 0
	let first: string | undefined
	let last: string | undefined
	let limits: Plan["limits"]
	for await (const entries of checked.entries()) {
		signal.throwIfAborted()
		for (const entry of entries) {
			if (known && !known.add(entry)) continue
			const { number, creatable } = entry
			const { currency = "", limit, method } = creatable
			left++
			if (method.length > 0) withCard++
			first ??= number
			last = number
			customers.set(currency, (customers.get(currency) ?? 0) + 1)
			if (limit === undefined) continue
			const { customers: before, least, most } = limits ?? { customers: 0, least: limit, most: limit }
			limits = { customers: before + 1, least: Math.min(least, limit), most: Math.max(most, limit) }
		}
	}
	return {
		left,
		cards: { with: withCard, without: left - withCard },
		...(first === undefined ? {} : { first }),
		...(last === undefined ? {} : { last }),
		currencies: [...customers]
			.map(([currency, customers]) => ({ currency, customers }))
			.sort((a, b) => b.customers - a.customers),
		...(limits === undefined ? {} : { limits }),
		...(known ? { known: { ...known.found, spentWithWarning: await withWarning(checked, known.found.spent) } } : {}),
	}
}

async function withWarning(checked: CheckedFile, rows: readonly number[]): Promise<number> {
	if (rows.length === 0) return 0
	const wanted = new Set(rows)
	let count = 0
	for await (const batch of checked.cells(checked.rowsWith("warning")))
		for (const { row } of batch) if (wanted.has(row)) count++
	return count
}
