import { expect, it } from "vitest"
import { spellingOf } from "../../src/customer/spelling.ts"

it.each([
	["00123", "123"],
	["123", "123"],
	["'123", "123"],
	["’00123 ", "123"],
	["'00123'", "123'"],
	["１２３", "123"],
	["AB-1", "ab-1"],
	["ab-1", "ab-1"],
	["ab-01", "ab-01"],
	["0", "0"],
	["000", "0"],
	["0a", "0a"],
	["Å1", "å1"],
	["A\u030A1", "å1"],
	["", ""],
	["123a", "123a"],
])("%j is spelt %j", (number, spelling) => {
	expect(spellingOf(number)).toBe(spelling)
	if (!number.endsWith("'")) expect(spellingOf(spelling)).toBe(spelling)
})
