import { app, Menu, type MenuItemConstructorOptions } from "electron"
import type { MenuCommand } from "../src/ipc/bridge.ts"

/** The menus, and with them the shortcuts. What they do is the window's business, but for the log, of which it knows nothing. */
export function setMenu(send: (command: MenuCommand) => void, saveLog: () => void) {
	const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
		label,
		...(accelerator ? { accelerator } : {}),
		click: () => send(command),
	})
	const mac = process.platform === "darwin"
	const template: MenuItemConstructorOptions[] = [
		...(mac ? [{ role: "appMenu" as const }] : []),
		{
			label: "&File",
			submenu: [
				item("&Open File…", "open", "CmdOrCtrl+O"),
				{ type: "separator" },
				item("&Settings…", "settings", "CmdOrCtrl+,"),
				{ type: "separator" },
				{ role: mac ? "close" : "quit" },
			],
		},
		{ role: "editMenu" },
		{
			label: "&Import",
			submenu: [
				item("&Current Import", "import", "CmdOrCtrl+1"),
				item("&History", "history", "CmdOrCtrl+2"),
				{ type: "separator" },
				item("&Next Step", "next", "CmdOrCtrl+Enter"),
				item("&Previous Step", "back", "CmdOrCtrl+Backspace"),
				{ type: "separator" },
				item("&Search Rows", "search", "CmdOrCtrl+F"),
			],
		},
		{
			label: "&View",
			submenu: [
				{ role: "resetZoom" },
				{ role: "zoomIn" },
				{ role: "zoomOut" },
				{ type: "separator" },
				{ role: "togglefullscreen" },
				...(app.isPackaged ? [] : [{ role: "toggleDevTools" as const }]),
			],
		},
		{ role: "windowMenu" },
		{
			role: "help",
			submenu: [
				{ id: "log", label: "Save a &Log for Support…", click: saveLog },
				...(mac ? [] : [{ type: "separator" as const }, { role: "about" as const }]),
			],
		},
	]
	Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
