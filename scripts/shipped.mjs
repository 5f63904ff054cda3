/**
 * What the app brings with it, of whatever kind of dependency: what the bundler says it has put into the bundles, what lies beside
 * them, and Electron. `node scripts/shipped.mjs` writes `docs/third-party.md`, what a scanner reads, `out/sbom.cdx.json`, and the licences of
 * which the bundler has no text, `out/licenses.others.md`.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "..")
const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"))
const manifest = json("package.json")
const lock = json("package-lock.json").packages

/** The bundles, each with the licences that the bundler found, and who runs it. */
const bundles = { main: "command line and main process", renderer: "window" }

/** What libraries have within them that is somebody else's, of which neither the bundler nor the lock file knows. */
const within = [
	{ name: "llhttp", license: "MIT", library: "undici" },
	// Google's, of what the numbers of each country are like.
	{ name: "libphonenumber", license: "Apache-2.0", library: "libphonenumber-js" },
]

/** What is in a bundle, with the text of its licence as the bundler found it: none where the library comes without. */
function bundled(bundle) {
	const path = join(root, `out/${bundle}/licenses.md`)
	if (!existsSync(path)) throw new Error(`${path} is not there: npm run build makes it.`)
	const [, ...parts] = readFileSync(path, "utf8").split(/^## (\S+) - (\S+) \(.*\)$/m)
	return Array.from({ length: parts.length / 3 }, (_, at) => {
		const [name, version, text] = parts.slice(at * 3, at * 3 + 3)
		return { name, version, text: text.trim() }
	})
}

/** Loaded from its own folder when it is needed, with all that it needs: whatever is installed to be shipped and is in no bundle. */
export function beside() {
	const inBundle = new Set(bundled("main").map(({ name }) => name))
	return Object.entries(lock)
		.filter(([path, { dev }]) => path.startsWith("node_modules/") && !dev)
		.map(([path]) => path.slice("node_modules/".length))
		.filter((name) => !inBundle.has(name))
}

/**
 * The licences that no bundle has: of what lies beside them, and of libraries that come without a text, which `build/licenses` has as
 * their repositories do. Throws where one has none.
 */
export function otherLicences() {
	const lying = beside().map((name) => ({ name, version: lock[`node_modules/${name}`].version }))
	const without = Object.keys(bundles).flatMap((bundle) => bundled(bundle).filter(({ text }) => text === ""))
	const apart = [...lying, ...without].map((one) => ({ ...one, license: locked(one.name, one.version).license }))
	const inner = shipped().flatMap(({ name, version, within }) =>
		within.map((one) => ({ ...one, version: `${name}@${version}` })),
	)
	const sections = [...apart, ...inner].map(
		({ name, version, license }) => `## ${name} - ${version} (${license})\n\n${licenceOf(name)}\n`,
	)
	return `# Licenses\n\nOf libraries that lie beside the bundles, come without a text of their licence, or are within another one.\n\n${sections.join("\n")}`
}

function licenceOf(name) {
	const folder = join(root, "node_modules", name)
	const own = existsSync(folder) && readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))
	const path = own ? join(folder, own) : join(root, "build/licenses", `${name}.txt`)
	if (existsSync(path)) return readFileSync(path, "utf8").trim()
	throw new Error(`${name} comes without the text of its licence: put it into ${path}.`)
}

/**
 * Every library that ships, by name: its version and licence, its hash as the lock file has it, where it runs, and what of others is within.
 * @param electron the version that all of it runs in, where it is another one than the package's
 */
export function shipped(electron = lock["node_modules/electron"].version) {
	const found = new Map()
	const add = (name, version, place) => {
		const one = found.get(`${name}@${version}`) ?? { ...locked(name, version), name, version, places: [] }
		const inner = within.filter(({ library }) => library === name)
		found.set(`${name}@${version}`, { ...one, places: [...one.places, place], within: inner })
	}
	for (const [bundle, place] of Object.entries(bundles))
		for (const { name, version } of bundled(bundle)) add(name, version, place)
	for (const name of beside()) add(name, lock[`node_modules/${name}`].version, "beside the bundles")
	add("electron", electron, "what all of it runs in")
	return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function locked(name, version) {
	const entry = Object.entries(lock).find(
		([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version,
	)
	// The stand-in comes from elsewhere.
	if (!entry && name === "electron") return { license: lock["node_modules/electron"].license }
	if (!entry)
		throw new Error(`${name} ${version} is in a bundle and not in package-lock.json: run npm ci and npm run build.`)
	const [, { license, integrity }] = entry
	return { license, integrity }
}

/** `docs/third-party.md`. */
export function thirdParty() {
	const rows = shipped().flatMap(({ name, version, license, places, within }) => [
		[name, version, license, places.join(", ")],
		...within.map((one) => [one.name, "", one.license, `within ${name}`]),
	])
	return `# What ships with the app

Made by \`npm run docs:third-party\` from the bundles themselves, whatever kind of dependency \`package.json\` calls it. The whole texts of the
licences are in the app: \`out/main/licenses.md\` and \`out/renderer/licenses.md\` in its archive and in the folder \`licenses\` of an installed
app, those of which these have no text in \`licenses/others.md\` there, and those of Electron and Chromium beside the program.

| library | version | licence | where |
|---|---|---|---|
${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
`
}

/**
 * A bill of materials as CycloneDX 1.6 has it, the same for the same bundles.
 * @param electron as of `shipped`
 */
export function sbom(electron) {
	const reference = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`
	const components = shipped(electron).map(({ name, version, license, integrity, within }) => ({
		type: name === "electron" ? "framework" : "library",
		"bom-ref": reference(name, version),
		name,
		version,
		purl: reference(name, version),
		licenses: licensesOf(license),
		...(within.length > 0 ? { components: within.map(componentWithin) } : {}),
		...(integrity ? { hashes: [{ alg: "SHA-512", content: hexOf(integrity) }] } : {}),
	}))
	const own = reference(manifest.name, manifest.version)
	return {
		bomFormat: "CycloneDX",
		specVersion: "1.6",
		version: 1,
		metadata: {
			component: { type: "application", "bom-ref": own, name: manifest.name, version: manifest.version, purl: own },
		},
		components,
		dependencies: [{ ref: own, dependsOn: components.map(({ purl }) => purl) }],
	}
}

function componentWithin({ name, license, library }) {
	return {
		type: "library",
		name,
		licenses: licensesOf(license),
		description: `Within ${library}, in the version that it brings.`,
	}
}

function licensesOf(license) {
	return [/^[\w.-]+$/.test(license) ? { license: { id: license } } : { expression: license }]
}

function hexOf(integrity) {
	return Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex")
}

if (process.argv[1] === import.meta.filename) {
	writeFileSync(join(root, "docs/third-party.md"), thirdParty())
	writeFileSync(join(root, "out/sbom.cdx.json"), `${JSON.stringify(sbom(), undefined, "\t")}\n`)
	writeFileSync(join(root, "out/licenses.others.md"), otherLicences())
	console.log("docs/third-party.md, out/sbom.cdx.json and out/licenses.others.md are as the bundles are.")
}
