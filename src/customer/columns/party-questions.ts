import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import type { Party } from "../headers/party.ts"
import { listed } from "../listed.ts"
import { isNameField } from "../name.ts"
import { examplesOf } from "./examples.ts"
import type { Answer, Candidate, Question } from "./question.ts"

interface PartyCandidate extends Candidate {
	readonly field: Field
}

/** Who may be the customer, by its own columns and those that are the customer's whoever it is. */
export interface PartyCandidates {
	readonly id: Party
	/** Some columns say by their names that they are of this party. */
	readonly isNamed: boolean
	readonly own: readonly PartyCandidate[]
	readonly shared: readonly PartyCandidate[]
}

/**
 * Which of two parties is the customer. An answer takes all columns of a party and leaves out those of the other.
 * @param about the columns of both
 */
export function partyQuestion(parties: readonly PartyCandidates[], about: readonly string[]): Question {
	const names = parties.flatMap(({ own }) => own.filter(({ field }) => isNameField(field)).map(({ column }) => column))
	return {
		id: "customer",
		text: "Who are the customers of this file?",
		why: `It tells of two: of who is served and of ${parties.some(({ id, isNamed }) => id === "payer" && isNamed) ? "who pays" : "somebody else"}, with names in ${listed(names.map(quoted))}. Number, name and e-mail go together.`,
		answers: parties.map((party) => answerOf(party, about)),
		needed: true,
	}
}

function answerOf({ id, isNamed, own, shared }: PartyCandidates, about: readonly string[]): Answer {
	const told = [...own, ...shared.filter(({ field }) => field === "number" || field === "email" || isNameField(field))]
	const label = (field: Field) =>
		told
			.filter((one) => one.field === field)
			.map(({ column }) => quoted(column))
			.join(", ")
	const fields = [...new Set(told.map(({ field }) => field))].sort(
		(a, b) => Number(b === "number") - Number(a === "number"),
	)
	const parts = fields.map((field) => `${labelOf(field)} ${label(field)}`)
	const lacks = fields.includes("number") ? "" : "; which column is the number is asked next"
	return {
		id,
		label: `${id === "served" ? "Who is served" : isNamed ? "Who pays" : "The other"}: ${parts.join(", ")}${lacks}`,
		examples: own
			.filter(({ field }) => isNameField(field))
			.slice(0, 1)
			.flatMap(examplesOf),
		mapping: {
			columns: {
				...Object.fromEntries(about.map((column) => [column, null])),
				...Object.fromEntries(own.map(({ column, field }) => [column, field])),
			},
		},
	}
}
