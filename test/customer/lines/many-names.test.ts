import { expect, test } from "vitest"
import { lineJudge } from "../../../src/customer/lines/line-judge.ts"

const columns = ["Customer number", "Name"]
const judge = lineJudge(columns, ["number", "name"], 0, undefined)
const letters = (value: number) => value.toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)] ?? "")

// To understand a name takes half a millisecond: for each of these rows that would be minutes.
test("many rows of letters alone, equal or not, are told from headers in no time, and a header behind them is one", () => {
	for (let row = 0; row < 300_000; row++) judge(["N1x", "Anna Holm"], row)
	for (let row = 0; row < 300_000; row++) judge([`N${letters(row)}`, `Anna ${letters(row)}`], row)
	expect(judge(["N1x", "Anna Holm"], 600_000)).toBeUndefined()
	expect(judge(columns, 600_001)?.kind).toBe("header")
})
