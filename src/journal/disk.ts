import { writeSync } from "node:fs"
import { mkdir } from "node:fs/promises"
import { dirname } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { onceFree } from "../contract/held.ts"
import { syncFolder, takePlace } from "../disk/make.ts"
import { openFile } from "../disk/open.ts"

/** What the journal asks of a file system; nothing is durable before it is synced. Failures reject with a `code`. */
export interface Disk {
	/** `read` and `write` want an existing file (`ENOENT`), `create` wants none (`EEXIST`). */
	open(path: string, mode: "read" | "write" | "create"): Promise<DiskFile>
	/** Makes the folder and the folders above it, durably. */
	makeFolder(path: string): Promise<void>
	/** Gives a file another name, in place of the file that has it; durable once the folder is synced. */
	rename(from: string, to: string): Promise<void>
	/** Makes the names in a folder durable. */
	syncFolder(path: string): Promise<void>
}

export interface DiskFile {
	/** In bytes. */
	size(): Promise<number>
	/** Reads up to `length` bytes; fewer only at the end of the file. */
	read(position: number, length: number): Promise<Buffer>
	/** Writes all bytes or rejects, having written any part of them. */
	write(position: number, bytes: Uint8Array): Promise<void>
	/**
	 * Writes a few bytes before it returns, or throws. They outlive the process; what a power failure leaves of them is all or nothing, as
	 * they lie in one sector.
	 */
	writeNow(position: number, bytes: Uint8Array): void
	truncate(size: number): Promise<void>
	/** Makes the content and the size durable. */
	sync(): Promise<void>
	close(): Promise<void>
}

export const nodeDisk: Disk = {
	async open(path, mode) {
		const handle = await onceFree(() => openFile(path, mode), sleep)
		return {
			size: async () => (await handle.stat()).size,
			async read(position, length) {
				const bytes = Buffer.allocUnsafe(length)
				let filled = 0
				while (filled < length) {
					const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled)
					if (bytesRead === 0) break
					filled += bytesRead
				}
				return bytes.subarray(0, filled)
			},
			async write(position, bytes) {
				let written = 0
				const more = () => handle.write(bytes, written, bytes.length - written, position + written)
				while (written < bytes.length) written += (await onceFree(more, sleep)).bytesWritten
			},
			writeNow(position, bytes) {
				let written = 0
				while (written < bytes.length)
					written += writeSync(handle.fd, bytes, written, bytes.length - written, position + written)
			},
			truncate: (size) => handle.truncate(size),
			sync: () => handle.datasync(),
			close: () => handle.close(),
		}
	},
	async makeFolder(path) {
		const first = await mkdir(path, { recursive: true, mode: 0o700 })
		if (first === undefined) return
		for (let made = path; made.length >= first.length; made = dirname(made)) await nodeDisk.syncFolder(dirname(made))
	},
	rename: takePlace,
	syncFolder,
}

/** Opens a file to write it; makes it when there is none, in a folder that there is. */
export async function openOrMake(name: string, disk: Disk): Promise<DiskFile> {
	try {
		return await disk.open(name, "write")
	} catch (error) {
		if (!hasCode(error, "ENOENT")) throw error
		return disk.open(name, "create")
	}
}

/** Whether `error` is a failure of the file system with this code, such as `ENOENT`. */
export function hasCode(error: unknown, code: string): boolean {
	return error instanceof Error && "code" in error && error.code === code
}
