import { basename } from "node:path"
import { keepFromSaving } from "../src/app/overwriting.ts"
import { readTextFile } from "../src/app/text-file.ts"
import { anyMappingSchema, type Mapping } from "../src/customer/columns/mapping.ts"
import { DraftFile } from "../src/report/draft-file.ts"
import { Refused } from "./refused.ts"
import type { Source } from "./source.ts"

/** Rejects with `Refused` when the file holds no mapping. */
export async function readMapping(path: string): Promise<Mapping> {
	try {
		return anyMappingSchema.parse(JSON.parse(await readTextFile(path)))
	} catch {
		throw new Refused(`${basename(path)} does not hold answers about columns.`, "Choose a file that was saved as one.")
	}
}

/** Keeps what the columns of a file are, for other files like it: not over the file itself. Rejects with `WouldOverwrite`. */
export async function saveMapping({ path: source, saved }: Source, path: string): Promise<void> {
	await keepFromSaving([source], path)
	await DraftFile.save(path, JSON.stringify(saved, null, "\t"))
}
