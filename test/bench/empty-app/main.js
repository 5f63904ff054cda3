// The least that an Electron app can be: what the start of ours is compared with.
import { app, BrowserWindow } from "electron"

app.whenReady().then(() => {
	const window = new BrowserWindow({ width: 1280, height: 860, show: false, webPreferences: { sandbox: true } })
	window.once("ready-to-show", () => window.show())
	window.loadURL("data:text/html,<title>Empty</title><p>Nothing")
})
app.on("window-all-closed", () => app.quit())
