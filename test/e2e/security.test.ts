import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, launch } from "./app.ts"

let app: App

beforeAll(async () => {
	app = await launch()
})
afterAll(() => app?.close())

it.each([
	["a channel that is not in the contract", "intergiro.ask('app.quit')", /There is no such request/],
	["a name from the prototype", "intergiro.ask('toString')", /There is no such request/],
])("refuses %s", async (_what, script, message) => {
	await expect(app.page.evaluate(script)).rejects.toThrow(message)
})

it.each([
	["a path that is no text", "intergiro.ask('file.open', { path: 1 })"],
	["a run that leaves the history", "intergiro.ask('history.open', { run: '../../etc' })"],
	["a file that is none of the run's", "intergiro.ask('result.open', { run: 'x', file: '../settings.json' })"],
	["a link that is not https", "intergiro.ask('link.open', { url: 'file:///etc/passwd' })"],
	["a link of no row", "intergiro.ask('link.open', { url: 'https://example.com/' })"],
	["a path that nobody chose", "intergiro.ask('file.open', { path: '/etc/passwd' })"],
	["a file of no run", "intergiro.ask('file.ofRun', { run: 'x', file: 'errors.csv' })"],
	["a run of what was not checked", "intergiro.ask('run.start', { environment: 'sandbox', rate: 1, concurrency: 1 })"],
])("declines %s in words", async (_what, script) => {
	expect(await app.page.evaluate(script)).toMatchObject({ ok: false, problem: { message: expect.any(String) } })
})

it("goes nowhere else, opens nothing, and loads nothing from outside", async () => {
	const { page, electron } = app
	const before = page.url()
	expect(await page.evaluate(() => window.open("https://example.com"))).toBeNull()
	await page.evaluate(() => {
		location.href = "data:text/html,elsewhere"
	})
	expect(await page.evaluate("fetch('http://127.0.0.1:9/').then(() => 'sent', error => error.message)")).toBe(
		"Failed to fetch",
	)
	expect(await page.evaluate("document.querySelector('meta[http-equiv]').content")).toContain("connect-src 'none'")
	expect(page.url()).toBe(before)
	expect(electron.windows()).toHaveLength(1)
})

it("has an origin of its own, which has the files of the page and no others", async () => {
	const { page } = app
	expect(new URL(page.url()).href).toMatch(/^app:\/\/import\/index\.html/)
	const statusOf = (url: string) =>
		page.evaluate(
			(url) =>
				new Promise<string>((resolve) => {
					const image = new Image()
					image.onload = () => resolve("loaded")
					image.onerror = () => resolve("refused")
					image.src = url
				}),
			url,
		)
	const icon = pathToFileURL(resolve("build/icon.png")).href
	for (const url of [
		icon,
		"app://import/../../build/icon.png",
		"app://import/%2e%2e/%2e%2e/build/icon.png",
		"app://other/icon.png",
	])
		expect([url, await statusOf(url)]).toEqual([url, "refused"])
})

it("has every permission refused, and no preference that opens its page", async () => {
	const { page, electron } = app
	const asked = ["geolocation", "notifications", "camera", "microphone", "midi", "clipboard-read"]
	const states = await page.evaluate(
		(names) =>
			Promise.all(
				names.map((name) => navigator.permissions.query({ name } as never).then(({ state }) => state as string)),
			),
		asked,
	)
	expect(new Set(states)).toEqual(new Set(["denied"]))
	const refused = await page.evaluate(
		() =>
			new Promise<string>((resolve) => {
				navigator.geolocation.getCurrentPosition(
					() => resolve("given"),
					() => resolve("refused"),
				)
			}),
	)
	expect(refused).toBe("refused")
	expect(await devicesGiven(page)).toEqual({ usb: "none", serial: "none", hid: "none", bluetooth: "none" })
	const preferences = await electron.evaluate(({ BrowserWindow }) => {
		const [contents] = BrowserWindow.getAllWindows().map(({ webContents }) => webContents)
		if (contents === undefined) throw new Error("There is no window.")
		return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
	})
	expect(preferences).toMatchObject({
		sandbox: true,
		contextIsolation: true,
		nodeIntegration: false,
		webSecurity: true,
	})
	for (const name of [
		"allowRunningInsecureContent",
		"experimentalFeatures",
		"webviewTag",
		"nodeIntegrationInSubFrames",
	])
		expect([name, preferences[name] ?? false]).toEqual([name, false])
	expect(preferences.enableBlinkFeatures ?? "").toBe("")
})

/** What a page gets that asks for a device of each kind, as a person's click lets it. */
async function devicesGiven(page: Page): Promise<Record<string, string>> {
	await page.evaluate(() => {
		type Asking = { requestDevice?(options: object): Promise<unknown>; requestPort?(): Promise<unknown> }
		const given: Record<string, string> = {}
		Object.assign(globalThis, { given })
		const ask = async (kind: "usb" | "serial" | "hid" | "bluetooth") => {
			const asked = Reflect.get(navigator, kind) as Asking | undefined
			const options = kind === "bluetooth" ? { acceptAllDevices: true } : { filters: [] }
			const answer = await (kind === "serial" ? asked?.requestPort?.() : asked?.requestDevice?.(options))
			return Array.isArray(answer) ? answer.length > 0 : answer !== undefined
		}
		const onClick = () => {
			for (const kind of ["usb", "serial", "hid", "bluetooth"] as const)
				ask(kind).then(
					(isGiven) => {
						given[kind] = isGiven ? "given" : "none"
					},
					() => {
						given[kind] = "none"
					},
				)
		}
		document.body.addEventListener("click", onClick, { once: true })
	})
	await page.mouse.click(1, 1)
	await page.waitForFunction("Object.keys(given).length === 4")
	return page.evaluate("given")
}

it("does not hear its own page within another one", async () => {
	const answers = await app.electron.evaluate(
		async ({ BrowserWindow }, [preload, url]) => {
			const webPreferences = { preload, sandbox: true, contextIsolation: true, nodeIntegrationInSubFrames: true }
			const other = new BrowserWindow({ show: false, webPreferences })
			await other.loadURL(`data:text/html,<iframe src="${url}"></iframe>`)
			const ask = "intergiro.ask('state').then(() => 'answered', String)"
			const { framesInSubtree } = other.webContents.mainFrame
			const said = await Promise.all(
				framesInSubtree.map(async (frame) => [frame.url.slice(0, 5), await frame.executeJavaScript(ask)] as const),
			)
			other.destroy()
			return said
		},
		[resolve("out/preload/preload.cjs"), app.page.url()] as const,
	)
	const refused = expect.stringContaining("Not asked by the window.")
	expect(answers).toEqual([
		["data:", refused],
		["app:/", refused],
	])
})

it("hears no page but its own", async () => {
	const answer = await app.electron.evaluate(async ({ BrowserWindow }, preload) => {
		const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
		await other.loadURL("data:text/html,other")
		const said = await other.webContents.executeJavaScript("intergiro.ask('state').then(() => 'answered', String)")
		other.destroy()
		return said
	}, resolve("out/preload/preload.cjs"))
	expect(answer).toContain("Not asked by the window.")
})

it("saves nothing that a page wants to have saved", async () => {
	const { page, electron } = app
	// Heard of before the page asks.
	await electron.evaluate(({ session }) => {
		Object.assign(globalThis, {
			ended: new Promise<string>((resolve) => {
				session.defaultSession.once("will-download", (event, item) => {
					if (event.defaultPrevented) resolve("prevented")
					else item.once("done", (_event, state) => resolve(state))
				})
			}),
		})
	})
	await page.evaluate(() => {
		const link = document.createElement("a")
		link.href = URL.createObjectURL(new Blob(["x"]))
		link.download = "x.exe"
		link.click()
	})
	expect(await electron.evaluate(() => (globalThis as unknown as { ended: Promise<string> }).ended)).toBe("prevented")
})

it("connects to nobody past its policy", async () => {
	const candidates = await app.page.evaluate(async () => {
		const connection = new RTCPeerConnection()
		connection.createDataChannel("x")
		const found: string[] = []
		const gathered = new Promise<void>((resolve) => {
			connection.onicecandidate = ({ candidate }) => (candidate ? found.push(candidate.candidate) : resolve())
		})
		await connection.setLocalDescription()
		await gathered
		connection.close()
		return found
	})
	expect(candidates.filter((one) => / udp /i.test(one))).toEqual([])
})
