import { describe, expect, it } from "vitest"
import { reportPage } from "../../electron/report-page.ts"
import { noCounts } from "../../src/contract/progress.ts"
import type { RunReference } from "../../src/ipc.ts"
import type { Summary } from "../../src/report/summary.ts"

const summary: Summary = {
	version: 2,
	tool: "intergiro-customer-import 1.2.3",
	run: "20260101-abc",
	source: { name: "kunder <höst>.csv", size: 1_234_567, sha256: "ab".repeat(32) },
	environment: {
		url: "https://merchant.intergiro.com",
		merchant: "m",
		merchantName: "Acme",
		kind: "live",
		key: "private",
	},
	settings: { rate: 20, concurrency: 10, settle: 120_000, preflight: true, resendUnknown: false },
	rows: 12_345,
	outcomes: { ...noCounts(), created: 12_000, rejected: 345 },
	found: 0,
	asked: 0,
	pending: 0,
	customers: 12_000,
	earlier: {},
	checked: { yes: 0, missing: 0, twice: 0 },
	cameBack: { differing: 0, withoutCard: 0, cardNotStored: 0 },
	added: { added: 0, refused: 0, inDoubt: 0, otherPerson: 0 },
	followUps: 0,
	reasons: {},
	balanced: true,
	imbalances: [],
	complete: true,
	started: "2026-01-01T10:00:00.000Z",
	ended: "2026-01-01T10:10:00.000Z",
	throughput: { requests: 12_345, seconds: 617.3, perSecond: 19.99 },
	warnings: [],
	files: ["results.csv", "errors.csv"],
}
const run = { environment: { name: "Production", kind: "live" }, looked: false } as RunReference

/** Name → value of every line of every table. */
function lines(page: string): Map<string, string> {
	const text = (html = "") =>
		html
			.replaceAll(/<small>.*?<\/small>/g, "")
			.replaceAll(/<[^>]*>/g, "")
			.replaceAll("\u00a0", " ")
	const rows = page.matchAll(/<tr[^>]*><td>(.*?)<\/td><td[^>]*>(.*?)<\/td><\/tr>/g)
	return new Map([...rows].map(([, name, value]) => [text(name), text(value)]))
}

describe("the printed report", () => {
	it("has balance, file, settings, times, program, and lines to sign", () => {
		const page = reportPage(summary, run, "en-GB")
		expect(Object.fromEntries(lines(page))).toMatchObject({
			Created: "12,000",
			Declined: "345",
			"Rows in the file": "12,345",
			"SHA-256 of the file": "ab".repeat(32),
			Environment: "Production (live)",
			Merchant: "Acme",
			"Requests per second": "20",
			"Concurrent requests": "10",
			"Settle time": "120 s",
			Program: "intergiro-customer-import 1.2.3",
			"Compared with Intergiro": "Not yet",
		})
		expect(lines(page).get("Begun")).toMatch(/1 January 2026/)
		expect(page).toContain("Every row of the file is accounted for.")
		expect(page.match(/Prepared by|Approved by/g)).toHaveLength(2)
	})

	it("writes numbers and dates as the person's locale does", () => {
		const german = lines(reportPage(summary, run, "de-DE"))
		expect(german.get("Created")).toBe("12.000")
		expect(german.get("Begun")).toMatch(/1\. Januar 2026/)
		expect(lines(reportPage(summary, run, "sv-SE")).get("Created")).toBe("12 000")
	})

	it("says what was verified, and what differs", () => {
		const verified = { at: "2026-01-02T09:00:00.000Z", lines: 12_000, same: 11_998 }
		const page = lines(reportPage(summary, { ...run, verified }, "en-GB"))
		expect(page.get("Compared with Intergiro")).toMatch(/2 January 2026/)
		expect(page.get("Different")).toBe("2")
	})

	it("does not take a file's name for HTML, and does not hide that rows do not add up", () => {
		const page = reportPage({ ...summary, balanced: false }, run, "en-GB")
		expect(page).not.toContain("<höst>")
		expect(page).toContain("do not add up")
	})
})
