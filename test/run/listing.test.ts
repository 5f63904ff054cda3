import { expect, test } from "vitest"
import type { Api, Clock, Listed, Page } from "../../src/contract/ports.ts"
import type { RunEvent } from "../../src/contract/progress.ts"
import { listAll } from "../../src/run/listing.ts"
import { Pacer } from "../../src/run/pacer.ts"
import { Stopper } from "../../src/run/stopper.ts"

/** A clock on which sleeping takes no time but its own. */
class QuickClock implements Clock {
	time = 0
	now = () => this.time
	wall = () => this.time
	random = () => 0
	async sleep(milliseconds: number) {
		this.time += milliseconds
	}
}

function page(customers: readonly Listed[], continuation?: string, unnumbered = 0): Page {
	return { kind: "page", customers, unnumbered, ...(continuation === undefined ? {} : { continuation }) }
}

const first = page([{ id: "a", number: "1" }], "next")
const last = page([{ id: "b", number: "2" }])
const refused: Page = { kind: "forbidden", status: 403, message: "403" }
const cut: Page = { kind: "failed", code: "refused", message: "Nothing listens.", unreachable: true }

/** Lists from these answers, or those of a function, the last of which is given again and again. */
async function list(pages: readonly Page[] | ((index: number) => Page)) {
	const clock = new QuickClock()
	const events: RunEvent[] = []
	let asked = 0
	const api: Api = {
		listing: "maybe",
		create: () => Promise.reject(new Error("Nothing is to be created.")),
		addCard: () => Promise.reject(new Error("Nothing is to be added.")),
		read: () => Promise.reject(new Error("Nobody is to be read.")),
		async list() {
			const index = asked++
			return typeof pages === "function" ? pages(index) : (pages[Math.min(index, pages.length - 1)] as Page)
		},
	}
	const observe = (event: RunEvent) => void events.push(event)
	const listing = await listAll({ api, clock, pacer: new Pacer(clock, 0), signal: new Stopper(), observe })
	return { listing, events, asked, seconds: clock.time / 1_000 }
}

test("a key that is refused the first page may not list", async () => {
	expect((await list([refused])).listing).toEqual(refused)
})

test("a later page that is refused is asked for again", async () => {
	expect((await list([first, refused, refused, last])).listing).toMatchObject({ kind: "listed", count: 2 })
})

test("a later page that stays refused makes the listing fail, and never a key that may not list", async () => {
	expect((await list([first, refused])).listing).toMatchObject({ kind: "failed" })
})

test("customers without a number are counted", async () => {
	const { listing } = await list([page([{ id: "a", number: "1" }], "next", 2), page([], undefined, 1)])
	expect(listing).toMatchObject({ kind: "listed", count: 1, unnumbered: 3 })
})

test.each<[string, readonly Page[] | ((index: number) => Page), RegExp]>([
	[
		"without one single number",
		[page([], "next", 3), page([], undefined, 4)],
		/not one of them with a customer number/,
	],
	["that says the same page again", [first, page([{ id: "b", number: "2" }], "next")], /no end/],
	["whose next page is one that was seen", (index) => page([{ id: "a", number: "1" }], `c${index}`), /no end/],
	["of empty pages", (index) => page([], `c${index}`), /no end/],
	[
		"with one customer on each of its pages",
		(index) => page([{ id: `i${index}`, number: `${index}` }], `c${index}`),
		/no end/,
	],
	["that cannot be understood", [first, { kind: "unusable", message: "It is odd." }], /odd/],
])("a listing %s is none", async (_, pages, message) => {
	const { listing, asked } = await list(pages)
	expect(listing).toMatchObject({ kind: "failed", message: expect.stringMatching(message) })
	expect(asked).toBeLessThan(2_000)
})

test("a merchant with many customers, and some empty pages, is listed to the end", async () => {
	const { listing } = await list((index) =>
		page(
			index % 2 ? [] : Array.from({ length: 50 }, (_, at) => ({ id: `i${index}-${at}`, number: `${index}-${at}` })),
			index < 3_000 ? `c${index}` : undefined,
		),
	)
	expect(listing).toMatchObject({ kind: "listed", count: 1_501 * 50 })
})

test("a long wait is told, and sat out", async () => {
	const { listing, events, seconds } = await list([
		{ kind: "throttled", status: 429, wait: 600_000, message: "429" },
		last,
	])
	expect(listing).toMatchObject({ kind: "listed" })
	expect(events).toEqual([{ type: "throttled", status: 429, milliseconds: 600_000, rate: 0 }])
	expect(seconds).toBe(600)
})

test("a wait that nobody sits out ends it", async () => {
	const { listing, seconds } = await list([{ kind: "throttled", status: 429, wait: 1e13, message: "429" }])
	expect(listing).toEqual({ kind: "failed", isGeneral: true, message: "Intergiro says to wait longer than a day." })
	expect(seconds).toBe(0)
})

test("what never answered is tried three times in ten seconds", async () => {
	const { listing, asked, seconds } = await list([cut])
	expect(listing).toEqual({
		kind: "failed",
		isGeneral: true,
		message: expect.stringMatching(/Nothing listens.*whether the URL is right/),
	})
	expect([asked, seconds]).toEqual([3, 10])
})

test("what has answered is waited for, and told once", async () => {
	const { listing, events, seconds } = await list((index) => (index === 0 ? first : index < 60 ? cut : last))
	expect(listing).toMatchObject({ kind: "listed", count: 2 })
	expect(events.map(({ type }) => type)).toEqual(["unreachable", "reachable"])
	expect(seconds).toBeGreaterThan(200)
})

test("and given up on after fifteen minutes", async () => {
	const { listing, seconds } = await list([first, cut])
	expect(listing).toMatchObject({ kind: "failed", message: expect.stringContaining("15 minutes") })
	expect(seconds).toBe(900)
})
