import { basename, dirname } from "node:path"
import type { SheetChoice } from "../src/app/workbook/source-file.ts"
import { maskCardNumbers } from "../src/customer/card-number.ts"
import type { OpenedFile, Workbook } from "../src/ipc/file.ts"
import type { Result } from "../src/ipc/result.ts"
import type { Checking } from "./checking.ts"
import { Refused } from "./refused.ts"
import type { Running } from "./running.ts"
import { type Source, sheetView } from "./source.ts"

/** What one person works on: one file, its check, its run. */
export class Work {
	#source: Source | undefined
	/** It is asked which of its sheets is meant. */
	#choice: SheetChoice | undefined
	/** What is being opened. */
	#opening: AbortController | undefined
	#checkStop: AbortController | undefined
	checking: Checking | undefined
	running: Running | undefined
	/** A run is being opened: no other may begin. It may wait for another one, which this ends. */
	starting: AbortController | undefined
	/** Of the run that ended last: a window that comes back shows it. */
	result: Result | undefined

	get source(): Source | undefined {
		return this.#source
	}

	/** The file that is open. Throws where none is. */
	get opened(): Source {
		if (!this.#source) throw new Refused("No file is open.", "Choose one first.")
		return this.#source
	}

	/** The check of the file as it is now. Throws where there is none. */
	get checked(): Checking {
		if (!this.checking) throw new Refused("The file is not checked.", "Check it first.")
		return this.checking
	}

	/** The workbook of which a sheet is to be chosen. */
	get choice(): Workbook | undefined {
		if (this.#choice === undefined) return undefined
		const { path, sheets } = this.#choice
		return {
			kind: "workbook",
			name: maskCardNumbers(basename(path)),
			folder: basename(dirname(path)),
			sheets: sheets.map(sheetView),
		}
	}

	/** Where the workbook lies of which a sheet is to be chosen, or was. */
	get sheetsOf(): string | undefined {
		return this.#choice?.path ?? this.#source?.path
	}

	refuseWhileRunning(): void {
		if (this.running || this.starting) throw new Refused("An import is running.", "Stop it first.")
	}

	/** Another file is about to be opened: what was being opened is not any more. */
	beginOpening(): AbortSignal {
		this.#opening?.abort(new Refused("Another file was chosen."))
		this.#opening = new AbortController()
		return this.#opening.signal
	}

	/** Works on a file from here on, or on none. */
	use(source: Source | undefined): void {
		this.#opening?.abort(new Refused("The workbook was not read to its end."))
		this.#checkStop?.abort()
		const before = this.#source?.file
		// What cannot be removed now goes with the app.
		if (before !== source?.file) void before?.close().catch(() => {})
		this.#choice = undefined
		this.#source = source
		this.#forgetCheck()
	}

	/** Asks from here on which sheet of a workbook is meant. */
	choose(choice: SheetChoice): void {
		this.use(undefined)
		this.#choice = choice
	}

	/** What its columns are was said otherwise: what was checked no longer holds. */
	mapped(): OpenedFile {
		this.#forgetCheck()
		return this.opened.view()
	}

	/** A check begins; one that is under way is given up. */
	beginCheck(): AbortSignal {
		this.#checkStop?.abort()
		this.#checkStop = new AbortController()
		this.result = undefined
		return this.#checkStop.signal
	}

	stopCheck(reason?: Refused): void {
		this.#checkStop?.abort(reason)
	}

	#forgetCheck() {
		this.checking = undefined
		this.result = undefined
	}
}
