import { hash53 } from "../../contract/hash.ts"
import { nameWords } from "../../customer/cards/same-name.ts"
import { indicesOf } from "../../customer/columns/mapping.ts"
import { EmailRows, SpeltRows } from "../../customer/email-rows.ts"
import { emailsApart, mayBeApart } from "../../customer/emails-apart.ts"
import { filledEmails } from "../../customer/filled-emails.ts"
import type { Finding } from "../../customer/finding.ts"
import { finding, unlessKept } from "../../customer/finding-codes.ts"
import { lettersOf, type NamedEmail } from "../../customer/named-email.ts"
import { slippedEmails } from "../../customer/slipped-emails.ts"
import type { Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"
import { type PlacedRow, rowsBetween } from "./rows-between.ts"
import { samplesOf } from "./samples.ts"

/**
 * The rows whose e-mail addresses are those of the rows beside them, or of others, by their positions. Of a large file all rows are read again only
 * where samples have such: what slipped does so for many rows. Rejects with `UnreadableFile` or the signal's reason.
 */
export async function findSlippedEmails(
	index: RowIndex,
	reading: Reading,
	signal?: AbortSignal,
): Promise<ReadonlyMap<number, readonly Finding[]>> {
	const reader = emailReader(reading)
	if (reader === undefined) return new Map()
	const { read, namesOf } = reader
	const between = (from: number, to: number) => rowsBetween(index, reading, signal, from, to)
	const { rows } = index
	const samples = samplesOf(rows)
	const isAnySlipped = async () => {
		const looked: NamedEmail[] = []
		for (const [from, to] of samples) {
			const some: NamedEmail[] = []
			for await (const placed of between(from, to)) for (const row of placed) some.push(read(row))
			const sample = EmailRows.of(some, hash53)
			if (slippedEmails(sample).length > 0 || filledEmails(sample).length > 0) return true
			looked.push(...some)
		}
		const together = EmailRows.of(looked, hash53)
		const spelt = new SpeltRows(together)
		for (const { names } of looked) spelt.add(names)
		return emailsApart(together, spelt).length > 0
	}
	if (samples.length > 1 && !(await isAnySlipped())) return new Map()
	const kept = new Set(reading.edits?.kept)
	const all = new EmailRows(rows, hash53)
	for await (const placed of between(0, rows)) for (const row of placed) all.add(read(row))
	const found = new Map([...slippedEmails(all), ...filledEmails(all)].map((one) => [one.position, one]))
	if (mayBeApart(all)) {
		const spelt = new SpeltRows(all)
		for await (const placed of between(0, rows)) for (const row of placed) spelt.add(namesOf(row))
		for (const one of emailsApart(all, spelt)) if (!found.has(one.position)) found.set(one.position, one)
	}
	return new Map(
		[...found.values()].map(({ position, row, of, isBare }) => {
			const said = finding(isBare ? "email.slipped-away" : "email.slipped", row, {
				field: "email",
				...(of === undefined ? {} : { detail: `row ${of}` }),
			})
			return [position, [unlessKept(said, kept.has(row))]]
		}),
	)
}

/** Reads what tells whose the e-mail addresses are; nothing where the file has no names or no addresses. */
function emailReader(reading: Reading) {
	const { mapping, layout } = reading
	const of = (field: Parameters<typeof indicesOf>[2]) => indicesOf(mapping, layout.columns, field)
	const [emails, names, firsts, lasts] = [of("email"), of("name"), of("firstName"), of("lastName")]
	if (emails.length === 0 || names.length + lasts.length === 0) return undefined
	const textOf = (cells: PlacedRow["cells"], indices: readonly number[]) =>
		indices.map((index) => cells[index]?.trim() ?? "").join(" ")
	const namesOf = ({ cells }: PlacedRow) =>
		[textOf(cells, names), `${textOf(cells, firsts)} ${textOf(cells, lasts)}`]
			.map(nameWords)
			.filter((words) => words.length > 0)
	const read = (placed: PlacedRow): NamedEmail => {
		const { position, row, cells } = placed
		const email = textOf(cells, emails)
		return { position, row, names: namesOf(placed), email, letters: lettersOf(email) }
	}
	return { read, namesOf }
}
