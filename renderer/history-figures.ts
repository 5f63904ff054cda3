import type { RunReference } from "../src/ipc/run.ts"

/** What the history says of an import, each customer once; nothing where another line says it, or it is not known. */
export interface HistoryFigures {
	/** Customers that this very import created. */
	readonly own: number | undefined
	/** Customers of its file who exist, and rows that have none. */
	readonly there: number | undefined
	readonly left: number | undefined
	readonly needs: number
	/** Customers who were created before, and otherwise, as far as is known. */
	readonly wrong: number
	/** Of what those two are. */
	readonly note?: string
}

type Kept = Pick<RunReference, "id" | "state" | "created" | "existed" | "open" | "needs" | "wrong" | "whole">

/**
 * The figures of one line of the history. An import has those of its mended rows in it, also before it goes on; and theirs are there alone.
 * @param isReplaced another import of its file took its place
 */
export function historyFigures(run: Kept, isReplaced: boolean): HistoryFigures {
	const { id, state, created, existed, open, needs, wrong, whole } = run
	if (state === "running") return { own: undefined, there: undefined, left: undefined, needs, wrong }
	const own = existed === undefined ? undefined : created - existed
	if (isReplaced) return { own, there: undefined, left: undefined, needs, wrong }
	if (whole === undefined) return { own, there: created, left: open, needs, wrong }
	if (whole.id !== id)
		return { own, there: undefined, left: undefined, needs, wrong, note: `counted with ${whole.file}` }
	return {
		own,
		there: whole.created,
		left: whole.open,
		needs: whole.needs,
		wrong: whole.wrong,
		note: "with its mended rows",
	}
}
