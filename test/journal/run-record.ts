import type { JournalRecord } from "../../src/contract/record.ts"

/** The first record of the journal of a run that belongs to merchant `m`. */
export function runRecord(run: string, at: string, version: 1 | 2 = 2): Extract<JournalRecord, { type: "run" }> {
	return {
		type: "run",
		version,
		run,
		at,
		source: { name: "customers.csv", size: 1, sha256: "0" },
		environment: { url: "https://merchant.example", merchant: "m", kind: "test", key: "public" },
		reading: {},
		tool: "test",
	}
}
