import { expect, it } from "vitest"
import { merchantApp } from "./merchant-app.ts"
import { writeSample } from "./sample.ts"
import { check, chooseMerchant } from "./steps.ts"

const own = merchantApp()

it("shows the merchant and what to do next within the window, however narrow it is and large the text", async () => {
	const { app, folder, merchant } = own
	const { page } = app
	await chooseMerchant(app, merchant, "live")
	await check(app, (await writeSample(folder, 20)).path)
	await page.getByRole("button", { name: "Import", exact: true }).click()
	const shown = [
		page.getByRole("button", { name: /^Environment: Live, Test AB/ }),
		page.getByRole("button", { name: "Try the first 3" }),
		page.getByRole("button", { name: "Create 19 customers" }),
	]
	for (const [width, height, zoom] of [
		[1024, 700, 1],
		[1280, 860, 2],
		[1024, 700, 2],
	] as const) {
		await app.electron.evaluate(
			({ BrowserWindow }, { width, height, zoom }) => {
				const [window] = BrowserWindow.getAllWindows()
				window?.setContentSize(width, height)
				window?.webContents.setZoomFactor(zoom)
			},
			{ width, height, zoom },
		)
		await page.waitForFunction((wanted) => window.innerWidth === wanted, width / zoom)
		for (const one of shown) {
			const right = await one.evaluate((element) => element.getBoundingClientRect().right)
			expect(right, `${one} at ${width}, ${zoom}`).toBeLessThanOrEqual(width / zoom)
		}
	}
})
