import { useEffect, useState } from "react"
import type { CreatedBefore, Result } from "../src/ipc.ts"
import { ask } from "./ask.ts"
import { useStore } from "./store.tsx"
import { isRehearsal } from "./words.ts"

/** Whom earlier imports of the file created, and otherwise perhaps; nothing while that is not known. */
export function useCreatedBefore({ run, ended }: Result): CreatedBefore | undefined {
	const { attempt } = useStore()
	const [before, setBefore] = useState<CreatedBefore>()
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each session once
	useEffect(() => {
		if (!isRehearsal(run)) attempt(async () => setBefore(await ask("result.before", { run: run.id })))
	}, [run.id, ended])
	return before
}
