import { expect, it } from "vitest"
import { merchantWords } from "../../renderer/words.ts"

it("says that a key does not name its merchant only of a key that is there", () => {
	expect(merchantWords({ kind: "live", key: "private" })).toBe("the key does not name its merchant · private key")
	expect(merchantWords({ kind: "live", key: "missing" })).toBe("key missing")
	expect(merchantWords({ kind: "live", key: "missing", merchant: "Acme" })).toBe("Acme · key missing")
	expect(merchantWords({ kind: "sandbox", key: "private" })).toBe("")
})
