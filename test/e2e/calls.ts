import type { App } from "./app.ts"

/** The notifications so far of an app that nobody looks at. */
export function calls({ electron }: App): () => Promise<string[]> {
	const shown = electron.evaluateHandle(({ BrowserWindow, Notification }) => {
		const shown: string[] = []
		BrowserWindow.getFocusedWindow = () => null
		Notification.isSupported = () => true
		Notification.prototype.show = function (this: { title: string; body: string }) {
			shown.push(`${this.title} ${this.body}`)
		}
		return shown
	})
	return async () => (await shown).jsonValue()
}
