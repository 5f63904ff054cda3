import { usesOf } from "../src/customer/columns/mapping.ts"
import { fields } from "../src/customer/fields.ts"
import type { RunReader } from "./rows-of-run.ts"

/** Letters from which on a name is looked for: what is shorter is in half of all names. */
const shortest = 3
/** Rows that are counted; more tell nobody apart. */
const most = 1_000

/**
 * The rows of a file in which every word of a text stands in a name, an e-mail address or a phone number that it sends.
 * Rejects as reading a file does, and with the signal's reason.
 */
export async function rowsOfPerson(
	open: () => Promise<RunReader | undefined>,
	text: string,
	signal: AbortSignal,
): Promise<ReadonlySet<number>> {
	const rows = new Set<number>()
	const words = plain(text).split(/\s+/)
	if (text.length < shortest) return rows
	const reader = await open()
	if (reader === undefined) return rows
	const { layout, mapping } = reader.reading
	const isContact = layout.columns.map((column) =>
		(usesOf(mapping, column) ?? []).some((field) => fields[field].group === "contact"),
	)
	for await (const { row, cells } of reader.cells()) {
		signal.throwIfAborted()
		const own = plain(cells.filter((_, index) => isContact[index]).join("\n"))
		if (words.every((word) => own.includes(word))) rows.add(row)
		if (rows.size === most) break
	}
	return rows
}

function plain(text: string): string {
	return text.normalize("NFC").toLowerCase()
}
