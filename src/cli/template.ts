import { stat } from "node:fs/promises"
import { extname } from "node:path"
import { writeTemplate } from "../report/template.ts"
import { type Exit, exit, print, Usage } from "./output.ts"

/** Writes an empty file of customers. Rejects with `Usage` where there is a file already: it may hold what somebody wrote. */
export async function template(file: string): Promise<Exit> {
	if (![".xlsx", ".csv"].includes(extname(file).toLowerCase()))
		throw new Usage(`${file} has to end in .xlsx or .csv: that says what is written.`)
	if (await stat(file).catch(() => undefined)) throw new Usage(`There is a file ${file} already. Choose another name.`)
	await writeTemplate(file)
	print(`${file} has the columns that are known, with a note for each. Fill it in, then check it.`)
	return exit.done
}
