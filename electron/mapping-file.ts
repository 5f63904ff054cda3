import { readFile } from "node:fs/promises"
import { basename } from "node:path"
import { type Mapping, mappingSchema } from "../src/customer/mapping.ts"
import { Refused } from "./refused.ts"

/** Rejects with `Refused` when the file holds no mapping. */
export async function readMapping(path: string): Promise<Mapping> {
	try {
		return mappingSchema.parse(JSON.parse(await readFile(path, "utf8")))
	} catch {
		throw new Refused(`${basename(path)} is not a mapping.`, "Choose a file that was saved as one.")
	}
}
