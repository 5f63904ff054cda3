import { closeSync, fstatSync, mkdirSync, renameSync, writeSync } from "node:fs"
import { basename, join } from "node:path"
import { codeOf, traceOf } from "../src/app/trace.ts"
import { isMappedKind } from "../src/contract/outcome.ts"
import type { RunEvent } from "../src/contract/progress.ts"
import { setAside } from "../src/disk/make.ts"
import { NotOpened } from "../src/disk/not-opened.ts"
import { openFileSync } from "../src/disk/open.ts"
import { readWholeSync } from "../src/disk/read.ts"

/** Bytes; what is older than twice as much is let go. */
const largest = 1_000_000
/** Of one of the two, whoever wrote it. */
const most = 2 * largest

/**
 * What the app did, for whoever is asked for help: times, codes, counts and rows, and where in the program something failed. Nothing of a
 * file's cells or names, of a server's answers or of a key is in it. It never stands in the way of anything: what cannot be written is not.
 */
export class SupportLog {
	readonly #path: string
	readonly #older: string

	constructor(private readonly home: string) {
		this.#path = join(home, "log.txt")
		this.#older = join(home, "log.older.txt")
	}

	/** @param line of our own words and codes alone */
	add(line: string): void {
		try {
			mkdirSync(this.home, { recursive: true, mode: 0o700 })
			const size = appended(this.#path, `${new Date().toISOString()} ${line}\n`)
			if (size > largest) this.#turn()
		} catch {
			// Not written.
		}
	}

	#turn(): void {
		try {
			renameSync(this.#path, this.#older)
		} catch {
			// A folder, which nothing takes the place of.
			setAside(this.#older)
			renameSync(this.#path, this.#older)
		}
	}

	/** What went as it should is no line for each of a million: it is written while the app waits. */
	hear(event: RunEvent): void {
		const isUsual =
			event.type === "outcome" ? isMappedKind(event.kind) : event.type === "card" && event.kind === "added"
		if (!isUsual) this.add(`run ${traceOf(event)}`)
	}

	fault(where: string, error: unknown): void {
		this.add(`${where} failed: ${describe(error)}`)
	}

	/** All that is kept, the oldest first. */
	get text(): string {
		return [this.#older, this.#path].map(textOf).join("")
	}
}

/** Its kind and where it arose: its message may say what a cell or a server said, and a path whose computer it is. */
function describe(error: unknown): string {
	if (!(error instanceof Error)) return typeof error
	const code = "code" in error && typeof error.code === "string" ? ` ${codeOf(error.code)}` : ""
	const frames = (error.stack ?? "").split("\n").flatMap((line) => {
		const [, called = "", path = "", place = ""] = /^\s+at (?:([\w.<>#$ ]+) \()?(.*?)(:\d+:\d+)\)?$/.exec(line) ?? []
		return path === "" ? [] : [`${called} ${basename(path.replaceAll("\\", "/"))}${place}`.trim()]
	})
	return [`${codeOf(error.name)}${code}`, ...frames.slice(0, 8)].join(" < ")
}

/** Adds to a file, in a new one where another thing lies there, which gets another name. Its size then, in bytes. */
function appended(path: string, text: string): number {
	const file = orAnew(path)
	try {
		writeSync(file, text)
		return fstatSync(file).size
	} finally {
		closeSync(file)
	}
}

function orAnew(path: string): number {
	try {
		return openFileSync(path, "append")
	} catch (error) {
		if (!(error instanceof NotOpened)) throw error
		setAside(path)
		return openFileSync(path, "append")
	}
}

function textOf(path: string): string {
	try {
		return readWholeSync(path, most).toString("utf8")
	} catch {
		return ""
	}
}
