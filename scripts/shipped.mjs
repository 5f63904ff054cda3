/**
 * What the app brings with it, of whatever kind of dependency: what the bundler says it has put into the bundles, what lies beside
 * them, and Electron. `node scripts/shipped.mjs` writes `docs/third-party.md`, and what a scanner reads, `out/sbom.cdx.json`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const root = join(import.meta.dirname, "..")
const json = (path) => JSON.parse(readFileSync(join(root, path), "utf8"))
const manifest = json("package.json")
const lock = json("package-lock.json").packages

/** The bundles, each with the licences that the bundler found, and who runs it. */
const bundles = { main: "command line and main process", renderer: "window" }
/** Loaded from its own folder when it is needed, with all that it needs. */
export const beside = ["iconv-lite", "safer-buffer"]

/** Every library that ships, by name: its version and licence, its hash as the lock file has it, and where it runs. */
export function shipped() {
	const found = new Map()
	const add = (name, version, place) => {
		const one = found.get(`${name}@${version}`) ?? { ...locked(name, version), name, version, places: [] }
		found.set(`${name}@${version}`, { ...one, places: [...one.places, place] })
	}
	for (const [bundle, place] of Object.entries(bundles)) {
		const path = `out/${bundle}/licenses.md`
		if (!existsSync(join(root, path))) throw new Error(`${path} is not there: npm run build makes it.`)
		for (const [, name, version] of readFileSync(join(root, path), "utf8").matchAll(/^## (\S+) - (\S+) \(/gm))
			add(name, version, place)
	}
	for (const name of beside) add(name, lock[`node_modules/${name}`].version, "beside the bundles")
	add("electron", lock["node_modules/electron"].version, "what all of it runs in")
	return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function locked(name, version) {
	const entry = Object.entries(lock).find(
		([path, one]) => path.endsWith(`node_modules/${name}`) && one.version === version,
	)
	if (!entry)
		throw new Error(`${name} ${version} is in a bundle and not in package-lock.json: run npm ci and npm run build.`)
	const [, { license, integrity }] = entry
	return { license, integrity }
}

/** `docs/third-party.md`. */
export function thirdParty() {
	const rows = shipped().map(({ name, version, license, places }) => [name, version, license, places.join(", ")])
	return `# What ships with the app

Made by \`npm run docs:third-party\` from the bundles themselves, whatever kind of dependency \`package.json\` calls it. The whole texts of the
licences are in the app: \`out/main/licenses.md\` and \`out/renderer/licenses.md\` in its archive and in the folder \`licenses\` of an installed
app, those of what lies beside the bundles in its own folder, and those of Electron and Chromium beside the program.

| library | version | licence | where |
|---|---|---|---|
${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}
`
}

/** A bill of materials as CycloneDX 1.6 has it, the same for the same bundles. */
export function sbom() {
	const reference = (name, version) => `pkg:npm/${name.replace("@", "%40")}@${version}`
	const components = shipped().map(({ name, version, license, integrity }) => ({
		type: name === "electron" ? "framework" : "library",
		"bom-ref": reference(name, version),
		name,
		version,
		purl: reference(name, version),
		licenses: [/^[\w.-]+$/.test(license) ? { license: { id: license } } : { expression: license }],
		hashes: [{ alg: "SHA-512", content: Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex") }],
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

if (process.argv[1] === import.meta.filename) {
	writeFileSync(join(root, "docs/third-party.md"), thirdParty())
	writeFileSync(join(root, "out/sbom.cdx.json"), `${JSON.stringify(sbom(), undefined, "\t")}\n`)
	console.log("docs/third-party.md and out/sbom.cdx.json are as the bundles are.")
}
