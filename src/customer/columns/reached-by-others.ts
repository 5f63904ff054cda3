import { type Field, fields } from "../fields.ts"
import type { HeaderReading } from "../headers/read-header.ts"
import { noEvidence } from "./column-evidence.ts"
import type { Columns } from "./draft-decision.ts"
import { usesOf } from "./mapping.ts"

/**
 * Whether most customers are reached by somebody else alone, whom the file names: children by a guardian or a relative. Then it is a question
 * who the customer is.
 */
export function areReachedByOthers(columns: Columns): boolean {
	const own = Math.max(0, ...filledOf(columns, ({ party, meanings }) => (isOther(party) ? [] : meanings.map(fieldOf))))
	const theirs = Math.max(0, ...filledOf(columns, ({ party }) => (isOther(party) ? fieldsOf(party) : [])))
	const { rows } = columns.evidence
	return own * 2 < rows && theirs * 2 > rows
}

/** Relatives are somebody else, and no party of the file, unless most customers are reached by them alone or a person says that they are the customers. */
export function withRelatives(columns: Columns): Columns {
	const { names, readings, answers } = columns
	const areTheirs = readings.map(({ party }) => party?.role === "relative")
	const isSaid = areTheirs.some((is, index) => is && (usesOf(answers, names[index] ?? "")?.length ?? 0) > 0)
	if (!areTheirs.includes(true) || isSaid || areReachedByOthers(columns)) return columns
	return {
		...columns,
		readings: readings.map((reading, index) => {
			const { party: _, ...rest } = reading
			return areTheirs[index] ? rest : reading
		}),
	}
}

/** In how many rows each column is filled that reaches somebody. */
function filledOf(
	{ readings, evidence }: Columns,
	of: (reading: HeaderReading) => readonly Field[],
): readonly number[] {
	return readings.flatMap((reading, index) => {
		const [field] = reading.foreign === undefined || reading.party !== undefined ? of(reading) : []
		return field !== undefined && reaches.has(fields[field].kind)
			? [(evidence.columns[index] ?? noEvidence()).filled]
			: []
	})
}

const reaches: ReadonlySet<string> = new Set(["email", "phone"])
const isOther = (party: HeaderReading["party"]) => party?.party === "payer"
const fieldOf = ({ field }: HeaderReading["meanings"][number]) => field
const fieldsOf = (party: HeaderReading["party"]) => Object.keys(party?.meanings ?? {}) as Field[]
