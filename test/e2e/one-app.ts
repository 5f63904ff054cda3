import { rm } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll } from "vitest"
import { type App, launch, newFolder } from "./app.ts"

/** For all tests of a file one app, and a folder for its files. */
export function oneApp() {
	const own = {} as { folder: string; app: App }
	beforeAll(async () => {
		own.folder = await newFolder()
		own.app = await launch({ home: join(own.folder, "home") })
	})
	afterAll(async () => {
		await own.app?.close()
		await rm(own.folder, { recursive: true, force: true })
	})
	return own
}
