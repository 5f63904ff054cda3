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
