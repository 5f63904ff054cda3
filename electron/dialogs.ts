import { type BrowserWindow, dialog } from "electron"
import type { Phase } from "../src/contract/progress.ts"

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

export async function chooseFolder(window: BrowserWindow, title: string): Promise<string | undefined> {
	const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ["openDirectory", "createDirectory"] })
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

/** The same for a table: as a workbook, which is offered first, or as CSV. */
export async function chooseTableTarget(window: BrowserWindow, name: string): Promise<string | undefined> {
	const { filePath } = await dialog.showSaveDialog(window, {
		defaultPath: `${name}.xlsx`,
		filters: [
			{ name: "Excel workbook", extensions: ["xlsx"] },
			{ name: "CSV file", extensions: ["csv"] },
		],
	})
	return filePath || undefined
}

/** The window broke again and again. */
export async function tellOfDeaths(window: BrowserWindow): Promise<void> {
	await dialog.showMessageBox(window, {
		type: "warning",
		message: "The window stopped working several times.",
		detail:
			"An import that is running goes on, and what was sent is written down. Close other programs, then load it again.",
		buttons: ["Load it again"],
	})
}

const goesOn: Readonly<Record<Phase, string>> = {
	ready: "Nothing was sent yet.",
	preflight: "Nothing was sent yet in this session: it is looked for what exists already.",
	sending: "Requests on their way are finished and written down first.",
	settling:
		"Everything was sent; rows in doubt are being looked for. They stay in doubt until they are looked for again.",
	looking: "Everything was sent and written down; it is being looked whether Intergiro has everybody.",
	ended: "Everything was sent; the files are being written, which is finished first.",
}

/** Whether a run that worked with another ledger before goes on here. */
export async function confirmMoved(window: BrowserWindow): Promise<boolean> {
	const { response } = await dialog.showMessageBox(window, {
		type: "question",
		message: "This import worked with another ledger before.",
		detail:
			"Its folder comes from another computer, or the ledger of this one was lost. What other imports created there is not known here, and this key cannot list it. Go on only if this import goes on here, and nowhere else.",
		buttons: ["Do not go on", "Go on here"],
		defaultId: 0,
		cancelId: 0,
	})
	return response === 1
}

/** Whether rows that come back from a run on the sandbox are created for real. */
export async function confirmRehearsal(window: BrowserWindow, rehearsal: string): Promise<boolean> {
	const { response } = await dialog.showMessageBox(window, {
		type: "question",
		message: "These rows come back from an import into the sandbox.",
		detail: `${rehearsal} created nobody at Intergiro, neither these rows nor the others of its file. Import the file that was rehearsed, with what you have mended. Go on only if these rows alone are meant.`,
		buttons: ["Do not go on", "Import these rows alone"],
		defaultId: 0,
		cancelId: 0,
	})
	return response === 1
}

/** Whether to close the window although a run is under way. */
export async function confirmClose(window: BrowserWindow, phase: Phase): Promise<boolean> {
	const { response } = await dialog.showMessageBox(window, {
		type: "question",
		message: "An import is running.",
		detail: `Stop it and close? ${goesOn[phase]} The next time the app starts, the import can go on where it stopped.`,
		buttons: ["Keep importing", "Stop and close"],
		defaultId: 0,
		cancelId: 0,
	})
	return response === 1
}

/** Whether to remove an environment. `imports`: the files of those that are not finished there. */
export async function confirmRemoval(
	window: BrowserWindow,
	name: string,
	imports: readonly string[],
): Promise<boolean> {
	const { response } = await dialog.showMessageBox(window, {
		type: "question",
		message: `Remove ${name}?`,
		detail: `${neededBy(imports)}Its key is forgotten. Imports stay where they are, and go on once the same merchant is added again.`,
		buttons: ["Keep it", "Remove"],
		defaultId: 0,
		cancelId: 0,
	})
	return response === 1
}

/** Whether an environment becomes another merchant's. `before`: whose it was, where that is known. */
export async function confirmOtherMerchant(
	window: BrowserWindow,
	{
		name,
		before,
		after,
		imports,
	}: {
		readonly name: string
		readonly before: string | undefined
		readonly after: string
		readonly imports: readonly string[]
	},
): Promise<boolean> {
	const whose = before === after ? "another one of the same name" : before
	const was = whose === undefined ? "" : `It was for ${whose}. `
	const { response } = await dialog.showMessageBox(window, {
		type: "question",
		message: `This makes ${name} another merchant's: ${after}.`,
		detail: `${was}${neededBy(imports)}Imports that began there go on only with a key of their own merchant. For another merchant, rather add an environment of its own.`,
		buttons: ["Leave it as it was", "Change the merchant"],
		defaultId: 0,
		cancelId: 0,
	})
	return response === 1
}

function neededBy(imports: readonly string[]): string {
	if (imports.length === 0) return ""
	const shown = imports.slice(0, 5).join(", ")
	const need = imports.length === 1 ? "One import needs it" : `${imports.length} imports need it`
	return `${need} to go on: ${shown}${imports.length > 5 ? ", …" : ""}. `
}
