import { basename, dirname } from "node:path"
import type { RunReference } from "../src/ipc/run.ts"

/** A run, as far as it tells whose rows it imports. */
interface Kept {
	/** The file that it imports. */
	readonly path: string
	readonly environment: string
	readonly merchant?: string | undefined
	readonly reference: RunReference
}

/** Files of a run folder whose rows are imported by a run of their own. */
const givenBack = ["errors.csv", "unknown.csv"]

interface Sum {
	readonly created: number
	readonly open: number
	readonly leftOut: number
	readonly needs: number
	readonly wrong: number
}

/**
 * An import and those that rows of it were mended for, as one: of each run of such a family, what it comes to as a whole.
 * @param runs the newest first
 */
export function wholes(runs: readonly Kept[]): ReadonlyMap<string, NonNullable<RunReference["whole"]>> {
	const byFolder = new Map(runs.map((run) => [run.reference.folder, run]))
	const parents = new Map(runs.flatMap((run) => [[run, parentOf(run, byFolder)] as const]))
	const found = new Map<string, NonNullable<RunReference["whole"]>>()
	for (const root of runs) {
		if (parents.get(root)) continue
		const family = runs.filter((run) => rootOf(run, parents) === root)
		const [newest] = family.filter((run) => run !== root)
		if (newest === undefined) continue
		const { id, file, rows } = root.reference
		const { created, open, needs, wrong } = sumOf(root, runs, parents)
		const whole = { id, file, rows, created, open, needs, wrong, newest: newest.reference.id }
		for (const { reference } of family) found.set(reference.id, whole)
	}
	return found
}

/** The runs whose rows it imports: the nearest first. */
export function parentsOf<Run extends Kept>(run: Run, runs: readonly Run[]): Run[] {
	const byFolder = new Map(runs.map((run) => [run.reference.folder, run]))
	const parent = parentOf(run, byFolder)
	return parent === undefined || parent === run ? [] : [parent, ...parentsOf(parent, runs)]
}

/** The run whose rows it imports, at the same merchant. */
function parentOf<Run extends Kept>({ path, environment, merchant }: Kept, byFolder: ReadonlyMap<string, Run>) {
	const parent = givenBack.includes(basename(path)) ? byFolder.get(dirname(path)) : undefined
	const isSame = merchant === undefined ? parent?.environment === environment : parent?.merchant === merchant
	return isSame ? parent : undefined
}

type Parents = ReadonlyMap<Kept, Kept | undefined>

function rootOf(run: Kept, parents: Parents): Kept {
	const parent = parents.get(run)
	return parent === undefined || parent === run ? run : rootOf(parent, parents)
}

/** With what became of its rows since: where it went on after that, it knows by itself. */
function sumOf(run: Kept, runs: readonly Kept[], parents: Parents): Sum {
	const { created, open, leftOut, needs, wrong } = run.reference
	const since = runs.slice(0, runs.indexOf(run)).filter((one) => parents.get(one) === run)
	const sums = givenBack.map((name) => {
		// Run again, the same rows find those whom they created before.
		const each = since
			.filter(({ path }) => basename(path) === name)
			.map((one) => ({ rows: one.reference.rows, again: one.reference.again, sum: sumOf(one, runs, parents) }))
		return {
			// A customer of a number that was there before is counted with the run that created it.
			created: Math.max(0, ...each.map(({ again, sum }) => sum.created - again)),
			needs: Math.max(0, ...each.map(({ sum }) => sum.needs)),
			wrong: Math.max(0, ...each.map(({ sum }) => sum.wrong)),
			// Rows, not customers: several may have been joined. Those that were left out before are in errors.csv and were not open.
			done: Math.max(0, ...each.map(({ rows, sum }) => rows - sum.open - (name === "errors.csv" ? leftOut : 0))),
			// Rows that were left out before come along, and are left out again.
			leftOut: Math.max(0, ...each.map(({ sum }) => sum.leftOut - (name === "errors.csv" ? leftOut : 0))),
		}
	})
	const total = (of: (one: (typeof sums)[number]) => number) => sums.reduce((sum, one) => sum + of(one), 0)
	return {
		created: created + total((one) => one.created),
		open: Math.max(0, open - total((one) => one.done)),
		leftOut: leftOut + total((one) => one.leftOut),
		needs: needs + total((one) => one.needs),
		wrong: wrong + total((one) => one.wrong),
	}
}
