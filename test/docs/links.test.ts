import { existsSync } from "node:fs"
import { readdir, readFile } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { describe, expect, test } from "vitest"

const root = resolve(import.meta.dirname, "../..")
const docs = (await readdir(join(root, "docs"), { recursive: true })).filter((path) => path.endsWith(".md"))
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...docs.map((path) => join("docs", path))]

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string) =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, "")
		.trim()
		.replace(/\s/g, "-")

async function anchorsIn(path: string): Promise<readonly string[]> {
	const text = await readFile(path, "utf8")
	return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading))
}

describe.each(documents)("%s", (document) => {
	test("links to files and headings that are there", async () => {
		const path = join(root, document)
		const text = await readFile(path, "utf8")
		for (const [, link = ""] of text.matchAll(/\]\(((?!https?:|mailto:)[^)\s]+)\)/g)) {
			const [file = "", anchor] = link.split("#")
			const target = file === "" ? path : resolve(dirname(path), file)
			expect(existsSync(target), link).toBe(true)
			if (anchor !== undefined && target.endsWith(".md")) expect(await anchorsIn(target), link).toContain(anchor)
		}
	})
})

test("the design names modules and folders that are there", async () => {
	const text = await readFile(join(root, "docs/design.md"), "utf8")
	const named = [...text.matchAll(/`([a-z]+\/[\w./-]*)`/g)].map(([, path = ""]) => path)
	expect(named.length).toBeGreaterThan(10)
	const places = [root, join(root, "src"), join(root, "src/customer")]
	expect(named.filter((path) => !places.some((place) => existsSync(join(place, path))))).toEqual([])
})
