import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import type * as z from "zod"

/** A small JSON file that survives being damaged: what cannot be read counts as its default. */
export class JsonFile<Schema extends z.ZodType> {
	#value: z.infer<Schema>

	constructor(
		private readonly path: string,
		schema: Schema,
		initial: z.infer<Schema>,
	) {
		this.#value = read(path, schema) ?? initial
	}

	get value(): z.infer<Schema> {
		return this.#value
	}

	/** Written before it holds; throws when it cannot be. */
	set value(value: z.infer<Schema>) {
		mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 })
		const draft = `${this.path}.${process.pid}`
		// Anew, as a link that was planted there would be followed.
		rmSync(draft, { force: true })
		writeFileSync(draft, JSON.stringify(value, null, "\t"), { mode: 0o600, flag: "wx" })
		renameSync(draft, this.path)
		this.#value = value
	}
}

function read<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> | undefined {
	try {
		return schema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data
	} catch {
		return undefined
	}
}
