import { join } from "node:path"
import { app, BrowserWindow, nativeTheme, type Size, screen, session } from "electron"
import { tellOfDeaths } from "./dialogs.ts"
import { pageUrl } from "./own-page.ts"
import type { Preferences } from "./settings.ts"

/** The one window: a sandboxed page of our own that can go nowhere else and open nothing. */
export function openWindow(preferences: Preferences): BrowserWindow {
	const { theme } = preferences.settings
	nativeTheme.themeSource = theme === "auto" ? "system" : theme
	const window = new BrowserWindow({
		...placeOf(preferences),
		minWidth: 720,
		minHeight: 480,
		show: false,
		title: app.getName(),
		backgroundColor: nativeTheme.shouldUseDarkColors ? "#1a1b1e" : "#ffffff",
		webPreferences: {
			preload: join(import.meta.dirname, "../preload/preload.cjs"),
			sandbox: true,
			contextIsolation: true,
			nodeIntegration: false,
			spellcheck: false,
		},
	})
	window.once("ready-to-show", () => {
		if (preferences.window?.maximized) window.maximize()
		window.show()
	})
	window.on("close", () => preferences.placed({ ...window.getNormalBounds(), maximized: window.isMaximized() }))
	window.loadURL(pageUrl)
	return window
}

/** Milliseconds in which a page that breaks more than so many times is not brought back unasked. */
const often = { within: 60_000, times: 3 }

/** A page that died, for want of memory or by a fault of the graphics, is loaded again: the work goes on without it, and it asks where that stands. */
export function bringBack(window: BrowserWindow, onGone: (reason: string) => void) {
	let deaths: number[] = []
	window.webContents.on("render-process-gone", async (_event, { reason }) => {
		onGone(reason)
		if (reason === "clean-exit" || window.isDestroyed()) return
		const now = Date.now()
		deaths = [...deaths.filter((one) => now - one < often.within), now]
		if (deaths.length > often.times) await tellOfDeaths(window)
		if (!window.isDestroyed()) window.webContents.reload()
	})
}

/** For everything that shows web content, whoever opened it; once the app is ready. */
export function confineContents() {
	app.on("web-contents-created", (_event, contents) => {
		contents.on("will-navigate", (event) => event.preventDefault())
		contents.on("will-redirect", (event) => event.preventDefault())
		contents.on("will-attach-webview", (event) => event.preventDefault())
		contents.setWindowOpenHandler(() => ({ action: "deny" }))
		// Else connections of WebRTC would go past every policy of the page.
		contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp")
	})
	const { defaultSession } = session
	defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
	defaultSession.setPermissionCheckHandler(() => false)
	defaultSession.setDevicePermissionHandler(() => false)
	defaultSession.on("will-download", (event) => event.preventDefault())
}

/** Where the window was, unless that screen is gone; never larger than the screen it is on. */
function placeOf({ window }: Preferences) {
	if (!window) return fitting({ width: 1280, height: 860 }, screen.getPrimaryDisplay().workArea)
	const { x, y, width, height } = window
	const { workArea } = screen.getDisplayMatching({ x, y, width, height })
	const visible = x < workArea.x + workArea.width - 80 && x + width > workArea.x + 80 && y >= workArea.y - 10
	return visible && y < workArea.y + workArea.height - 80
		? { x, y, ...fitting({ width, height }, workArea) }
		: fitting({ width, height }, screen.getPrimaryDisplay().workArea)
}

function fitting(window: Size, area: Size): Size {
	return { width: Math.min(window.width, area.width), height: Math.min(window.height, area.height) }
}
