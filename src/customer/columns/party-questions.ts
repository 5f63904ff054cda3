import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import type { Party, Role } from "../headers/party.ts"
import { listed } from "../listed.ts"
import { isNameField } from "../name.ts"
import { examplesOf } from "./examples.ts"
import type { Mapping } from "./mapping.ts"
import type { Answer, Candidate, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

export interface PartyCandidate extends Candidate {
	readonly field: Field
	/** What it is by its values, where that is not the field: several, or nothing that is certain yet. */
	readonly instead?: readonly Field[]
}

/** Who may be the customer, by its own columns and those that are the customer's whoever it is. */
export interface PartyCandidates {
	readonly id: string
	readonly party: Party
	/** As what its columns are named; nothing where none is. */
	readonly role: Role | undefined
	readonly own: readonly PartyCandidate[]
	readonly shared: readonly PartyCandidate[]
	/** Columns that keep a field where this party is the customer: the address of whoever receives the goods is that of deliveries. */
	readonly kept: readonly PartyCandidate[]
	/** Whoever is the customer of a row that has none of this party: all that is known of nobody else. */
	readonly otherwise?: readonly PartyCandidate[]
	/** The values of a column that name this party, with their rows. */
	readonly values: readonly (readonly [value: string, rows: number])[]
}

export interface PartyFacts {
	/** Names of the columns of all parties. */
	readonly about: readonly string[]
	/** Of them, those of numbers. */
	readonly numbers: readonly string[]
	readonly hasCards: boolean
	readonly rows: number
	/** The column that says of each row which party it is of, what of a row is of each, and what is of all of them. */
	readonly by:
		| {
				readonly column: string
				readonly groups: readonly (readonly PartyCandidate[])[]
				readonly numbers: readonly PartyCandidate[]
		  }
		| undefined
}

/** Which of several parties is the customer. An answer takes all columns of a party and leaves out those of the others. */
export function partyQuestion(parties: readonly PartyCandidates[], facts: PartyFacts): Question {
	const names = parties.flatMap(({ own }) => own.filter(({ field }) => isNameField(field)).map(({ column }) => column))
	const served = [...parties].sort((one, other) => Number(other.party === "served") - Number(one.party === "served"))
	const roles = new Set(served.map(({ party, role }) => said[role ?? (party === "served" ? "served" : "other")]))
	const told = `The file tells of ${roles.size < parties.length ? "several" : "two"}: of ${listed([...roles])}, with names in ${listed(names.map(quoted))}.`
	const why =
		facts.by === undefined
			? `Number, name and e-mail are taken of one of them. ${told}`
			: `${told} ${quoted(facts.by.column)} says which of them: ${parties
					.flatMap(({ values }) => values)
					.map(([value, rows]) => `${quoted(value)} in ${rowCount(rows)}`)
					.join(", ")}.`
	return {
		id: "customer",
		text: "Who are the customers of this file?",
		why,
		answers: [
			...pointed(parties, facts),
			...parties.flatMap((party) => [answerOf(party, facts), ...aloneOf(party, facts)]),
		],
		needed: true,
	}
}

const said: Readonly<Record<Role | "other", string>> = {
	payer: "who pays",
	served: "who is served",
	buyer: "who buys",
	recipient: "who receives",
	owner: "who owns",
	relative: "who is a relative",
	other: "somebody else",
}

function answerOf(one: PartyCandidates, { about, numbers, hasCards, rows }: PartyFacts): Answer {
	const { id, party, role, own, shared, otherwise, kept } = one
	const title = role === undefined && party === "payer" ? "The other" : capital(said[role ?? party])
	const all = [...own, ...shared]
	const filled = Math.max(0, ...own.filter(({ field }) => isNameField(field)).map(({ evidence }) => evidence.filled))
	const elses = party === "served" ? (role === "recipient" ? "buys" : "pays") : undefined
	const isNumbered = [...all, ...(otherwise ?? [])].some(({ field }) => field === "number")
	const lacks = isNumbered ? "" : "; which column is the number is asked next"
	// The number of somebody else may be that of the row: it is asked about next, and not left out.
	const left = isNumbered ? about : about.filter((column) => !numbers.includes(column))
	// Of whom the rest is, is said where it begins.
	const fallback =
		otherwise === undefined ? "" : `; where there is none, in ${rowCount(rows - filled)}: ${partsOf(otherwise)}`
	const where = otherwise === undefined ? "" : `, in ${rowCount(filled)}, and nothing of anybody else`
	const card =
		hasCards && elses !== undefined ? `; the card of a row is sent as theirs, also where somebody else ${elses}` : ""
	const leading = otherwise === undefined ? partsOf(all) : partsOf(own)
	const common = otherwise === undefined || shared.length === 0 ? "" : `; in all rows: ${partsOf(shared)}`
	return {
		id,
		label: `${title}${where}: ${leading}${fallback}${common}${lacks}${card}`,
		examples: own
			.filter(({ field }) => isNameField(field))
			.slice(0, 1)
			.flatMap(examplesOf),
		mapping: {
			columns: {
				...columnsOf(left, [...kept, ...(otherwise ?? []), ...own]),
			},
			...(otherwise === undefined ? {} : { parties: { of: [namesOf(own), namesOf(otherwise)] } }),
		},
	}
}

/** That nobody but a party of some rows is a customer. */
function aloneOf(
	{ id, party, role, own, shared, otherwise, kept }: PartyCandidates,
	{ about, rows }: PartyFacts,
): readonly Answer[] {
	if (otherwise === undefined) return []
	const names = own.filter(({ field }) => isNameField(field))
	const filled = Math.max(0, ...names.map(({ evidence }) => evidence.filled))
	const others = rows - filled
	return [
		{
			id: `${id}.alone`,
			label: `${capital(said[role ?? party])} alone, in ${rowCount(filled)}: ${partsOf([...own, ...shared])}; ${rowCount(others)} without ${others === 1 ? "is an error" : "are errors"}`,
			examples: [],
			mapping: {
				columns: columnsOf([...about, ...otherwise.map(({ column }) => column)], [...kept, ...shared, ...own]),
				parties: { of: [namesOf(own)] },
			},
		},
	]
}

/** As a column says of each row. */
function pointed(parties: readonly PartyCandidates[], { about, by }: PartyFacts): readonly Answer[] {
	if (by === undefined) return []
	const { column, groups, numbers } = by
	const each = parties.flatMap(({ values }, at) => {
		const said = values.map(([value]) => value)
		return said.length > 0 ? [{ own: groups[at] ?? [], said }] : []
	})
	const shown = each.map(({ own, said }) => `${said.map(quoted).join(", ")}: ${partsOf(own)}`)
	const ofAll = numbers.length > 0 ? `; in all rows: ${partsOf(numbers)}` : ""
	const mapping: Partial<Mapping> = {
		columns: columnsOf(about, [...numbers, ...each.flatMap(({ own }) => own)]),
		parties: { by: column, of: each.map(({ own, said }) => ({ ...namesOf(own), values: said })) },
	}
	const label = `Whom ${quoted(column)} names, row by row (${shown.join("; ")}${ofAll}); a row that names none of them is an error`
	return [{ id: "named", label, examples: [], mapping }]
}

const namesOf = (own: readonly PartyCandidate[]) => ({ columns: own.map(({ column }) => column) })

function columnsOf(about: readonly string[], used: readonly PartyCandidate[]): Mapping["columns"] {
	return {
		...Object.fromEntries(about.map((column) => [column, null])),
		...Object.fromEntries(
			used.flatMap(({ column, field, instead = [field] }) => (instead.length > 0 ? [[column, fieldsOf(instead)]] : [])),
		),
	}
}

const fieldsOf = (fields: readonly Field[]) => (fields.length === 1 ? (fields[0] ?? null) : fields)

/** All that is taken: `name "Payer", e-mail "Payer e-mail"`, the number first. */
function partsOf(columns: readonly PartyCandidate[]): string {
	const filling = (one: PartyCandidate) => one.instead ?? [one.field]
	const fields = [...new Set(columns.flatMap(filling))].sort((a, b) => Number(b === "number") - Number(a === "number"))
	const named = (field: Field) =>
		columns
			.filter((one) => filling(one).includes(field))
			.map(({ column }) => quoted(column))
			.join(", ")
	return fields.map((field) => `${labelOf(field)} ${named(field)}`).join(", ")
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
