import { expect, it } from "vitest"
import { missingCards } from "../../src/contract/missing-cards.ts"
import type { StoredCard } from "../../src/contract/outcome.ts"

const card = (last4?: string, month?: number): StoredCard => ({
	...(last4 === undefined ? {} : { last4 }),
	...(month === undefined ? {} : { expires: [month, 2030] }),
})
const [one, two, three] = [card("1111", 1), card("2222", 2), card("3333", 3)]
const places = (...parameters: Parameters<typeof missingCards>) => {
	const { places, isCertain } = missingCards(...parameters)
	return [[...places].sort(), isCertain]
}

it("names those of which there is none left that may be it", () => {
	expect(places([one, two, three], [three, one])).toEqual([[1], true])
	expect(places([one, two], [])).toEqual([[0, 1], true])
	expect(places([one, one], [one])).toEqual([[1], true])
	// What says nothing of itself may be the one that is there.
	expect(places([one, card()], [two])).toEqual([[0], true])
	expect(places([card("1111"), card(undefined, 2)], [two])).toEqual([[0], true])
})

it("says where nobody can tell which", () => {
	expect(places([card(), card()], [{ scheme: "visa" }])).toEqual([[1], false])
	expect(places([card(undefined, 1), card(undefined, 1)], [one])).toEqual([[1], false])
	// Neither is the one that is there: it is another one, and one is missing.
	expect(places([one, two], [three])).toEqual([[0], false])
})

it("finds none missing where there are as many, and none too many", () => {
	expect(places([one], [two])[0]).toEqual([])
	expect(places([one], [one, two])[0]).toEqual([])
	expect(places([one, two], [three, card("4444", 4), one], { count: 0, hasOthers: true })).toEqual([[1], true])
	expect(places([card(), card()], [three], { count: 1, hasOthers: true })).toEqual([[1], false])
})
