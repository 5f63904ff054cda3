import { isOwnEmail, type NamedEmail, type SlippedEmail } from "./slipped-emails.ts"

/** One address that counts on from another may be of somebody who had both. */
const fewest = 2

/**
 * Finds the rows whose e-mail addresses a spreadsheet filled downwards from a customer's own: each counts on from the one before it
 * (`anna@x.se`, `anna1@x.se`, `anna2@x.se`), the first spells its customer, and none of the others does.
 * @param rows in the order of the file
 */
export function filledEmails(rows: readonly NamedEmail[]): readonly SlippedEmail[] {
	const found: SlippedEmail[] = []
	for (let from = 0; from < rows.length; from++) {
		let to = from
		while (countsOn(rows[to]?.email, rows[to + 1]?.email)) to++
		const [first, ...filled] = rows.slice(from, to + 1)
		from = to
		if (first === undefined || filled.length < fewest || !isOwnEmail(first) || filled.some(isOwnEmail)) continue
		found.push(...filled.map(({ position, row }) => ({ position, row, of: first.row })))
	}
	return found
}

const counted = /^(.*?\D)(\d{0,6})@(.+)$/

function countsOn(one = "", other = ""): boolean {
	// A look that tells of nearly all.
	if (other.length - one.length > 1 || other.length < one.length || one[0] !== other[0]) return false
	const [, stem, count = "", domain] = counted.exec(one) ?? []
	const [, nextStem, next = "", nextDomain] = counted.exec(other) ?? []
	if (stem === undefined || stem !== nextStem || domain !== nextDomain || next === "") return false
	return Number(next) === Number(count) + 1 || (count === "" && next === "2")
}
