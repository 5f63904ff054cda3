import type { Told } from "../src/ipc/bridge.ts"
import type { Examined } from "../src/ipc/check.ts"
import type { OpenedFile, Workbook } from "../src/ipc/file.ts"
import type { Problem } from "../src/ipc/problem.ts"
import type { Result, RunFile, Verification } from "../src/ipc/result.ts"
import type { RunReference } from "../src/ipc/run.ts"
import type { Environment, Settings } from "../src/ipc/settings.ts"
import type { AppState } from "../src/ipc/state.ts"
import {
	chosen,
	examined,
	type Flow,
	goneWrong,
	goTo,
	isOpen,
	progress,
	type Step,
	started,
	whereItStands,
} from "./flow.ts"

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
	| ({ readonly type: "go" } & Step)
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
	| { readonly type: "recent"; readonly files: AppState["recent"] }
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
		case "recent":
			return { ...state, app: { ...state.app, recent: action.files } }
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
