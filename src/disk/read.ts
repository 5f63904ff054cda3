import { closeSync, fstatSync, readFileSync } from "node:fs"
import { buffer } from "node:stream/consumers"
import { NotOpened } from "./not-opened.ts"
import { type Opening, openFile, openFileSync } from "./open.ts"

const megabyte = 1024 * 1024
/** Bytes of a file that is read whole, at most. */
const mostWhole = 64 * megabyte

type Reading = Extract<Opening, "named" | "read">

/** The content of a small file. Rejects as `openFile`, and with `NotOpened` where it is no small one. */
export async function readWhole(path: string, how: Reading = "read", most = mostWhole): Promise<Buffer> {
	const file = await openFile(path, how)
	try {
		const bytes = await buffer(file.createReadStream({ end: most }))
		if (bytes.length > most) throw tooLarge(path, most)
		return bytes
	} finally {
		await file.close()
	}
}

/** The text of a small file in a folder of ours, as `readWhole`. */
export async function readText(path: string, most = mostWhole): Promise<string> {
	return (await readWhole(path, "read", most)).toString("utf8")
}

/** As `readWhole` of a file in a folder of ours, at once; throws. */
export function readWholeSync(path: string, most: number): Buffer {
	const descriptor = openFileSync(path, "read")
	try {
		if (fstatSync(descriptor).size > most) throw tooLarge(path, most)
		return readOpened(descriptor)
	} finally {
		closeSync(descriptor)
	}
}

/** The content of a file that `openFileSync` opened. */
export function readOpened(descriptor: number): Buffer {
	return readFileSync(descriptor)
}

/** The bytes of a file, in their order, however large it is. Rejects as `openFile`. */
export async function* chunksOf(path: string, how: Reading = "read"): AsyncGenerator<Buffer, void> {
	const file = await openFile(path, how)
	try {
		yield* file.createReadStream({ highWaterMark: megabyte })
	} finally {
		await file.close()
	}
}

/** The lines of a file in a folder of ours, however large it is. Rejects as `openFile`. */
export async function* linesOf(path: string): AsyncGenerator<string, void> {
	const file = await openFile(path, "read")
	try {
		yield* file.readLines()
	} finally {
		await file.close()
	}
}

function tooLarge(path: string, most: number): NotOpened {
	return new NotOpened(
		"EFBIG",
		path,
		`is larger than ${most / megabyte} MB: it is not what its name says. Take it away.`,
	)
}
