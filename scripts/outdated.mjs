/** `npm run outdated`: which of what ships is a major version behind, as npm knows it. Needs the registry, so `npm test` does not ask. */
import { spawnSync } from "node:child_process"
import { shipped } from "./shipped.mjs"

const { stdout } = spawnSync("npm", ["outdated", "--all", "--json"], {
	encoding: "utf8",
	shell: process.platform === "win32",
	maxBuffer: 1 << 26,
})
const known = JSON.parse(stdout || "{}")
if (known.error) throw new Error(`npm outdated: ${known.error.summary ?? known.error.code}`)

const major = (version) => Number.parseInt(version, 10)
const behind = shipped().flatMap(({ name, version }) => {
	const [found] = [known[name] ?? []].flat()
	return found?.latest && major(found.latest) > major(version) ? [`${name} ${version}, now ${found.latest}`] : []
})
for (const line of behind) console.log(line)
console.log(
	behind.length === 0
		? "Nothing that ships is a major version behind."
		: "\nA major version behind: see docs/release.md.",
)
process.exitCode = behind.length === 0 ? 0 : 1
