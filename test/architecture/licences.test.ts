import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { dependencies } from "../../package.json" with { type: "json" }

/** Loaded from its own folder, which ships whole. */
const beside = new Set(["iconv-lite"])

describe("every library that is in a bundle", () => {
	it("has its licence beside it", () => {
		const licences = readFileSync(join(import.meta.dirname, "../../out/main/licenses.md"), "utf8")
		const named = new Set(Array.from(licences.matchAll(/^## (\S+) - /gm), ([, name]) => name))
		expect(Object.keys(dependencies).filter((name) => !beside.has(name) && !named.has(name))).toEqual([])
	})
})
