import { expect, it } from "vitest"
import { begunBy, stepAfter } from "../../renderer/components/grid-keys.ts"

const press = (key: string, more: object = {}) => ({
	key,
	ctrlKey: false,
	metaKey: false,
	altKey: false,
	shiftKey: false,
	...more,
})

it("goes on from a cell as a spreadsheet does: Enter down, Tab right, with Shift back", () => {
	expect(stepAfter(press("Enter"))).toEqual({ down: 1, right: 0 })
	expect(stepAfter(press("Enter", { shiftKey: true }))).toEqual({ down: -1, right: 0 })
	expect(stepAfter(press("Tab"))).toEqual({ down: 0, right: 1 })
	expect(stepAfter(press("Tab", { shiftKey: true }))).toEqual({ down: 0, right: -1 })
	expect(stepAfter(press("a"))).toBeUndefined()
	expect(stepAfter(press("Escape"))).toBeUndefined()
})

it("begins to mend a cell with what is typed, and never with a command", () => {
	expect(begunBy(press("ö"))).toEqual({ typed: "ö" })
	expect(begunBy(press("A", { shiftKey: true }))).toEqual({ typed: "A" })
	expect(begunBy(press("Enter"))).toEqual({})
	expect(begunBy(press("F2"))).toEqual({})
	expect(begunBy(press("Shift"))).toBeUndefined()
	for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }])
		for (const key of ["f", "Enter", "F2"]) expect(begunBy(press(key, held))).toBeUndefined()
})
