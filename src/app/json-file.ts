import { createHash } from "node:crypto"
import { mkdirSync, renameSync, rmSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import * as z from "zod"
import { isHeld } from "../contract/held.ts"
import { makeFileSync, setAside } from "../disk/make.ts"
import { NotOpened } from "../disk/not-opened.ts"
import { readWholeSync } from "../disk/read.ts"
import { hasCode } from "../journal/disk.ts"
import { fitting, lacks } from "./fitting.ts"
import { describeSystemError } from "./system-error.ts"

/** Bytes: mends are a value for each of a million rows, at most. */
const most = 256 * 1024 * 1024

/** Of the form of these files. Those of 0.1.0 are what is now their `data`, and say no version. */
const version = 1

/** What stands in such a file, whose `data` has a schema of its own. */
export function inJsonFile<Schema extends z.ZodType>(data: Schema) {
	return z.object({ version: z.literal(version), data })
}

/**
 * A small JSON file, with its version. It is read entry by entry: one that does not fit, from a newer version or after damage, takes no other
 * with it, and the file is kept aside as it was before it is written again. So is whatever lies there instead of a file.
 */
export class JsonFile<Schema extends z.ZodType> {
	#value: z.infer<Schema>
	/** The content that is to be kept aside before it is written over. */
	#odd: Buffer | undefined
	/** What lay there was no file, or too large a one, and has this name now. */
	#planted: string | undefined
	/** A newer version of the app wrote it: its words may mean something else even where they fit. */
	#isNewer = false
	/** Why the file could not be read: it is not written over then. */
	#unread: Error | undefined

	constructor(
		private readonly path: string,
		schema: Schema,
		initial: z.infer<Schema>,
	) {
		this.#value = initial
		try {
			const content = onceFree(() => readWholeSync(path, most))
			const raw = parsed(content.toString("utf8"))
			const kept = hasData(raw) ? raw : { version, data: raw }
			this.#value = fitting(schema, kept.data, initial)
			if (kept.version !== version || lacks({ version, data: this.#value }, kept)) this.#odd = content
			this.#isNewer = typeof kept.version === "number" && kept.version > version
		} catch (error) {
			if (!hasCode(error, "ENOENT") && error instanceof Error) this.#unread = error
			if (error instanceof NotOpened) this.#takeAway()
		}
		try {
			this.#keepAside()
		} catch {
			// Tried again before it would be written over.
		}
	}

	/** What a person should know of what was read: sentences. */
	get told(): string[] {
		const name = basename(this.path)
		if (this.#planted !== undefined)
			return [
				`${name} was a link, no file, or far too large: something else put it there. Nothing of it is used; it is called ${this.#planted} now.`,
			]
		if (this.#unread) return [`${describeSystemError(this.#unread) ?? this.#unread.message} Nothing of it is used.`]
		if (this.#odd === undefined) return []
		const kept = `as it was, it is kept as ${this.#aside(this.#odd)}.`
		return [
			this.#isNewer
				? `A newer version of this app wrote ${name}. What this one knows of it is used; ${kept} Use the newer version, if you can.`
				: `Not everything in ${name} could be read: it is damaged, or a newer version wrote it. The rest is used; ${kept}`,
		]
	}

	get value(): z.infer<Schema> {
		return this.#value
	}

	/** On the disk before it holds; throws when it cannot be written. */
	set value(value: z.infer<Schema>) {
		if (this.#unread) throw this.#unread
		mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 })
		this.#keepAside()
		const draft = `${this.path}.${process.pid}`
		try {
			// Anew, as a link that was planted there would be followed.
			rmSync(draft, { force: true })
			makeFileSync(draft, JSON.stringify({ version, data: value }, null, "\t"))
			onceFree(() => renameSync(draft, this.path))
		} catch (error) {
			rmSync(draft, { force: true })
			throw error
		}
		this.#value = value
	}

	#keepAside(): void {
		if (this.#odd === undefined || this.#isKept) return
		try {
			makeFileSync(join(dirname(this.path), this.#aside(this.#odd)), this.#odd)
		} catch (error) {
			if (!hasCode(error, "EEXIST")) throw error
		}
		this.#isKept = true
	}

	#isKept = false

	#takeAway(): void {
		try {
			this.#planted = setAside(this.path)
			this.#unread = undefined
		} catch {
			// Told of as what could not be read.
		}
	}

	/** The same for the same content, however often it is read. */
	#aside(content: Buffer): string {
		const mark = createHash("sha256").update(content).digest("hex").slice(0, 8)
		return `${basename(this.path, ".json")}.set-aside-${mark}.json`
	}
}

function hasData(raw: unknown): raw is { readonly version?: unknown; readonly data: unknown } {
	return typeof raw === "object" && raw !== null && Object.hasOwn(raw, "data")
}

/** Nothing where it is no JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

/** Milliseconds: nothing else goes on meanwhile. */
const pauses = [20, 60, 120, 300]

function onceFree<Done>(work: () => Done): Done {
	for (const pause of pauses) {
		try {
			return work()
		} catch (error) {
			if (!isHeld(error)) throw error
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
		}
	}
	return work()
}
