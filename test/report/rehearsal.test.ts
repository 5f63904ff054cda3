import { expect, it } from "vitest"
import { inRehearsal } from "../../src/contract/rehearsal.ts"

it.each([
	["Refused by Intergiro; not created.", "Refused by the sandbox; not created."],
	[
		"Intergiro lists it twice. Intergiro has another name.",
		"The sandbox lists it twice. The sandbox has another name.",
	],
	["Your numbers with Intergiro's identifiers", "Your numbers with the sandbox's identifiers"],
	["Verified: Intergiro has all 21", "Verified: the sandbox has all 21"],
	["intergiro-customer-import 1.0", "intergiro-customer-import 1.0"],
])("says of the sandbox what %j says of Intergiro", (text, said) => {
	expect(inRehearsal(text)).toBe(said)
})
