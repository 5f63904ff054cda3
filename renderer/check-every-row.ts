import { ask } from "./ask.ts"
import type { useStore } from "./store.tsx"

/** Leads to the check of every row, and back where that fails, which rejects. */
export async function checkEveryRow(
	dispatch: ReturnType<typeof useStore>["dispatch"],
	back: "file" | "columns",
): Promise<void> {
	dispatch({ type: "checking" })
	try {
		dispatch({ type: "checked", ...(await ask("check", undefined)) })
	} catch (error) {
		dispatch({ type: "go", step: back })
		throw error
	}
}
