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

	constructor(home: string) {
		this.#file = new JsonFile(join(home, "runs.json"), z.array(pastRunSchema), [])
		this.#file.value = this.#file.value.map((run) =>
			run.reference.state === "running" && run.pid !== process.pid
				? { ...run, reference: { ...run.reference, state: "interrupted" } }
				: run,
		)
	}

	list(): RunReference[] {
		return this.#file.value.map(({ reference }) => reference)
	}

	get(id: string): PastRun {
		const found = this.#file.value.find(({ reference }) => reference.id === id)
		if (found === undefined) throw new Refused("This run is not in the history any more.")
		return found
	}

	/** The runs of a file with this content, newest first. */
	of(sha256: string): PastRun[] {
		return this.#file.value.filter((run) => run.sha256 === sha256)
	}

	/** The newest run of this very file that did not come to its end. */
	unfinished(sha256: string): PastRun | undefined {
		return this.of(sha256).find(({ reference }) => ["interrupted", "stopped"].includes(reference.state))
	}

	/** The files of the imports in an environment that did not come to their end. */
	unfinishedIn(environment: string): string[] {
		return this.#file.value
			.filter((run) => run.environment === environment && run.reference.state !== "finished")
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

	/** Its folder stays. */
	forget(id: string) {
		this.#file.value = this.#file.value.filter(({ reference }) => reference.id !== id)
	}
}
