import { join } from "node:path"
import { z } from "zod"
import { readText } from "../disk/read.ts"
import { DraftFile } from "../report/draft-file.ts"
import type { Verified } from "../report/report-facts.ts"

/** Beside the journal: what the last comparison of a run with Intergiro came to. */
const fileName = "verified.json"

const count = z.number().int().nonnegative()
const verifiedSchema = z.object({
	...{ at: z.string(), lines: count, same: count, leftOut: count },
	inDoubt: count.default(0),
	notCreated: count.default(0),
})

/** Keeps it for the report. A folder that cannot be written to is verified all the same. */
export async function keepVerified(folder: string, verified: Verified): Promise<void> {
	await DraftFile.save(join(folder, fileName), `${JSON.stringify(verified)}\n`).catch(() => undefined)
}

/** The last comparison, and whether the run went on since; nothing where there was none, or it cannot be read. */
export async function readVerified(folder: string, ended: string): Promise<Verified | undefined> {
	const text = await readText(join(folder, fileName)).catch(() => "null")
	try {
		const verified = verifiedSchema.parse(JSON.parse(text))
		return { ...verified, ...(verified.at > ended ? {} : { isOld: true }) }
	} catch {
		return undefined
	}
}
