import { nameWords } from "../../customer/cards/same-name.ts"
import { indicesOf } from "../../customer/columns/mapping.ts"
import type { Finding } from "../../customer/finding.ts"
import { finding, unlessKept } from "../../customer/finding-codes.ts"
import { type NamedEmail, type SlippedEmail, slippedEmails } from "../../customer/slipped-emails.ts"
import { cellReader, type Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"

/** Of a file of more rows than this, samples of so many rows are looked at, from its first row to its last. */
const fewRows = 10_000
const samples = 5
const sampled = 1_000

/**
 * The rows whose e-mail addresses are those of the rows beside them, by their positions. Of a large file all rows are read again only
 * where samples have such: what slipped does so for many rows. Rejects with `UnreadableFile` or the signal's reason.
 */
export async function findSlippedEmails(
	index: RowIndex,
	reading: Reading,
	signal?: AbortSignal,
): Promise<ReadonlyMap<number, readonly Finding[]>> {
	const read = emailReader(reading)
	if (read === undefined) return new Map()
	const slippedAmong = async (from: number, to: number): Promise<readonly SlippedEmail[]> => {
		const rows: NamedEmail[] = []
		for await (const { block, position } of index.read(from, to)) {
			signal?.throwIfAborted()
			for (const row of read(block, position)) if (row.position >= from && row.position < to) rows.push(row)
		}
		return slippedEmails(rows)
	}
	const { rows } = index
	if (rows > fewRows && !(await isAnySlipped())) return new Map()
	const kept = new Set(reading.edits?.kept)
	const slipped = await slippedAmong(0, rows)
	return new Map(
		slipped.map(({ position, row, of }) => {
			const found = finding("email.slipped", row, {
				field: "email",
				...(of === undefined ? {} : { detail: `row ${of}` }),
			})
			return [position, [unlessKept(found, kept.has(row))]]
		}),
	)

	async function isAnySlipped(): Promise<boolean> {
		for (let sample = 0; sample < samples; sample++) {
			const from = Math.floor(((rows - sampled) * sample) / (samples - 1))
			if ((await slippedAmong(from, from + sampled)).length > 0) return true
		}
		return false
	}
}

/** Reads what tells whose the e-mail addresses are; nothing where the file has no names or no addresses. */
function emailReader(reading: Reading) {
	const { mapping, layout } = reading
	const of = (field: Parameters<typeof indicesOf>[2]) => indicesOf(mapping, layout.columns, field)
	const [emails, names, firsts, lasts] = [of("email"), of("name"), of("firstName"), of("lastName")]
	if (emails.length === 0 || names.length + lasts.length === 0) return undefined
	const skipped = new Set(reading.edits?.skipped)
	const read = cellReader(reading)
	return (block: Parameters<typeof read>[0], position: number): readonly NamedEmail[] =>
		read(block).flatMap(({ row, cells }, offset) => {
			if (skipped.has(row)) return []
			const textOf = (indices: readonly number[]) => indices.map((index) => cells[index]?.trim() ?? "").join(" ")
			const whole = [textOf(names), `${textOf(firsts)} ${textOf(lasts)}`]
				.map(nameWords)
				.filter((words) => words.length > 0)
			return [{ position: position + offset, row, names: whole, email: textOf(emails) }]
		})
}
