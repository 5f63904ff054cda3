import type { EmailRows, SlippedEmail } from "./email-rows.ts"

/** One address that counts on from another may be of somebody who had both. */
const fewest = 2

/**
 * Finds the rows whose e-mail addresses a spreadsheet filled downwards from a customer's own: each counts on from the one before it
 * (`anna@x.se`, `anna1@x.se`, `anna2@x.se`), the first spells its customer, and none of the others does.
 */
export function filledEmails(rows: EmailRows): readonly SlippedEmail[] {
	const found: SlippedEmail[] = []
	for (let first = 0; first < rows.length; first++) {
		let last = first
		let isAnyOwn = false
		while (rows.isCountedOn(last)) isAnyOwn = rows.isOwn(++last) || isAnyOwn
		if (last - first >= fewest && rows.isOwn(first) && !isAnyOwn)
			for (let at = first + 1; at <= last; at++) found.push(rows.slipped(at, first))
		first = last
	}
	return found
}
