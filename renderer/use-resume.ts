import { ask } from "./ask.ts"
import { useStore } from "./store.tsx"

/** Takes up an earlier import where it stopped: its file is read, mapped, mended and checked as then. */
export function useResume(): (run: string) => Promise<void> {
	const { dispatch, attempt } = useStore()
	return (run) =>
		attempt(async () => {
			const { file, settings } = await ask("history.resume", { run })
			dispatch({ type: "settings", settings })
			dispatch({ type: "file", file })
			dispatch({ type: "checking" })
			try {
				dispatch({ type: "checked", ...(await ask("check", undefined)) })
				dispatch({ type: "go", step: "ready" })
			} catch (error) {
				dispatch({ type: "go", step: "file" })
				throw error
			}
		})
}
