import { type Field, isImportColumn } from "../fields.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { type HeaderReading, singleMeaning } from "../headers/read-header.ts"
import { isTwin } from "../headers/read-headers.ts"
import { type ColumnEvidence, noEvidence } from "./column-evidence.ts"
import type { Evidence } from "./evidence.ts"
import { type Mapping, usesOf } from "./mapping.ts"
import type { Candidate, Question } from "./question.ts"

/** The columns of a file, and what is known of them. */
export interface Columns {
	readonly names: readonly string[]
	/** What each name may mean. */
	readonly readings: readonly HeaderReading[]
	readonly evidence: Evidence
	/** The file has no header: no name says anything. */
	readonly nameless: boolean
	/** What a person said. */
	readonly answers: Mapping
	/** What of it was not said in this very import. */
	readonly carried?: Carried | undefined
}

/** Answers that go back to another import, and what they are called. */
export interface Carried {
	readonly mapping: Mapping
	readonly as: "as answered before" | "as in the import before"
}

/** What became of a column, and why. */
export interface ColumnDecision {
	readonly column: string
	/** None where it is left out. */
	readonly fields: readonly Field[]
	/** `open`: a question is about it; its fields are the likeliest answer. */
	readonly by: "name" | "person" | "rule" | "open" | "import"
	/** For people: a clause. */
	readonly reason: string
}

export interface Decision {
	/** Says something of every column. Where a question is open it holds the likeliest answer, for the check to show. */
	readonly mapping: Mapping
	/** In the order of the columns. */
	readonly columns: readonly ColumnDecision[]
	readonly questions: readonly Question[]
	/** What of the mapping a person said. */
	readonly said: Mapping
	/** An earlier run decided: nothing is asked, whatever a check finds. */
	readonly settled: boolean
}

type Decided = Omit<ColumnDecision, "column">

export const importColumnReason = "added by an earlier import, not part of the customer's data"

/** Decisions in the making. A column goes by its place. */
export class DraftDecision {
	readonly columns: Columns
	readonly questions: Question[] = []
	readonly #decided: (Decided | undefined)[]
	/** Those that fill a field, as long as nothing changes that; each column asks for those of several. */
	readonly #filling = new Map<Field, readonly number[]>()
	#onlyTokens = false
	#constants: Mapping["constants"] = {}
	#first: NonNullable<Mapping["first"]> = {}
	readonly #joined: NonNullable<Mapping["joined"]>[number][] = []

	readonly #addresses: (readonly number[])[] = []

	constructor(columns: Columns) {
		this.columns = columns
		this.#decided = columns.names.map((name) => beforehand(name, columns))
	}

	/** Data rows of the file. */
	get rows(): number {
		return this.columns.evidence.rows
	}

	/** A mapping that says "leave out the others" leaves nothing to rules. */
	get leavesOutOthers(): boolean {
		return this.columns.answers.others === "left-out"
	}

	undecided(): readonly number[] {
		return this.#decided.flatMap((one, index) => (one === undefined ? [index] : []))
	}

	/** Whether a column holds nothing, though the file has rows. */
	isEmpty(index: number): boolean {
		return this.rows > 0 && this.evidence(index).filled === 0
	}

	/** Whether nothing is decided of a column. */
	isOpen(index: number): boolean {
		return this.#decided[index] === undefined
	}

	/** The columns that fill a field, so far. */
	filling(field: Field): readonly number[] {
		const known = this.#filling.get(field)
		if (known !== undefined) return known
		const found = this.#decided.flatMap((one, index) => (one?.fields.includes(field) ? [index] : []))
		this.#filling.set(field, found)
		return found
	}

	isFilled(field: Field): boolean {
		return this.filling(field).length > 0
	}

	#set(index: number, decided: Decided): void {
		if (decided.fields.length > 0 || this.#decided[index]?.fields.length) this.#filling.clear()
		this.#decided[index] = decided
	}

	/** Whether a column was decided in this way. */
	is(index: number, by: ColumnDecision["by"]): boolean {
		return this.#decided[index]?.by === by
	}

	isAsked(id: string): boolean {
		return this.questions.some((question) => question.id === id)
	}

	/** The field of a name that has one meaning. */
	single(index: number): Field | undefined {
		const reading = this.columns.readings[index]
		return reading && singleMeaning(reading)
	}

	/** Whether the name may mean a field, among others. */
	mayBe(index: number, field: Field): boolean {
		const { foreign, meanings } = this.columns.readings[index] ?? unknown
		return foreign === undefined && meanings.some((one) => one.field === field)
	}

	/** Whether the name says that it is a further part of a value, joined to it. */
	isPart(index: number): boolean {
		return this.columns.readings[index]?.part !== undefined
	}

	/** Whether a column is another one of the same name. */
	isTwin(index: number): boolean {
		return isTwin(this.name(index), this.columns.names)
	}

	/** Whether a column fills one of these fields, so far. */
	fills(index: number, ...wanted: readonly Field[]): boolean {
		return this.#decided[index]?.fields.some((field) => wanted.includes(field)) === true
	}

	/** Whether the file has a bank account: whoever holds it, and its numbers, are the bank's. */
	get hasBank(): boolean {
		const { readings } = this.columns
		return readings.some(({ foreign }, index) => foreign === foreignKinds.bank && this.evidence(index).filled > 0)
	}

	/** Known as not ours: what it is, in words. */
	foreign(index: number): string | undefined {
		return this.columns.readings[index]?.foreign
	}

	/** Whether the name says nothing. */
	isUnknown(index: number): boolean {
		const { foreign, meanings } = this.columns.readings[index] ?? unknown
		return foreign === undefined && meanings.length === 0
	}

	evidence(index: number): ColumnEvidence {
		return this.columns.evidence.columns[index] ?? noEvidence()
	}

	name(index: number): string {
		return this.columns.names[index] ?? ""
	}

	/** @param fields one, or several that its cells hold */
	send(index: number, fields: Field | readonly Field[], reason: string): void {
		this.#set(index, { fields: typeof fields === "string" ? [fields] : fields, by: "name", reason })
	}

	/** What a column fills, so far. */
	fieldsOf(index: number): readonly Field[] {
		return this.#decided[index]?.fields ?? []
	}

	/** Lets a column that is decided, or in question, fill other fields than those. */
	refill(index: number, fields: readonly Field[]): void {
		const decided = this.#decided[index]
		if (decided !== undefined) this.#set(index, { ...decided, fields })
	}

	/** A value of a field for all rows, beside those that a person said. */
	setConstant(field: keyof Mapping["constants"], value: string): void {
		this.#constants = { ...this.#constants, [field]: value }
	}

	/** The column that counts where several fill a field, unless a person said another. */
	goFirst(field: Field, index: number): void {
		this.#first = { ...this.#first, [field]: this.name(index) }
	}

	/** All columns of a field make one value. */
	join(field: NonNullable<Mapping["joined"]>[number]): void {
		this.#joined.push(field)
	}

	/** @param groups the columns of each of several addresses for the same fields */
	group(groups: readonly (readonly number[])[]): void {
		this.#addresses.push(...groups)
	}

	/** Whether a column is of one of several addresses. */
	isGrouped(index: number): boolean {
		return this.#addresses.some((group) => group.includes(index))
	}

	leaveOut(index: number, reason: string): void {
		this.#set(index, { fields: [], by: "rule", reason })
	}

	/** Asks, and takes the likeliest answer for the time being. @param fields what the likeliest fills; nothing where none is likely */
	ask(question: Question, about: readonly number[], ...fields: readonly Field[]): void {
		this.questions.push(question)
		if (question.several && question.answers.some(({ mapping }) => mapping.cards === "only-tokens"))
			this.#onlyTokens = true
		const likely = question.several ? about : about.slice(0, 1)
		for (const index of about) {
			this.#set(index, { fields: likely.includes(index) ? fields : [], by: "open", reason: "in question" })
		}
	}

	/** Asks about columns of several fields, and takes the likeliest answer for the time being. @param likely by place, what a column fills by it */
	askTogether(question: Question, about: readonly number[], likely: ReadonlyMap<number, Field>): void {
		this.questions.push(question)
		for (const index of about) {
			const field = likely.get(index)
			this.#set(index, { fields: field === undefined ? [] : [field], by: "open", reason: "in question" })
		}
	}

	candidate(index: number): Candidate {
		const { foreign, meanings } = this.columns.readings[index] ?? unknown
		return {
			column: this.name(index),
			fields: this.#decided[index]?.fields ?? [],
			evidence: this.evidence(index),
			rows: this.rows,
			otherwise: foreign ?? meanings[0]?.otherwise.join(", or "),
		}
	}

	get decision(): Decision {
		const { names, answers } = this.columns
		const columns = names.map(
			(column, index): ColumnDecision => ({
				column,
				...(this.#decided[index] ?? { fields: [], by: "rule", reason: "" }),
			}),
		)
		const uses = columns
			.filter(({ by }) => by !== "import")
			.map(({ column, fields }) => [column, fields.length > 1 ? fields : (fields[0] ?? null)] as const)
		const { open: _, ...said } = answers
		const inOrder = (group: readonly number[]) => [...group].sort((a, b) => a - b).map((index) => this.name(index))
		const addresses = this.#addresses.map(inOrder)
		const first = { ...this.#first, ...said.first }
		const joined = [...new Set([...(said.joined ?? []), ...this.#joined])]
		return {
			mapping: {
				...(this.#onlyTokens ? { cards: "only-tokens" } : {}),
				...said,
				...(addresses.length > 0 ? { addresses } : {}),
				...(joined.length > 0 ? { joined } : {}),
				...(Object.keys(first).length > 0 ? { first } : {}),
				constants: { ...said.constants, ...this.#constants },
				columns: Object.fromEntries(uses),
			},
			columns,
			questions: this.questions,
			said: answers,
			settled: false,
		}
	}
}

/** What is decided whatever the others are: by a person, or by an earlier import. */
function beforehand(name: string, { answers, carried }: Columns): Decided | undefined {
	if (isImportColumn(name)) return { fields: [], by: "import", reason: importColumnReason }
	const answer = usesOf(answers, name)
	if (answer === undefined) return undefined
	const isCarried = carried && usesOf(carried.mapping, name)?.join() === answer.join()
	const reason = isCarried ? carried.as : "as you said"
	return { fields: answer, by: "person", reason: answer.length === 0 ? `left out, ${reason}` : reason }
}

const unknown: HeaderReading = { meanings: [] }
