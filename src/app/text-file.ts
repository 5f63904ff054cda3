import { readWhole } from "../disk/read.ts"

/**
 * The text of a file that a person wrote. Editors on Windows put a byte order mark before what they save, which the decoder
 * takes away, or write UTF-16. Rejects as the file system does.
 */
export async function readTextFile(path: string): Promise<string> {
	const bytes = await readWhole(path, "named")
	return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes)
}
