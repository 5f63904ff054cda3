import { expect, it } from "vitest"
import { historyFigures } from "../../renderer/history-figures.ts"

const kept = { id: "one", state: "stopped", created: 143, existed: 3, open: 19, needs: 0, wrong: 0 } as const
const whole = { id: "one", file: "a.csv", rows: 165, created: 145, open: 17, needs: 1, wrong: 2, newest: "two" }

it("counts what an import created by itself, and whom it has together with its mended rows, once", () => {
	expect(historyFigures(kept, false)).toEqual({ own: 140, there: 143, left: 19, needs: 0, wrong: 0 })
	// Where it was stopped, too, and has not seen them yet.
	const note = "with its mended rows"
	expect(historyFigures({ ...kept, whole }, false)).toEqual({
		own: 140,
		there: 145,
		left: 17,
		needs: 1,
		wrong: 2,
		note,
	})
	const mended = { ...kept, id: "two", created: 2, existed: 0, open: 15, whole }
	const others = { there: undefined, left: undefined }
	expect(historyFigures(mended, false)).toEqual({ own: 2, ...others, needs: 0, wrong: 0, note: "counted with a.csv" })
})

it("counts nobody twice whom another import of the file has, and says nothing that is not known", () => {
	const others = { there: undefined, left: undefined, needs: 0, wrong: 0 }
	expect(historyFigures(kept, true)).toEqual({ own: 140, ...others })
	expect(historyFigures({ ...kept, state: "running" }, false)).toEqual({ own: undefined, ...others })
	expect(historyFigures({ ...kept, existed: undefined }, false)).toMatchObject({ own: undefined, there: 143 })
})
