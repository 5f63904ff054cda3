import { describe, expect, it } from "vitest"
import { noCards } from "../../src/contract/card-fate.ts"
import type { FollowUpReason } from "../../src/contract/follow-up.ts"
import { noCounts } from "../../src/contract/progress.ts"
import { type Report, reportPage } from "../../src/report/report-page.ts"
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
	rehearsal: false,
	settings: { rate: 20, concurrency: 10, settle: 120_000, preflight: true, resendUnknown: false },
	rows: 12_345,
	outcomes: { ...noCounts(), created: 12_000, rejected: 345 },
	found: 0,
	asked: 0,
	pending: 0,
	pendingCustomers: 0,
	pendingRows: "",
	customers: 12_000,
	earlier: {},
	checked: {
		yes: 0,
		missing: 0,
		removed: 0,
		"other-number": 0,
		twice: 0,
		"card-missing": 0,
		"card-twice": 0,
		"card-unknown": 0,
	},
	accepted: 0,
	cameBack: { differing: 0, withoutCard: 0, cardNotStored: 0, cardTwice: 0 },
	tokens: noCards(),
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
const report: Report = {
	summary,
	environment: "Production (live)",
	sessions: { count: 3, settings: [], resent: 0, requests: 12_400, seconds: 617.3 },
	mended: { cells: 0, rows: "" },
	leftOut: [],
	followUps: [],
	left: [],
}

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
		const page = reportPage(report, "en-GB")
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
			"Listed at the end of the import": "Nobody looked",
			Sessions: "3",
			"Creations and cards sent in all of them": "12,400 in 617.3 s, 20.1 a second",
		})
		expect(lines(page).get("Begun")).toMatch(/1 January 2026/)
		expect(page).toContain("Every row of the file is accounted for.")
		expect(page.match(/Prepared by|Approved by/g)).toHaveLength(2)
	})

	it("says of all sessions how they were set, and what was sent again", () => {
		const { settings } = summary
		const settled = [
			{ ...settings, first: 3 },
			settings,
			{ ...settings, rate: 6, resendUnknown: true },
			{ ...settings, rate: 6 },
		]
		const page = lines(
			reportPage({ ...report, sessions: { ...report.sessions, settings: settled, resent: 8 } }, "en-GB"),
		)
		expect(page.get("Requests per second")).toBe("20, then 6")
		expect(page.get("Concurrent requests")).toBe("10")
		expect(page.get("Rows in doubt sent again")).toBe("8, by a person's word or consent")
		expect(page.get("Tried with a few, before the others")).toBe("3 customers")
		expect(lines(reportPage(report, "en-GB")).get("Rows in doubt sent again")).toBe("No")
	})

	it("says what a person mended and left out, and why, and how many rows are others' customers", () => {
		const leftOut = [
			{ why: "by hand", count: 1, rows: "112" },
			{ why: "as was answered of rows like them", count: 3, rows: "110-111,113" },
		]
		const told = { ...report, mended: { cells: 10, rows: "5,9-12" }, leftOut }
		const page = reportPage({ ...told, summary: { ...summary, customers: 11_999 } }, "en-GB")
		expect(lines(page).get("Mended cells")).toBe("10, in rows 5, 9-12")
		expect(lines(page).get("Rows left out: by hand")).toBe("1, in rows 112")
		expect(lines(page).get("Rows left out: as was answered of rows like them")).toBe("3, in rows 110-111, 113")
		expect(page).toContain("1 row is part of another row's customer: 11,999 customers in all")
		const none = lines(reportPage({ ...report, mended: undefined }, "en-GB"))
		expect(none.get("Mended cells")).toMatch(/^Not known/)
		expect(none.get("Rows left out")).toBe("None")
	})

	it("signs on a page that has something to sign", () => {
		expect(reportPage(report, "en-GB")).toMatch(/<div class="together"><h2>Settings.*Approved by/s)
	})

	it("writes numbers and dates as the person's locale does", () => {
		const german = lines(reportPage(report, "de-DE"))
		expect(german.get("Created")).toBe("12.000")
		expect(german.get("Begun")).toMatch(/1\. Januar 2026/)
		expect(lines(reportPage(report, "sv-SE")).get("Created")).toBe("12 000")
	})

	it("says what was verified, and what differs", () => {
		const verified = {
			at: "2026-01-02T09:00:00.000Z",
			lines: 12_000,
			same: 11_998,
			leftOut: 0,
			inDoubt: 2,
			notCreated: 0,
		}
		const page = lines(reportPage({ ...report, verified }, "en-GB"))
		expect(page.get("Compared with Intergiro")).toMatch(/2 January 2026/)
		expect(page.get("Different")).toBe("2")
		expect(page.get("In doubt, and so in no line")).toBe("2")
	})

	it("does not take a file's name for HTML, and does not hide that rows do not add up", () => {
		const page = reportPage({ ...report, summary: { ...summary, balanced: false } }, "en-GB")
		expect(page).not.toContain("<höst>")
		expect(page).toContain("do not add up")
	})

	it("says of a customer what is not said of all", () => {
		const line = (row: number, message: string, todo = "Ask.") => ({
			...{
				reasons: ["rejected" as const],
				number: `N${row}`,
				rows: [row],
				name: "A",
				email: "",
				phone: "",
				language: "",
			},
			...{ message, todo },
		})
		const followUps = [
			line(2, "Lost."),
			line(3, "Lost."),
			line(4, "Lost. And its card expired.", "Ask. Get another card."),
			line(5, "Other."),
		]
		const page = reportPage({ ...report, summary: { ...summary, reasons: { rejected: 4 } }, followUps }, "en-GB")
		expect(page).toContain("<p>Ask.</p>")
		const told = [...page.matchAll(/<td class="about">(.*?)<\/td>/g)].map(([, about]) => about)
		expect(told).toEqual(["Lost.", "Lost.", "Lost. And its card expired. Get another card.", "Other."])
	})

	it("lists the customers behind every number that needs a person, and says where there are more", () => {
		const line = (row: number, reason: FollowUpReason) => ({
			...{ reasons: [reason], number: `N${row}`, rows: [row, row + 1], name: `<Åsa> ${row}`, email: `a${row}@b.se` },
			...{ phone: "+46 70", language: "sv", message: "Declined.", todo: "Ask.", id: `id-${row}` },
		})
		const page = reportPage(
			{
				...report,
				summary: {
					...summary,
					outcomes: { ...summary.outcomes, invalid: 5 },
					reasons: { rejected: 1_200, conflict: 1 },
				},
				followUps: [...Array.from({ length: 1_000 }, (_, row) => line(row, "rejected")), line(2_000, "conflict")],
				left: [{ row: 7, number: "N7", message: "email: <No address>" }],
			},
			"en-GB",
		)
		expect(page.indexOf("Conflict: 1<")).toBeLessThan(page.indexOf("Declined: 1,200"))
		expect(page).toContain("And 200 more, in follow-up.csv.")
		expect(page).toContain("And 4 more, in errors.csv.")
		for (const told of ["N999", "a999@b.se", "999, 1000", "id-2000", "&#60;Åsa&#62; 5", "&#60;No address"])
			expect(page).toContain(told)
		expect(page).not.toContain("<Åsa>")
		// What is the same for most of them is said once.
		expect(page.match(/Declined\. Ask\./g)).toHaveLength(2)
	})
})

it("calls a rehearsal one, and says of nobody that they are at Intergiro", () => {
	const rehearsal = { ...summary, environment: { ...summary.environment, kind: "sandbox" } } as const
	const page = reportPage({ ...report, summary: rehearsal }, "en")
	expect(page).toContain("<b>Rehearsal: nothing was sent to Intergiro.</b>")
	expect(page).not.toMatch(/at Intergiro/)
	expect(reportPage(report, "en")).not.toContain("Rehearsal")
})
