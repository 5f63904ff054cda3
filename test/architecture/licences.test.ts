import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { dependencies } from "../../package.json" with { type: "json" }
import { otherLicences, shipped } from "../../scripts/shipped.mjs"
import { licencesIn } from "./licences-in.ts"

const root = join(import.meta.dirname, "../..")

it("every library that ships has the text of its licence with it", () => {
	const bundles = ["main", "renderer"].map((bundle) => readFileSync(join(root, `out/${bundle}/licenses.md`), "utf8"))
	const texts = licencesIn([...bundles, otherLicences()])
	const names = shipped().flatMap(({ name }) => (name === "electron" ? [] : [name]))
	const inner = shipped().flatMap(({ within }) => within.map(({ name }) => name))
	expect(inner).toContain("llhttp")
	expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)))
	expect([...names, ...inner].filter((name) => (texts.get(name) ?? "").length < 500)).toEqual([])
})
