import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parseSync } from "vite"
import { expect, test } from "vitest"

const root = join(import.meta.dirname, "../..")

/** What only somebody at a command line can do. */
const command =
	/(?:^|[\s(:])--[a-z]|\bsame command\b|\bthe command\b|\bwith settle\b|\bof errors\.csv\b|in (?:its|the) errors\.csv|\brun th(?:at|is) file\b|folder of its own|\bof a mapping\b|\bbutton in the window\b/

/** Of style sheets. */
const variable = /^(?:var\()?--[\w-]*\)?$/

/** The command line's own, what it starts, and words for V8 that nobody reads. */
const ofCommandLine = /^src\/(?:cli\/|sandbox\/|customer\/command-words\.ts$|app\/check\/young-rows\.ts$)/

interface Node {
	readonly type: string
	readonly value?: unknown
}

/** Every text in a module, whole or a piece of a template. */
function textsIn(node: unknown): string[] {
	if (typeof node !== "object" || node === null) return []
	if (Array.isArray(node)) return node.flatMap(textsIn)
	const { type, value } = node as Node
	if (type === "Literal" && typeof value === "string") return [value]
	if (type === "TemplateElement") return [(value as { readonly cooked: string }).cooked]
	return Object.values(node).flatMap(textsIn)
}

const modules = ["src", "electron", "renderer"]
	.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
	)
	.filter((path) => /\.tsx?$/.test(path) && !ofCommandLine.test(path))

test("nothing but the command line's own words speaks of commands: a way on is data, which each shell has words for", () => {
	const found = modules.flatMap((path) =>
		textsIn(parseSync(path, readFileSync(join(root, path), "utf8")).program)
			.filter((text) => command.test(text) && !(path.startsWith("renderer") && variable.test(text)))
			.map((text) => `${path}: ${text}`),
	)
	expect(found).toEqual([])
})

test("the words of the command line would be found", () => {
	const path = "src/customer/command-words.ts"
	const own = textsIn(parseSync(path, readFileSync(join(root, path), "utf8")).program)
	expect(own.filter((text) => command.test(text)).length).toBeGreaterThan(20)
})
