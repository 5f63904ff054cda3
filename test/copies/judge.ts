import { existsSync } from "node:fs"
import { join } from "node:path"
import { table } from "../cli/command.ts"
import type { Merchant, Received } from "../cli/merchant.ts"
import type { Edited } from "./editor.ts"

/** An id that begins so is of nobody. */
export const lie = "lie-"

/** Judges imports by the merchant's ledger and by the files of their folders; knows what nobody can notice. */
export class Judge {
	readonly violations: string[] = []
	/** How often each customer in doubt may have been sent once more. */
	consents = 0
	/** Something was sent where neither ledger nor folder knew what was sent before, and without listing what exists. */
	isBlind = false
	/** The ledger knew less than there was, at some time. */
	isForgetful = false
	/** Under another number, by their names: nobody notices that with a new token, or where the ledger does not know the old one. */
	readonly #disguised = new Set<string>()
	readonly #renewed = new Set<string>()
	/** Under another spelling of their number: that is noticed where the ledger, or a listing, knows the old one. */
	readonly #spelled = new Set<string>()

	constructor(private readonly merchant: Merchant) {}

	/** @param isConfirmed a person says that the numbers are right */
	forgive({ disguised, renamed, spelled, renewed }: Edited, isConfirmed: boolean): void {
		const sent = new Set(this.merchant.received.map(nameOf))
		for (const name of disguised) this.#disguised.add(name)
		// The number of a row that was never sent may be mended.
		for (const name of renamed) if (isConfirmed || !sent.has(name)) this.#disguised.add(name)
		for (const name of spelled) this.#spelled.add(name)
		for (const name of renewed) this.#renewed.add(name)
	}

	/** Never twice: neither a number nor, under whatever number, a person; and no card token for two numbers. */
	judgeLedger(): void {
		if (this.isBlind) return
		const most = 1 + this.consents
		for (const [number, ids] of this.merchant.ledger)
			if (ids.length > most) this.#violate(`${number} was created ${ids.length} times`)
		for (const [name, those] of grouped(this.merchant.created, nameOf)) {
			const isForgiven = this.#disguised.has(name) && (this.isForgetful || this.#renewed.has(name))
			const isUnknown = this.#spelled.has(name) && this.isForgetful
			if (those.length > most && !isForgiven && !isUnknown) this.#violate(`${name} was created ${those.length} times`)
		}
		for (const [name, those] of grouped(this.merchant.received, nameOf)) {
			const numbers = new Set(those.map(({ number }) => number))
			if (numbers.size > 1 && !this.#disguised.has(name) && !this.#spelled.has(name))
				this.#violate(`${name} was sent as ${[...numbers].join(" and ")}, and nobody said that this is right`)
		}
		if (this.isForgetful) return
		for (const [token, those] of grouped(this.merchant.received, tokenOf)) {
			const numbers = new Set(those.map(({ number }) => number))
			if (numbers.size > 1) this.#violate(`${token} was sent for ${[...numbers].join(" and ")}`)
		}
	}

	/**
	 * Whoever looks at the files after a session finds each row once, and nobody in `errors.csv` who exists.
	 * @param rows that the file of the run has, where it came to its end
	 * @param isLooked whether the run ended by looking
	 */
	judgeFiles(folder: string, rows: number | undefined, isLooked: boolean): void {
		const read = (name: string) => (existsSync(join(folder, name)) ? table(join(folder, name)) : [])
		const results = read("results.csv")
		const errors = read("errors.csv")
		// Rows that are one customer stand in one line.
		const told = [
			...results.flatMap(({ row = "" }) => row.split(" ")),
			...[...errors, ...read("unknown.csv")].map((row) => row.import_row),
		]
		for (const [row, those] of grouped(told, (one) => one))
			if (those.length > 1) this.#violate(`row ${row} stands in two files`)
		if (rows !== undefined && told.length !== rows) this.#violate(`of ${rows} rows ${told.length} stand in a file`)
		if (this.isBlind) return
		const { ledger } = this.merchant
		// These say that another row has the number.
		for (const { number = "", import_code: code = "" } of errors)
			if (ledger.has(number) && !/number\.(changed|duplicate|formerly-duplicate)/.test(code))
				this.#violate(`${number} exists, and errors.csv says that it may be sent again`)
		for (const { number = "", id = "", outcome, checked } of results) {
			if (ledger.get(number)?.includes(id)) continue
			// Of a lie of the server only who looks can know.
			if (!id.startsWith(lie)) this.#violate(`${number} ${id} does not exist, and results.csv has it`)
			else if (isLooked && outcome === "created" && checked !== "missing")
				this.#violate(`${number} does not exist, and who looked says that it is ${checked}`)
		}
	}

	#violate(what: string): void {
		this.violations.push(what)
	}
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
	const groups = new Map<Key, Item[]>()
	for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
	return groups
}

function bodyOf({ body }: Received): {
	readonly contact?: { readonly name?: string | object }
	readonly method?: readonly { readonly card: string }[]
} {
	return JSON.parse(body)
}

function nameOf(received: Received): string {
	return String(bodyOf(received).contact?.name)
}

function tokenOf(received: Received): string {
	return bodyOf(received).method?.[0]?.card ?? ""
}
