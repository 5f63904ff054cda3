import type { Finding, FindingsByPosition } from "../../customer/finding.ts"
import type { Bits } from "./bits.ts"
import { findExchangedNames } from "./exchanged-names.ts"
import type { WholeEvidence } from "./file-evidence.ts"
import { findMendedEmails } from "./mended-emails.ts"
import { findOwners } from "./owners.ts"
import type { Reading } from "./reading.ts"
import type { RowIndex } from "./row-index.ts"
import { findSlid } from "./slid.ts"
import { findSlippedEmails } from "./slipped-emails.ts"
import { tellOnce } from "./told-once.ts"

/**
 * What is said of rows since they have what belongs to other rows or columns, by their positions: cards, e-mail addresses and names. Rejects with
 * `UnreadableFile` or the signal's reason.
 * @param differing positions of the rows that speak of another card than their tokens do
 * @param told what is said of columns that are left out
 */
export async function findAcrossRows(
	index: RowIndex,
	reading: Reading,
	differing: Bits,
	{ told }: Pick<WholeEvidence, "told">,
	signal?: AbortSignal,
): Promise<FindingsByPosition> {
	const all = new Map<number, readonly Finding[]>(await findOwners(index, reading, signal))
	for (const more of [
		await findSlid(index, reading, differing, signal),
		await findSlippedEmails(index, reading, signal),
		await findExchangedNames(index, reading, signal),
		await findMendedEmails(index, reading, signal),
		await tellOnce(index, reading, told, signal),
	])
		for (const [position, found] of more) {
			const before = all.get(position) ?? []
			all.set(position, [...before, ...found.filter(({ code }) => !before.some((one) => one.code === code))])
		}
	return all
}
