import { once } from "node:events"
import { readdir, readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import Papa from "papaparse"
import { afterEach, beforeEach, expect, it } from "vitest"
import { inProof } from "../in-proof.ts"
import { share } from "../sample.ts"
import { type App, launch, newFolder } from "./app.ts"
import { writeSample } from "./sample.ts"
import { check, progress, start } from "./steps.ts"

let folder: string
let home: string
let app: App

beforeEach(async () => {
	folder = await newFolder()
	home = join(folder, "home")
	app = await launch({ home })
})
afterEach(async () => {
	await app?.close()
	await rm(folder, { recursive: true, force: true })
})

it("tries three, stops, goes on, and creates nobody twice", async () => {
	const { page } = app
	const { path, rows, invalid, declined, verification } = await writeSample(folder, 150)
	await check(app, path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	await start(page, 20, /^Try the first 3$/)
	await page.getByRole("heading", { name: "Look at the first ones" }).waitFor()

	await page.getByRole("button", { name: `Looks right: rehearse the other ${rows - invalid - 3}` }).click()
	await progress(page, 20)
	await page.reload()
	await page.getByRole("button", { name: "Stop", exact: true }).click()
	await page.getByRole("heading", { name: /^Rehearsal stopped: \d+ customers so far$/ }).waitFor()

	await page.getByRole("button", { name: "Go on with the rest" }).click()
	await start(page, 0)
	const created = rows - invalid - declined - verification
	await page.getByRole("heading", { name: `${created} customers rehearsed` }).waitFor()
	await expectOnce(created)
})

it("asks before it closes while it runs, and goes on the next time", async () => {
	const { path } = await writeSample(folder, 150)
	await check(app, path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	await start(app.page, 20)
	await progress(app.page, 10)
	const answer = (response: number) =>
		app.electron.evaluate(({ dialog, BrowserWindow }, response) => {
			const asked = new Promise<string>((resolve) => {
				dialog.showMessageBox = (_window: unknown, options?: { message: string }) => {
					resolve(options?.message ?? "")
					return Promise.resolve({ response, checkboxChecked: false })
				}
			})
			BrowserWindow.getAllWindows()[0]?.close()
			return asked
		}, response)
	expect(await answer(0)).toBe("An import is running.")
	await progress(app.page, 20)
	const ended = once(app.electron.process(), "exit")
	await answer(1)
	await ended

	app = await launch({ home })
	await app.page.getByRole("button", { name: "History" }).click()
	await app.page
		.getByRole("row", { name: /Stopped/ })
		.getByRole("button", { name: "Resume" })
		.waitFor()
	const [run = ""] = await readdir(join(home, "runs"))
	const summary = JSON.parse(await readFile(join(home, "runs", run, "summary.json"), "utf8"))
	expect(summary).toMatchObject({ balanced: true, complete: false, stop: { kind: "asked" } })
})

inProof("closes without a question as soon as it has told the end", async () => {
	const { path } = await writeSample(folder, 20)
	await check(app, path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	const closed = once(app.electron.process(), "exit").then(() => "closed")
	const asked = app.electron
		.evaluate(
			({ dialog, BrowserWindow }) =>
				new Promise<string>((resolve) => {
					dialog.showMessageBox = (_window: unknown, options?: { message: string }) => {
						resolve(options?.message ?? "")
						return Promise.resolve({ response: 1, checkboxChecked: false })
					}
					const [window] = BrowserWindow.getAllWindows()
					if (window === undefined) return
					const { webContents } = window
					const send = webContents.send.bind(webContents)
					webContents.send = (channel: string, told: { type: string }) => {
						send(channel, told)
						if (told.type === "finished") window.close()
					}
				}),
		)
		.catch(() => closed)
	await start(app.page, 0)
	expect(await Promise.race([asked, closed])).toBe("closed")
})

it("offers to go on after every crash, and creates nobody twice", async () => {
	const { path, rows, invalid, declined, verification } = await writeSample(folder, 150)
	await app.page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
	await check(app, path)
	await app.page.getByRole("button", { name: "Import", exact: true }).click()
	for (const reached of share([20, 50, 80], 3)) {
		await start(app.page, 20)
		await progress(app.page, reached)
		await crash()
		await goOn()
	}
	await start(app.page, 0)
	const { page } = app
	// What was on its way stays in doubt when Intergiro does not list it, and is sent again only by consent.
	await page.getByRole("heading", { name: /^\d+ customers rehearsed$/ }).waitFor({ timeout: 60_000 })
	const lookAgain = page.getByRole("button", { name: "Look again" })
	if (await lookAgain.isVisible()) {
		const consent = page.getByRole("button", { name: /^Send (it|them) again…$/ })
		if (!(await consent.isVisible())) await lookAgain.click()
		await consent.click()
		await page.getByRole("button", { name: /^Send \d+ rows? again$/ }).click()
	}
	const created = rows - invalid - declined - verification
	await page.getByRole("heading", { name: `${created} customers rehearsed` }).waitFor({ timeout: 60_000 })
	await expectOnce(created)
}, 180_000)

async function crash() {
	const ended = once(app.electron.process(), "exit")
	app.electron.process().kill("SIGKILL")
	await ended
}

/** Starts the app again, and takes up what the crash interrupted. */
async function goOn() {
	app = await launch({ home })
	const { page } = app
	await page.getByRole("alert").getByText("An import was interrupted").waitFor()
	await page.getByRole("button", { name: "Resume this import" }).click()
	await page.getByRole("heading", { name: /^\d+ customers of \d+ rehearsed so far(, \d+ in doubt)?$/ }).waitFor()
}

/** Everything happened in one run folder, and its sandbox has each customer once. */
async function expectOnce(created: number) {
	const runs = await readdir(join(home, "runs"))
	expect(runs).toHaveLength(1)
	const run = join(home, "runs", runs[0] ?? "")
	const text = await readFile(join(run, "results.csv"), "utf8")
	const results = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
	expect(results).toHaveLength(created)
	expect(new Set(results.map((row) => row.number)).size).toBe(created)
	const log = await readFile(join(run, "sandbox.log"), "utf8")
	const made = log.split("\n").flatMap((line) => /"number":"(K-\d+)"/.exec(line)?.[1] ?? [])
	expect(made.sort()).toEqual([...new Set(made)].sort())
	expect(new Set(made)).toEqual(new Set(results.map((row) => row.number)))
}
