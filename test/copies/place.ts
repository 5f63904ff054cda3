import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import type { Random } from "../simulation/random.ts"

/** Nothing is durable there for longer than a test, and syncing costs nothing. */
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir()

/** Where an import takes place: run folders, homes and copies of them, and what may happen to their files. */
export class Place {
	readonly #root = mkdtempSync(join(memory, "copies-"))
	readonly #random: Random
	#copies = 0

	constructor(random: Random) {
		this.#random = random
	}

	path(...names: string[]): string {
		return join(this.#root, ...names)
	}

	has(...names: string[]): boolean {
		return existsSync(this.path(...names))
	}

	/** A copy of these parts, as a kill leaves them: without the locks, which are of a process that is gone. */
	keep(parts: readonly string[]): string {
		const name = `copy-${++this.#copies}`
		const filter = (path: string) => !/\.lock\./.test(path)
		for (const part of parts)
			if (this.has(part)) cpSync(this.path(part), this.path(name, part), { recursive: true, filter })
		return name
	}

	putBack(copy: string, parts: readonly string[]): void {
		for (const part of parts) {
			rmSync(this.path(part), { recursive: true, force: true })
			if (this.has(copy, part)) cpSync(this.path(copy, part), this.path(part), { recursive: true })
		}
	}

	/** The files in a folder with such names. */
	files(folder: string, names: RegExp): readonly string[] {
		if (!existsSync(folder)) return []
		return readdirSync(folder).flatMap((file) => (names.test(file) ? join(folder, file) : []))
	}

	/** A file or folder that may not be there, by its place or its whole path. */
	lose(...names: string[]): void {
		rmSync(resolve(this.#root, ...names), { recursive: true, force: true })
	}

	/** @param to bytes that stay; as many as it happens by default */
	cut(path: string, to?: number): void {
		const bytes = readFileSync(path)
		writeFileSync(path, bytes.subarray(0, to ?? this.#random.below(bytes.length + 1)))
	}

	/** Flips a bit. */
	alter(path: string): void {
		const bytes = readFileSync(path)
		const at = this.#random.below(bytes.length)
		bytes[at] = (bytes[at] ?? 0) ^ 1
		writeFileSync(path, bytes)
	}

	remove(): void {
		rmSync(this.#root, { recursive: true })
	}
}
