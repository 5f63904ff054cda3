import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { ResultRows } from "../../electron/result-rows.ts"
import { openJournal } from "../../src/journal/journal.ts"
import { followUpOf } from "../../src/report/follow-up.ts"
import type { FollowUpLine } from "../../src/report/follow-up-file.ts"
import type { RowRecord } from "../../src/report/rows-file.ts"

const environment = { name: "Acme", kind: "test" } as const
let folder: string
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "result-rows-"))
})
afterEach(() => rm(folder, { recursive: true }))

const all = { run: "run", search: "", offset: 0, count: 500 }

function followUp(row: number, reasons: FollowUpLine["reasons"], more: Partial<FollowUpLine> = {}): FollowUpLine {
	const contact = { name: `Åsa ${row}`, email: "a@b.se", phone: "", language: "sv" }
	return { reasons, number: `N${row}`, rows: [row], ...contact, message: "Why.", todo: "Do it.", ...more }
}

/** Every third row was declined, every seventh is in doubt, and every eleventh was not come to. */
function recordOf(row: number): RowRecord {
	const number = `N${row}`
	if (row % 11 === 0) return { row, number }
	if (row % 7 === 0)
		return {
			row,
			number,
			outcome: { kind: "unknown", code: "lost", message: "It was sent; nothing came back." },
			followUp: followUp(row, ["in-doubt", "card-expiring"]),
		}
	if (row % 3 > 0) return { row, number, outcome: { kind: "created", id: `ID${row}` } }
	const outcome = { kind: "rejected", code: "declined", message: "Card declined." } as const
	return { row, number: `=N${row}`, outcome, followUp: followUp(row, ["rejected"]) }
}

async function writeRecords(records: readonly RowRecord[]) {
	await writeFile(join(folder, "rows.jsonl"), records.map((record) => `${JSON.stringify(record)}\n`).join(""))
}

const rowsTo = (count: number) => Array.from({ length: count }, (_, index) => index + 2)
const writeRows = (count: number) => writeRecords(rowsTo(count).map(recordOf))

it("has every row once, in the order of the file, whatever page is asked for", async () => {
	await writeRows(20_000)
	const rows = await ResultRows.open({ folder, environment })
	const reached = rowsTo(20_000).filter((row) => row % 11 > 0)
	const seen: number[] = []
	for (let offset = 0; offset < reached.length; offset += 500) {
		const page = await rows.page({ ...all, offset })
		expect(page.total).toBe(reached.length)
		seen.push(...page.rows.map(({ row }) => row))
	}
	expect(seen).toEqual(reached)
	expect((await rows.page({ ...all, offset: reached.length - 1 })).rows.map(({ number }) => number)).toEqual([
		"=N20001",
	])
})

it("finds rows by outcome and by text, with what there is to say of them", async () => {
	await writeRows(3_000)
	const rows = await ResultRows.open({ folder, environment })
	const declined = await rows.page({ ...all, outcome: "rejected" })
	expect(declined.total).toBe(rowsTo(3_000).filter((row) => row % 3 === 0 && row % 7 > 0 && row % 11 > 0).length)
	expect(declined.rows[0]).toMatchObject({ row: 3, number: "=N3", outcome: "rejected", id: "" })
	expect(declined.rows[0]?.message).toMatch(/^Card declined\./)
	expect(await rows.page({ ...all, search: "id2999" })).toEqual({
		total: 1,
		rows: [{ row: 2_999, number: "N2999", outcome: "created", id: "ID2999", message: "" }],
	})
	const doubted = rowsTo(3_000).filter((row) => row % 7 === 0 && row % 11 > 0)
	expect((await rows.page({ ...all, outcome: "unknown", search: "nothing CAME" })).total).toBe(doubted.length)
	expect((await rows.page({ ...all, outcome: "created", search: "declined" })).total).toBe(0)
})

it("has those who need somebody, by the most urgent reason, and finds them by name", async () => {
	const link = "https://acs.example/1"
	await writeRecords([
		recordOf(2),
		{ ...recordOf(3), followUp: followUp(3, ["verification-required"], { link, phone: "+46 70" }) },
		{ ...recordOf(4), followUp: followUp(4, ["card-missing", "card-expiring"], { link: "http://acs.example/2" }) },
		{ row: 5, number: "N5", followUp: followUp(5, ["card-expiring"]) },
	])
	const rows = await ResultRows.open({ folder, environment })
	const everybody = await rows.followUps(all)
	expect(everybody.rows.map(({ row, reasons, url }) => [row, reasons[0], url])).toEqual([
		[3, "verification-required", link],
		[4, "card-missing", undefined],
		[5, "card-expiring", undefined],
	])
	expect((await rows.followUps({ ...all, reason: "card-expiring" })).rows.map(({ row }) => row)).toEqual([5])
	expect((await rows.followUps({ ...all, search: "åsa 4" })).rows.map(({ row }) => row)).toEqual([4])
	expect((await rows.page(all)).total).toBe(3)
})

it("gives the page where a cardholder verifies a card, where it is https", async () => {
	const needed = { kind: "verification-required", message: "3-D Secure." } as const
	await writeRecords(
		["https://acs.example/1", "http://acs.example/2"].map((url, index) => ({
			row: index + 2,
			number: `N${index}`,
			outcome: { ...needed, url },
		})),
	)
	const { rows } = await (await ResultRows.open({ folder, environment })).page(all)
	expect(rows.map(({ url }) => url)).toEqual(["https://acs.example/1", undefined])
})

it("notices that the rows are others now", async () => {
	await writeRows(100)
	const rows = await ResultRows.open({ folder, environment })
	await writeRows(200)
	await expect(rows.page(all)).rejects.toMatchObject({ name: "RecordsChanged" })
})

it("shows what the journal has of a run of before there were such records", async () => {
	const journal = await openJournal(folder)
	for await (const _ of journal.records);
	const at = "2026-01-01T00:00:00.000Z"
	await journal.append({ type: "outcome", at, number: "c2", row: 3, outcome: { kind: "created", id: "i2" } })
	await journal.append({ type: "outcome", at, number: "c1", row: 2, outcome: { kind: "created", id: "i1" } })
	await journal.close()
	const { rows } = await (await ResultRows.open({ folder, environment })).page(all)
	expect(rows.map(({ number, id }) => [number, id])).toEqual([
		["c1", "i1"],
		["c2", "i2"],
	])
})

it("offers to say which customer it is where that is open, and that it is absent only where it is in doubt", async () => {
	const outcomes: readonly (readonly [RowRecord["outcome"], ...FollowUpLine["reasons"]])[] = [
		[{ kind: "unknown", code: "lost", message: "" }, "in-doubt"],
		[{ kind: "conflict", ids: ["a", "b"], message: "" }, "conflict"],
		[{ kind: "created", id: "c" }, "twice"],
		[{ kind: "existing", id: "d" }, "missing"],
		[{ kind: "adopted", id: "e" }, "renumbered"],
		[{ kind: "renumbered", id: "f", given: "9" }, "renumbered"],
		[{ kind: "created", id: "g" }, "card-missing"],
		[{ kind: "rejected", code: "x", message: "" }, "rejected"],
	]
	await writeRecords(
		outcomes.map(([outcome, ...reasons], index) => ({
			row: index + 2,
			number: `N${index}`,
			...(outcome ? { outcome } : {}),
			followUp: followUp(index + 2, reasons),
		})),
	)
	const { rows } = await (await ResultRows.open({ folder, environment })).page(all)
	const [no, id] = [undefined, "id"]
	expect(rows.map(({ settle }) => settle)).toEqual(["id-or-absent", id, id, id, id, no, no, no])
})

it("says in the words of the window what the command line wrote", async () => {
	const outcome = { kind: "unknown", code: "timeout", message: "No answer came.", sought: "in-vain" } as const
	const facts = { number: "N2", rows: [], cards: [], sent: 0, checked: undefined }
	const told = followUpOf({ ...facts, outcome })
	await writeRecords([{ row: 2, number: "N2", outcome, followUp: followUp(2, ["in-doubt"], told) }])
	const rows = await ResultRows.open({ folder, environment })
	const [row] = (await rows.page(all)).rows
	const [line] = (await rows.followUps(all)).rows
	expect(row?.message).toMatch(/say so at its row in the result, and the next run sends it again\. It may exist/)
	expect(line?.todo).toMatch(
		/^Look again with the button of the result and a private key, or look at Intergiro and say /,
	)
	expect([row?.message, line?.message, line?.todo].join(" ")).not.toMatch(/--|settle|command|\[object/)
	const found = await rows.followUps({ ...all, search: "say so at its row" })
	expect(found.total).toBe(1)
})

it("calls nobody a stranger whom another import of the same file created, with other columns perhaps", async () => {
	const there = (row: number, run?: string): RowRecord => ({
		...{ row, number: `N${row}` },
		outcome: { kind: "existing", id: `ID${row}`, ...(run === undefined ? {} : { run }) },
		followUp: followUp(row, ["other-person"]),
	})
	await writeRecords([there(2, "of-file"), there(3, "elsewhere"), there(4)])
	const strangers = async (...ofFile: string[]) => {
		const rows = await ResultRows.open({ folder, environment }, { runs: new Set(ofFile), since: new Map() })
		const [all_, needs] = [await rows.page(all), await rows.followUps(all)]
		return [all_, needs].map(({ rows }) => rows.flatMap(({ row, stranger }) => (stranger ? [row] : [])))
	}
	expect(await strangers("of-file")).toEqual([
		[3, 4],
		[3, 4],
	])
	expect(await strangers()).toEqual([
		[2, 3, 4],
		[2, 3, 4],
	])
})
