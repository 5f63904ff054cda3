import type { RunSnapshot } from "../src/contract/progress.ts"
import type {
	AppState,
	Checked,
	Environment,
	Examined,
	OpenedFile,
	Problem,
	Result,
	RunFile,
	RunReference,
	Settings,
	Told,
	Verification,
	Workbook,
} from "../src/ipc.ts"

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

export type Page = "import" | "history" | "settings"

export interface State {
	readonly page: Page
	readonly flow: Flow
	readonly app: AppState
	readonly history: readonly RunReference[]
	/** What was told in the course of the work, and belongs to it alone. */
	readonly passing: readonly string[]
	/** What could not be done, until it is closed or something else works. */
	readonly problem?: Problem
	/** Why an import that was asked for has not begun yet. */
	readonly waiting?: string
	/** How far a workbook is read, from 0 to 1, while one is. */
	readonly reading?: number
}

export type Action =
	| { readonly type: "page"; readonly page: Page }
	| { readonly type: "file"; readonly file: OpenedFile | Workbook }
	| { readonly type: "closed" }
	| {
			readonly type: "go"
			readonly step: "file" | "columns" | "check" | "ready"
			readonly look?: string
			readonly search?: string
	  }
	| { readonly type: "checking" }
	/** What the columns are was answered or said. */
	| { readonly type: "decided"; readonly file: OpenedFile }
	| ({ readonly type: "checked" | "mended" } & Examined)
	| { readonly type: "started"; readonly run: RunReference }
	| { readonly type: "result"; readonly result: Result; readonly verification?: Verification }
	/** The file of a result is open and checked again, so that the run can go on from there. */
	| ({ readonly type: "prepared" } & Examined)
	| { readonly type: "verified"; readonly verification: Verification }
	/** A report was made of the result: a file more. */
	| { readonly type: "printed"; readonly file: RunFile }
	| { readonly type: "settings"; readonly settings: Settings }
	| { readonly type: "environments"; readonly environments: Environment[] }
	| { readonly type: "history"; readonly runs: RunReference[] }
	| { readonly type: "problem"; readonly problem: Problem | undefined }
	/** Something that was told is known. */
	| { readonly type: "known"; readonly message: string }
	| { readonly type: "told"; readonly told: Told }

export function begin(app: AppState): State {
	return {
		page: "import",
		app,
		history: [],
		passing: [],
		flow: whereItStands(app),
	}
}

/** A page that is loaded anew goes on where main is. */
function whereItStands({ file, workbook, checked, run, result }: AppState): Flow {
	if (!file) return workbook ? chosen(workbook) : { step: "file" }
	if (!checked) return { step: "file", file }
	if (result) return { step: "result", result, file, checked }
	return run ? { step: "running", file, checked, run, points: [], notices: [] } : examined({ file, checked })
}

function chosen(file: OpenedFile | Workbook): Flow {
	return file.kind === "workbook" ? { step: "file", workbook: file } : { step: "file", file }
}

/** A check that leaves a question open leads back to the columns. */
function examined({ file, checked }: Examined): Extract<Flow, { step: "check" | "columns" }> {
	return isOpen(checked) ? { step: "columns", file, left: checked.questions } : { step: "check", file, checked }
}

function isOpen({ questions }: Checked): boolean {
	return questions > 0
}

/** How many questions about the columns are not answered. While there is one, nothing goes on. */
export function openQuestions({ asked }: OpenedFile): number {
	return asked.filter(({ chosen }) => chosen === undefined).length
}

export function reduce(state: State, action: Action): State {
	switch (action.type) {
		case "page":
			return calm({ ...state, page: action.page })
		case "file":
			return calm({ ...state, page: "import", flow: chosen(action.file) })
		case "decided":
			return state.flow.step === "columns" ? calm({ ...state, flow: { ...state.flow, file: action.file } }) : state
		case "closed":
			return passed(calm({ ...state, flow: { step: "file" } }))
		case "go":
			return calm({ ...state, flow: goTo(state.flow, action) })
		case "checking":
			return "file" in state.flow && state.flow.file
				? calm({ ...state, flow: { step: "checking", file: state.flow.file, done: 0, share: 0 } })
				: state
		case "checked":
			return state.flow.step === "checking" ? calm({ ...state, flow: examined(action) }) : state
		case "mended": {
			const { file, checked } = action
			return state.flow.step === "check" ? calm({ ...state, flow: { ...state.flow, file, checked } }) : state
		}
		case "started":
			return state.flow.step === "ready" || state.flow.step === "result"
				? passed(begun(calm({ ...state, flow: started(state.flow, action.run) })))
				: begun(state)
		case "result":
			return calm({ ...state, page: "import", flow: resultOf(action) })
		case "prepared": {
			const { file, checked } = action
			if (state.flow.step !== "result") return state
			return calm({ ...state, flow: isOpen(checked) ? examined(action) : { ...state.flow, file, checked } })
		}
		case "verified":
			return state.flow.step === "result"
				? calm({ ...state, flow: { ...state.flow, verification: action.verification } })
				: state
		case "printed": {
			if (state.flow.step !== "result") return state
			const { result } = state.flow
			const files = [...new Set([...result.files, action.file])]
			return calm({ ...state, flow: { ...state.flow, result: { ...result, files } } })
		}
		case "settings":
			return calm({ ...state, app: { ...state.app, settings: action.settings } })
		case "environments":
			return calm({ ...state, app: { ...state.app, environments: action.environments } })
		case "history":
			return calm({
				...state,
				history: action.runs,
				app: { ...state.app, unfinished: action.runs.filter(({ unfinished }) => unfinished) },
			})
		case "problem": {
			const { problem: _, reading: _read, ...rest } = state
			return action.problem ? { ...begun(rest), problem: action.problem } : rest
		}
		case "known":
			return { ...state, app: { ...state.app, told: state.app.told.filter((one) => one !== action.message) } }
		case "told":
			return hear(state, action.told)
	}
}

/** Whether requests are leaving: then the flow cannot be left. */
export function isBusy({ step }: Flow): boolean {
	return step === "running" || step === "checking"
}

function resultOf({ result, verification }: Extract<Action, { type: "result" }>): Flow {
	return { step: "result", result, ...(verification ? { verification } : {}) }
}

/** What worked makes the last problem old news. */
function calm({ problem: _, reading: _read, ...state }: State): State {
	return state
}

/** What was told of the work before is old news in the next. */
function passed(state: State): State {
	const told = state.app.told.filter((one) => !state.passing.includes(one))
	return { ...state, passing: [], app: { ...state.app, told } }
}

/** It is under way, or will never be. */
function begun({ waiting: _, ...state }: State): State {
	return state
}

function hear(state: State, told: Told): State {
	const { flow } = state
	switch (told.type) {
		case "checking":
			return flow.step === "checking" ? { ...state, flow: { ...flow, done: told.done, share: told.share } } : state
		case "progress":
			return flow.step === "running" ? { ...state, flow: { ...flow, ...progress(flow.points, told.snapshot) } } : state
		case "notice":
			return flow.step === "running"
				? { ...state, flow: { ...flow, notices: [...flow.notices.slice(-4), { at: told.at, message: told.message }] } }
				: { ...state, waiting: told.message }
		case "finished":
			return flow.step === "running"
				? {
						...state,
						app: { ...state.app, unfinished: [...told.unfinished] },
						flow: { step: "result", result: told.result, file: flow.file, checked: flow.checked },
					}
				: state
		case "failed": {
			const { unfinished = state.app.unfinished, problem } = told
			const after = { ...state, app: { ...state.app, unfinished: [...unfinished] }, problem }
			return flow.step === "running" ? { ...after, flow: goneWrong(flow, told.run) } : { ...calm(after), problem }
		}
		case "warning":
			return {
				...state,
				passing: [...state.passing, told.message],
				app: { ...state.app, told: [...state.app.told.filter((one) => one !== told.message), told.message] },
			}
		case "waiting":
			return state
		case "reading":
			return { ...state, reading: told.share }
		case "command":
			return state
	}
}

/** Points of a chart: half a second apart at first; of a long run, each stands for longer. */
const mostPoints = 600
const shortestGap = 0.5

function progress(points: readonly Point[], snapshot: RunSnapshot) {
	const time = snapshot.elapsed / 1_000
	const last = points.at(-1)
	if (last && time - last.time < Math.max(shortestGap, last.time / mostPoints)) return { snapshot, points }
	const { rate, latency = 0, counts, ambiguous: doubts } = snapshot
	const point = { time, rate: rate.achieved, limit: rate.allowed, latency, counts, doubts }
	const thinned = points.length < mostPoints ? points : points.filter((_, index) => index % 2 === 0)
	return { snapshot, points: [...thinned, point] }
}

function goTo(flow: Flow, { step, look, search }: Extract<Action, { type: "go" }>): Flow {
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
function goneWrong({ file, checked }: Extract<Flow, { step: "running" }>, run: RunReference | undefined): Flow {
	return { step: "ready", file: run ? resumedIn(file, run) : file, checked }
}

function resumedIn(file: OpenedFile, run: RunReference): OpenedFile {
	return { ...file, unfinished: [run, ...file.unfinished.filter(({ id }) => id !== run.id)], resumed: run.id }
}

/** The run that goes on where the file is imported in this environment; nothing where a new one begins. */
export function runToGoOn({ unfinished, resumed }: OpenedFile, environment: string): RunReference | undefined {
	return unfinished.find((run) => run.id === resumed && run.environment.id === environment)
}

function started(flow: Extract<Flow, { step: "ready" | "result" }>, run: RunReference): Flow {
	const { file, checked } = flow
	return file && checked ? { step: "running", file, checked, run, points: [], notices: [] } : flow
}
