import type { Finding } from "../../customer/finding.ts"
import { findOwners, type OwnerFindings } from "./owners.ts"
import type { Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"
import { findSlippedEmails } from "./slipped-emails.ts"

/**
 * What is said of rows since they have what belongs to other rows, by their positions: cards and e-mail addresses. Rejects with
 * `UnreadableFile` or the signal's reason.
 */
export async function findAcrossRows(index: RowIndex, reading: Reading, signal?: AbortSignal): Promise<OwnerFindings> {
	const owners = await findOwners(index, reading, signal)
	const emails = await findSlippedEmails(index, reading, signal)
	const all = new Map<number, readonly Finding[]>(owners)
	for (const [position, found] of emails) all.set(position, [...(all.get(position) ?? []), ...found])
	return all
}
