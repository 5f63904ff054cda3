import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"
import { checkFile } from "../../../src/app/check/check-file.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import type { Field } from "../../../src/customer/fields.ts"
import type { CheckedRow } from "../../../src/report/checked-row.ts"
import { sample } from "../../sample.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
const files: readonly (readonly Field[])[] = [
	["number", "name"],
	["number", "name", "email"],
	["name", "number", "email"],
	["city", "name", "number", "street"],
	["number", "firstName", "lastName", "email", "street", "zipCode", "city", "country"],
]
const texts = ["Anna", "Bo Ek", "Åsa", "Berg, Eva", "c/o X"]
const values: Readonly<Partial<Record<Field, readonly string[]>>> = {
	street: ["Storgatan 1", "Box 2\nLgh 3", "Gatan; 5"],
	zipCode: ["111 22"],
	city: ["Lund"],
	country: ["SE"],
}

/** Where one is taken away, or put: at the start of a cell, at its end, or in it. */
const [quotes, starts, ends, anywhere] = [/"/g, /(?<=[,;|\t\r\n])(?=[^"\n])/g, /(?=[,;|\t\r\n])/g, /(?:)/g]

let path: string
beforeAll(async () => {
	path = join(await mkdtemp(join(tmpdir(), "quotes-")), "customers.csv")
})
afterAll(() => rm(join(path, ".."), { recursive: true }))

async function check(columns: readonly Field[]): Promise<CheckedRow[]> {
	const opened = await openFile(path)
	const mapping = {
		version: 2 as const,
		columns: Object.fromEntries(columns.map((field) => [field, field])),
		constants: {},
		joinRows: false,
	}
	const checked = await checkFile(opened, { layout: opened.detection.layout, mapping, options })
	const rows: CheckedRow[] = []
	for await (const batch of checked.allRows()) rows.push(...batch)
	return rows
}

const bare = (cells: readonly string[]) => JSON.stringify(cells.map((cell) => cell.replaceAll('"', "").trim()))

it("a quote too many or too few changes or loses no row without an error", async () => {
	let harmless = 0
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...files),
			fc.constantFrom(",", ";", "\t", "|"),
			fc.constantFrom("\n", "\r\n", "\r"),
			fc.boolean(),
			fc.boolean(),
			fc.array(fc.nat(), { minLength: 24, maxLength: 72 }),
			fc.array(
				fc.record({
					where: fc.constantFrom(quotes, starts, ends, anywhere),
					at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				}),
				{
					minLength: 1,
					maxLength: 2,
				},
			),
			async (columns, delimiter, lineEnd, quotesAll, endsLast, choices, mistakes) => {
				const rows = Array.from({ length: Math.floor(choices.length / columns.length) }, (_, row) =>
					columns.map((field, column) => {
						if (field === "number") return `N${100 + row}`
						if (field === "email") return `a${row}@example.com`
						const list = values[field] ?? texts
						return list[(choices[row * columns.length + column] ?? 0) % list.length] ?? ""
					}),
				)
				const written = rows.map((cells) =>
					cells.map((cell) => (quotesAll || /[\n,;]/.test(cell) ? `"${cell}"` : cell)).join(delimiter),
				)
				let text = written.join(lineEnd) + (endsLast ? lineEnd : "")
				for (const { where, at } of mistakes) {
					const places = [...text.matchAll(where)].map(({ index }) => index)
					const place = places[Math.floor(at * places.length)] ?? text.length
					text = text.slice(0, place) + (where === quotes ? "" : '"') + text.slice(place + (where === quotes ? 1 : 0))
				}
				await writeFile(path, `${columns.join(delimiter)}${lineEnd}${text}`)

				const checked = await check(columns)
				const originals = new Set(rows.map(bare))
				const taken = checked.filter(({ valid, cells }) => valid && originals.has(bare(cells)))
				if (taken.length < rows.length) expect(checked.filter(({ valid }) => !valid)).not.toEqual([])
				else harmless++
			},
		),
		{ numRuns: sample(70) },
	)
	expect(harmless).toBeGreaterThan(4)
}, 240_000)
