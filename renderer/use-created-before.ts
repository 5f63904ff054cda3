import { useEffect, useState } from "react"
import type { CreatedBefore, Result } from "../src/ipc/result.ts"
import { ask } from "./ask.ts"
import { useStore } from "./store.tsx"
import { isRehearsal } from "./words.ts"

/**
 * Whom earlier imports of the file created, and otherwise perhaps, as Intergiro has them now where that can be read; nothing while it is not
 * known. And how they are looked at once more, which rejects where they cannot be.
 */
export function useCreatedBefore({ run, ended }: Result): {
	readonly before: CreatedBefore | undefined
	readonly isLooking: boolean
	look(): Promise<void>
} {
	const { attempt } = useStore()
	const [before, setBefore] = useState<CreatedBefore>()
	const [isLooking, setLooking] = useState(false)
	const look = async () => {
		setLooking(true)
		const looked = await ask("result.look", { run: run.id }).finally(() => setLooking(false))
		if (looked) setBefore(looked)
	}
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each session once
	useEffect(() => {
		if (isRehearsal(run)) return
		attempt(async () => {
			const created = await ask("result.before", { run: run.id })
			setBefore(created)
			// Nobody asked for it: what was created is told in any case, and a button looks again.
			if (created.customers.length > 0) await look().catch(() => {})
		})
	}, [run.id, ended])
	return { before, isLooking, look }
}
