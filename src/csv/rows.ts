import { cutBlocks } from "./block.ts"
import type { Layout, Row } from "./layout.ts"
import { parseBlock } from "./parse.ts"

/**
 * The data rows of a file in batches, in order, blank ones left out. Memory does not grow with the file.
 * Throws `UnreadableFile` where the file cannot be read at all; what is wrong with one row stands in its problems.
 */
export async function* readRows(
	path: string,
	layout: Layout,
	options: { readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<readonly Row[], void> {
	for await (const block of cutBlocks(path, layout, options)) yield parseBlock(block, layout)
}
