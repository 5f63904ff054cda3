/**
 * Who may import whom, each rule with its reason. `npm run check:architecture` and test/architecture enforce it.
 * Type imports count like any other: a room that knows another's types knows the other.
 */
import { readdir, readFile } from "node:fs/promises"
import { builtinModules } from "node:module"
import { dirname, join, relative } from "node:path"
import { parseSync } from "vite"

const rooms = "disk|csv|workbook|customer|contract|journal|intergiro|run|report|sandbox"

/** What is done with a name in a folder, or with a file that is open: no file is opened by it. */
const openless =
	"mkdir|mkdtemp|readdir|readlink|realpath|rename|rm|rmdir|stat|lstat|link|exists|close|fstat|fsync|ftruncate|write"

/** A module that `from` matches may not import what `to` matches: `src/…`, `node:…` (of `node:fs`, `node:fs#name`), or `npm:package/path`. */
export const rules = [
	{
		name: "pure-core",
		reason: "What a row means and what is sent must be the same in a simulation: no Node, no Electron, no network.",
		from: /^src\/(customer|contract|run)\//,
		to: /^node:|^npm:(electron|undici)/,
	},
	{
		name: "one-door-to-files",
		reason:
			"Somebody else may have put a link, a pipe or a device where a file is to be: src/disk alone opens files by their names, and looks. " +
			"The page comes out of the app's own archive, which only Electron's readFile knows.",
		from: /^(?!src\/disk\/|electron\/own-page[.]ts$)(src|electron)\//,
		to: new RegExp(`^node:fs(/promises)?#(?!(${openless})(Sync)?$)`),
	},
	{
		name: "disk-knows-the-contract-only",
		reason: "Whatever is opened, is opened in one way, so that how depends on nobody who does.",
		from: /^src\/disk\//,
		to: /^src\/(?!disk\/|contract\/)/,
	},
	{
		name: "customer-knows-no-room",
		reason: "Everyone speaks of customers, so customers depend on nothing but themselves.",
		from: /^src\/customer\//,
		to: /^src\/(?!customer\/)/,
	},
	{
		name: "csv-knows-customers-only",
		reason: "Reading bytes must not change because a request or a journal does.",
		from: /^src\/csv\//,
		to: /^src\/(?!csv\/|customer\/|disk\/)/,
	},
	{
		name: "workbook-knows-csv-only",
		reason: "A sheet becomes a CSV file and nothing more: what its cells mean is found as in any other.",
		from: /^src\/workbook\//,
		to: /^src\/(?!workbook\/|csv\/|disk\/)/,
	},
	{
		name: "contract-knows-customers-only",
		reason: "What rooms say to each other depends on none of them, or it would be one of them.",
		from: /^src\/contract\//,
		to: /^src\/(?!contract\/|customer\/)/,
	},
	{
		name: "journal-knows-the-contract-only",
		reason: "What was written must be readable without what sent it.",
		from: /^src\/journal\//,
		to: /^src\/(?!journal\/|customer\/|contract\/|disk\/)/,
	},
	{
		name: "intergiro-knows-the-contract-only",
		reason: "The API says what an answer means, and decides nothing about the run.",
		from: /^src\/intergiro\//,
		to: /^src\/(?!intergiro\/|customer\/|contract\/)/,
	},
	{
		name: "run-knows-its-ports-only",
		reason: "The engine meets the world through the ports it declares, so that a simulation runs the same code.",
		from: /^src\/run\//,
		to: /^src\/(?!run\/|customer\/|contract\/)/,
	},
	{
		name: "report-reads-outcomes",
		reason: "Files are made of outcomes and rows; making them must never send or journal anything.",
		from: /^src\/report\//,
		to: /^src\/(?!report\/|run\/|csv\/|customer\/|contract\/|disk\/)/,
	},
	{
		name: "sandbox-stands-alone",
		reason: "A stand-in server that shares code with the client shares its mistakes, and proves nothing.",
		from: /^src\/sandbox\//,
		to: /^src\/(?!sandbox\/|disk\/)/,
	},
	{
		name: "rooms-do-not-wire",
		reason: "Real parts meet in src/app, electron and cli; a room that reached for them would be two rooms.",
		from: new RegExp(`^src/(${rooms})/`),
		to: /^src\/(app|cli)\//,
	},
	{
		name: "cli-is-an-entry",
		reason: "The command line is one way in; nothing is built on it.",
		from: /^(?!src\/cli\/)/,
		to: /^src\/cli\//,
	},
	{
		name: "src-is-not-electron",
		reason: "The command line runs without a window, so nothing in src may need one.",
		from: /^src\//,
		to: /^electron\/|^renderer\/|^npm:electron/,
	},
	{
		name: "renderer-asks-through-ipc",
		reason: "The window holds no file, no key and no truth: it sees the contract and pure types, nothing else.",
		from: /^renderer\//,
		to: /^(electron|src\/(?!ipc\/|customer\/|contract\/|run\/))/,
	},
	{
		name: "renderer-is-a-web-page",
		reason: "The renderer is sandboxed: it has no Node and no Electron.",
		from: /^renderer\//,
		to: /^node:|^npm:electron/,
	},
	{
		name: "ipc-is-pure",
		reason: "Both sides of the window load the contract, so it depends on what both sides have.",
		from: /^src\/ipc\//,
		to: /^node:|^npm:electron|^electron\/|^renderer\/|^src\/(?!ipc\/|customer\/|contract\/|run\/|csv\/layout[.]ts$)/,
	},
	{
		name: "preload-is-thin",
		reason: "The preload is the one file with both worlds in hand: it names channels and loads nothing else.",
		from: /^electron\/preload[.]ts$/,
		to: /^node:|^electron\/|^renderer\/|^src\/(?!ipc\/)/,
	},
	{
		name: "tests-are-not-shipped",
		reason: "Nothing that runs at a customer's depends on a test.",
		from: /^/,
		to: /^test\/|^npm:(vitest|fast-check|playwright-core|axe-core)/,
	},
	{
		name: "no-circles",
		reason: "Two modules that need each other are one module, or need a third.",
		from: /^/,
		circular: true,
	},
]

/** Every breach below `root`, one line each: `rule: from → to`. */
export async function breaches(root) {
	const imports = await scan(root)
	return rules.flatMap((rule) =>
		[...imports].flatMap(([from, targets]) =>
			rule.from.test(from)
				? targets
						.filter((to) => (rule.circular ? reaches(imports, to, from) : rule.to.test(to)))
						.map((to) => `${rule.name}: ${from} → ${to}`)
				: [],
		),
	)
}

/** Module → what it imports, for every module of the product. */
async function scan(root) {
	const imports = new Map()
	for (const folder of ["src", "electron", "renderer"])
		for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
			if (!entry.isFile() || !/[.]tsx?$/.test(entry.name)) continue
			const path = join(entry.parentPath, entry.name)
			imports.set(relative(root, path), importsOf(root, path, await readFile(path, "utf8")))
		}
	return imports
}

function importsOf(root, path, content) {
	const { module, errors } = parseSync(path, content)
	if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
	const requests = [
		...module.staticImports.flatMap(({ moduleRequest, entries }) => named(moduleRequest.value, entries)),
		...module.staticExports.flatMap(({ entries }) =>
			entries.flatMap((entry) => (entry.moduleRequest ? named(entry.moduleRequest.value, [entry]) : [])),
		),
		...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) =>
			named(content.slice(start + 1, end - 1), []),
		),
	]
	return [...new Set(requests)].map((request) => {
		const name = request.replace(/[?].*$/, "")
		if (name.startsWith(".")) return relative(root, join(dirname(path), name))
		return name.startsWith("node:")
			? name
			: builtinModules.includes(name.split("#")[0])
				? `node:${name}`
				: `npm:${name}`
	})
}

/** Of the file system, by what is taken of it; all of it is `*`, and a type is nothing that could be called. */
function named(module, entries) {
	if (!/^(node:)?fs(\/promises)?$/.test(module)) return [module]
	if (entries.length === 0) return [`${module}#*`]
	return entries.map(({ importName, isType }) => (isType ? module : `${module}#${importName.name ?? "*"}`))
}

function reaches(imports, from, to, seen = new Set()) {
	if (from === to) return true
	if (seen.has(from)) return false
	seen.add(from)
	return (imports.get(from) ?? []).some((next) => reaches(imports, next, to, seen))
}

if (process.argv[1] === import.meta.filename) {
	const found = await breaches(join(import.meta.dirname, ".."))
	for (const line of found) console.error(line)
	if (found.length > 0) process.exitCode = 1
}
