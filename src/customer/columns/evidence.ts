import { isPlaceholder } from "../clean-text.ts"
import type { Field } from "../fields.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { inOneCell, ofInvoice, placeCode } from "../headers/forms.ts"
import { type HeaderReading, singleMeaning } from "../headers/read-header.ts"
import { withoutLengths } from "../longest-value.ts"
import { isNameField, nameFields } from "../name.ts"
import { noneIsPlain } from "../verdict.ts"
import { ColumnCounter } from "./column-counter.ts"
import { addEvidence, type ColumnEvidence, noEvidence } from "./column-evidence.ts"
import { currencyHints } from "./currency-hint.ts"
import { DistinctCount } from "./distinct.ts"
import { countPairs, mergedPairs, type TokenPairs } from "./token-pairs.ts"
import { lookedFor } from "./value-form.ts"
import { shapeOf } from "./value-shape.ts"

/** How often the values of one column stand within those of another, as a first name in a whole one. */
export interface Containment {
	readonly whole: number
	readonly part: number
	/** Rows in which both are filled, and in which the one holds the other. */
	both: number
	contained: number
}

/** What the values of a file say of its columns. */
export interface Evidence {
	rows: number
	/** In the order of the columns. */
	readonly columns: readonly ColumnEvidence[]
	readonly containments: readonly Containment[]
	readonly tokenPairs: TokenPairs
}

/** Evidence as threads send it to each other. */
export interface PartialEvidence extends Evidence {
	/** Per column, for `DistinctCount`; nothing where the name settles what it is. */
	readonly bits: readonly (Uint32Array<ArrayBuffer> | undefined)[]
}

/** The fields that a column of unknown name is looked at for, and those that fill each. */
export const sought = [
	{ field: "number", filledBy: ["number"] },
	{ field: "name", filledBy: ["name", "firstName", "lastName", "company"] },
	{ field: "email", filledBy: ["email", "billingEmail"] },
	{ field: "token", filledBy: ["token"] },
] as const satisfies readonly { field: Field; filledBy: readonly Field[] }[]

/** The fields that say who a customer is, beside the number. */
export const contact: readonly Field[] = sought.flatMap(({ field, filledBy }) => (isContact(field) ? filledBy : []))

function isContact(field: Field): boolean {
	return field === "name" || field === "email"
}

/** Counts what decides what the columns of a file are, row by row. */
export class EvidenceCollector {
	#rows = 0
	readonly #counters: readonly ColumnCounter[]
	readonly #containments: readonly Containment[]
	readonly #tokenPairs = new Map<string, number>()
	/** Places of the columns that hold a card token in the row that is counted. */
	readonly #holding: number[] = []
	/** Places of the columns named as a name, and of those that may hold one where these are empty. */
	readonly #named: readonly number[]
	readonly #instead: readonly number[]

	/** Of the columns that are checked as what their names say. */
	readonly #isMapped: readonly boolean[]

	/**
	 * @param readings what the names may mean, in the order of the columns
	 * @param fieldAt the fields that the columns are checked as, where they are
	 */
	constructor(readings: readonly HeaderReading[], fieldAt: readonly (Field | undefined)[] = []) {
		this.#isMapped = readings.map((reading, index) => {
			const field = fieldAt[index]
			return field !== undefined && field !== "token" && singleMeaning(reading) === field
		})
		const named = new Set(readings.flatMap((reading) => singleMeaning(reading) ?? []))
		// Where no name speaks of a number, any column may be it.
		const speaksOfNumber = readings.some(({ meanings }) =>
			meanings.some(({ field, otherwise }) => field === "number" && !otherwise.includes("a name")),
		)
		const isLacking = sought.some(({ field, filledBy }) => isContact(field) && !filledBy.some((one) => named.has(one)))
		// Any column may then have the names, whatever it is called.
		const lacksName = !nameFields.some((field) => named.has(field))
		// So may any have the street of a zip code and a city that have none.
		const lacksStreet =
			!named.has("street") &&
			readings.some(({ meanings }) => meanings.some(({ field }) => field === "zipCode" || field === "city"))
		// Whose number and name is sent is then in question.
		const tellsOfTwo = readings.some(({ party }) => party?.party === "payer")
		const [half, ...more] = nameFields.filter((field) => named.has(field))
		const hasHouses = readings.some(
			({ part, meanings }) => part !== undefined && meanings.some(({ field }) => /street$/i.test(field)),
		)
		const lacks = lookedFor.some((field) => !named.has(field)) || !hasHouses
		const isHalf = more.length === 0 && (half === "firstName" || half === "lastName")
		const hintOf = currencyHints(readings)
		this.#counters = readings.map((reading, index) => {
			const mayBeContact =
				(isLacking && reading.foreign === foreignKinds.other) ||
				((lacksName || lacksStreet) && reading.foreign !== undefined) ||
				(tellsOfTwo && reading.party !== undefined)
			// Beside half a name, one that nobody knows may be the other half.
			const mayBeHalf = isHalf && reading.foreign === undefined && reading.meanings.length === 0
			// `N°` may be the number of a house, whatever else is a part of a street.
			const mayBeHouse = reading.part !== undefined && reading.meanings.length > 1
			const mayFillGap = (lacks && mayFill(reading)) || mayBeHouse
			const mayBeNumber = !named.has("number") && mayNumber(reading)
			return new ColumnCounter(
				reading,
				speaksOfNumber && !mayFillGap && !mayBeNumber && !mayBeContact && !mayBeHalf && isSettled(reading, named),
				hintOf(reading),
				fieldAt[index],
				tellsOfTwo && mayPoint(reading),
			)
		})
		const places = (field: Field) =>
			readings.flatMap(({ meanings, party }, index) => {
				const isOfParty = meanings.length === 0 && party !== undefined && Object.hasOwn(party.meanings, field)
				return isOfParty || meanings.some((one) => one.field === field) ? [index] : []
			})
		const parts = [...places("firstName"), ...places("lastName")]
		const isName = (reading: HeaderReading) => nameFields.some((field) => singleMeaning(reading) === field)
		this.#named = readings.flatMap((reading, index) => (isName(reading) ? [index] : []))
		this.#instead = readings.flatMap((reading, index) => (!isName(reading) && mayName(reading) ? [index] : []))
		this.#containments = places("name").flatMap((whole) =>
			parts.map((part) => ({ whole, part, both: 0, contained: 0 })),
		)
	}

	/** @param plain by column, 1 where the check found the value fine as it stands */
	add(all: readonly string[], plain = noneIsPlain): void {
		const cells = withoutLengths(all)
		this.#rows++
		const counters = this.#counters
		for (let index = 0; index < counters.length; index++) {
			const cell = cells[index]
			if (!cell) continue
			const counter = counters[index] as ColumnCounter
			if (plain[index] === 1 && this.#isMapped[index]) counter.countPlain(cell)
			else {
				const { tokens } = counter.evidence
				counter.count(cell)
				if (counter.evidence.tokens > tokens) this.#holding.push(index)
			}
		}
		if (this.#holding.length > 1) countPairs(this.#tokenPairs, this.#holding)
		this.#holding.length = 0
		if (this.#named.length > 0 && this.#instead.length > 0 && !this.#named.some((index) => isSaid(cells[index])))
			for (const index of this.#instead) {
				const shape = shapeOf(cells[index]?.trim() ?? "")
				if (shape === "name" && isSaid(cells[index])) (counters[index] as ColumnCounter).evidence.nameless++
			}
		for (const each of this.#containments) {
			const whole = cells[each.whole]?.trim()
			const part = cells[each.part]?.trim()
			if (!whole || !part) continue
			each.both++
			if (holdsWords(whole, part)) each.contained++
		}
	}

	get result(): PartialEvidence {
		return {
			rows: this.#rows,
			columns: this.#counters.map(({ evidence }) => evidence),
			containments: this.#containments,
			tokenPairs: this.#tokenPairs,
			bits: this.#counters.map(({ distinct }) => distinct?.bits),
		}
	}
}

/** Whether a column may name others in place of somebody: `Bill payer`, and whatever nobody knows. */
function mayPoint({ party, meanings, foreign }: HeaderReading): boolean {
	if (party !== undefined) return Object.keys(party.meanings).some((field) => isNameField(field as Field))
	if (foreign === ofInvoice || (foreign === undefined && meanings.length === 0)) return true
	return meanings.some(({ field }) => isNameField(field))
}

/** Whether a column may hold what the columns of the file that have a name do not give. */
function mayFill(reading: HeaderReading): boolean {
	if (reading.foreign !== undefined) return lookedAt.has(reading.foreign)
	return singleMeaning(reading) === undefined
}

const lookedAt: ReadonlySet<string> = new Set([inOneCell.zipCity, inOneCell.address, placeCode, foreignKinds.dialling])

/** Whether rows may be known by the number of what they tell of, as a contract or a child, where no name is certainly that of the customer's. */
function mayNumber({ foreign, party }: HeaderReading): boolean {
	if (foreign === foreignKinds.other) return party?.meanings.number !== undefined
	return foreign === foreignKinds.contract || foreign === foreignKinds.plan
}

/** Whether a column may hold the name of a row that has no other: a contact person, a guardian, nobody knows, or what is called otherwise. */
function mayName({ meanings, foreign }: HeaderReading): boolean {
	return foreign !== undefined || meanings.length === 0 || meanings.some(({ field }) => isNameField(field))
}

function isSaid(cell: string | undefined): boolean {
	return cell !== undefined && cell !== "" && cell.trim() !== "" && !isPlaceholder(cell)
}

/** Whether the values of a column only confirm or contradict: nothing that it could be is open. */
function isSettled(reading: HeaderReading, named: ReadonlySet<Field>): boolean {
	if (reading.nameless) return false
	// A name from birth serves where that in use is empty.
	if (reading.foreign === foreignKinds.birthName || reading.foreign === foreignKinds.birthFirst) return false
	if (reading.foreign !== undefined || singleMeaning(reading) !== undefined) return true
	// Beside a name, what may be another one is only known by its values.
	if (reading.meanings.length > 0) return reading.meanings.every(({ field }) => named.has(field) && !isNameField(field))
	return sought.every(({ filledBy }) => filledBy.some((field) => named.has(field)))
}

function holdsWords(whole: string, part: string): boolean {
	const words = new Set(whole.toLowerCase().split(/[\s,]+/))
	return part
		.toLowerCase()
		.split(/[\s,]+/)
		.every((word) => words.has(word))
}

/** What several threads counted, each of a part of the rows. */
export function mergedEvidence(parts: readonly PartialEvidence[]): Evidence {
	const [first] = parts
	if (first === undefined) return { rows: 0, columns: [], containments: [], tokenPairs: new Map() }
	return {
		rows: parts.reduce((sum, { rows }) => sum + rows, 0),
		columns: first.columns.map((_, index) => mergedColumn(parts, index)),
		containments: first.containments.map((each, index) => ({
			...each,
			both: parts.reduce((sum, { containments }) => sum + (containments[index]?.both ?? 0), 0),
			contained: parts.reduce((sum, { containments }) => sum + (containments[index]?.contained ?? 0), 0),
		})),
		tokenPairs: mergedPairs(parts.map(({ tokenPairs }) => tokenPairs)),
	}
}

function mergedColumn(parts: readonly PartialEvidence[], index: number): ColumnEvidence {
	const sum = noEvidence()
	for (const { columns } of parts) {
		const column = columns[index]
		if (column !== undefined) addEvidence(sum, column)
	}
	// Large ones: nothing is made where there is nothing to be added up.
	const [first, ...others] = parts.flatMap(({ bits }) => bits[index] ?? [])
	if (first === undefined) return sum
	const distinct = new DistinctCount(others.length > 0 ? first.slice() : first)
	for (const bits of others) distinct.merge(new DistinctCount(bits))
	sum.different = Math.min(sum.filled - sum.tokens, distinct.count)
	return sum
}
