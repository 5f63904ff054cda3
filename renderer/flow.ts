import type { RunSnapshot } from "../src/contract/progress.ts"
import type { Checked, Examined } from "../src/ipc/check.ts"
import type { OpenedFile, Workbook } from "../src/ipc/file.ts"
import type { Result, Verification } from "../src/ipc/result.ts"
import type { RunReference } from "../src/ipc/run.ts"
import type { AppState } from "../src/ipc/state.ts"

/** The work in its order. Every step holds what the ones before it came to. */
export type Flow =
	/** `workbook`: it is asked which of its sheets is meant. */
	| { readonly step: "file"; readonly file?: OpenedFile; readonly workbook?: Workbook }
	/** `left`: questions that the check of every row left open; `look`: the one that a person came to see. */
	| { readonly step: "columns"; readonly file: OpenedFile; readonly left?: number; readonly look?: string }
	| { readonly step: "checking"; readonly file: OpenedFile; readonly done: number; readonly share: number }
	/** `search`: the text whose rows a person came to see. */
	| { readonly step: "check"; readonly file: OpenedFile; readonly checked: Checked; readonly search?: string }
	| { readonly step: "ready"; readonly file: OpenedFile; readonly checked: Checked }
	| {
			readonly step: "running"
			readonly file: OpenedFile
			readonly checked: Checked
			readonly run: RunReference
			readonly snapshot?: RunSnapshot
			/** One for each second or so: what the chart shows. */
			readonly points: readonly Point[]
			readonly notices: readonly Notice[]
	  }
	| {
			readonly step: "result"
			readonly result: Result
			readonly file?: OpenedFile
			readonly checked?: Checked
			readonly verification?: Verification
	  }

/** Where a person wants to go by themselves. */
export interface Step {
	readonly step: "file" | "columns" | "check" | "ready"
	/** The question that they want to see. */
	readonly look?: string
	/** The text whose rows they want to see. */
	readonly search?: string
}

/** Seconds since the start, requests a second and their limit, median latency in milliseconds, and how customers ended. */
export interface Point {
	readonly time: number
	readonly rate: number
	readonly limit: number
	readonly latency: number
	readonly counts: RunSnapshot["counts"]
	readonly doubts: number
}

export interface Notice {
	/** ISO 8601. */
	readonly at: string
	readonly message: string
}

/** A page that is loaded anew goes on where main is. */
export function whereItStands({ file, workbook, checked, run, result }: AppState): Flow {
	if (!file) return workbook ? chosen(workbook) : { step: "file" }
	if (!checked) return { step: "file", file }
	if (result) return { step: "result", result, file, checked }
	return run ? { step: "running", file, checked, run, points: [], notices: [] } : examined({ file, checked })
}

/** A chosen file is opened; of a workbook it is asked which sheet is meant. */
export function chosen(file: OpenedFile | Workbook): Flow {
	return file.kind === "workbook" ? { step: "file", workbook: file } : { step: "file", file }
}

/** A check that leaves a question open leads back to the columns. */
export function examined({ file, checked }: Examined): Extract<Flow, { step: "check" | "columns" }> {
	return isOpen(checked) ? { step: "columns", file, left: checked.questions } : { step: "check", file, checked }
}

/** Whether a question about the columns is open. */
export function isOpen({ questions }: Checked): boolean {
	return questions > 0
}

/** How many questions about the columns are not answered. While there is one, nothing goes on. */
export function openQuestions({ asked }: OpenedFile): number {
	return asked.filter(({ chosen }) => chosen === undefined).length
}

/** Whether requests are leaving: then the flow cannot be left. */
export function isBusy({ step }: Flow): boolean {
	return step === "running" || step === "checking"
}

/** Points of a chart: half a second apart at first; of a long run, each stands for longer. */
const mostPoints = 600
const shortestGap = 0.5

/** What a running import has come to, and its chart one point more. */
export function progress(points: readonly Point[], snapshot: RunSnapshot) {
	const time = snapshot.elapsed / 1_000
	const last = points.at(-1)
	if (last && time - last.time < Math.max(shortestGap, last.time / mostPoints)) return { snapshot, points }
	const { rate, latency = 0, counts, ambiguous: doubts } = snapshot
	const point = { time, rate: rate.achieved, limit: rate.allowed, latency, counts, doubts }
	const thinned = points.length < mostPoints ? points : points.filter((_, index) => index % 2 === 0)
	return { snapshot, points: [...thinned, point] }
}

/** Where a person goes by themselves, as far as that can be reached from here. */
export function goTo(flow: Flow, { step, look, search }: Step): Flow {
	const opened = "file" in flow ? flow.file : undefined
	if (opened === undefined) return { step: "file" }
	// What has run goes on, unless its columns or cells are changed.
	const file = flow.step === "result" ? resumedIn(opened, flow.result.run) : opened
	const checked = "checked" in flow ? flow.checked : undefined
	if (checked && isOpen(checked) && step !== "file") return examined({ file, checked })
	if (step === "columns") return { step, file, ...(look === undefined ? {} : { look }) }
	if (step === "file") return { step, file }
	if (!checked) return flow
	return step === "check" && search !== undefined ? { step, file, checked, search } : { step, file, checked }
}

/** Back to the start, from where the run goes on. */
export function goneWrong({ file, checked }: Extract<Flow, { step: "running" }>, run: RunReference | undefined): Flow {
	return { step: "ready", file: run ? resumedIn(file, run) : file, checked }
}

function resumedIn(file: OpenedFile, run: RunReference): OpenedFile {
	return { ...file, unfinished: [run, ...file.unfinished.filter(({ id }) => id !== run.id)], resumed: run.id }
}

/** The run that goes on where the file is imported in this environment; nothing where a new one begins. */
export function runToGoOn({ unfinished, resumed }: OpenedFile, environment: string): RunReference | undefined {
	return unfinished.find((run) => run.id === resumed && run.environment.id === environment)
}

/** An import that was begun from here is under way. */
export function started(flow: Extract<Flow, { step: "ready" | "result" }>, run: RunReference): Flow {
	const { file, checked } = flow
	return file && checked ? { step: "running", file, checked, run, points: [], notices: [] } : flow
}
