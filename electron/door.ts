import { basename, dirname } from "node:path"
import { sweepScratch } from "../src/app/workbook/scratch.ts"
import { openSource, type SheetChoice, type SourceFile } from "../src/app/workbook/source-file.ts"
import { maskCardNumbers } from "../src/customer/card-number.ts"
import type { SheetView, Told, Workbook } from "../src/ipc.ts"
import type { Sheet } from "../src/workbook/convert.ts"
import { Refused } from "./refused.ts"

/** The one door for files: dropped, chosen, opened with, or recent. A workbook may ask which of its sheets is meant. */
export class Door {
	#choice: SheetChoice | undefined
	/** What is being read. */
	#reading: AbortController | undefined

	constructor(
		private readonly home: string,
		private readonly tell: (told: Told) => void,
	) {
		// What cannot be removed now is tried again with the next workbook.
		void sweepScratch(home).catch(() => {})
	}

	/** The workbook of which a sheet is to be chosen. */
	get choice(): SheetChoice | undefined {
		return this.#choice
	}

	/** Nothing where it is asked which sheet is meant. Rejects with `UnreadableFile`, or `Refused` when another file came. */
	async open(path: string, sheet: string | undefined): Promise<SourceFile | undefined> {
		this.close("Another file was chosen.")
		this.#reading = new AbortController()
		const { signal } = this.#reading
		const onRead = (share: number) => this.tell({ type: "reading", share })
		const opened = await openSource(path, { home: this.home, sheet, signal, onRead })
		if (opened.kind === "file") return opened
		this.#choice = opened
		return undefined
	}

	/** Nothing is asked any more, and nothing read. */
	close(why: string): void {
		this.#reading?.abort(new Refused(why))
		this.#choice = undefined
	}
}

export function choiceView({ path, sheets }: SheetChoice): Workbook {
	return {
		kind: "workbook",
		name: maskCardNumbers(basename(path)),
		folder: basename(dirname(path)),
		sheets: sheets.map(sheetView),
	}
}

/** A sheet as the window sees it. */
export function sheetView({ name, hidden, first }: Sheet): SheetView {
	return { name, hidden, first: [...first] }
}
