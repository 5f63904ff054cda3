import * as fc from "fast-check"
import { expect, test } from "vitest"
import { countForms, noForms } from "../../../src/customer/columns/value-form.ts"
import { shapeOf } from "../../../src/customer/columns/value-shape.ts"
import { isDitto } from "../../../src/customer/kinds/ditto.ts"
import { mayStandIn } from "../../../src/customer/kinds/stand-in.ts"
import { sample } from "../../sample.ts"

const formsOf = (value: string) => {
	const forms = { ...noForms }
	countForms(forms, value, 0)
	return Object.keys(forms).filter((form) => forms[form as keyof typeof forms] > 0)
}

test.each([
	["12", "identifier", ["dialling", "bareCode", "house"]],
	["046", "identifier", ["dialling", "house"]],
	["0046", "identifier", ["zip", "dialling", "house"]],
	["1050", "identifier", ["zip", "house"]],
	["11122", "identifier", ["zip", "house"]],
	["100000", "identifier", []],
	["0791234567", "identifier", ["phone"]],
	["0046701234567", "phone", ["phone"]],
	["198001019999", "identifier", ["identity"]],
	["8001019999", "identifier", ["identity"]],
] as const)("%s is a %s, and looks like %j", (value, shape, forms) => {
	if (shape !== "phone") expect(shapeOf(value)).toBe(shape)
	expect(formsOf(value).sort()).toEqual([...forms].sort())
})

test("digits alone are what they are with a space behind them, which none of the short ways takes", () => {
	fc.assert(
		fc.property(fc.stringMatching(/^\d{1,16}$/), (digits) => {
			expect([isDitto(digits), mayStandIn(digits)]).toEqual([false, false])
			expect(mayStandIn(`${digits} test`)).toBe(true)
		}),
		{ numRuns: sample(500) },
	)
})
