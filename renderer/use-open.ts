import { ask } from "./ask.ts"
import { useStore } from "./store.tsx"

/** The ways to open a file: chosen by a person, or by its path. */
export function useOpen() {
	const { dispatch, attempt } = useStore()
	const open = (path: string) => attempt(async () => dispatch({ type: "file", file: await ask("file.open", { path }) }))
	return {
		open,
		choose: () =>
			attempt(async () => {
				const path = await ask("file.choose", undefined)
				if (path !== undefined) await open(path)
			}),
	}
}
