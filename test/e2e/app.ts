import { mkdir, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { _electron, type ElectronApplication, type Page } from "playwright-core"
import { inject } from "vitest"
import { type Display, ownDisplay } from "./display.ts"

const root = resolve(import.meta.dirname, "../..")

/** Milliseconds: on a machine that is busy with something else an app comes late. */
const startTimeout = 120_000
/** The same of one that is asked to go. */
const closeTimeout = 30_000

export interface App {
	readonly electron: ElectronApplication
	readonly page: Page
	/** Everything the app keeps: settings, runs, ledger. */
	readonly home: string
	readonly display: Display
	close(): Promise<void>
}

interface Options {
	readonly home?: string
	/** A file as "open with" passes it. */
	readonly opened?: string
	/** For Chromium. */
	readonly flags?: readonly string[]
	/** Of the display, where it is not the usual one. */
	readonly screen?: string
}

/** Those that are open: of a test that fails they are told, see `tell-windows.ts`. */
export const windows = new Set<Page>()

/** The built app in real Electron, with a home of its own. */
export async function launch(options: Options = {}): Promise<App> {
	const { executable, flags } = inject("electron")
	const home = options.home ?? (await newFolder())
	await mkdir(home, { recursive: true })
	const display = await ownDisplay(options.screen)
	const electron = await _electron
		.launch({
			executablePath: executable,
			timeout: startTimeout,
			args: [
				root,
				...flags,
				...(options.flags ?? []),
				`--user-data-dir=${join(home, "electron")}`,
				...(options.opened ? [options.opened] : []),
			],
			// Playwright switches it off otherwise, whoever the user is.
			chromiumSandbox: !flags.includes("--no-sandbox"),
			colorScheme: null,
			env: { ...(process.env as Record<string, string>), ...display.env, INTERGIRO_IMPORT_HOME: home },
		})
		.catch((error: unknown) => {
			display.close()
			throw error
		})
	// However it ends: tests kill it, too.
	electron.process().once("exit", () => display.close())
	const page = await electron.firstWindow({ timeout: startTimeout })
	page.setDefaultTimeout(60_000)
	windows.add(page)
	page.once("close", () => windows.delete(page))
	return {
		electron,
		page,
		home,
		display,
		async close() {
			// That an app goes when it is asked to is proved by tests of its own; here one that hangs must not take the others with it.
			const late = setTimeout(() => electron.process().kill("SIGKILL"), closeTimeout)
			await electron.close().finally(() => clearTimeout(late))
			if (options.home === undefined) await rm(home, { recursive: true, force: true })
		},
	}
}

export function newFolder(): Promise<string> {
	return mkdtemp(join(tmpdir(), "import-app-"))
}

/** What the next "choose a file" dialog answers. */
export async function answerDialog({ electron }: App, path: string): Promise<void> {
	await electron.evaluate(({ dialog }, path) => {
		dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
	}, path)
}

/** What the dialogs to save answer from here on; nothing: the person changes their mind. */
export async function answerSaveDialog({ electron }: App, path: string | undefined): Promise<void> {
	await electron.evaluate(({ dialog }, path) => {
		dialog.showSaveDialog = () => Promise.resolve({ canceled: path === undefined, filePath: path ?? "" })
	}, path)
}

/** The next file that is opened in its own program; here it is not. */
export function nextOpened({ electron }: App): Promise<string> {
	return electron.evaluate(
		({ shell }) =>
			new Promise<string>((resolve) => {
				shell.openPath = (path) => {
					resolve(path)
					return Promise.resolve("")
				}
			}),
	)
}
