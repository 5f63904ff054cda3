import { join } from "node:path"
import * as z from "zod"
import { JsonFile } from "../src/app/json-file.ts"
import { type RunReference, runReferenceSchema } from "../src/ipc.ts"
import { Refused } from "./refused.ts"

const pastRunSchema = z.object({
	reference: runReferenceSchema,
	/** The file; how it was read stands in the run folder. */
	path: z.string(),
	sha256: z.string(),
	environment: z.string(),
	/** Tells the merchant of the environment apart from others, whatever the environment is called; runs of before have none. */
	merchant: z.string().optional(),
	/** The process that works on it; a run of one that is gone was interrupted. */
	pid: z.number().optional(),
})

export type PastRun = z.infer<typeof pastRunSchema>

/** The runs of this app, newest first. What happened in them stands in their folders; this is where to look. */
export class History {
	readonly #file: JsonFile<z.ZodArray<typeof pastRunSchema>>

	/** @param environmentOf the id of the environment in which a run goes on */
	constructor(
		home: string,
		private readonly environmentOf: (run: PastRun) => string | undefined,
	) {
		this.#file = new JsonFile(join(home, "runs.json"), z.array(pastRunSchema), [])
		this.#file.value = this.#file.value.map((run) =>
			run.reference.state === "running" && run.pid !== process.pid
				? { ...run, reference: { ...run.reference, state: "interrupted" } }
				: run,
		)
	}

	list(): RunReference[] {
		return this.#file.value.map((run) => this.#located(run).reference)
	}

	get(id: string): PastRun {
		const found = this.#file.value.find(({ reference }) => reference.id === id)
		if (found === undefined) throw new Refused("This run is not in the history any more.")
		return this.#located(found)
	}

	/** The runs of a file with this content, newest first. */
	of(sha256: string): PastRun[] {
		return this.#file.value.filter((run) => run.sha256 === sha256)
	}

	/** The runs of this very file that did not come to their end, the newest of each environment. */
	unfinished(sha256: string): RunReference[] {
		const found = new Map<string, RunReference>()
		for (const run of this.of(sha256)) {
			const { reference } = this.#located(run)
			const where = reference.environment.id ?? run.environment
			if (["interrupted", "stopped"].includes(reference.state) && !found.has(where)) found.set(where, reference)
		}
		return [...found.values()]
	}

	/** The files of the imports in an environment that did not come to their end. */
	unfinishedIn(environment: string): string[] {
		return this.#file.value
			.filter((run) => this.environmentOf(run) === environment && run.reference.state !== "finished")
			.map(({ reference }) => reference.file)
	}

	save(run: PastRun) {
		this.#file.value = [run, ...this.#file.value.filter(({ reference }) => reference.id !== run.reference.id)]
	}

	/** Remembers something more of a run, which stays where it is in the list. */
	note(id: string, more: Partial<RunReference>) {
		const noted = this.get(id)
		this.#file.value = this.#file.value.map((run) =>
			run.reference.id === noted.reference.id ? { ...run, reference: { ...run.reference, ...more } } : run,
		)
	}

	/** With the environment as it is now: it may have been removed, and its merchant added again. */
	#located(run: PastRun): PastRun {
		const { id: _, ...environment } = run.reference.environment
		const id = this.environmentOf(run)
		return { ...run, reference: { ...run.reference, environment: { ...environment, ...(id ? { id } : {}) } } }
	}

	/** Its folder stays. */
	forget(id: string) {
		this.#file.value = this.#file.value.filter(({ reference }) => reference.id !== id)
	}
}
