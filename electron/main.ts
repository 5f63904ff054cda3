import { existsSync, statSync } from "node:fs"
import { join } from "node:path"
import { app, type BrowserWindow } from "electron"
import { importHome } from "../src/app/home.ts"
import type { Phase } from "../src/contract/progress.ts"
import type { Told } from "../src/ipc.ts"
import { Desk } from "./desk.ts"
import { confirmClose } from "./dialogs.ts"
import { answerRequests, problemOf, tell } from "./ipc.ts"
import { setMenu } from "./menu.ts"
import { confineContents, isOwnFrame, openWindow } from "./window.ts"

let window: BrowserWindow | undefined
/** A file to open as soon as there is a window. */
let waiting = fileOf(process.argv.slice(1))
let closing = false

if (app.requestSingleInstanceLock()) {
	app.on("second-instance", (_event, argv) => {
		if (window?.isMinimized()) window.restore()
		window?.focus()
		const path = fileOf(argv.slice(1))
		if (path) openFile(path)
	})
	app.on("open-file", (event, path) => {
		event.preventDefault()
		if (window) openFile(path)
		else waiting = path
	})
	app.on("window-all-closed", () => app.quit())
	// Not awaited at the top: Electron is ready only once this module has been evaluated.
	app.whenReady().then(begin)
} else app.quit()

const toWindow = (told: Told) => tell(window, told)
const home = importHome()
const runs = process.env.INTERGIRO_IMPORT_HOME
	? join(home, "runs")
	: join(app.getPath("documents"), "Intergiro imports")
const desk = new Desk(home, runs, ownWindow, toWindow)

async function begin() {
	confineContents()
	answerRequests(desk.handlers, isOwnFrame)
	setMenu((command) => toWindow({ type: "command", command }))
	const early = waiting && desk.open(waiting).catch(() => undefined)
	await early
	window = openWindow(desk.preferences)
	window.on("close", (event) => {
		const { phase } = desk
		if (phase === undefined || closing) return
		event.preventDefault()
		void stopAndClose(phase)
	})
}

/** Asks first; what is in flight is finished and written down before the window goes. */
async function stopAndClose(phase: Phase) {
	const asked = ownWindow()
	if (!(await confirmClose(asked, phase))) return
	closing = true
	await desk.finish()
	asked.close()
}

async function openFile(path: string) {
	try {
		toWindow({ type: "opened", file: await desk.open(path) })
	} catch (error) {
		toWindow({ type: "failed", problem: problemOf(error) })
	}
}

function ownWindow(): BrowserWindow {
	if (!window) throw new Error("There is no window.")
	return window
}

/** The file among the arguments that "open with" passes. */
function fileOf(argv: readonly string[]): string | undefined {
	return argv.find((one) => !one.startsWith("-") && existsSync(one) && statSync(one).isFile())
}
