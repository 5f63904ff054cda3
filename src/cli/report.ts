import { join } from "node:path"
import { importHome } from "../app/home.ts"
import { keepFromSaving, runPaths } from "../app/overwriting.ts"
import { reportOf } from "../app/report.ts"
import { isSaidSince, summaryIn } from "../app/unfinished.ts"
import { inCommands } from "../customer/command-words.ts"
import { DraftFile } from "../report/draft-file.ts"
import { reportPage } from "../report/report-page.ts"
import { type Exit, exit, note, print } from "./output.ts"
import { filesUpToDate } from "./up-to-date.ts"

export interface ReportOptions {
	readonly out?: string
	/** The file of the run, where its files have to be made anew and it is not beside its folder. */
	readonly source?: string
}

/** Writes the report of a run as a page of HTML, to be printed and filed; where the program was killed, its files first. */
export async function report(folder: string, { out, source }: ReportOptions): Promise<Exit> {
	const path = out ?? join(folder, "report.html")
	if (out !== undefined) await keepFromSaving(runPaths(folder), out)
	const said = await isSaid(folder)
	const old = await filesUpToDate(folder, source, { said })
	if (old !== undefined) note(inCommands(old))
	const { locale } = new Intl.DateTimeFormat().resolvedOptions()
	const figures = await reportOf(folder, importHome())
	const told = said && old !== undefined ? { outdated: before, ...figures } : figures
	await DraftFile.save(path, reportPage(told, locale))
	print(path)
	if (told.outdated === undefined) return exit.done
	note(told.outdated)
	return exit.stopped
}

const before =
	"A person said something of it since these figures were made: run the same command again, and they are made anew."

/** Whether a person said something of the run since its files were made; that there is no run is told by whoever reads it. */
async function isSaid(folder: string): Promise<boolean> {
	return await isSaidSince(folder, await summaryIn(folder)).catch(() => false)
}
