import { basename } from "node:path"
import { readTextFile } from "../src/app/text-file.ts"
import { type Mapping, mappingSchema } from "../src/customer/mapping.ts"
import { Refused } from "./refused.ts"

/** Rejects with `Refused` when the file holds no mapping. */
export async function readMapping(path: string): Promise<Mapping> {
	try {
		return mappingSchema.parse(JSON.parse(await readTextFile(path)))
	} catch {
		throw new Refused(`${basename(path)} is not a mapping.`, "Choose a file that was saved as one.")
	}
}
