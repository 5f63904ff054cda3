import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { CheckedFile } from "../../src/app/check/checked-file.ts"
import { examineFile } from "../../src/app/check/examine.ts"
import { decideColumns, type OpenedFile, openFile } from "../../src/app/check/open-file.ts"
import { savedMapping } from "../../src/app/saved-mapping.ts"
import type { Entry } from "../../src/contract/ports.ts"
import { defaultBrowser } from "../../src/customer/check-options.ts"
import { allCleaning } from "../../src/customer/cleaning.ts"
import type { Decision } from "../../src/customer/columns/decide.ts"
import { Inquiry } from "../../src/customer/columns/inquiry.ts"
import { anyMappingSchema, type Mapping, noAnswers, usesOf } from "../../src/customer/columns/mapping.ts"
import { rowChecker } from "../../src/customer/row-checker.ts"
import type { CheckedRow } from "../../src/report/checked-row.ts"
import { sample } from "../sample.ts"
import { rowsOf, tokenOf } from "./columns/cells.ts"
import { exports } from "./columns/exports.ts"
import { askedIn, decisionOf } from "./decide-of.ts"
import { names as reviewed } from "./headers/names.ts"

/** Names of columns: those of exports, those that were reviewed, and some that nobody knows. */
const vocabulary = [
	...new Set([
		...exports.flatMap(([, header]) => header.split(",")),
		...Object.values(reviewed).flatMap((lists) => lists.flatMap((list) => list.split("|"))),
	]),
].filter((name) => !/[\r\n"]/.test(name))
const cardNames = [
	"Card token",
	"Token",
	"Kort",
	"Kort 2",
	"Betalsätt",
	"Payment Method Token",
	"Card",
	"credit_card.token",
]
const name = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom(...vocabulary) },
	{ weight: 2, arbitrary: fc.constantFrom(...cardNames) },
	{ weight: 2, arbitrary: fc.stringMatching(/^[A-Za-zåäö][a-zåäö_ ]{0,10}[a-z0-9]$/) },
)

interface File {
	readonly columns: readonly string[]
	readonly rows: readonly (readonly string[])[]
	readonly answers: Mapping
}

/** Files with tokens in some of their columns, in more or fewer of their rows, and what a person said of them. */
const file: fc.Arbitrary<File> = fc
	.record({
		others: fc.uniqueArray(name, { minLength: 1, maxLength: 9, selector: (one) => one.trim().toLowerCase() }),
		hasNumber: fc.boolean(),
		at: fc.nat(8),
		count: fc.integer({ min: 1, max: 40 }),
		places: fc.array(
			fc.record({ at: fc.nat(9), share: fc.constantFrom(0.03, 0.3, 0.6, 0.95, 1), spare: fc.boolean() }),
			{
				maxLength: 3,
			},
		),
		left: fc.array(fc.nat(9), { maxLength: 2 }),
		kind: fc.constantFrom<Mapping["others"]>(undefined, undefined, "by-rule", "left-out"),
	})
	.map(({ others, hasNumber, at, count, places, left, kind }) => {
		const columns = others.filter((one) => !hasNumber || one.toLowerCase() !== "kundnummer")
		if (hasNumber) columns.splice(at % (columns.length + 1), 0, "Kundnummer")
		const rows = rowsOf(columns, count).map((cells, row) =>
			cells.map((cell, index) => {
				const place = places.find((one) => one.at % columns.length === index)
				if (place === undefined || columns[index] === "Kundnummer") return cell
				if ((row * 0.618) % 1 < place.share) return tokenOf(row, `${index}`)
				return place.spare ? "" : cell
			}),
		)
		const leaves = left.map((one) => columns[one % columns.length] ?? "").filter((one) => one !== "Kundnummer")
		const answers: Mapping = {
			...noAnswers,
			columns: Object.fromEntries([
				...leaves.map((one) => [one, null] as const),
				...(hasNumber && kind === "left-out" ? [["Kundnummer", "number"] as const] : []),
			]),
			...(kind === undefined ? {} : { others: kind }),
		}
		return { columns, rows, answers }
	})

/** A file of forty customers whose tokens stand in these columns: tried first, so that it is no matter of luck that cards are sent, and asked about. */
function certain(...columns: string[]): File {
	const names = ["Kundnummer", "Namn", ...columns]
	const rows = rowsOf(names, 40).map((cells, row) =>
		cells.map((cell, index) => (index < 2 ? cell : tokenOf(row, `${index}`))),
	)
	return { columns: names, rows, answers: noAnswers }
}

/** A part of a street, which is not sent where there is none, has the only token. */
const inHouseNumbers: File = {
	columns: ["description", "House number", "Rechnungsadresse"],
	rows: [
		["", tokenOf(1), "Storgatan 1"],
		["", "2", "Karl Johans gate 5"],
	],
	answers: noAnswers,
}

const options = { now: Date.UTC(2026, 10, 23), browser: defaultBrowser, cleaning: allCleaning }
const holdsToken = (cell: string) => cell.startsWith("eyJ")

/** Columns whose tokens are accounted for: a person left them out, or is asked about them. */
function accounted({ columns }: Decision): ReadonlySet<string> {
	const said = columns.filter(({ by, fields }) => by === "open" || (by === "person" && fields.length === 0))
	return new Set(said.map(({ column }) => column))
}

describe("no card is left out in silence", () => {
	test("whatever the names, their order, and where the tokens stand", () => {
		let sent = 0
		let asked = 0
		fc.assert(
			fc.property(file, ({ columns, rows, answers }) => {
				const decision = decisionOf(columns, rows, { answers })
				const known = accounted(decision)
				for (const { by, column } of decision.columns)
					if (by === "open") expect([column, decision.questions.length > 0]).toEqual([column, true])
				const hasNumber = columns.some((column) => usesOf(decision.mapping, column)?.includes("number"))
				if (!hasNumber) {
					expect(askedIn(decision)).toContain("number")
					return
				}
				const check = rowChecker(decision.mapping, columns, options)
				for (const cells of rows) {
					const due = cells.filter((cell, index) => holdsToken(cell) && !known.has(columns[index] ?? ""))
					asked += cells.filter(holdsToken).length - due.length
					const { creatable } = check(cells, 2)
					if (creatable === undefined) continue
					const cards = creatable.method.map(({ card }) => card)
					for (const token of due) expect(cards).toContain(token)
					sent += due.length
				}
			}),
			{
				numRuns: sample(70),
				examples: [[certain("Card token")], [certain("Card token", "Betalsätt")], [inHouseNumbers]],
			},
		)
		expect([sent > 30, asked > 30]).toEqual([true, true])
	})

	let folder: string
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "cards-"))
	})
	afterAll(() => rm(folder, { recursive: true }))

	async function all<Item>(batches: AsyncIterable<readonly Item[]>): Promise<Item[]> {
		const items: Item[] = []
		for await (const batch of batches) items.push(...batch)
		return items
	}

	/** Every token of the file is sent, in a row with an error, in a column that a person left out, or of a card that one left out. */
	async function balance(checked: CheckedFile) {
		const { columns } = checked.layout
		const left = new Set(
			checked.decision?.columns.flatMap(({ column, by, fields }) =>
				by === "person" && fields.length === 0 ? [column] : [],
			),
		)
		const rows = await all<CheckedRow>(checked.allRows())
		const entries = await all<Entry>(checked.entries())
		const sent = entries.flatMap(({ creatable }) => creatable.method.map(({ card }) => card)).filter(holdsToken)
		const tokensOf = (some: readonly CheckedRow[]) =>
			some.flatMap(({ cells }) => cells.filter((cell, index) => holdsToken(cell) && !left.has(columns[index] ?? "")))
		const isLeftOut = ({ findings }: CheckedRow) =>
			findings.some(({ code }) => code === "card.left-out" || code === "card.other-column")
		const valid = rows.filter((row) => row.valid)
		const due = tokensOf(valid.filter((row) => !isLeftOut(row)))
		const mayBeLeft = new Set(tokensOf(valid.filter(isLeftOut)))
		expect(sent.filter((token) => !mayBeLeft.has(token)).sort()).toEqual([...due].sort())
		return sent.length
	}

	/** What a person answers, until nothing is asked any more. */
	async function answeredUp(opened: OpenedFile, base: Mapping, pick: number): Promise<CheckedFile | undefined> {
		const inquiry = new Inquiry(base)
		for (let round = 0; round < 8; round++) {
			const answers = inquiry.answers
			const decision = decideColumns(opened, answers)
			const columns = opened.detection.layout.columns
			if (!columns.some((column) => usesOf(decision.mapping, column)?.includes("number"))) {
				expect(askedIn(decision)).toContain("number")
				inquiry.ask(decision.questions)
			} else {
				const checked = await examineFile(opened, { options, answers })
				expect(checked.decided === undefined).toBe(checked.questions.length > 0)
				if (checked.decided !== undefined) return checked
				inquiry.ask(checked.questions)
			}
			for (const { question, chosen } of inquiry.asked) {
				if (chosen !== undefined) continue
				// Some answers ask on.
				const ids = question.answers.map(({ id }) => id).filter((id) => id !== "another" && id !== "stop")
				const one = [ids[pick % ids.length] ?? ""]
				inquiry.answer(question.id, question.several ? ids.filter((_, index) => (index + pick) % 2 === 0) : one)
			}
			expect(inquiry.open).toBe(false)
		}
		return undefined
	}

	/** As a person keeps it in a file, and gives it again. */
	function saved({ decision, questions }: CheckedFile): Mapping {
		expect(decision).toBeDefined()
		const mapping = savedMapping(decision ?? { mapping: noAnswers, columns: [], said: noAnswers }, questions)
		return anyMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))
	}

	test("of a real file, when its questions were answered in whatever way; and its saved mapping gives the same customers", async () => {
		let sent = 0
		let decided = 0
		await fc.assert(
			fc.asyncProperty(file, fc.boolean(), fc.nat(5), async ({ columns, rows, answers }, semicolons, pick) => {
				const path = join(folder, "customers.csv")
				const separator = semicolons ? ";" : ","
				const line = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(separator)
				await writeFile(path, `${[columns, ...rows].map(line).join("\n")}\n`)
				const opened = await openFile(path)
				// What a person said goes for these columns.
				if (opened.detection.layout.columns.join() !== columns.join()) return
				const checked = await answeredUp(opened, answers, pick)
				expect(checked).toBeDefined()
				if (checked === undefined) return
				decided++
				sent += await balance(checked)
				const again = await examineFile(opened, { options, answers: saved(checked) })
				expect(again.questions).toEqual([])
				expect(await all<Entry>(again.entries())).toEqual(await all<Entry>(checked.entries()))
			}),
			{ numRuns: sample(14), examples: [0, 1, 2].map((pick) => [certain("Card token"), pick > 0, pick]) },
		)
		expect([sent > 5, decided > 2]).toEqual([true, true])
	})
})
