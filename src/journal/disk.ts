import { constants, writeSync } from "node:fs"
import { type FileHandle, mkdir, open, rename } from "node:fs/promises"
import { dirname } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { onceFree } from "../contract/held.ts"

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

/** Links are not followed, and a pipe is not waited for: somebody else may have put either there. Windows knows neither. */
const ownOnly = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
const flags = {
	read: constants.O_RDONLY | ownOnly,
	write: constants.O_RDWR | ownOnly,
	create: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | ownOnly,
} as const

/** Opens a file that is one, where its path has it. */
async function openOwn(path: string, mode: keyof typeof flags): Promise<FileHandle> {
	const handle = await open(path, flags[mode], 0o600).catch((error: unknown) => {
		throw hasCode(error, "ELOOP") ? notOwn(path) : error
	})
	const stat = await handle.stat()
	const isNamedTwice = mode !== "read" && stat.nlink > 1
	if (stat.isFile() && !isNamedTwice) return handle
	await handle.close()
	throw isNamedTwice ? namedTwice(path) : notOwn(path)
}

function notOwn(path: string): Error {
	const message = `${path} is a link, or no file: something else put it there. Take it away.`
	return Object.assign(new Error(message), { code: "ELOOP", path })
}

/** What is written to it would be written over another file, or over a backup of this one. */
function namedTwice(path: string): Error {
	const message = `${path} is one file with another name elsewhere, a hard link. Put a copy of it in its place.`
	return Object.assign(new Error(message), { code: "EMLINK", path })
}

export const nodeDisk: Disk = {
	async open(path, mode) {
		const handle = await onceFree(() => openOwn(path, mode), sleep)
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
	rename: (from, to) => onceFree(() => rename(from, to), sleep),
	async syncFolder(path) {
		if (!foldersSync) return
		const handle = await open(path, "r")
		try {
			await handle.sync()
		} finally {
			await handle.close()
		}
	},
}

/** Windows cannot open a folder to sync it; NTFS journals names by itself. */
const foldersSync = process.platform !== "win32"

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
