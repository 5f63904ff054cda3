import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { sbom, shipped, thirdParty } from "../../scripts/shipped.mjs"

/** What may be shipped under, with nothing to do but to pass on its text. */
const permitted = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "OFL-1.1"]

it("nothing ships under a licence that asks for more than its text", () => {
	expect(
		shipped()
			.flatMap((one) => [one, ...one.within])
			.filter(({ license }) => !permitted.includes(license)),
	).toEqual([])
})

it("docs/third-party.md names all that ships; npm run docs:third-party makes it anew", () => {
	expect(readFileSync(join(import.meta.dirname, "../../docs/third-party.md"), "utf8")).toBe(thirdParty())
})

it("the bill of materials has each of them once, with the hash that was installed", () => {
	const { bomFormat, components } = sbom()
	expect([bomFormat, new Set(components.map(({ purl }) => purl)).size]).toEqual(["CycloneDX", shipped().length])
	expect(components.find(({ name }) => name === "undici")?.components).toMatchObject([{ name: "llhttp" }])
	for (const { name, hashes } of components) expect(hashes[0]?.content, name).toMatch(/^[0-9a-f]{128}$/)
})
