import {
	type Evidence,
	EvidenceCollector,
	mergedEvidence,
	type PartialEvidence,
} from "../../customer/columns/evidence.ts"
import { type Mapping, usesOf } from "../../customer/columns/mapping.ts"
import { type Field, fields } from "../../customer/fields.ts"
import { readHeaders } from "../../customer/headers/read-headers.ts"
import {
	type FileEvidence,
	type FileFacts,
	factsOf,
	joinEvidence,
	noEvidence,
} from "../../customer/lines/file-facts.ts"
import { FileTally } from "../../customer/lines/file-tally.ts"
import { rareValues, tellRare } from "../../customer/lines/rare-values.ts"
import type { ToldOnce } from "../../customer/lines/told-once.ts"
import { writtenNotes } from "../../customer/lines/written-notes.ts"

/** The field that a column is checked as; one of several of a kind, as of the countries of all addresses. */
function only(uses: readonly Field[] = []): Field | undefined {
	const [first, ...others] = uses
	return first !== undefined && others.every((field) => fields[field].kind === fields[first].kind) ? first : undefined
}

/** What a thread gathers of the rows that it judges. */
export class EvidenceKeeper {
	readonly columns: EvidenceCollector
	readonly tally = new FileTally()

	/**
	 * @param mapping what the columns are checked as
	 * @param readings what their names may mean
	 */
	constructor(names: readonly string[], mapping: Mapping, readings = readHeaders(names)) {
		const fieldAt = names.map((name) => only(usesOf(mapping, name)))
		this.columns = new EvidenceCollector(readings, fieldAt)
	}

	get result(): GatheredEvidence {
		return { columns: this.columns.result, file: this.tally.evidence() }
	}
}

/** As threads send it to each other. */
export interface GatheredEvidence {
	readonly columns: PartialEvidence
	readonly file: FileEvidence
}

/** What all rows of a file say: of its columns, and of what has to be known of the whole file to judge one of its rows. */
export interface WholeEvidence {
	readonly columns: Evidence
	readonly facts: FileFacts
	/** What singles out few rows in columns of which nobody knows what they say, and what is written in columns of notes. */
	readonly told: readonly ToldOnce[]
}

/** @param names of all columns */
export function wholeEvidence(parts: readonly GatheredEvidence[], names: readonly string[]): WholeEvidence {
	const columns = mergedEvidence(parts.map((part) => part.columns))
	const file = parts.reduce((sum, part) => joinEvidence(sum, part.file), noEvidence)
	const facts = factsOf(file, columns)
	const rare = rareValues(file.values, names, columns.rows, [...(facts.marks ?? []), ...(facts.notes ?? [])])
	return {
		columns,
		facts,
		told: [...rare.map((one) => tellRare(one, columns.rows)), ...writtenNotes(file.notes, columns.rows)],
	}
}
