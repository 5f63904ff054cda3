import { join } from "node:path"
import { isDeepStrictEqual } from "node:util"
import * as z from "zod"
import { denies } from "../customer/columns/bearing.ts"
import type { Evidence } from "../customer/columns/evidence.ts"
import { hasAnswers, type Mapping, mappingSchema, noAnswers, usesOf } from "../customer/columns/mapping.ts"
import { isImportColumn } from "../customer/fields.ts"
import { JsonFile } from "./json-file.ts"

/** How many sets of headers are remembered. */
const kept = 50

/** What was said of the columns of one file alone, against their names. */
const ofFile = z.object({ sha256: z.string(), columns: mappingSchema.unwrap().shape.columns })
const list = z.array(z.object({ header: z.array(z.string()), mapping: mappingSchema, file: ofFile.optional() }))
/** `confirmed`: what version 0.1.0 guessed for a run, and a person found right. */
const schema = z.object({ answers: list, confirmed: list.default([]) })

/** What people answered about columns, by the set of headers that they were asked about. Only answers: never what a rule decided. */
export class Answers {
	readonly #file: JsonFile<typeof schema>

	constructor(home: string) {
		this.#file = new JsonFile(join(home, "answers.json"), schema, { answers: [], confirmed: [] })
	}

	/** What a person should know of how they were read. */
	get told(): readonly string[] {
		return this.#file.told
	}

	/**
	 * What was answered for a file with these columns, without what its values deny now; nothing where nothing was.
	 * @param sha256 of the file: what was said against the names of its columns holds for it alone
	 */
	for(columns: readonly string[], evidence: Evidence, sha256?: string): Mapping | undefined {
		const entry = this.#file.value.answers.find(({ header }) => isSame(header, own(columns)))
		if (entry === undefined) return undefined
		const { mapping, file } = entry
		const isOfFile = file !== undefined && file.sha256 === sha256
		const found = isOfFile ? { ...mapping, columns: { ...mapping.columns, ...file.columns } } : mapping
		if (!hasAnswers(found)) return undefined
		const denied = columns.filter((column, index) => {
			const values = evidence.columns[index]
			const uses = usesOf(found, column) ?? []
			// A column that was left out may hold card tokens now: asked again.
			const holdsCards = uses.length === 0 && (values?.tokens ?? 0) > 0
			return values !== undefined && (holdsCards || uses.some((field) => denies(values, field)))
		})
		const sound = Object.entries(found.columns).filter(([column]) => !denied.includes(column))
		return { ...found, columns: Object.fromEntries(sound) }
	}

	/**
	 * Throws when it cannot be written.
	 * @param file what was said of its columns against their names, which is no answer for another one
	 */
	remember(columns: readonly string[], mapping: Mapping, file?: z.infer<typeof ofFile>): void {
		const others = this.#file.value.answers.filter(({ header }) => !isSame(header, own(columns)))
		const isOfFile = file !== undefined && Object.keys(file.columns).length > 0
		const entry = { header: own(columns), mapping, ...(isOfFile ? { file } : {}) }
		const more = hasAnswers(mapping) || isOfFile ? [entry] : []
		this.#file.value = { ...this.#file.value, answers: [...others, ...more].slice(-kept) }
	}

	/** Keeps that the columns of a run which version 0.1.0 began are right. Throws when it cannot be written. */
	confirm(columns: readonly string[], mapping: Mapping): void {
		const confirmed = [...this.#file.value.confirmed, { header: own(columns), mapping }].slice(-kept)
		this.#file.value = { ...this.#file.value, confirmed }
	}

	isConfirmed(columns: readonly string[], mapping: Mapping): boolean {
		return this.#file.value.confirmed.some(
			(one) => isSame(one.header, own(columns)) && isDeepStrictEqual(one.mapping, mapping),
		)
	}

	forget(columns: readonly string[]): void {
		this.remember(columns, noAnswers)
	}
}

function own(columns: readonly string[]): string[] {
	return columns.filter((column) => !isImportColumn(column)).sort()
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((one, index) => one === b[index])
}
