import { expect, test } from "vitest"
import type { Api, Clock, Page } from "../../src/contract/ports.ts"
import { listAll } from "../../src/run/listing.ts"
import { Pacer } from "../../src/run/pacer.ts"
import { Stopper } from "../../src/run/stopper.ts"

const clock: Clock = { now: () => 0, wall: () => 0, random: () => 0, sleep: async () => {} }
const first: Page = { kind: "page", customers: [{ id: "a", number: "1" }], continuation: "next" }
const last: Page = { kind: "page", customers: [{ id: "b", number: "2" }] }
const refused: Page = { kind: "forbidden", message: "403" }

/** Lists from these answers, the last of which is given again and again. */
function list(...pages: Page[]) {
	const answers = [...pages]
	const api: Api = {
		listing: "maybe",
		create: () => Promise.reject(new Error("Nothing is to be created.")),
		list: async () => (answers.length > 1 ? answers.shift() : answers[0]) as Page,
	}
	return listAll({ api, clock, pacer: new Pacer(clock, 0), signal: new Stopper() })
}

test("a key that is refused the first page may not list", async () => {
	expect(await list(refused)).toEqual(refused)
})

test("a later page that is refused is asked for again", async () => {
	expect(await list(first, refused, refused, last)).toMatchObject({ kind: "listed", count: 2 })
})

test("a later page that stays refused makes the listing fail, and never a key that may not list", async () => {
	expect(await list(first, refused)).toMatchObject({ kind: "failed" })
})
