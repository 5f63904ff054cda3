import { spawnSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { basename, extname, join } from "node:path"
import { pathToFileURL } from "node:url"

/** Where LibreOffice is; nothing where it is not installed. */
export const office = spawnSync("soffice", ["--version"]).status === 0 ? "soffice" : undefined

/** How somebody's spreadsheet reads and writes: the language and its number, and what is between the cells of a CSV file. */
export interface Desk {
	readonly language: string
	readonly lcid: number
	readonly delimiter: "," | ";"
}

export const desks: readonly Desk[] = [
	{ language: "sv-SE", lcid: 1053, delimiter: ";" },
	{ language: "en-US", lcid: 1033, delimiter: "," },
]

type Kind = "csv" | "xlsx"

/** Opens the files in LibreOffice of that language, with numbers and dates recognised, and saves them again. Returns the folder of what was saved. */
export function savedAgain(files: readonly string[], folder: string, { language, lcid, delimiter }: Desk, kind: Kind) {
	const profile = join(folder, "..", `profile-${language}`)
	mkdirSync(join(profile, "user"), { recursive: true })
	writeFileSync(join(profile, "user", "registrymodifications.xcu"), settings(language))
	mkdirSync(folder, { recursive: true })
	const between = delimiter.charCodeAt(0)
	for (const from of ["csv", "xlsx"] as const) {
		const those = files.filter((file) => extname(file) === `.${from}`)
		if (those.length === 0) continue
		const read = from === "csv" ? [`--infilter=Text - txt - csv (StarCalc):${between},34,76,1,,${lcid},false,true`] : []
		const write = kind === "csv" ? `csv:Text - txt - csv (StarCalc):${between},34,76,1` : "xlsx:Calc MS Excel 2007 XML"
		const user = `-env:UserInstallation=${pathToFileURL(profile)}`
		const { status, stderr } = spawnSync(
			office ?? "",
			[user, "--headless", ...read, "--convert-to", write, "--outdir", folder, ...those],
			{ timeout: 300_000 },
		)
		if (status !== 0) throw new Error(`LibreOffice failed: ${stderr}`)
	}
	return (file: string) => join(folder, `${basename(file, extname(file))}.${kind}`)
}

function settings(language: string): string {
	const item = (path: string, name: string, value: string) =>
		`<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`
	return `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${item("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", language)}
</oor:items>`
}
