import { type BrowserWindow, dialog } from "electron"

/** @returns the path, or nothing when the person changed their mind */
export async function chooseFile(
	window: BrowserWindow,
	title: string,
	extensions: string[],
): Promise<string | undefined> {
	const { filePaths } = await dialog.showOpenDialog(window, {
		title,
		properties: ["openFile"],
		filters: [
			{ name: extensions.map((one) => `.${one}`).join(", "), extensions },
			{ name: "All files", extensions: ["*"] },
		],
	})
	return filePaths[0]
}

export async function chooseTarget(window: BrowserWindow, name: string, kind: string): Promise<string | undefined> {
	const extension = name.slice(name.lastIndexOf(".") + 1)
	const { filePath } = await dialog.showSaveDialog(window, {
		defaultPath: name,
		filters: [{ name: kind, extensions: [extension] }],
	})
	return filePath || undefined
}

/** Whether to close the window although a run is under way. */
export async function confirmClose(window: BrowserWindow): Promise<boolean> {
	const { response } = await dialog.showMessageBox(window, {
		type: "question",
		message: "An import is running.",
		detail:
			"Stop it and close? Requests on their way are finished and written down first. The next time the app starts, the import can go on where it stopped.",
		buttons: ["Keep importing", "Stop and close"],
		defaultId: 0,
		cancelId: 0,
	})
	return response === 1
}
