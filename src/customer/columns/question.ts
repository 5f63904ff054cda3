import type { Field } from "../fields.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import { type Mapping, merged } from "./mapping.ts"

/** What a person says of columns, constants or rows without being asked. */
export interface Saying extends Pick<Partial<Mapping>, "columns"> {
	readonly joinRows?: boolean
	/** `null`: it has no value any more. */
	readonly constants?: Readonly<Partial<Record<Field, string | null>>>
}

/** A column that may be the answer to a question. */
export interface Candidate {
	readonly column: string
	/** What it fills whatever is answered. */
	readonly fields: readonly Field[]
	readonly evidence: ColumnEvidence
	readonly rows: number
	/** What else columns of its name hold. */
	readonly otherwise: string | undefined
	/** The street that it is the number of the houses of, where it is not what it may be by its name. */
	readonly elsewise?: Field | undefined
}

/** What a person may answer. */
export interface Answer {
	/** Of this question: the column's name, or a word. */
	readonly id: string
	/** For people: a column's name in quotes, or a few words. */
	readonly label: string
	/** How full a column is: "400 of 400 rows, 400 different". */
	readonly facts?: string
	/** Some values of a column, none of them a card token. */
	readonly examples: readonly string[]
	/** What is decided by it. */
	readonly mapping: Partial<Mapping>
	/** What is decided by not choosing it, where several may be chosen. */
	readonly unchosen?: Partial<Mapping>
}

/** What the file leaves open and only a person can decide. While there is one, nothing is sent. */
export interface Question {
	/** Stable: the field in question, or `customer`, `name`, `nameless`, `rows`, `cards`, `dead-cards`, `other-payment`, `currency`, `encoding`, `first.email`. */
	readonly id: string
	/** The question itself: "Which of these is the customer's number?" */
	readonly text: string
	/** Why it is asked, in a sentence. */
	readonly why: string
	/** The likeliest first. */
	readonly answers: readonly Answer[]
	/** Several answers may be chosen, or none of them: one column each. */
	readonly several?: boolean
	/** Leaving everything in question out is no answer: it is the number, or card tokens would be lost. */
	readonly needed: boolean
}

/** `mapping` with a question answered. @param chosen ids of answers; several only where the question takes several */
export function answered(mapping: Mapping, { answers }: Question, chosen: readonly string[]): Mapping {
	return answers.reduce((sum, { id, mapping: said, unchosen }) => {
		if (chosen.includes(id)) return merged(sum, said)
		return unchosen === undefined ? sum : merged(sum, unchosen)
	}, mapping)
}

/** Whether what a person says unasked is about something that a question asks. */
export function concerns({ answers }: Question, { columns = {}, constants = {}, joinRows }: Saying): boolean {
	return answers.some(({ mapping }) => {
		const about = [...Object.keys(mapping.columns ?? {}), ...Object.values(mapping.first ?? {})]
		return (
			about.some((column) => column !== null && Object.hasOwn(columns, column)) ||
			Object.keys(mapping.constants ?? {}).some((field) => Object.hasOwn(constants, field)) ||
			(joinRows !== undefined && mapping.joinRows !== undefined)
		)
	})
}
