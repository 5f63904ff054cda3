import type { CheckedFile } from "../src/app/check/checked-file.ts"
import type { KnownSearch } from "../src/app/known-before.ts"
import { isMapped } from "../src/contract/outcome.ts"
import { isLeftOut } from "../src/contract/row-counts.ts"
import type { Plan } from "../src/ipc/run.ts"
import { invalid } from "../src/report/row-outcomes.ts"
import { sentenceOf } from "./sentence-of.ts"

/**
 * The rows that the check does not let through, each counted once, by how a run would end them. Rejects with the signal's reason, or when the
 * file cannot be read any more.
 * @param known of the merchant; nothing where nothing is
 */
export async function unsentOf(
	checked: CheckedFile,
	known: KnownSearch | undefined,
	signal: AbortSignal,
): Promise<Plan["unsent"]> {
	const unsent = { leftOut: 0, exists: 0, doubts: 0 }
	const reasons = new Map<string, { code: string; message: string; rows: number }>()
	for await (const rows of checked.rowsAt(checked.rowsWith("error"))) {
		signal.throwIfAborted()
		for (const row of rows) {
			const outcome = known?.ending(row) ?? invalid(row.findings)
			const error = row.findings.find(({ code, severity }) => severity === "error" && !isLeftOut(code))
			if (isMapped(outcome)) unsent.exists++
			else if (outcome.kind === "left-out" || error === undefined) unsent.leftOut++
			else if (outcome.kind === "unknown" || outcome.kind === "conflict") unsent.doubts++
			else {
				const { code, message } = error
				const reason = reasons.get(code) ?? { code, message: sentenceOf(code, message), rows: 0 }
				reasons.set(code, reason)
				reason.rows++
			}
		}
	}
	return {
		...unsent,
		reasons: [...reasons.values()].sort((a, b) => gravity(a.code) - gravity(b.code) || b.rows - a.rows),
	}
}

/** The worst first, however few rows have it: whole card numbers, then cards and whose they are, then all that only keeps a row back. */
const worst = [/^card-number\./, /^(card|token)\./, /^number\./]

function gravity(code: string): number {
	const at = worst.findIndex((kind) => kind.test(code))
	return at < 0 ? worst.length : at
}
