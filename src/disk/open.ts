import { closeSync, constants, fchmodSync, fstatSync, mkdtempSync, openSync, rmdirSync, statSync } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { dirname, join } from "node:path"
import { NotOpened } from "./not-opened.ts"

const { O_RDONLY, O_RDWR, O_CREAT, O_EXCL, O_APPEND } = constants
/** Windows knows neither. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
const own = O_NOFOLLOW | O_NONBLOCK

const flags = {
	/** To be read: a file that a person named, which may be a link to one. */
	named: O_RDONLY | O_NONBLOCK,
	/** To be read: a file in a folder of ours. */
	read: O_RDONLY | own,
	/** A file of ours that is there. */
	write: O_RDWR | own,
	/** A file of ours that is not there yet. */
	create: O_RDWR | O_CREAT | O_EXCL | own,
	/** A file of ours, made where there is none; what is written comes at its end. */
	append: O_RDWR | O_CREAT | O_APPEND | own,
} as const

/** What a file is opened for, and whose it is. */
export type Opening = keyof typeof flags

/**
 * Opens a file, which somebody else may have put there: it is one, or this rejects with `NotOpened`. A link is not followed but where a person
 * named it, and a pipe is not waited for. What is written to is ours alone from then on. Otherwise rejects as the file system does.
 */
export async function openFile(path: string, how: Opening): Promise<FileHandle> {
	const handle = await open(path, flags[how], 0o600).catch((error: unknown) => {
		throw inWords(error, path, how)
	})
	try {
		demand(handle.fd, path, how)
		return handle
	} catch (error) {
		await handle.close()
		throw error
	}
}

/** As `openFile`, at once; throws. */
export function openFileSync(path: string, how: Opening): number {
	const descriptor = openNow(path, how)
	try {
		demand(descriptor, path, how)
		return descriptor
	} catch (error) {
		closeSync(descriptor)
		throw error
	}
}

function openNow(path: string, how: Opening): number {
	try {
		return openSync(path, flags[how], 0o600)
	} catch (error) {
		throw inWords(error, path, how)
	}
}

/** How systems call a link that is not to be followed, and what is no file: a socket, a device that is not there, a folder. */
const notFiles: readonly unknown[] = ["ELOOP", "ENXIO", "ENODEV", "EOPNOTSUPP", "EISDIR"]

function inWords(error: unknown, path: string, how: Opening): unknown {
	return error instanceof Error && "code" in error && notFiles.includes(error.code) ? noFile(path, how) : error
}

function noFile(path: string, how: Opening): NotOpened {
	return how === "named"
		? new NotOpened("ENXIO", path, "is no file: a pipe, a device or a folder. Choose a file.")
		: new NotOpened("ENXIO", path, "is a link, or no file: something else put it there. Take it away.")
}

function demand(descriptor: number, path: string, how: Opening): void {
	const stat = fstatSync(descriptor)
	if (!stat.isFile()) throw noFile(path, how)
	if (how === "named" || how === "read") return
	if (stat.nlink > 1)
		throw new NotOpened(
			"EMLINK",
			path,
			"is one file with another name elsewhere, a hard link, which would be written over: put a copy of it in its place, or take it away where it is not the program's.",
		)
	const user = process.geteuid?.()
	if (user === undefined) return
	if (stat.uid !== user && stat.uid !== ownerIn(dirname(path)))
		throw new NotOpened("EACCES", path, "belongs to another user, who could read what is written to it. Take it away.")
	if ((stat.mode & 0o077) === 0) return
	try {
		fchmodSync(descriptor, 0o600)
	} catch {
		// A disk that knows no modes.
	}
}

/** Whose a file is that we make in a folder: shared disks say of all that it is somebody else's. */
function ownerIn(folder: string): number | undefined {
	try {
		const made = mkdtempSync(join(folder, ".owner-"))
		try {
			return statSync(made).uid
		} finally {
			rmdirSync(made)
		}
	} catch {
		return undefined
	}
}
