import type {
	AppState,
	Checked,
	Environment,
	OpenedFile,
	Problem,
	Result,
	RunReference,
	Settings,
	Told,
} from "../src/ipc.ts"
import type { RunSnapshot } from "../src/run/progress.ts"

/** The work in its order. Every step holds what the ones before it came to. */
export type Flow =
	| { readonly step: "file"; readonly file?: OpenedFile }
	| { readonly step: "columns"; readonly file: OpenedFile }
	| { readonly step: "checking"; readonly file: OpenedFile; readonly done: number; readonly share: number }
	| { readonly step: "check"; readonly file: OpenedFile; readonly checked: Checked }
	| { readonly step: "ready"; readonly file: OpenedFile; readonly checked: Checked }
	| {
			readonly step: "running"
			readonly file: OpenedFile
			readonly checked: Checked
			readonly run: RunReference
			readonly snapshot?: RunSnapshot
			/** One for each second or so: what the chart shows. */
			readonly points: readonly Point[]
			readonly notices: readonly string[]
	  }
	| { readonly step: "result"; readonly result: Result; readonly file?: OpenedFile; readonly checked?: Checked }

/** Seconds since the start, customers a second, median latency in milliseconds. */
export interface Point {
	readonly time: number
	readonly rate: number
	readonly latency: number
}

export type Page = "import" | "history" | "settings"

export interface State {
	readonly page: Page
	readonly flow: Flow
	readonly app: AppState
	readonly history: readonly RunReference[]
	/** What could not be done, until it is closed or something else works. */
	readonly problem?: Problem
}

export type Action =
	| { readonly type: "page"; readonly page: Page }
	| { readonly type: "file"; readonly file: OpenedFile }
	| { readonly type: "closed" }
	| { readonly type: "go"; readonly step: "file" | "columns" | "check" | "ready" }
	| { readonly type: "checking" }
	| { readonly type: "checked"; readonly checked: Checked }
	| { readonly type: "mended"; readonly checked: Checked }
	| { readonly type: "started"; readonly run: RunReference }
	| { readonly type: "result"; readonly result: Result }
	| { readonly type: "settings"; readonly settings: Settings }
	| { readonly type: "environments"; readonly environments: Environment[] }
	| { readonly type: "history"; readonly runs: RunReference[] }
	| { readonly type: "problem"; readonly problem: Problem | undefined }
	| { readonly type: "told"; readonly told: Told }

export function begin(app: AppState): State {
	return {
		page: "import",
		app,
		history: [],
		flow: whereItStands(app),
	}
}

/** A page that is loaded anew goes on where main is. */
function whereItStands({ file, checked, run }: AppState): Flow {
	if (!file) return { step: "file" }
	if (!checked) return { step: "file", file }
	return run ? { step: "running", file, checked, run, points: [], notices: [] } : { step: "check", file, checked }
}

export function reduce(state: State, action: Action): State {
	switch (action.type) {
		case "page":
			return calm({ ...state, page: action.page })
		case "file":
			return calm({ ...state, page: "import", flow: opened(state.flow, action.file) })
		case "closed":
			return calm({ ...state, flow: { step: "file" } })
		case "go":
			return calm({ ...state, flow: goTo(state.flow, action.step) })
		case "checking":
			return "file" in state.flow && state.flow.file
				? calm({ ...state, flow: { step: "checking", file: state.flow.file, done: 0, share: 0 } })
				: state
		case "checked":
			return state.flow.step === "checking"
				? calm({ ...state, flow: { step: "check", file: state.flow.file, checked: action.checked } })
				: state
		case "mended":
			return "checked" in state.flow ? calm({ ...state, flow: { ...state.flow, checked: action.checked } }) : state
		case "started":
			return state.flow.step === "ready" || state.flow.step === "result"
				? calm({ ...state, flow: started(state.flow, action.run) })
				: state
		case "result":
			return calm({ ...state, page: "import", flow: { step: "result", result: action.result } })
		case "settings":
			return calm({ ...state, app: { ...state.app, settings: action.settings } })
		case "environments":
			return calm({ ...state, app: { ...state.app, environments: action.environments } })
		case "history":
			return calm({ ...state, history: action.runs })
		case "problem": {
			const { problem: _, ...rest } = state
			return action.problem ? { ...rest, problem: action.problem } : rest
		}
		case "told":
			return hear(state, action.told)
	}
}

/** Whether requests are leaving: then the flow cannot be left. */
export function isBusy({ step }: Flow): boolean {
	return step === "running" || step === "checking"
}

/** What worked makes the last problem old news. */
function calm({ problem: _, ...state }: State): State {
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
				? { ...state, flow: { ...flow, notices: [...flow.notices.slice(-4), told.message] } }
				: state
		case "finished":
			return flow.step === "running"
				? { ...state, flow: { step: "result", result: told.result, file: flow.file, checked: flow.checked } }
				: state
		case "failed":
			return flow.step === "running"
				? { ...state, problem: told.problem, flow: { step: "ready", file: flow.file, checked: flow.checked } }
				: { ...state, problem: told.problem }
		case "opened":
			return isBusy(flow) ? state : calm({ ...state, page: "import", flow: { step: "file", file: told.file } })
		case "command":
			return state
	}
}

const longestChart = 600

function progress(points: readonly Point[], snapshot: RunSnapshot) {
	const time = snapshot.elapsed / 1_000
	const last = points.at(-1)
	if (last && time - last.time < 0.5) return { snapshot, points }
	const point = { time, rate: snapshot.rate.achieved, latency: snapshot.latency ?? 0 }
	return { snapshot, points: [...points.slice(1 - longestChart), point] }
}

function opened(flow: Flow, file: OpenedFile): Flow {
	return flow.step === "columns" ? { step: "columns", file } : { step: "file", file }
}

function goTo(flow: Flow, step: "file" | "columns" | "check" | "ready"): Flow {
	const file = "file" in flow ? flow.file : undefined
	if (file === undefined) return { step: "file" }
	if (step === "file" || step === "columns") return { step, file }
	return "checked" in flow && flow.checked ? { step, file, checked: flow.checked } : flow
}

function started(flow: Extract<Flow, { step: "ready" | "result" }>, run: RunReference): Flow {
	const { file, checked } = flow
	return file && checked ? { step: "running", file, checked, run, points: [], notices: [] } : flow
}
