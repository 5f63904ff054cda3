import { join } from "node:path"
import * as z from "zod"
import { JsonFile } from "../src/app/json-file.ts"
import { type RunReference, runReferenceSchema } from "../src/ipc/run.ts"
import { parentsOf, wholes } from "./families.ts"
import { Refused } from "./refused.ts"

const pastRunSchema = z.object({
	reference: runReferenceSchema,
	/** The file; how it was read stands in the run folder. */
	path: z.string(),
	sha256: z.string(),
	environment: z.string(),
	/** Tells the merchant of the environment apart from others, whatever the environment is called; runs of before have none. */
	merchant: z.string().optional(),
	/** The same for people: the merchant's name, as far as the key said it, and the URL. */
	merchantAt: z.string().optional(),
	/** Of earlier versions. */
	pid: z.number().optional(),
})

export type PastRun = z.infer<typeof pastRunSchema>

const isWorkbook = /\.(?:xls[xmb]?|ods|fods|numbers)$/i

/** The runs of this app, newest first. What happened in them stands in their folders; this is where to look. */
export class History {
	readonly #file: JsonFile<z.ZodArray<typeof pastRunSchema>>
	/** Those that go on now: any other that is said to was interrupted. */
	readonly #running = new Set<string>()

	/** @param environmentOf the id of the environment in which a run goes on */
	constructor(
		home: string,
		private readonly environmentOf: (run: PastRun) => string | undefined,
	) {
		this.#file = new JsonFile(join(home, "runs.json"), z.array(pastRunSchema), [])
	}

	/** What a person should know of how it was read. */
	get told(): readonly string[] {
		return this.#file.told
	}

	list(): RunReference[] {
		const whole = wholes(this.#file.value)
		return this.#file.value.map((run) => ({ ...this.#told(run).reference, whole: whole.get(run.reference.id) }))
	}

	/** Those that are offered to go on. */
	unfinishedNow(): RunReference[] {
		return this.list().filter(({ unfinished }) => unfinished)
	}

	get(id: string): PastRun {
		const found = this.#file.value.find(({ reference }) => reference.id === id)
		if (found === undefined) throw new Refused("This run is not in the history any more.")
		const { reference, ...located } = this.#told(found)
		return { ...located, reference: { ...reference, whole: wholes(this.#file.value).get(id) } }
	}

	/** The runs of a file with this content, newest first. */
	of(sha256: string): PastRun[] {
		return this.#file.value.filter((run) => run.sha256 === sha256)
	}

	/** The other runs of the file of one. */
	othersOf(id: string): PastRun[] {
		return this.of(this.get(id).sha256).filter(({ reference }) => reference.id !== id)
	}

	/** The runs of the same merchant that began later than a moment, in ISO 8601. */
	laterThan(id: string, ended: string): PastRun[] {
		const where = this.environmentOf(this.get(id))
		return this.#file.value.filter(
			(run) =>
				run.reference.id !== id &&
				where !== undefined &&
				this.environmentOf(run) === where &&
				run.reference.started > ended,
		)
	}

	/** The runs whose rows it mends: that which gave them back, the one that gave it its own, and so on. */
	parentsOf(id: string): PastRun[] {
		return parentsOf(this.get(id), this.#file.value)
	}

	/** The runs that mend its rows, or those of one that does. */
	childrenOf(id: string): PastRun[] {
		return this.#file.value.filter(({ reference }) =>
			this.parentsOf(reference.id).some((parent) => parent.reference.id === id),
		)
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

	/**
	 * The files of the imports in an environment that can still go on: not of those whose place another import of the same file took.
	 * @param merchant of whose imports there is nothing to say
	 */
	unfinishedIn(environment: string, merchant?: string): string[] {
		return this.#file.value
			.filter((run) => this.environmentOf(run) === environment)
			.filter((run) => run.reference.state === "running" || this.#told(run).reference.unfinished)
			.filter((run) => merchant === undefined || run.merchant !== merchant)
			.map(({ reference }) => reference.file)
	}

	/** The merchant of the newest import in an environment. */
	merchantIn(environment: string): string | undefined {
		return this.#file.value.find((run) => run.environment === environment && run.merchant !== undefined)?.merchant
	}

	/** Throws when it cannot be written. */
	save(run: PastRun) {
		const { id, state } = run.reference
		if (state === "running") this.#running.add(id)
		else this.#running.delete(id)
		this.#file.value = [run, ...this.#file.value.filter(({ reference }) => reference.id !== run.reference.id)]
	}

	/** It does not go on, whatever can be written down of it. */
	ended(id: string) {
		this.#running.delete(id)
	}

	/** Remembers something more of a run, which stays where it is in the list. */
	note(id: string, more: Partial<RunReference>) {
		const noted = this.get(id)
		this.#file.value = this.#file.value.map((run) =>
			run.reference.id === noted.reference.id ? { ...run, reference: { ...run.reference, ...more } } : run,
		)
	}

	/** The same with whether it is offered to go on: a rehearsal that was stopped has done what it was for. */
	#told(run: PastRun): PastRun {
		const located = this.#located(run)
		const { state, environment, id } = located.reference
		const isRehearsal = environment.kind === "sandbox"
		const since = this.#file.value.slice(
			0,
			this.#file.value.findIndex(({ reference }) => reference.id === id),
		)
		const isReplaced = since.some(
			({ sha256, path, environment, reference }) =>
				// What the file was then cannot be gone on with: it was imported as it is now. Of a workbook it may be another sheet.
				(sha256 === run.sha256 || (path === run.path && !isWorkbook.test(path))) &&
				reference.started > run.reference.started &&
				(isRehearsal || environment === run.environment),
		)
		const unfinished = !isReplaced && (state === "interrupted" || (state === "stopped" && !isRehearsal))
		return { ...located, reference: { ...located.reference, unfinished } }
	}

	/** As it stands now: its environment may have been removed, and its merchant added again. */
	#located(run: PastRun): PastRun {
		const { id: _, ...environment } = run.reference.environment
		const id = this.environmentOf(run)
		const { state } = run.reference
		return {
			...run,
			reference: {
				...run.reference,
				state: state === "running" && !this.#running.has(run.reference.id) ? "interrupted" : state,
				environment: {
					...environment,
					...(run.merchantAt === undefined ? {} : { merchant: run.merchantAt }),
					...(id ? { id } : {}),
				},
			},
		}
	}

	/** Its folder stays. */
	forget(id: string) {
		this.#file.value = this.#file.value.filter(({ reference }) => reference.id !== id)
	}
}
