import { expect, it } from "vitest"
import { merchantWords, verifiedWords } from "../../renderer/words.ts"
import { counted } from "../../src/contract/counted.ts"

it("says that a key does not name its merchant only of a key that is there", () => {
	expect(merchantWords({ kind: "live", key: "private" })).toBe("the key does not name its merchant · private key")
	expect(merchantWords({ kind: "live", key: "missing" })).toBe("key missing")
	expect(merchantWords({ kind: "live", key: "missing", merchant: "Acme" })).toBe("Acme · key missing")
	expect(merchantWords({ kind: "sandbox", key: "private" })).toBe("")
})

it("says of a comparison that all are there only beside the rows that were not created", () => {
	const words = (more: object) =>
		verifiedWords(
			{ at: "", lines: 20, same: 20, leftOut: 0, inDoubt: 0, notCreated: 0, ...more },
			{ count: String, counted },
		)
	expect(words({})).toBe("all there")
	expect(words({ notCreated: 1 })).toBe("all 20 there, 1 row not created")
	expect(words({ same: 18, inDoubt: 2, notCreated: 3 })).toBe("2 differ, 2 in doubt, 3 rows not created")
})
