import { contextBridge, ipcRenderer, webUtils } from "electron"
import type { Bridge, Told } from "../src/ipc.ts"

const bridge: Bridge = {
	ask: (name, argument) => ipcRenderer.invoke("ask", name, argument),
	listen(listener) {
		const heard = (_event: unknown, told: Told) => listener(told)
		ipcRenderer.on("tell", heard)
		return () => ipcRenderer.off("tell", heard)
	},
	pathOf: (file) => webUtils.getPathForFile(file as File),
}

contextBridge.exposeInMainWorld("intergiro", bridge)
