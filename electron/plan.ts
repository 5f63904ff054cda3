import { Bits } from "../src/app/check/bits.ts"
import type { CheckedFile } from "../src/app/check/checked-file.ts"
import type { KnownSearch } from "../src/app/known-before.ts"
import { summaryIn } from "../src/app/unfinished.ts"
import type { Plan } from "../src/ipc/run.ts"
import { formerColumn, formerly, formerRow } from "./shown-row.ts"
import { unsentOf } from "./unsent.ts"

/** Why a row is not sent under its number, and whether a person may say that the number is right. */
export type Unfit = Pick<KnownSearch["found"]["misnumbered"][number], "message" | "confirmable">

interface Counted {
	readonly plan: Plan
	/** Positions of the first rows of those who need new cards, or cannot be sent under their numbers. */
	readonly unfit: Bits
	/** By position, why those of the latter cannot. */
	readonly why: ReadonlyMap<number, Unfit>
}

/**
 * Who would be created, counted in one pass over the file, what is known of the others already, and why rows are not sent. Rejects with the signal's reason, or when
 * the file cannot be read any more.
 * @param known of the merchant, and of the import that goes on; nothing where nothing is
 */
export async function planOf(
	checked: CheckedFile,
	known: KnownSearch | undefined,
	signal: AbortSignal,
): Promise<Counted> {
	const customers = new Map<string, number>()
	let left = 0
	let withCard = 0
	let tokens = 0
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
			tokens += method.length
			first ??= number
			last = number
			customers.set(currency, (customers.get(currency) ?? 0) + 1)
			if (limit === undefined) continue
			const { customers: before, least, most } = limits ?? { customers: 0, least: limit, most: limit }
			limits = { customers: before + 1, least: Math.min(least, limit), most: Math.max(most, limit) }
		}
	}
	const { spent = [], misnumbered = [] } = known?.found ?? {}
	const places = await placesOf(checked, new Set([...spent, ...misnumbered.map(({ row }) => row)]))
	const unfit = new Bits()
	for (const { position } of places.values()) unfit.add(position)
	const why = new Map(
		misnumbered.map(({ row, message, confirmable }) => [
			places.get(row)?.position ?? Number.NaN,
			{ message, confirmable },
		]),
	)
	const files = await filesOf(misnumbered.flatMap(({ sentAs }) => sentAs?.folder ?? []))
	const named = (row: number) => ({ row, ...formerly(places.get(row)?.before) })
	const plan = {
		left,
		cards: { with: withCard, without: left - withCard, tokens },
		...(first === undefined ? {} : { first }),
		...(last === undefined ? {} : { last }),
		currencies: [...customers]
			.map(([currency, customers]) => ({ currency, customers }))
			.sort((a, b) => b.customers - a.customers),
		...(limits === undefined ? {} : { limits }),
		unsent: await unsentOf(checked, known, signal),
		...(known
			? {
					known: {
						...known.found,
						spent: spent.map(named),
						misnumbered: misnumbered.map(({ row, sentAs, ...one }) => {
							if (sentAs === undefined) return { ...named(row), ...one }
							const { folder = "", ...sent } = sentAs
							const file = files.get(folder)
							return { ...named(row), ...one, sentAs: { ...sent, ...(file === undefined ? {} : { file }) } }
						}),
						unfitWithWarning: unfit.size - unfit.without(checked.rowsWith("warning")).size,
					},
				}
			: {}),
	}
	return { plan, unfit, why }
}

/** What the files of runs are called, by their folders; of one whose folder is gone, nothing. */
async function filesOf(folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>()
	for (const folder of new Set(folders)) {
		const name = (await summaryIn(folder))?.source.name
		if (name !== undefined) found.set(folder, name)
	}
	return found
}

/** Where rows are that are known by their numbers, and which row each was in the file that it came back from. */
async function placesOf(checked: CheckedFile, wanted: ReadonlySet<number>) {
	const places = new Map<number, { readonly position: number; readonly before: number | undefined }>()
	if (wanted.size === 0) return places
	const former = formerColumn(checked.layout.columns)
	for await (const batch of checked.cells(Bits.below(checked.rows)))
		for (const { position, row, cells } of batch)
			if (wanted.has(row)) places.set(row, { position, before: formerRow(cells[former]) })
	return places
}
