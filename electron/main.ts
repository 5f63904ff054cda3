import { statSync } from "node:fs"
import { join, resolve } from "node:path"
import { app, type BrowserWindow } from "electron"
import { importHome } from "../src/app/home.ts"
import type { Phase } from "../src/contract/progress.ts"
import type { Told } from "../src/ipc/bridge.ts"
import { DraftFile } from "../src/report/draft-file.ts"
import { setAbout, versions } from "./about.ts"
import { chooseTarget, confirmClose } from "./dialogs.ts"
import { answerRequests, hearOfDropped, problemOf, tell } from "./ipc.ts"
import { setMenu } from "./menu.ts"
import { claimScheme, isOwnFrame, servePage } from "./own-page.ts"
import { RequestHandlers } from "./request-handlers.ts"
import { SupportLog } from "./support-log.ts"
import { bringBack, confineContents, openWindow } from "./window.ts"

let window: BrowserWindow | undefined
let closing = false

const toWindow = (told: Told) => tell(window, told)
const home = importHome()
const runs = process.env.INTERGIRO_IMPORT_HOME
	? join(home, "runs")
	: join(app.getPath("documents"), "Intergiro imports")
const log = new SupportLog(home)
const requests = new RequestHandlers(home, runs, ownWindow, toWindow, (event) => log.hear(event))

// What nobody waited for is told all the same: it went wrong, and nothing that was sent is lost by it.
process.on("unhandledRejection", (error) => {
	log.fault("something", error)
	toWindow({ type: "warning", message: problemOf(error).message })
})

claimScheme()
if (app.requestSingleInstanceLock()) {
	openAmong(process.argv.slice(1), process.cwd())
	app.on("second-instance", (_event, argv, folder) => {
		if (window?.isMinimized()) window.restore()
		window?.focus()
		openAmong(argv.slice(1), folder)
	})
	app.on("open-file", (event, path) => {
		event.preventDefault()
		requests.offer(path)
	})
	app.on("window-all-closed", () => app.quit())
	// Not awaited at the top: Electron is ready only once this module has been evaluated.
	app.whenReady().then(begin)
} else app.quit()

function begin() {
	servePage()
	confineContents()
	log.add(`started: ${versions()} on ${process.platform} ${process.arch}`)
	answerRequests(requests.handlers, isOwnFrame, (name, error) => log.fault(name, error))
	hearOfDropped((path) => requests.choose(path), isOwnFrame)
	setAbout()
	setMenu((command) => toWindow({ type: "command", command }), saveLog)
	window = openWindow(requests.preferences)
	bringBack(window, (reason) => log.add(`the window died: ${reason}`))
	window.on("close", (event) => {
		const { phase } = requests
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
	await requests.finish()
	asked.close()
}

/** Where a person says, to be sent to whoever helps. */
async function saveLog() {
	try {
		const path = await chooseTarget(ownWindow(), "intergiro-import-log.txt", "Text file")
		if (path !== undefined) await DraftFile.save(path, log.text)
	} catch (error) {
		toWindow({ type: "warning", message: problemOf(error).message })
	}
}

function ownWindow(): BrowserWindow {
	if (!window) throw new Error("There is no window.")
	return window
}

/**
 * Opens the file that "open with" passes among its arguments; why one cannot be read is told where it is opened.
 * @param folder where a relative path begins
 */
function openAmong(argv: readonly string[], folder: string) {
	const path = argv
		.filter((one) => one !== "" && !one.startsWith("-"))
		.map((one) => resolve(folder, one))
		.find((path) => !isFolder(path))
	if (path) requests.offer(path)
}

function isFolder(path: string): boolean {
	try {
		return statSync(path).isDirectory()
	} catch {
		return false
	}
}
