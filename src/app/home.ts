import { resolve } from "node:path"
import envPaths from "env-paths"

/** Where the ledger and the settings live: `INTERGIRO_IMPORT_HOME`, or the place that the system has for such data. */
export function importHome(environment: NodeJS.ProcessEnv = process.env): string {
	const home = environment.INTERGIRO_IMPORT_HOME
	return home ? resolve(home) : envPaths("intergiro-customer-import", { suffix: "" }).data
}
