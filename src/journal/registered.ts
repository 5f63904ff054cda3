import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { ledgerPath } from "./ledger.ts"
import { ledgerKind } from "./ledger-records.ts"
import { readLog } from "./log.ts"

/**
 * The folders in which runs were begun or resumed, of every merchant, by the ledgers of a home; of each run the last one. What cannot be
 * read is left out: whoever depends on a ledger is told when it is opened.
 */
export async function foldersOfRuns(home: string): Promise<ReadonlyMap<string, string>> {
	const folder = join(home, "ledger")
	const names = await readdir(folder).catch(() => [])
	const found = new Map<string, string>()
	for (const name of names.filter((one) => one.endsWith(".log")))
		try {
			const path = join(folder, name.slice(0, -".log".length))
			for await (const record of readLog(path, ledgerKind, () => {}))
				if (record.type === "run") found.set(record.run, record.folder)
		} catch {}
	return found
}

/** Whether the ledger of a merchant, who is of one server, knows that a run was begun; not where it cannot be read. */
export async function isRegistered(home: string, merchant: string, run: string): Promise<boolean> {
	try {
		for await (const record of readLog(ledgerPath(home, merchant), ledgerKind, () => {}))
			if (record.type === "run" && record.run === run) return true
	} catch {}
	return false
}
