import { readFileSync, readlinkSync } from "node:fs"
import { expect, inject, it } from "vitest"
import { type App, launch } from "./app.ts"

async function withApp(use: (app: App) => Promise<void>): Promise<void> {
	const app = await launch()
	try {
		await use(app)
	} finally {
		await app.close()
	}
}

it("opens one window, without anything of Node in it", () =>
	withApp(async ({ page, electron }) => {
		expect(await page.title()).toBe("Intergiro Customer Import")
		expect(await page.evaluate(() => [typeof globalThis.process, "require" in globalThis])).toEqual([
			"undefined",
			false,
		])
		expect(electron.windows()).toHaveLength(1)
	}))

// Root has no sandbox of Chromium's: `npm run test:ordinary-user` tries this.
it.skipIf(process.platform !== "linux" || inject("electron").flags.includes("--no-sandbox"))(
	"keeps its page in Chromium's own sandbox",
	() =>
		withApp(async ({ electron }) => {
			const pid = await electron.evaluate(({ BrowserWindow }) =>
				BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
			)
			const status = readFileSync(`/proc/${pid}/status`, "utf8")
			// Calls of the system are filtered, and it is in a namespace of its own.
			expect([/^Seccomp:\s*(\d)/m.exec(status)?.[1], /^NoNewPrivs:\s*(\d)/m.exec(status)?.[1]]).toEqual(["2", "1"])
			expect(readlinkSync(`/proc/${pid}/ns/user`)).not.toBe(readlinkSync("/proc/self/ns/user"))
		}),
)
