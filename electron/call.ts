import { app, BrowserWindow, Notification } from "electron"

/** Shown notifications: one that nobody holds may be gone before it is clicked. */
const shown = new Set<Notification>()

/** Calls a person who looks at something else; pressing the notification leads to the window. */
export function call(title: string, body: string): void {
	if (BrowserWindow.getFocusedWindow() !== null) return
	const [window] = BrowserWindow.getAllWindows()
	window?.flashFrame(true)
	window?.once("focus", () => window.flashFrame(false))
	if (!Notification.isSupported()) return
	const notification = new Notification({ title: `${app.getName()}: ${title}`, body })
	shown.add(notification)
	notification.on("close", () => shown.delete(notification))
	notification.on("click", () => {
		shown.delete(notification)
		if (window?.isDestroyed()) return
		if (window?.isMinimized()) window.restore()
		window?.focus()
	})
	notification.show()
}
