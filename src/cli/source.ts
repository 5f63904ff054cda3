import { cancel, isCancel, select } from "@clack/prompts"
import { openSource, type SheetChoice, type SourceFile } from "../app/workbook/source-file.ts"
import { visible } from "../customer/visible.ts"
import type { LayoutOptions } from "./options.ts"
import { forTerminal, printJson, Usage } from "./output.ts"
import { ProgressDisplay } from "./progress.ts"
import { canAsk } from "./questions.ts"

export interface ChosenOptions extends LayoutOptions {
	/** Where what is made of it is kept as long as it is needed. */
	readonly home: string
	/** Run folder: a run that has begun goes on with what it began with. */
	readonly folder?: string
	/** Whether a person at the terminal is asked which sheet is meant. */
	readonly ask?: boolean
	/** Tells as an event which sheets there are. */
	readonly json?: boolean
	readonly signal: AbortSignal
}

/** Opens the file that a person named. Rejects with `Usage` where it is to be said which sheet is meant, and as `openSource`. */
export async function chosenSource(file: string, options: ChosenOptions): Promise<SourceFile> {
	const { sheet, ask = false, json = false } = options
	const opened = await open(file, options, sheet)
	if (opened.kind === "sheets" && json) printJson({ type: "sheets", sheets: opened.sheets })
	const source = opened.kind === "file" ? opened : await open(file, options, await sheetOf(opened, ask))
	if (source.kind === "sheets") throw new Error("A sheet was chosen, and was not taken")
	const given = (["encoding", "delimiter"] as const).find((option) => options[option] !== undefined)
	if (source.workbook !== undefined && given !== undefined) {
		await source.close()
		throw new Usage(`--${given} is for CSV files: a workbook has none.`)
	}
	return source
}

async function open(file: string, options: ChosenOptions, sheet: string | undefined) {
	let share = 0
	const display = new ProgressDisplay(() => `Reading the workbook, ${Math.floor(share * 100)}%`)
	const { home, folder, signal } = options
	try {
		return await openSource(file, {
			home,
			folder,
			sheet,
			signal,
			onRead: (now) => {
				share = now
			},
		})
	} finally {
		display.end()
	}
}

async function sheetOf({ sheets }: SheetChoice, ask: boolean): Promise<string> {
	const full = sheets.filter(({ first }) => first.length > 0)
	const text = "Several sheets of the workbook have something in them: which one has the customers?"
	const words = (first: readonly string[]) => visible(first.slice(0, 6).join(", "))
	if (ask && canAsk()) {
		const options = full.map(({ name, hidden, first }) => ({
			value: name,
			label: forTerminal(hidden ? `${name} (hidden)` : name),
			hint: forTerminal(words(first)),
		}))
		const answer = await select({ message: text, options, output: process.stderr })
		if (!isCancel(answer)) return answer
		cancel("Given up.", { output: process.stderr })
	}
	const lines = full.map(({ name, hidden, first }) => `  ${name}${hidden ? " (hidden)" : ""}: ${words(first)}`)
	throw new Usage(`${text} Say so with --sheet NAME. Nothing was sent.`, lines)
}
