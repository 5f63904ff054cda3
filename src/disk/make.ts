import { closeSync, constants, fsyncSync, lstatSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { type FileHandle, open, rename, rm, stat, writeFile } from "node:fs/promises"
import { join, parse } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { onceFree } from "../contract/held.ts"
import { NotOpened } from "./not-opened.ts"
import { openFile, openFileSync } from "./open.ts"

/** A file of our own, whatever lies under its name: a link that somebody planted there would be followed, and its mode kept. */
export async function openAnew(path: string): Promise<FileHandle> {
	await onceFree(() => rm(path, { force: true }), sleep)
	return onceFree(() => openFile(path, "create"), sleep)
}

/** What a file is made of. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>

/** Writes all of it to a file that is open, from where that is. */
export function writeAll(file: FileHandle, content: Content): Promise<void> {
	return writeFile(file, content)
}

/** A file of our own, on the disk when resolved. Rejects with `EEXIST` where there is something of its name, as a link. */
export async function makeFile(path: string, content: Content): Promise<void> {
	const file = await openFile(path, "create")
	try {
		await writeAll(file, content)
		await file.sync()
	} catch (error) {
		await rm(path, { force: true })
		throw error
	} finally {
		await file.close()
	}
}

/** As `makeFile`, at once; throws. */
export function makeFileSync(path: string, content: string | Uint8Array): void {
	const descriptor = openFileSync(path, "create")
	try {
		writeFileSync(descriptor, content)
		fsyncSync(descriptor)
	} catch (error) {
		rmSync(path, { force: true })
		throw error
	} finally {
		closeSync(descriptor)
	}
}

/** Gives a file its final name, in place of one that another program may have open for a while. Rejects as the disk does. */
export function takePlace(from: string, to: string): Promise<void> {
	return onceFree(() => rename(from, to), sleep)
}

/** Rejects with `NotOpened` where a pipe, a device or a socket has the name of a file that a person wants made: it would be gone. */
export async function expectNoDevice(path: string): Promise<void> {
	const there = await stat(path).catch(() => undefined)
	if (there && !there.isFile() && !there.isDirectory())
		throw new NotOpened("ENXIO", path, "is no file, but a pipe, a device or a socket. Name another one.")
}

/** Makes renames and removals in a folder durable. Windows has no such thing and needs none. */
export async function syncFolder(folder: string): Promise<void> {
	if (process.platform === "win32") return
	const handle = await open(folder, constants.O_RDONLY | constants.O_DIRECTORY)
	try {
		await handle.sync()
	} finally {
		await handle.close()
	}
}

/** Gives what lies under a name another one beside it, whatever it is. Returns that name; throws as the disk does. */
export function setAside(path: string): string {
	const { dir, name, ext } = parse(path)
	for (let count = 1; ; count++) {
		const aside = `${name}.set-aside-${count}${ext}`
		if (lstatSync(join(dir, aside), { throwIfNoEntry: false })) continue
		renameSync(path, join(dir, aside))
		return aside
	}
}
