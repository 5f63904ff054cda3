import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { BrowserWindow } from "electron"
import { makeFile } from "../src/disk/make.ts"
import { DraftFile } from "../src/report/draft-file.ts"

const small =
	"font: 7pt sans-serif; color: #555; width: 100%; padding: 0 1.5cm; display: flex; justify-content: space-between"

/** Prints a page of HTML as a PDF, with its title and page numbers at the foot. */
export async function printPage(page: string, path: string): Promise<void> {
	// A page may have thousands of lines, which no URL has room for.
	const folder = await mkdtemp(join(tmpdir(), "intergiro-report-"))
	const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: false } })
	try {
		await makeFile(join(folder, "report.html"), page)
		await window.loadFile(join(folder, "report.html"))
		const pdf = await window.webContents.printToPDF({
			pageSize: "A4",
			printBackground: true,
			displayHeaderFooter: true,
			headerTemplate: "<span></span>",
			footerTemplate: `<div style="${small}"><span class="title"></span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`,
		})
		await DraftFile.save(path, pdf)
	} finally {
		window.destroy()
		await rm(folder, { recursive: true, force: true })
	}
}
