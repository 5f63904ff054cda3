import { execFileSync } from "node:child_process"
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { launch, newFolder } from "./app.ts"

it.skipIf(process.platform === "win32")(
	"opens where a pipe lies in the place of its state, and says so, and writes its log into no other file",
	async () => {
		const folder = await newFolder()
		const home = join(folder, "home")
		mkdirSync(home)
		const state = ["settings.json", "environments.json", "runs.json", "answers.json"]
		for (const name of state) execFileSync("mkfifo", [join(home, name)])
		writeFileSync(join(folder, "victim"), "untouched")
		linkSync(join(folder, "victim"), join(home, "log.txt"))
		const app = await launch({ home })
		try {
			for (const name of state) await app.page.getByText(`${name} was a link, no file, or far too large`).waitFor()
			expect(readFileSync(join(folder, "victim"), "utf8")).toBe("untouched")
			expect(readFileSync(join(home, "log.txt"), "utf8")).toContain(" started: ")
			const names = [...state.map((name) => name.replace(".json", ".set-aside-1.json")), "log.set-aside-1.txt"]
			expect(readdirSync(home)).toEqual(expect.arrayContaining(names))
		} finally {
			await app.close()
			rmSync(folder, { recursive: true, force: true })
		}
	},
)
