import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import fc from "fast-check"
import Papa from "papaparse"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { statement } from "../../src/cli/statement.ts"
import type { Outcome } from "../../src/contract/outcome.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import type { Layout } from "../../src/csv/layout.ts"
import { restore } from "../../src/csv/writer.ts"
import type { Mapping } from "../../src/customer/columns/mapping.ts"
import { finding } from "../../src/customer/finding-codes.ts"
import type { CheckedRow } from "../../src/report/checked-row.ts"
import { ReportFailed, writeRunFiles } from "../../src/report/run-files.ts"
import { type Summary, summarySchema, verdictOf } from "../../src/report/summary.ts"
import { sample } from "../sample.ts"
import { runFacts } from "./run-facts.ts"

const said = (...given: Parameters<typeof statement>) => statement(...given).join("\n")

const at = "2026-01-01T00:00:00.000Z"
const mapping: Mapping = { version: 2, columns: { number: "number", name: "name", email: "email" }, constants: {} }
let folder: string

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "report-"))
})
afterEach(() => rm(folder, { recursive: true }))

function layout(columns: readonly string[], delimiter: Layout["delimiter"] = ",", bom = 0): Layout {
	return { encoding: "utf-8", bom, delimiter, escape: '"', headerRow: 1, columns }
}

function row(row: number, cells: readonly string[], more: Partial<CheckedRow> = {}): CheckedRow {
	return { row, cells, findings: [], valid: true, ...(cells[0] === undefined ? {} : { number: cells[0] }), ...more }
}

function outcome(number: string, row: number, outcome: Outcome): JournalRecord {
	return { type: "outcome", at, number, row, outcome }
}

async function* batches(rows: readonly CheckedRow[]): AsyncGenerator<readonly CheckedRow[]> {
	for (let index = 0; index < rows.length; index += 3) yield rows.slice(index, index + 3)
}

async function write(
	rows: readonly CheckedRow[],
	records: readonly JournalRecord[],
	file = layout(["number", "name"]),
): Promise<Summary> {
	return await writeRunFiles({
		folder,
		rows: batches(rows),
		layout: file,
		mapping,
		state: RunState.of(records),
		facts: runFacts(rows.length),
	})
}

const text = (name: string): string => readFileSync(join(folder, name), "utf8")
const table = (name: string, delimiter = ","): string[][] =>
	Papa.parse<string[]>(text(name).replace(/^\uFEFF/, ""), { delimiter, skipEmptyLines: true }).data

/** The lines of `results.csv`, each by its header. */
const results = (delimiter = ","): Record<string, string>[] =>
	Papa.parse<Record<string, string>>(text("results.csv").replace(/^\uFEFF/, ""), {
		header: true,
		delimiter,
		skipEmptyLines: true,
	}).data

const followUps = (): Record<string, string>[] =>
	Papa.parse<Record<string, string>>(text("follow-up.csv").replace(/^\uFEFF/, ""), {
		header: true,
		skipEmptyLines: true,
	}).data

/** A card as a row that may be sent has it. */
const card = (token: string) => ({ type: "token" as const, card: token })

describe("the files of a run", () => {
	it("puts every outcome into its file, and counts it once", async () => {
		const kinds: Outcome[] = [
			{ kind: "created", id: "idA", status: "active" },
			{ kind: "existing", id: "idB", run: "20250101-a" },
			{ kind: "adopted", id: "idC" },
			{ kind: "rejected", code: "card declined", message: "The card was declined." },
			{ kind: "verification-required", message: "3-D Secure.", url: "https://acs.example.com/x?y=1" },
			{ kind: "not-sent", code: "ECONNREFUSED", message: "Gave up." },
			{ kind: "unknown", code: "ECONNRESET", message: "The connection broke." },
			{ kind: "conflict", ids: ["x", "y"], message: "Two customers: x, y." },
		]
		const rows = kinds.map((_, index) => row(index + 2, [`c${index}`, `Name ${index}`]))
		const finding = {
			row: 10,
			column: "name",
			code: "name.missing",
			severity: "error",
			message: "No name.",
			tip: "Fill it in.",
		} as const
		rows.push(
			row(10, ["c8", ""], { valid: false, findings: [finding, { ...finding, severity: "note", code: "other" }] }),
		)
		rows.push(row(11, ["c9", "not reached"]))
		const summary = await write(
			rows,
			kinds.map((each, index) => outcome(`c${index}`, index + 2, each)),
		)

		expect(text("results.csv").split("\n", 1)[0]).toBe(
			"number,id,status,outcome,row,cards_sent,cards_stored,scheme,last4,expires,run,checked,given_number,note",
		)
		expect(table("results.csv").slice(1)).toEqual([
			["c0", "idA", "active", "created", "2", "0", "", "", "", "", "r1", "", "", ""],
			["c1", "idB", "", "existing", "3", "0", "", "", "", "", "r1", "", "", ""],
			["c2", "idC", "", "adopted", "4", "0", "", "", "", "", "r1", "", "", ""],
		])
		const errors = table("errors.csv")
		expect(errors.map((cells) => cells.slice(0, 5))).toEqual([
			["number", "name", "import_row", "import_outcome", "import_code"],
			["c3", "Name 3", "5", "rejected", "card declined"],
			["c4", "Name 4", "6", "verification-required", "verification-required"],
			["c5", "Name 5", "7", "not-sent", "ECONNREFUSED"],
			["c8", "", "10", "invalid", "name.missing"],
		])
		expect(errors[2]?.[5]).toContain("https://acs.example.com/x?y=1")
		expect(errors[4]?.[5]).toBe("name: No name. Fill it in.")
		expect(table("unknown.csv").map((cells) => cells.slice(0, 4))).toEqual([
			["number", "name", "import_row", "import_outcome"],
			["c6", "Name 6", "8", "unknown"],
			["c7", "Name 7", "9", "conflict"],
		])
		expect(summary.outcomes).toEqual({
			created: 1,
			existing: 1,
			adopted: 1,
			invalid: 1,
			"left-out": 0,
			rejected: 1,
			"verification-required": 1,
			"not-sent": 1,
			unknown: 1,
			conflict: 1,
			renumbered: 0,
		})
		expect(summary).toMatchObject({ rows: 10, pending: 1, customers: 3, balanced: true, complete: false })
		expect(summarySchema.parse(JSON.parse(text("summary.json")))).toEqual(summary)
		expect(readdirSync(folder).sort()).toEqual([
			"errors.csv",
			"follow-up.csv",
			"results.csv",
			"rows.jsonl",
			"summary.json",
			"unknown.csv",
		])
	})

	it("keeps a row in doubt while its run is stopped, and forgets the file when it is resolved", async () => {
		const intent: JournalRecord = { type: "intent", at, number: "c1", row: 2, attempt: 1 }
		await write([row(2, ["c1", "A"])], [intent])
		expect(table("unknown.csv")[1]?.slice(0, 4)).toEqual(["c1", "A", "2", "unknown"])
		await write([row(2, ["c1", "A"])], [intent, outcome("c1", 2, { kind: "adopted", id: "i" })])
		expect(readdirSync(folder).sort()).toEqual(["errors.csv", "results.csv", "rows.jsonl", "summary.json"])
	})

	it("keeps what was created when the row would not pass any more, and a duplicate apart from it", async () => {
		const records = [outcome("c1", 2, { kind: "created", id: "i1" })]
		const summary = await write([row(2, ["c1", "A"], { valid: false }), row(3, ["c1", "B"], { valid: false })], records)
		expect(table("results.csv")).toHaveLength(2)
		expect(table("errors.csv")[1]?.slice(0, 4)).toEqual(["c1", "B", "3", "invalid"])
		expect(summary).toMatchObject({ balanced: true, outcomes: { created: 1, invalid: 1 } })
	})

	it("has one result for several rows of a customer, and gives all of them back when it was refused", async () => {
		const rows = [row(2, ["c1", "A"]), row(3, ["c1", "A"]), row(4, ["c2", "B"]), row(5, ["c2", "B"])]
		const summary = await write(rows, [
			outcome("c1", 2, { kind: "created", id: "i1" }),
			outcome("c2", 4, { kind: "rejected", code: "x", message: "No." }),
		])
		expect(results()).toMatchObject([{ number: "c1", id: "i1", outcome: "created", row: "2 & 3" }])
		expect(
			table("errors.csv")
				.slice(1)
				.map((cells) => cells[2]),
		).toEqual(["4", "5"])
		expect(summary).toMatchObject({ rows: 4, customers: 1, balanced: true, outcomes: { created: 2, rejected: 2 } })
	})

	it("takes a row that exists by what else is known for no error, whatever is wrong with it", async () => {
		const finding = { row: 2, column: "email", code: "email.invalid", severity: "error" } as const
		const wrong = { valid: false, findings: [{ ...finding, message: "No address", tip: "Correct it." }] }
		const rows = ["c1", "c1", "c2", "c3"].map((number, index) => row(index + 2, [number, "A"], wrong))
		const known = new Map<string, Outcome>([
			["c1", { kind: "existing", id: "i1", run: "r0" }],
			["c2", { kind: "unknown", code: "earlier-run", message: "Run r0 sent it." }],
		])
		const summary = await writeRunFiles({
			...{ folder, rows: batches(rows), layout: layout(["number", "name"]), mapping, state: new RunState() },
			known: ({ number = "" }) => known.get(number),
			facts: runFacts(rows.length),
		})
		expect(results()).toMatchObject([
			{ number: "c1", id: "i1", outcome: "existing", row: "2", note: "email: No address. Correct it." },
		])
		expect(table("unknown.csv")[1]?.slice(0, 5)).toEqual(["c2", "A", "4", "unknown", "earlier-run"])
		const errors = table("errors.csv").slice(1)
		expect(errors.map((cells) => cells.slice(0, 3))).toEqual([
			["c1", "A", "3"],
			["c3", "A", "5"],
		])
		expect(errors[0]?.slice(4, 6)).toEqual([
			"email.invalid number.duplicate",
			expect.stringContaining('"c1", which row 2 has'),
		])
		expect(summary).toMatchObject({ balanced: true, customers: 1, given: { errors: "3,5", unknown: "4" } })
	})

	it("takes a row that was left out, or whose number may be another's, for no customer, and says what is known", async () => {
		const finding = { row: 2, severity: "error", message: "Wrong", tip: "Mend it." } as const
		const wrong = (code: string, field?: string) => ({
			valid: false,
			findings: [{ ...finding, code, ...(field === undefined ? {} : { field }) }],
		})
		const rows = [
			row(2, ["c1", "A"], wrong("row.skipped")),
			row(3, ["c2", "B"], wrong("number.shared", "number")),
			row(4, ["c3", "C"], wrong("number.shared", "number")),
		]
		const mended = { kind: "existing", id: "i3", run: "r0", mended: true } as const
		const summary = await writeRunFiles({
			...{ folder, rows: batches(rows), layout: layout(["number", "name"]), mapping, state: new RunState() },
			// The third is that very row, sent by a later run.
			known: ({ number = "" }) => (number === "c3" ? mended : { kind: "existing", id: `i-${number}`, run: "r0" }),
			facts: runFacts(rows.length),
		})
		expect(summary).toMatchObject({
			customers: 1,
			outcomes: { invalid: 1, "left-out": 1, existing: 1 },
			balanced: true,
		})
		expect(results()).toMatchObject([{ number: "c3", id: "i3" }])
		const errors = table("errors.csv").slice(1)
		expect(errors.map((cells) => cells[4])).toEqual(["row.skipped", "number.shared"])
		expect(errors.map((cells) => cells[5])).toEqual([
			expect.stringContaining('A customer of number "c1" exists as i-c1, by run r0. Nobody compared it'),
			expect.stringContaining('A customer of number "c2" exists as i-c2'),
		])
	})

	it("says of each customer whether Intergiro lists it, and which number it was given", async () => {
		const numbers = ["c1", "c2", "c3", "c4", "c5", "c6"]
		const summary = await write(
			numbers.map((number, index) => row(index + 2, [number, `Name ${number}`])),
			[
				outcome("c1", 2, { kind: "created", id: "i1" }),
				outcome("c2", 3, { kind: "renumbered", id: "i2", given: "=2" }),
				outcome("c3", 4, { kind: "created", id: "i3" }),
				outcome("c4", 5, { kind: "created", id: "i4" }),
				outcome("c5", 6, { kind: "created", id: "i5", cards: [{ last4: "4242" }] }),
				outcome("c6", 7, { kind: "created", id: "i6" }),
				{ type: "amiss", at, number: "c3", found: [] },
				{ type: "amiss", at, number: "c4", found: ["i4", "j4"] },
				{ type: "amiss", at, number: "c5", found: ["i5"], cards: 0 },
				{ type: "amiss", at, number: "c6", found: [], under: "d6" },
				{ type: "looked", at, customers: 9 },
			],
		)
		expect(results().map(({ number, checked, given_number }) => [number, checked, given_number])).toEqual([
			["c1", "yes", ""],
			["c2", "other-number", "'=2"],
			["c3", "missing", ""],
			["c4", "twice", ""],
			["c5", "card-missing", ""],
			["c6", "other-number", "d6"],
		])
		expect(summary.checked).toEqual({
			yes: 1,
			missing: 1,
			removed: 0,
			"other-number": 2,
			twice: 1,
			"card-missing": 1,
			"card-twice": 0,
			"card-unknown": 0,
		})
		expect(summary.cameBack.withoutCard).toBe(1)
		expect(verdictOf(summary)).toBe("incomplete")
		expect(table("follow-up.csv").map((cells) => cells.slice(0, 3))).toEqual([
			["reason", "number", "name"],
			["renumbered", "c2", "Name c2"],
			["missing", "c3", "Name c3"],
			["twice", "c4", "Name c4"],
			["card-missing", "c5", "Name c5"],
			["renumbered", "c6", "Name c6"],
		])
	})

	it("says whom somebody has to contact, by what the file has of them, and is not there for nobody", async () => {
		const columns = ["number", "name", "email"]
		const expired = finding("token.card-expired", 4, { column: "card" })
		const creatable = { number: "c1", contact: { name: { first: "Åsa", last: "Ek" }, email: "a@x.se" }, method: [] }
		const rows = [
			row(2, ["c1", "=1", "x"], { creatable, tokens: ["t"] }),
			row(3, ["c2", "=1+1", "b@x.se"], { valid: false, findings: [expired] }),
			row(4, ["c3", "Cy", "c@x.se"], { tokens: ["t"] }),
			row(5, ["c4", "Di", "d@x.se"], { tokens: ["t"] }),
		]
		const link = "https://acs.example.com/x?y=1"
		const records = [
			outcome("c1", 2, { kind: "verification-required", message: "3-D Secure.", url: link }),
			outcome("c3", 4, { kind: "existing", id: "i3" }),
			outcome("c4", 5, { kind: "existing", id: "i4", run: "r0" }),
		]
		const summary = await write(rows, records, layout(columns))
		expect(
			followUps().map(({ reason, number, name, email, link, row }) => [reason, number, name, email, link, row]),
		).toEqual([
			["verification-required", "c1", "Åsa Ek", "a@x.se", link, "2"],
			["card-expired", "c2", "'=1+1", "b@x.se", "", "3"],
			["card-unknown", "c3", "Cy", "c@x.se", "", "4"],
		])
		expect(summary).toMatchObject({ followUps: 3, files: expect.arrayContaining(["follow-up.csv"]) })
		await write([row(2, ["c1", "A"])], [outcome("c1", 2, { kind: "created", id: "i" })])
		expect(readdirSync(folder)).not.toContain("follow-up.csv")
	})

	it("has everybody whom somebody has to look after once, for the most urgent reason", async () => {
		const kinds: Outcome[] = [
			{ kind: "created", id: "i0", cards: [{ last4: "0001" }], differs: [] },
			{ kind: "created", id: "i1", cards: [] },
			{ kind: "created", id: "i2", differs: ["method", "contact.address.zipCode"] },
			{ kind: "adopted", id: "i3", differs: ["contact.address.city"] },
			{ kind: "existing", id: "i4", run: "r0" },
			{ kind: "existing", id: "i5", cards: [{ last4: "0042", expires: [3, 2030] }] },
			{ kind: "existing", id: "i6", cards: [{ last4: "9999", expires: [3, 2030] }] },
			{ kind: "unknown", code: "lost", message: "It was lost." },
			{ kind: "conflict", ids: ["x", "y"], message: "Two customers: x, y." },
			{ kind: "renumbered", id: "i9", given: "77", cards: [] },
			{ kind: "not-sent", code: "x", message: "Gave up." },
		]
		const claims = Buffer.from(JSON.stringify({ last4: "0042", xpr: [3, 2030] })).toString("base64url")
		const rows = kinds.map((_, index) => {
			const token = `eyJh.${claims}.s${index}`
			const findings = index < 2 ? [finding("token.card-expiring", index + 2)] : []
			const creatable = { number: `c${index}`, method: [card(token)] }
			return row(index + 2, [`c${index}`, `Name ${index}`], { creatable, tokens: [token], findings })
		})
		const expired = { valid: false, findings: [finding("token.card-expired", 20)] }
		const summary = await write(
			[...rows, row(20, ["d", "D"], expired), row(21, ["d", "D"], expired)],
			kinds.map((each, index) => outcome(`c${index}`, index + 2, each)),
		)
		expect(
			followUps().map(({ number, reason, further_reasons }) => [number, reason, further_reasons].join(" ")),
		).toEqual([
			"c0 card-expiring ",
			"c1 card-missing card-expiring",
			"c2 card-missing differs",
			"c3 card-unknown differs",
			"c6 card-not-stored ",
			"c7 in-doubt ",
			"c8 conflict ",
			"c9 renumbered card-missing",
			"d card-expired ",
		])
		expect(followUps()[2]).toMatchObject({
			id: "i2",
			run: "r1",
			message: expect.stringContaining("contact.address.zipCode"),
		})
		for (const { what_to_do } of followUps()) expect(what_to_do).not.toBe("")
		expect(summary).toMatchObject({
			followUps: 9,
			reasons: { "card-missing": 2, "card-unknown": 1, "card-expired": 1 },
		})
		expect(Object.values(summary.reasons).reduce((sum, count) => sum + count)).toBe(9)
		const records = text("rows.jsonl")
			.trimEnd()
			.split("\n")
			.map((line) => JSON.parse(line))
		expect(records.filter(({ followUp }) => followUp)).toHaveLength(9)
		expect(text("rows.jsonl")).not.toContain(claims)
	})

	it("has customers who were created without a card, where others of the file have one", async () => {
		const none = (code: "card.none" | "card.left-out", at: number) => ({
			creatable: { number: "c", method: [] },
			findings: [finding(code, at)],
		})
		const kinds: Outcome[] = [
			{ kind: "created", id: "i0" },
			{ kind: "adopted", id: "i1", cards: [] },
			{ kind: "existing", id: "i2", cards: [] },
			{ kind: "existing", id: "i3", cards: [{ last4: "0042" }] },
			{ kind: "existing", id: "i4", run: "r0" },
			{ kind: "rejected", code: "x", message: "No." },
		]
		const rows = kinds.map((_, index) =>
			row(index + 2, [`c${index}`, "A"], none(index === 1 ? "card.left-out" : "card.none", index + 2)),
		)
		rows.push(row(9, ["d", "D"], { creatable: { number: "d", method: [] } }))
		const summary = await write(rows, [
			...kinds.map((each, index) => outcome(`c${index}`, index + 2, each)),
			outcome("d", 9, { kind: "created", id: "i9" }),
		])
		expect(followUps().map(({ number, reason }) => `${number} ${reason}`)).toEqual([
			"c0 no-card",
			"c1 no-card",
			"c2 no-card",
			"c5 rejected",
		])
		expect(summary.reasons).toEqual({ "no-card": 3, rejected: 1 })
	})

	it("says which rows a stopped run did not come to", async () => {
		const rows = [2, 3, 4, 6, 7, 8].map((at) => row(at, [`c${at}`, "A"]))
		const summary = await write(rows, [outcome("c3", 3, { kind: "created", id: "i" })])
		expect(summary).toMatchObject({ pending: 5, pendingRows: "2,4,6-8" })
		expect(said({ ...summary, stop: { kind: "asked", message: "Stopped." } }, "out")).toContain(
			"The run did not come to 5 rows (2, 4, 6-8), which are in none of its files: run the same command again to go on with them.",
		)
	})

	it("is not done where a customer came back without its card, or other than it was sent", async () => {
		const creatable = { number: "c1", method: [card("t")] }
		const verdict = async (more: object) =>
			verdictOf(
				await write(
					[row(2, ["c1", "A"], { creatable, tokens: ["t"] })],
					[outcome("c1", 2, { kind: "created", id: "i", ...more })],
				),
			)
		expect(await verdict({})).toBe("done")
		expect(await verdict({ cards: [{}], differs: [] })).toBe("done")
		expect(await verdict({ cards: [] })).toBe("incomplete")
		expect(await verdict({ differs: ["currency"] })).toBe("incomplete")
	})

	it("tells how to reach a customer, by phone and in which language", async () => {
		const columns = ["number", "name", "Språk", "Mobil"]
		const creatable = { number: "c1", method: [], contact: { name: "A", phone: { cellphone: "+46701234567" } } }
		const refused = { kind: "rejected", code: "card declined", message: "Declined." } as const
		await writeRunFiles({
			...{ folder, layout: layout(columns), facts: runFacts(2) },
			rows: batches([
				row(2, ["c1", "A", "sv", "070-1"], { creatable }),
				row(3, ["c2", "B", "de", "070-2"], { valid: false, findings: [finding("token.card-expired", 3)] }),
			]),
			mapping: { version: 2, columns: { number: "number", name: "name", Mobil: "cellphone" }, constants: {} },
			state: RunState.of([outcome("c1", 2, refused)]),
		})
		expect(followUps().map(({ number, phone, language }) => [number, phone, language])).toEqual([
			["c1", "'+46701234567", "sv"],
			["c2", "070-2", "de"],
		])
	})

	it("reads what version 1 wrote", async () => {
		const { given, checked, cameBack, tokens, followUps, reasons, asked, ...summary } = await write([], [])
		expect([given, checked, cameBack, tokens, followUps, reasons, asked]).not.toContain(undefined)
		const { renumbered: _____, ...outcomes } = summary.outcomes
		const read = summarySchema.parse({ ...summary, version: 1, outcomes })
		expect(read).toMatchObject({ version: 1, followUps: 0, checked: { missing: 0 }, outcomes: { renumbered: 0 } })
	})

	it("writes the columns of an earlier run anew, and keeps cells beyond the header", async () => {
		const file = layout(["number", "Import Row", "import_outcome", "import_code", "import_message", "name"], ";", 3)
		const rows = [row(2, ["c1", "77", "invalid", "old", "old", "Åsa", "beyond"], { valid: false })]
		await write(rows, [], file)
		expect(text("errors.csv").startsWith("\uFEFF")).toBe(true)
		expect(table("errors.csv", ";")).toEqual([
			["number", "name", "import_row", "import_outcome", "import_code", "import_message", "import_run"],
			["c1", "Åsa", "2", "invalid", "", "", expect.stringMatching(/^r1\/2\/[0-9a-f]{4}$/), "beyond"],
		])
	})

	it("has a byte order mark only where a spreadsheet needs one", async () => {
		await write(
			[row(2, ["c1", "Ake"], { valid: false }), row(3, ["c2", "x"])],
			[outcome("c2", 3, { kind: "created", id: "i" })],
		)
		expect(readFileSync(join(folder, "errors.csv"))[0]).toBe("n".charCodeAt(0))
		const long = Array.from({ length: 4000 }, (_, index) =>
			row(index + 2, [`c${index}`, "x".repeat(80)], { valid: false }),
		)
		await write([...long, row(9000, ["last", "Åke"], { valid: false })], [])
		expect(readFileSync(join(folder, "errors.csv")).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
		expect(readFileSync(join(folder, "results.csv"))[0]).toBe("n".charCodeAt(0))
		expect(table("errors.csv")).toHaveLength(4002)
	})

	it("gives every cell back exactly, and none that a spreadsheet executes", async () => {
		const cell = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^['=+@\t\r\n;," -]{0,4}[a-z0-9]{0,4}$/))
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (cells) => {
				// A lone surrogate has no UTF-8.
				const rows = cells.map((pair, index) =>
					row(
						index + 2,
						pair.map((value) => Buffer.from(value).toString()),
						{ valid: false },
					),
				)
				await write(rows, [])
				const read = Papa.parse<string[]>(text("errors.csv").replace(/^\uFEFF/, ""), { delimiter: "," }).data
				expect(read.slice(1, -1).map((each) => each.slice(0, 2).map(restore))).toEqual(
					rows.map((each) => [...each.cells]),
				)
				for (const each of read.flat()) expect(each).not.toMatch(/^[=+\-@\t\r]/)
			}),
			{ numRuns: sample(35) },
		)
	})

	it("says of each customer which cards were sent, and which Intergiro has", async () => {
		const creatable = (number: string, ...tokens: string[]) => ({ number, method: tokens.map(card) })
		const rows = [
			row(2, ["c1", "A"], { creatable: creatable("c1", "t1"), tokens: ["t1"] }),
			row(3, ["c1", "A"], { creatable: creatable("c1", "t2"), tokens: ["t2"] }),
			row(4, ["c2", "B"], { creatable: creatable("c2", "t3"), tokens: ["t3"] }),
			row(5, ["c3", "C"], { creatable: creatable("c3", "t4"), tokens: ["t4"] }),
			row(6, ["c4", "D"], { creatable: creatable("c4") }),
		]
		await write(rows, [
			{ type: "intent", at, number: "c1", row: 2, attempt: 1, tokens: ["h1", "h2"] },
			outcome("c1", 2, {
				kind: "created",
				id: "i1",
				cards: [
					{ scheme: "visa", iin: "411111", last4: "0011", expires: [3, 2027] },
					{ scheme: "american express", expires: [12, 2028] },
				],
			}),
			outcome("c2", 4, { kind: "created", id: "i2", cards: [] }),
			outcome("c3", 5, { kind: "existing", id: "i3", cards: [{ last4: "0042" }] }),
			outcome("c4", 6, { kind: "created", id: "i4" }),
		])
		expect(
			results().map(({ row, cards_sent, cards_stored, scheme, last4, expires }) =>
				[row, cards_sent, cards_stored, scheme, last4, expires].join("|"),
			),
		).toEqual(["2 & 3|2|2|visa american-express|0011 ?|2027-03 2028-12", "4|1|0|||", "5|0|1||0042|", "6|0||||"])
	})

	it("masks what reads as a card number, but for numbers of another kind in a column of theirs", async () => {
		const siret = "38012986646850"
		const cells = (number: string, order: string) => [number, "A", siret, order]
		await write(
			[
				row(2, cells("c1", "4111111111111111")),
				row(3, cells("c2", "1"), { valid: false, findings: [finding("name.none", 3)] }),
				row(4, cells("c3", "4111111111111111"), { valid: false, findings: [finding("card-number.unsent", 4)] }),
			],
			[outcome("c1", 2, { kind: "rejected", code: "no", message: "No." })],
			layout(["number", "name", "SIRET", "order"]),
		)
		const shown = table("errors.csv").map((line) => line.slice(0, 4))
		expect(shown.slice(1)).toEqual([cells("c1", "411111******1111"), cells("c2", "1"), cells("c3", "411111******1111")])
	})

	it("has the delimiter of the file, and its own columns where these are wanted, without tokens and card numbers", async () => {
		const columns = ["id", "Namn", "Token", "Old token", "import_id", "Import Row", "Note"]
		const file = layout(columns, ";", 3)
		const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJjYXJkIn0.c2lnbmF0dXJl"
		const cells = ["=1;2", "Åsa; -5", "t1", "t0", "own", "77", jwt]
		const more = { number: "=1;2", tokens: ["t1"], creatable: { number: "=1;2", method: [card("t1")] } }
		const input = { folder, layout: file, state: RunState.of([outcome("=1;2", 2, { kind: "created", id: "-id" })]) }
		await writeRunFiles({
			...input,
			rows: batches([row(2, cells, more)]),
			mapping: {
				version: 2,
				columns: { id: "number", Namn: "name", Token: "token", "Old token": null },
				constants: {},
			},
			facts: runFacts(1),
			full: true,
			tokenColumns: new Set([3]),
		})
		expect(text("results.csv")).not.toMatch(/eyJ|t1|t0/)
		const [line] = results(";")
		expect(Object.keys(line ?? {}).slice(0, 6)).toEqual([
			"id",
			"Namn",
			"import_id (file)",
			"Note",
			"import_number",
			"import_id",
		])
		expect(line).toMatchObject({ id: "'=1;2", Namn: "Åsa; -5", "import_id (file)": "own", Note: "" })
		expect(line).toMatchObject({ import_number: "'=1;2", import_id: "-id", import_row: "2", import_cards_sent: "1" })
	})

	it("keeps ids exact, and numbers that a spreadsheet would execute away from it", async () => {
		await write(
			[row(2, ["=1+1", "A"]), row(3, ["c2", "B"])],
			[
				outcome("=1+1", 2, { kind: "created", id: "-W_PTD7RqeQHUSGL" }),
				outcome("c2", 3, { kind: "created", id: "=HYPERLINK(1)" }),
			],
		)
		expect(
			table("results.csv")
				.slice(1)
				.map(([number, id]) => [number, id]),
		).toEqual([
			["'=1+1", "-W_PTD7RqeQHUSGL"],
			["c2", "'=HYPERLINK(1)"],
		])
	})

	it("keeps the ids of those who need somebody exact, too", async () => {
		await write(
			[row(2, ["c1", "A"]), row(3, ["c2", "=B"])],
			[
				outcome("c1", 2, { kind: "created", id: "--b-HXfjPkt_MVv7", differs: ["currency"] }),
				outcome("c2", 3, { kind: "created", id: "-RuRJbhDUA5xl2Kw", differs: ["currency"] }),
			],
		)
		expect(followUps().map(({ id, name }) => [id, name])).toEqual([
			["--b-HXfjPkt_MVv7", "A"],
			["-RuRJbhDUA5xl2Kw", "'=B"],
		])
	})

	it("says so when the counts do not balance", async () => {
		const lost = await write(
			[row(2, ["c1", "A"])],
			[outcome("c1", 2, { kind: "created", id: "i" }), outcome("gone", 3, { kind: "created", id: "j" })],
		)
		expect(lost).toMatchObject({
			balanced: false,
			imbalances: ["The journal has 2 customers, of which 1 were found in the file."],
		})
		const summary = await writeRunFiles({
			folder,
			rows: batches([row(2, ["c1", "A"])]),
			layout: layout(["number", "name"]),
			mapping,
			state: new RunState(),
			facts: runFacts(2),
		})
		expect(summary.balanced).toBe(false)
	})

	it("does not balance when two customers have one id", async () => {
		const rows = [row(2, ["A", ""]), row(3, ["B", ""])]
		const records = [outcome("A", 2, { kind: "created", id: "same" }), outcome("B", 3, { kind: "created", id: "same" })]
		const { balanced, imbalances } = await write(rows, records)
		expect([balanced, imbalances]).toEqual([false, [expect.stringContaining("1 customers have the id of another")]])
	})

	it("leaves the files of before when it cannot finish", async () => {
		await write([row(2, ["c1", "A"])], [outcome("c1", 2, { kind: "created", id: "i" })])
		const before = text("results.csv")
		async function* breaking(): AsyncGenerator<readonly CheckedRow[]> {
			yield [row(2, ["c1", "A"])]
			throw new Error("the file went away")
		}
		const input = { folder, layout: layout(["number", "name"]), mapping, state: new RunState(), facts: runFacts(1) }
		await expect(writeRunFiles({ ...input, rows: breaking() })).rejects.toThrow(ReportFailed)
		expect(text("results.csv")).toBe(before)
		expect(readdirSync(folder).sort()).toEqual(["errors.csv", "results.csv", "rows.jsonl", "summary.json"])
		writeFileSync(join(folder, "blocked"), "")
		await expect(writeRunFiles({ ...input, folder: join(folder, "blocked"), rows: batches([]) })).rejects.toThrow(
			ReportFailed,
		)
	})
})
