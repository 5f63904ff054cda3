import type { RunFacts } from "../../src/report/summary.ts"

/** What is to be told of a run, of a file of so many rows. */
export function runFacts(rows: number): RunFacts {
	return {
		tool: "test",
		run: "r1",
		source: { name: "customers.csv", size: 1, sha256: "00" },
		environment: { url: "http://127.0.0.1", merchant: "m", kind: "unknown", key: "private" },
		settings: { rate: 20 },
		rows,
		started: "2026-01-01T00:00:00.000Z",
		ended: "2026-01-01T00:00:00.000Z",
		throughput: { requests: 0, seconds: 0, perSecond: 0 },
		warnings: [],
	}
}
