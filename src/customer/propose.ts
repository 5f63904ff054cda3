import { ambiguousKeys } from "./ambiguous-names.ts"
import { hasForm } from "./field-kind.ts"
import { fieldNamesOf } from "./field-names.ts"
import { type Field, fieldNames, fields, headerKey, isImportColumn } from "./fields.ts"
import { type Mapping, type MappingProblem, mappingProblems } from "./mapping.ts"
import { canBe, looksLike, type ValueKind } from "./value-kind.ts"

/** What one column is taken for, and why. */
export interface Proposal {
	readonly column: string
	readonly field?: Field
	/** For people: one clause. */
	readonly reason: string
	/** What its name says it is, and its values deny: it has values that are not sent. */
	readonly withdrawn?: Field
}

export interface ProposedMapping {
	readonly mapping: Mapping
	/** One for each column, in their order. */
	readonly proposals: readonly Proposal[]
	/** Why the mapping cannot be used as it is: no column looks like the customer number. */
	readonly problems: readonly MappingProblem[]
}

const byKey = new Map<string, { readonly field: Field; readonly rank: number }>()
for (const field of fieldNames)
	for (const [rank, name] of fieldNamesOf[field].split("|").entries())
		if (!byKey.has(headerKey(name))) byKey.set(headerKey(name), { field, rank })

const ambiguous = new Set(ambiguousKeys)

/**
 * Proposes a mapping from the column names, confirmed or overruled by the values.
 * @param samples some of the first rows, as cells in the order of the columns
 */
export function proposeMapping(
	columns: readonly string[],
	samples: readonly (readonly string[])[] = [],
): ProposedMapping {
	const candidates = withOneAddress(
		columns.map((column, index) => {
			const values = samples.map((cells) => cells[index]?.trim() ?? "").filter((value) => value !== "")
			const found = candidate(column, values)
			// A customer number that most rows lack stands behind any other.
			const lacking = found.field === "number" && values.length < samples.length / 2
			return lacking ? { ...found, rank: found.rank + unnamed } : found
		}),
	)
	const winners = new Map<Field, number>()
	for (const [index, { field, rank }] of candidates.entries()) {
		if (!field || field === "token" || isFurtherPart(field, columns[index] ?? "")) continue
		const winner = winners.get(field)
		if (winner === undefined || rank < (candidates[winner]?.rank ?? 0)) winners.set(field, index)
	}
	const hasParts = winners.has("firstName") && winners.has("lastName")
	const proposals = candidates.map(({ column, field, reason, withdrawn }, index): Proposal => {
		if (!field) return withdrawn ? { column, reason, withdrawn } : { column, reason }
		const winner = winners.get(field)
		if (winner !== undefined && winner !== index && field !== "token" && !isFurtherPart(field, column))
			return { column, reason: `"${columns[winner]}" is the ${fields[field].label.toLowerCase()} already` }
		if (field === "name" && hasParts)
			return { column, field, reason: "used where the columns of first and last name are empty" }
		return { column, field, reason }
	})
	const mapping: Mapping = {
		version: 1,
		columns: Object.fromEntries(proposals.flatMap(({ column, field }) => (field ? [[column, field]] : []))),
		constants: {},
		joinRows: false,
	}
	return { mapping, proposals, problems: mappingProblems(mapping, columns) }
}

/** Where the only street is an invoice address and the only zip code or city is not, they are one address. */
function withOneAddress(candidates: readonly Candidate[]): readonly Candidate[] {
	const has = (...wanted: Field[]) => candidates.some(({ field }) => field !== undefined && wanted.includes(field))
	if (has("street", "billingZipCode", "billingCity") || !has("zipCode", "city")) return candidates
	return candidates.map((each) =>
		each.field === "billingStreet" ? { ...each, field: "street", reason: "the only street of the file" } : each,
	)
}

/** A second address line or a house number: joined to the street instead of competing with it. */
function isFurtherPart(field: Field, column: string): boolean {
	return (
		fields[field].several === ", " &&
		/[23]$|housenumber|houseno|hausn|husnummer|extended|^co$|coadress/.test(headerKey(column))
	)
}

interface Candidate extends Proposal {
	/** The lower, the better the name fits. */
	readonly rank: number
}

function candidate(column: string, values: readonly string[]): Candidate {
	if (isImportColumn(column)) return { column, rank: 0, reason: importColumnReason }
	const key = [column, column.replace(metadata, "")].map(headerKey).find((key) => byKey.has(key)) ?? ""
	const named = byKey.get(key)
	const kind = looksLike(values)
	// Where a name has one meaning and the check refuses what does not fit it, bad values are bad rows.
	const isCertain = named !== undefined && kind !== "token" && hasForm(named.field) && !ambiguous.has(key)
	if (!named || (kind !== undefined && !isCertain && !agrees(kind, named.field))) {
		const field = kind === "country" && named ? undefined : kind
		if (field) return { column, field, rank: unnamed, reason: `its values look like ${kinds[field]}` }
		if (!named) return { column, rank: unnamed, reason: "its name is not one this program knows" }
	}
	const { field, rank } = named
	const label = fields[field].label.toLowerCase()
	const fits = canBe(field, values)
	if (!fits && !isCertain)
		return {
			column,
			rank: unnamed,
			reason: `its name fits the ${label}, but its values do not`,
			withdrawn: field,
		}
	const confirmed = fits && kind !== undefined && agrees(kind, field)
	const remark = confirmed
		? ", and its values look like it"
		: fits
			? ""
			: ", though many of its values do not look like it"
	return { column, field, rank, reason: `named as the ${label}${remark}` }
}

export const importColumnReason = "added by an earlier import, not part of the customer's data"

/** How exports mark what the merchant added to a customer: `customer_number (metadata)`. */
const metadata = /\s*\(metadata\)$|^metadata[.:[]/i

/** Ranks behind every name. */
const unnamed = 1000

const kinds: Readonly<Record<ValueKind, string>> = {
	email: "e-mail addresses",
	token: "card tokens",
	country: "country codes",
}

/** Whether values of a kind belong in a field. A customer number may be anything but a card token. */
function agrees(kind: ValueKind, field: Field): boolean {
	if (kind === "email") return field === "email" || field === "billingEmail" || field === "number"
	if (kind === "token") return field === "token"
	return field !== "token"
}
