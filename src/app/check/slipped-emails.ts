import { nameWords } from "../../customer/cards/same-name.ts"
import { indicesOf } from "../../customer/columns/mapping.ts"
import { emailsApart } from "../../customer/emails-apart.ts"
import { filledEmails } from "../../customer/filled-emails.ts"
import type { Finding } from "../../customer/finding.ts"
import { finding, unlessKept } from "../../customer/finding-codes.ts"
import { lettersOf, type NamedEmail, slippedEmails } from "../../customer/slipped-emails.ts"
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
	const emailOf = emailReader(reading)
	if (emailOf === undefined) return new Map()
	const between = async (from: number, to: number): Promise<readonly NamedEmail[]> => {
		const rows: NamedEmail[] = []
		for await (const row of rowsBetween(index, reading, signal, from, to)) rows.push(emailOf(row))
		return rows
	}
	const { rows } = index
	const samples = samplesOf(rows)
	if (samples.length > 1 && !(await isAnySlipped())) return new Map()
	const kept = new Set(reading.edits?.kept)
	const all = await between(0, rows)
	const slipped = [...slippedEmails(all), ...filledEmails(all)]
	const found = new Map(slipped.map((one) => [one.position, one]))
	for (const one of emailsApart(all)) if (!found.has(one.position)) found.set(one.position, one)
	const bare = new Set(all.flatMap(({ position, email }) => (email === "" && found.has(position) ? [position] : [])))
	return new Map(
		[...found.values()].map(({ position, row, of }) => {
			const said = finding(bare.has(position) ? "email.slipped-away" : "email.slipped", row, {
				field: "email",
				...(of === undefined ? {} : { detail: `row ${of}` }),
			})
			return [position, [unlessKept(said, kept.has(row))]]
		}),
	)

	async function isAnySlipped(): Promise<boolean> {
		const looked: NamedEmail[] = []
		for (const [from, to] of samples) {
			const some = await between(from, to)
			if (slippedEmails(some).length > 0 || filledEmails(some).length > 0) return true
			looked.push(...some)
		}
		return emailsApart(looked).length > 0
	}
}

/** Reads what tells whose the e-mail addresses are; nothing where the file has no names or no addresses. */
function emailReader(reading: Reading) {
	const { mapping, layout } = reading
	const of = (field: Parameters<typeof indicesOf>[2]) => indicesOf(mapping, layout.columns, field)
	const [emails, names, firsts, lasts] = [of("email"), of("name"), of("firstName"), of("lastName")]
	if (emails.length === 0 || names.length + lasts.length === 0) return undefined
	return ({ position, row, cells }: PlacedRow): NamedEmail => {
		const textOf = (indices: readonly number[]) => indices.map((index) => cells[index]?.trim() ?? "").join(" ")
		const whole = [textOf(names), `${textOf(firsts)} ${textOf(lasts)}`]
			.map(nameWords)
			.filter((words) => words.length > 0)
		const email = textOf(emails)
		return { position, row, names: whole, email, letters: lettersOf(email) }
	}
}
