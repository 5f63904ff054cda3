import type { DiskFile } from "./disk.ts"
import { maximum, payload } from "./frame.ts"

/** The JSON of each record, without its `prev`, of a part of a log that is known to consist of whole lines. */
export async function* lines(file: DiskFile, start: number, end: number): AsyncGenerator<string> {
	let rest: Buffer = Buffer.alloc(0)
	for (let position = start; position < end; position += maximum) {
		const bytes = Buffer.concat([rest, await file.read(position, Math.min(maximum, end - position))])
		let begin = 0
		for (let stop = bytes.indexOf("\n"); stop >= 0; stop = bytes.indexOf("\n", begin)) {
			yield payload(bytes, begin, stop)
			begin = stop + 1
		}
		rest = bytes.subarray(begin)
	}
}
