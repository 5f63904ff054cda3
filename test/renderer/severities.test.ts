import { expect, test } from "vitest"
import { findingKinds } from "../../renderer/components/severities.ts"
import { findingCodes } from "../../src/customer/finding-codes.ts"

const titleOf = (code: string, severity: "error" | "warning" | "note") =>
	findingKinds.filter(({ has }) => has({ code, severity })).map(({ title }) => title)

test.each(Object.entries(findingCodes))(
	"a note speaks of cleaning where something was cleaned: %s",
	(code, { severity }) => {
		const [title, ...others] = titleOf(code, severity)
		expect(others).toEqual([])
		expect(title === "Notes").toBe(code.startsWith("cleaned."))
	},
)

test("what the file does not say is worth knowing, and was not changed", () => {
	expect(
		["phone.no-country-column", "address.no-country-column", "card.none"].map((code) => titleOf(code, "note")),
	).toEqual(Array(3).fill(["Worth knowing"]))
})
