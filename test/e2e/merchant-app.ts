import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterEach, beforeEach } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, launch, newFolder } from "./app.ts"

/** For each test an app, a merchant, and a folder for its files; what is in doubt is known a second later. */
export function merchantApp() {
	const own = {} as { folder: string; merchant: Merchant; app: App }
	beforeEach(async () => {
		own.folder = await newFolder()
		own.merchant = await startMerchant()
		own.app = await launch({ home: join(own.folder, "home") })
		await own.app.page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
	})
	afterEach(async () => {
		await own.app?.close()
		await own.merchant?.close()
		await rm(own.folder, { recursive: true, force: true })
	})
	return own
}
