import { readFileSync, writeFileSync } from "node:fs"
import Papa from "papaparse"
import type { Random } from "../simulation/random.ts"

type Cells = Record<string, string>

/** What was done to customers, by their names, that changes who they are. */
export interface Edited {
	/** In words. */
	readonly done: readonly string[]
	/** How many rows there are now. */
	readonly rows: number
	/** They have another number, and nothing that the program gave back with the row says so. */
	readonly disguised: readonly string[]
	/** They have another number, and what the program gave back says so. */
	readonly renamed: readonly string[]
	/** They have another spelling of their number. */
	readonly spelled: readonly string[]
	/** They have a new card token. */
	readonly renewed: readonly string[]
}

/**
 * A person who edits a file that a run gave back, into a copy: numbers and tokens, rows deleted, doubled and moved, and the columns that
 * the program would know the rows by.
 */
export function edit(from: string, to: string, random: Random): Edited {
	const table = Papa.parse<Cells>(readFileSync(from, "utf8").replace(/^\uFEFF/, ""), {
		header: true,
		skipEmptyLines: true,
	})
	const editor = new Editor(table.data, random)
	for (let count = random.below(4); count >= 0; count--) editor.edit()
	const columns = (table.meta.fields ?? []).filter((column) => !editor.dropped.has(column))
	writeFileSync(to, `${Papa.unparse(editor.rows, { columns, newline: "\n" })}\n`)
	return editor.result()
}

class Editor {
	rows: Cells[]
	readonly dropped = new Set<string>()
	readonly #random: Random
	readonly #done: string[] = []
	readonly #given: readonly Cells[]
	readonly #renewed = new Set<string>()

	constructor(rows: readonly Cells[], random: Random) {
		this.rows = rows.map((row) => ({ ...row }))
		this.#given = rows
		this.#random = random
	}

	readonly #edits: Readonly<Record<string, (row: Cells, other: Cells) => void>> = {
		"change the number of": (row) => {
			const { number = "" } = row
			const others = [`c0${number.slice(1)}`, number.toUpperCase(), `${number}9`, `c${1 + this.#random.below(16)}`]
			row.number = this.#random.among(others) ?? number
		},
		"swap the numbers of": (row, other) => {
			;[row.number, other.number] = [other.number ?? "", row.number ?? ""]
		},
		"spoil the e-mail of": (row) => {
			row.email = row.email?.replace("@", "(at)") ?? ""
		},
		"renew the token of": (row) => this.#renew(row),
		"spell the number otherwise, with a new token, of": (row) => {
			row.number = row.number?.toUpperCase() ?? ""
			this.#renew(row)
		},
		"mend the e-mail of": (row) => {
			row.email = row.email?.replace("(at)", "@") ?? ""
		},
		delete: (row) => {
			this.rows = this.rows.filter((one) => one !== row)
		},
		double: (row) => {
			this.rows.splice(this.#random.below(this.rows.length + 1), 0, { ...row })
		},
		move: (row, other) => {
			const at = this.rows.indexOf(other)
			this.rows = this.rows.filter((one) => one !== row)
			this.rows.splice(at, 0, row)
		},
		"alter import_run of": (row) => {
			row.import_run = row.import_run?.replace(/.$/, (last) => (last === "0" ? "1" : "0")) ?? ""
		},
		"empty import_run of": (row) => {
			row.import_run = ""
		},
		"empty the outcome of": (row) => {
			row.import_outcome = ""
		},
		"copy import_run to": (row, other) => {
			row.import_run = other.import_run ?? ""
		},
		"drop import_run, with": () => this.dropped.add("import_run"),
	}

	#renew(row: Cells): void {
		row["card token"] = `${row["card token"]}-new`
		this.#renewed.add(nameOf(row))
	}

	edit(): void {
		const [name, apply] = this.#random.among(Object.entries(this.#edits)) ?? []
		const row = this.#random.among(this.rows)
		const other = this.#random.among(this.rows)
		if (!row || !other || !apply) return
		this.#done.push(`  ${name} ${row.number}, ${row.name}`)
		apply(row, other)
	}

	result(): Edited {
		const changed = this.rows.filter((row) => row.number !== this.#givenOf(row)?.number)
		return {
			done: this.#done,
			rows: this.rows.length,
			disguised: changed.filter((row) => !this.#isTold(row) && !this.#isSpelled(row)).map(nameOf),
			renamed: changed.filter((row) => this.#isTold(row) && !this.#isSpelled(row)).map(nameOf),
			spelled: changed.filter((row) => this.#isSpelled(row)).map(nameOf),
			renewed: [...this.#renewed],
		}
	}

	#givenOf({ name }: Cells): Cells | undefined {
		return this.#given.find((one) => one.name === name)
	}

	/** Its `import_run` is of its own old number, or of none that there is. */
	#isTold(row: Cells): boolean {
		const { import_run: run = "" } = this.dropped.has("import_run") ? {} : row
		return run !== "" && !this.#given.some((one) => one !== this.#givenOf(row) && one.import_run === run)
	}

	/** It has another spelling of its old number, and no row has both. */
	#isSpelled(row: Cells): boolean {
		const number = this.#givenOf(row)?.number
		return row.number?.toLowerCase() === number && !this.rows.some((one) => one.number === number)
	}
}

function nameOf({ name = "" }: Cells): string {
	return name
}
