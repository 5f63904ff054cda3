import { contextBridge, ipcRenderer, webUtils } from "electron"
import type { Bridge, Told } from "../src/ipc/bridge.ts"

const bridge: Bridge = {
	ask: (name, argument) => ipcRenderer.invoke("ask", name, argument),
	listen(listener) {
		const heard = (_event: unknown, told: Told) => listener(told)
		ipcRenderer.on("tell", heard)
		return () => ipcRenderer.off("tell", heard)
	},
	pathOf(file) {
		const path = webUtils.getPathForFile(file as File)
		// A page cannot make a file that has a path: a person dropped this one.
		if (path !== "") ipcRenderer.send("dropped", path)
		return path
	},
}

contextBridge.exposeInMainWorld("intergiro", bridge)
