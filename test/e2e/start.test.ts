import { expect, it } from "vitest"
import { launch } from "./app.ts"

it("opens one window, sandboxed", async () => {
	const app = await launch()
	try {
		expect(await app.page.title()).toBe("Intergiro Customer Import")
		expect(await app.page.evaluate(() => [typeof globalThis.process, "require" in globalThis])).toEqual([
			"undefined",
			false,
		])
		expect(app.electron.windows()).toHaveLength(1)
	} finally {
		await app.close()
	}
})
