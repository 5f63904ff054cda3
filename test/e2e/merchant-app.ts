import type { ChildProcess } from "node:child_process"
import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, afterEach, beforeEach } from "vitest"
import { type Merchant, startMerchant } from "../cli/merchant.ts"
import { type App, launch, newFolder } from "./app.ts"

interface Options {
	/** One app for all tests, which remembers merchants and imports of those before: a start takes as long as many a test. */
	readonly shared?: boolean
}

/** For each test an app without a file, a merchant, and a folder for its files; what is in doubt is known a second later. */
export function merchantApp({ shared = false }: Options = {}) {
	const own = {} as { folder: string; merchant: Merchant; app: App }
	let house: string | undefined
	/** Of the app that was started last here; of one that is gone the app itself does not say. */
	let running: ChildProcess | undefined
	const leave = async () => {
		await own.app?.close()
		if (house !== undefined) await rm(house, { recursive: true, force: true })
		house = undefined
	}
	beforeEach(async () => {
		own.folder = await newFolder()
		own.merchant = await startMerchant()
		if (house === undefined) {
			house = await newFolder()
			own.app = await launch({ home: join(house, "home") })
			running = own.app.electron.process()
		} else {
			await own.app.page.evaluate("intergiro.ask('file.close')")
			await own.app.page.evaluate("intergiro.ask('settings.save', { environment: 'sandbox' })")
			await own.app.page.reload()
		}
		await own.app.page.evaluate("intergiro.ask('settings.save', { settle: 1 })")
	})
	afterEach(async ({ task }) => {
		const { exitCode, signalCode } = running ?? {}
		// One that failed, or was closed, is no start for the next test.
		if (!shared || task.result?.state === "fail" || exitCode !== null || signalCode !== null) await leave()
		await own.merchant?.close()
		await rm(own.folder, { recursive: true, force: true })
	})
	afterAll(leave)
	return own
}
