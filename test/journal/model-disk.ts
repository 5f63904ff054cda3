import { dirname } from "node:path"
import type { Disk, DiskFile } from "../../src/journal/disk.ts"

/** An operation that changes the disk or makes it durable. `index` counts them from 0. */
export interface Operation {
	readonly index: number
	readonly kind: "create" | "write" | "truncate" | "sync" | "rename" | "makeFolder" | "syncFolder"
	readonly path: string
	/** Of a write. */
	readonly length: number
}

export type Fault =
	/** The operation fails; a write may have written some bytes before. What a failed sync should have saved is never saved. */
	| { readonly kind: "error"; readonly code: "EIO" | "ENOSPC"; readonly written?: number }
	/** The process dies while the operation is under way: it may or may not happen, and nothing on this disk ever returns. */
	| { readonly kind: "death" }

/** Called before every operation; may take its time, and decides how it ends. */
export type Hook = (operation: Operation) => Fault | undefined | Promise<Fault | undefined>

/** How much of what was not synced survives, of `units`: the bytes written, and one for each truncation or name. */
export type Survival = (path: string, units: number) => number

type Change =
	| { readonly kind: "write"; readonly position: number; readonly bytes: Uint8Array }
	/** Within one sector: survives as a whole or not at all. */
	| { readonly kind: "overwrite"; readonly position: number; readonly bytes: Uint8Array }
	| { readonly kind: "truncate"; readonly size: number }

interface Rename {
	readonly from: string
	readonly to: string
	/** What had the name before. */
	readonly replaced: Content | undefined
}

interface Content {
	durable: Buffer
	seen: Buffer
	unsynced: Change[]
}

/**
 * A disk in memory that forgets what a real one may: content that was not synced, names of files whose folder was not.
 * It does nothing by chance or by the clock: everything is decided by the hook and by what survives.
 */
export class ModelDisk implements Disk {
	readonly #files = new Map<string, Content>()
	readonly #unsyncedNames = new Set<string>()
	/** Names that were given and are not durable, the last one last. */
	#renames: Rename[] = []
	/** Resolves when the hook let the process die. */
	readonly died: Promise<void>
	#die: () => void = () => undefined
	#dead = false
	#count = 0

	constructor(private readonly hook: Hook = () => undefined) {
		this.died = new Promise((resolve) => {
			this.#die = resolve
		})
	}

	/** Operations so far. */
	get count(): number {
		return this.#count
	}

	/** The disk as the next process finds it when only the last one died. */
	afterKill(hook?: Hook): ModelDisk {
		const next = new ModelDisk(hook)
		for (const [path, { durable, seen, unsynced }] of this.#files)
			next.#files.set(path, { durable, seen, unsynced: [...unsynced] })
		for (const path of this.#unsyncedNames) next.#unsyncedNames.add(path)
		next.#renames = [...this.#renames]
		return next
	}

	/**
	 * The disk as the next process finds it after the power failed. With `zeros`, a write that survives in part still made
	 * the file as long as it would have been, and what is missing reads as zeros.
	 */
	afterPowerLoss(survival: Survival, zeros = false, hook?: Hook): ModelDisk {
		const next = new ModelDisk(hook)
		const files = new Map(this.#files)
		for (const { from, to, replaced } of [...this.#renames].reverse()) {
			const moved = files.get(to)
			if (moved === undefined || survival(dirname(to), 1) > 0) continue
			files.set(from, moved)
			if (replaced) files.set(to, replaced)
			else files.delete(to)
		}
		for (const [path, { durable, unsynced }] of files) {
			if (this.#unsyncedNames.has(path) && survival(dirname(path), 1) === 0) continue
			let left = survival(path, unitsOf(unsynced))
			let content = durable
			for (const change of unsynced) {
				if (left <= 0) break
				content = apply(content, change, left, zeros)
				left -= unitsOf([change])
			}
			next.#files.set(path, { durable: content, seen: content, unsynced: [] })
		}
		return next
	}

	/** What a power loss might take from a file, in units. */
	unsynced(path: string): number {
		return unitsOf(this.#files.get(path)?.unsynced ?? [])
	}

	/** What a process sees in a file. */
	content(path: string): Buffer | undefined {
		return this.#files.get(path)?.seen
	}

	/** Puts a file there, durably. */
	put(path: string, bytes: Buffer): void {
		this.#files.set(path, { durable: bytes, seen: bytes, unsynced: [] })
	}

	paths(): string[] {
		return [...this.#files.keys()]
	}

	async open(path: string, mode: "read" | "write" | "create"): Promise<DiskFile> {
		if (mode === "create")
			await this.#operate("create", path, 0, () => {
				if (this.#files.has(path)) throw failure("EEXIST", path)
				this.#files.set(path, { durable: Buffer.alloc(0), seen: Buffer.alloc(0), unsynced: [] })
				this.#unsyncedNames.add(path)
			})
		const content = this.#files.get(path)
		if (!content) throw failure("ENOENT", path)
		const change = (one: Change) => {
			content.seen = apply(content.seen, one, Number.POSITIVE_INFINITY, false)
			content.unsynced.push(one)
		}
		return {
			size: () => this.#look(() => content.seen.length),
			read: (position, length) => this.#look(() => Buffer.from(content.seen.subarray(position, position + length))),
			write: (position, bytes) =>
				this.#operate("write", path, bytes.length, (written) =>
					change({ kind: "write", position, bytes: Buffer.from(bytes.subarray(0, written)) }),
				),
			writeNow: (position, bytes) => {
				if (!this.#dead) change({ kind: "overwrite", position, bytes: Buffer.from(bytes) })
			},
			truncate: (size) => this.#operate("truncate", path, 0, () => change({ kind: "truncate", size })),
			sync: () =>
				this.#operate("sync", path, 0, (saved) => {
					if (saved === undefined)
						for (const one of content.unsynced)
							content.durable = apply(content.durable, one, Number.POSITIVE_INFINITY, false)
					content.unsynced = []
				}),
			close: () => this.#look(() => undefined),
		}
	}

	makeFolder(path: string): Promise<void> {
		return this.#operate("makeFolder", path, 0, () => undefined)
	}

	rename(from: string, to: string): Promise<void> {
		return this.#operate("rename", to, 0, (written) => {
			const moved = this.#files.get(from)
			if (!moved) throw failure("ENOENT", from)
			if (written !== undefined) return
			this.#renames.push({ from, to, replaced: this.#files.get(to) })
			this.#files.set(to, moved)
			this.#files.delete(from)
		})
	}

	syncFolder(path: string): Promise<void> {
		return this.#operate("syncFolder", path, 0, (saved) => {
			if (saved !== undefined) return
			for (const name of this.#unsyncedNames) if (dirname(name) === path) this.#unsyncedNames.delete(name)
			this.#renames = this.#renames.filter(({ to }) => dirname(to) !== path)
		})
	}

	async #look<T>(result: () => T): Promise<T> {
		if (this.#dead) return new Promise(() => undefined)
		return result()
	}

	async #operate(
		kind: Operation["kind"],
		path: string,
		length: number,
		effect: (written?: number) => void,
	): Promise<void> {
		if (this.#dead) return new Promise(() => undefined)
		const fault = await this.hook({ index: this.#count++, kind, path, length })
		if (this.#dead) return new Promise(() => undefined)
		switch (fault?.kind) {
			case undefined:
				return effect()
			case "error":
				if (kind === "write") effect(fault.written ?? 0)
				if (kind === "sync") effect(0)
				throw failure(fault.code, path)
			case "death":
				// What a write or truncation under way has done is for the power loss to say; a sync is no surer than none.
				if (kind !== "sync" && kind !== "syncFolder") effect()
				this.#dead = true
				this.#die()
				return new Promise(() => undefined)
		}
	}
}

function unitsOf(changes: readonly Change[]): number {
	return changes.reduce((sum, change) => sum + (change.kind === "write" ? change.bytes.length : 1), 0)
}

function apply(content: Buffer, change: Change, units: number, zeros: boolean): Buffer {
	if (change.kind === "truncate") {
		const cut = Buffer.alloc(change.size)
		content.copy(cut)
		return cut
	}
	const bytes = change.kind === "overwrite" ? change.bytes : change.bytes.subarray(0, units)
	const reach = change.position + (zeros ? change.bytes.length : bytes.length)
	const grown = Buffer.alloc(Math.max(content.length, reach))
	content.copy(grown)
	grown.set(bytes, change.position)
	return grown
}

function failure(code: string, path: string): Error {
	return Object.assign(new Error(`${code}: ${path}`), { code })
}
