import { basename } from "node:path"
import { readTextFile } from "../src/app/text-file.ts"
import { anyMappingSchema, type Mapping } from "../src/customer/columns/mapping.ts"
import { Refused } from "./refused.ts"

/** Rejects with `Refused` when the file holds no mapping. */
export async function readMapping(path: string): Promise<Mapping> {
	try {
		return anyMappingSchema.parse(JSON.parse(await readTextFile(path)))
	} catch {
		throw new Refused(`${basename(path)} is not a mapping.`, "Choose a file that was saved as one.")
	}
}
