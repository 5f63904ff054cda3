import type { OpenedFile } from "../src/ipc/file.ts"
import type { RunReference } from "../src/ipc/run.ts"
import type { Settings } from "../src/ipc/settings.ts"
import { ask } from "./ask.ts"
import { checkEveryRow } from "./check-every-row.ts"
import { useStore } from "./store.tsx"
import { useEnvironmentOf } from "./use-environment-of.ts"

/** Shows a file that was opened again, checked, and goes on to the check, perhaps to the rows with some text, or to the start. */
export function useCheckAgain(): (
	opened: { readonly file: OpenedFile; readonly settings?: Settings },
	step: "check" | "ready",
	search?: string,
) => Promise<void> {
	const { dispatch } = useStore()
	return async ({ file, settings }, step, search) => {
		if (settings) dispatch({ type: "settings", settings })
		dispatch({ type: "file", file })
		if (file.asked.some(({ chosen }) => chosen === undefined)) return dispatch({ type: "go", step: "columns" })
		await checkEveryRow(dispatch, "file")
		dispatch({ type: "go", step, ...(search === undefined ? {} : { search }) })
	}
}

/** Takes up an earlier import where it stopped: its file is read, mapped, mended and checked as then. */
export function useResume(): (run: string) => Promise<void> {
	const { attempt } = useStore()
	const checkAgain = useCheckAgain()
	return (run) => attempt(async () => checkAgain(await ask("history.resume", { run }), "ready"))
}

/** The same file, columns and mends in an environment, by a run of its own. */
export function useImportAgain(): (
	run: string,
	environment: string,
	step: "check" | "ready",
	search?: string,
) => Promise<void> {
	const { attempt } = useStore()
	const checkAgain = useCheckAgain()
	return (run, environment, step, search) =>
		attempt(async () => checkAgain(await ask("history.again", { run, environment }), step, search))
}

/** Opens a file that a run left in its folder, for a run of its own at the same merchant. */
export function useOpenOf(run: RunReference): (name: "errors.csv" | "unknown.csv") => Promise<OpenedFile> {
	const { dispatch } = useStore()
	const environment = useEnvironmentOf(run)
	return async (name) => {
		const file = await ask("file.ofRun", { run: run.id, file: name })
		if (environment)
			dispatch({ type: "settings", settings: await ask("settings.save", { environment: environment.id }) })
		return file
	}
}
