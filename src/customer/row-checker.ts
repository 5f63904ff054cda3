import { type AddressFields, addresses } from "./addresses.ts"
import { hasCardNumber, maskCardNumbers } from "./card-number.ts"
import type { CheckOptions } from "./check-options.ts"
import { cleanText, isSuspect } from "./clean-text.ts"
import { type Creatable, readCreatable } from "./creatable.ts"
import { type Drafter, drafter } from "./draft.ts"
import { kindOf } from "./field-kind.ts"
import { type Field, fieldNames, fieldOf, fields } from "./fields.ts"
import type { Finding } from "./finding.ts"
import { type FindingCode, finding, quoted } from "./finding-codes.ts"
import { blamesOf } from "./issues.ts"
import { remarksOn } from "./kinds/card-token.ts"
import { isErrorValue } from "./kinds/damage.ts"
import { type Mapping, mappingProblems, UnusableMapping } from "./mapping.ts"
import { hasMaskedCardNumber } from "./masked-card-number.ts"
import { type QuickWay, quickWay } from "./quick-way.ts"
import { browserSchema, wholeAddress } from "./schema.ts"
import { indicesOf, type Source, sourcesOf, withPart } from "./sources.ts"

/** What is to be said of a row. */
export interface Verdict {
	/** The customer number, as cleaned; empty when the row has none, masked when it is a card number. */
	readonly number: string
	readonly findings: readonly Finding[]
	/** The card tokens of the row, to be searched for duplicates. */
	readonly tokens: readonly string[]
}

/** What a row comes to. `creatable` is there when no finding is an error. */
export interface CheckedRow extends Verdict {
	readonly creatable?: Creatable
}

export type RowChecker = (cells: readonly string[], row: number) => CheckedRow
export type RowJudge = (cells: readonly string[], row: number) => Verdict

const noFindings: readonly Finding[] = []
const noTokens: readonly string[] = []

function hasError({ findings }: Verdict): boolean {
	return findings.some(({ severity }) => severity === "error")
}

/** A phone number has fewer digits than any card number of this length; only old Visa numbers are shorter. */
const leastDigitsAmongPhones = 14

/**
 * Prepares the check of the rows of one file.
 * @param quick how values that are plainly fine are seen to be; it makes no difference to what is said
 * @throws UnusableMapping
 */
export function rowChecker(
	mapping: Mapping,
	columns: readonly string[],
	options: CheckOptions,
	quick: QuickWay = quickWay,
): RowChecker {
	return checkerOf(mapping, columns, options, quick).check
}

/**
 * As `rowChecker`, for the findings alone: twice as fast on rows that are plainly fine, as most are, of which no
 * customer has to be made to know that the schema takes it.
 * @throws UnusableMapping
 */
export function rowJudge(
	mapping: Mapping,
	columns: readonly string[],
	options: CheckOptions,
	quick: QuickWay = quickWay,
): RowJudge {
	return checkerOf(mapping, columns, options, quick).judge
}

function checkerOf(mapping: Mapping, columns: readonly string[], options: CheckOptions, quick: QuickWay): Checker {
	const problems = mappingProblems(mapping, columns)
	if (problems.length > 0) throw new UnusableMapping(problems)
	return new Checker(mapping, columns, options, quick)
}

class Checker {
	private readonly sources: readonly Source[]
	private readonly tokenIndices: readonly number[]
	private readonly columnOf: ReadonlyMap<Field, string>
	private readonly fieldAt: readonly (Field | undefined)[]
	private readonly addresses: readonly AddressFields[]
	private readonly draftOf: Drafter
	/** Of the row at hand; reused, because an object a row is what costs. */
	private readonly values: Record<Field, string>
	private found: Finding[] = []
	private row = 0
	/** The schema certainly takes the row. */
	private sure = true
	/** The values that are not from the row are such that the schema takes them. */
	private readonly goodDefaults: boolean

	constructor(
		mapping: Mapping,
		private readonly columns: readonly string[],
		private readonly options: CheckOptions,
		quick: QuickWay,
	) {
		this.sources = sourcesOf(mapping, columns, options.cleaning, quick)
		this.goodDefaults =
			browserSchema.safeParse(options.browser).success &&
			this.sources.every(({ constant, free, plain }) => constant === "" || free || plain?.(constant, ""))
		this.tokenIndices = indicesOf(mapping, columns, "token")
		this.fieldAt = columns.map((column) => fieldOf(mapping, column))
		this.columnOf = new Map(
			this.fieldAt.flatMap((field, index) => (field ? [[field, columns[index] ?? ""] as const] : [])).reverse(),
		)
		const mapped = new Set(this.sources.map(({ field }) => field))
		this.addresses = addresses.filter(({ parts, country }) => [...parts, country].some((field) => mapped.has(field)))
		this.draftOf = drafter([...mapped], options.browser)
		this.values = Object.fromEntries(fieldNames.map((field) => [field, ""])) as Record<Field, string>
	}

	readonly check: RowChecker = (cells, row) => {
		const tokens = this.readCells(cells, row)
		const creatable = this.readCustomer(tokens)
		const verdict = this.conclude(cells, tokens)
		return creatable && !hasError(verdict) ? { ...verdict, creatable } : verdict
	}

	readonly judge: RowJudge = (cells, row) => {
		const tokens = this.readCells(cells, row)
		if (!this.sure) this.readCustomer(tokens)
		return this.conclude(cells, tokens)
	}

	private readCells(cells: readonly string[], row: number): readonly string[] {
		this.row = row
		this.found = []
		this.sure = this.goodDefaults
		for (const source of this.sources) this.values[source.field] = this.read(source, cells)
		const { number } = this.values
		const column = this.columnOf.get("number")
		if (number === "") this.sure = false
		else if (number === column) this.report("number.header", column, "number", quoted(number))
		else if (this.hasNumberOnly(cells)) this.report("row.number-only", column, "number", quoted(number))
		const tokens = this.tokenIndices.length === 0 ? noTokens : this.readTokens(cells)
		for (const address of this.addresses) this.checkAddress(address)
		return tokens
	}

	/** The customer of the row, when the schema takes it; otherwise says why not. */
	private readCustomer(tokens: readonly string[]): Creatable | undefined {
		const read = readCreatable(this.draftOf(this.values, tokens))
		if (!read.success) this.blame(blamesOf(read.error.issues))
		return read.data
	}

	private conclude(cells: readonly string[], tokens: readonly string[]): Verdict {
		this.searchCardNumbers(cells)
		const { number } = this.values
		if (this.found.length === 0) return { number, findings: noFindings, tokens }
		const verdict = { number, findings: this.found, tokens }
		return hasError(verdict) ? { ...verdict, number: maskCardNumbers(number) } : verdict
	}

	/** Whether every other mapped column is empty; a single one, such as the card, often is. */
	private hasNumberOnly(cells: readonly string[]): boolean {
		let others = 0
		for (let index = 0; index < this.fieldAt.length; index++) {
			const field = this.fieldAt[index]
			if (field === undefined || field === "number") continue
			if (cells[index]?.trim()) return false
			others++
		}
		return others > 1
	}

	private report(code: FindingCode, column: string | undefined, field: Field | undefined, detail?: string): void {
		this.found.push(finding(code, this.row, { column, field, detail }))
	}

	private read(source: Source, cells: readonly string[]): string {
		const { indices, country, plain, constant } = source
		const only = indices.length === 1 ? cells[indices[0] as number] : undefined
		if (only && plain?.(only, country ? this.values[country] : "")) return only
		const value = this.readOdd(source, cells)
		if (!source.free && value !== "" && value !== constant) this.sure = false
		return value
	}

	private readOdd(source: Source, cells: readonly string[]): string {
		let value = ""
		for (const index of source.indices) {
			const cell = cells[index]
			if (!cell) continue
			const text = isSuspect(cell) ? this.cleanedText(cell, source.field, index) : cell
			value = value === "" ? text : withPart(source.field, value, text)
		}
		if (value === "") return source.constant
		const { field, column, kind } = source
		const damage = isErrorValue(value) ? "value.damaged" : kind.damage?.(value)
		if (damage) this.report(damage, column, field, quoted(value))
		const { usual } = kind
		if (!usual || damage || usual.is?.test(value)) return value
		const country = source.country ? this.values[source.country] : ""
		const clean = usual.clean(value, country)
		if (clean === undefined && usual.unlikely) this.report(usual.unlikely(country), column, field, quoted(value))
		if (clean === undefined || clean === value || !source.cleans) return value
		this.report(usual.cleaned, column, field, `${quoted(value)} became ${quoted(clean)}`)
		return clean
	}

	private cleanedText(cell: string, field: Field, index: number): string {
		const column = this.columns[index]
		const secret = field === "token"
		const text = cleanText(cell, this.options.cleaning, (code, before, after) =>
			this.report(code, column, field, secret ? undefined : `${quoted(before)} became ${quoted(after)}`),
		)
		const odd = kindOf(field).odd(text)
		if (odd) this.report(odd, column, field, secret ? undefined : quoted(text))
		return text
	}

	private readTokens(cells: readonly string[]): string[] {
		const tokens: string[] = []
		for (const index of this.tokenIndices) {
			const cell = cells[index]
			if (!cell) continue
			const token = isSuspect(cell) ? this.cleanedText(cell, "token", index) : cell
			if (token === "") continue
			tokens.push(token)
			if (isErrorValue(token)) this.report("value.damaged", this.columns[index], "token", quoted(token))
			else
				for (const { code, detail } of remarksOn(token, this.options.now, this.options.audience))
					this.report(code, this.columns[index], "token", detail)
		}
		return tokens
	}

	private checkAddress({ parts, needed, country }: AddressFields): void {
		const { values } = this
		let given = false
		for (const part of parts) if (values[part] !== "") given = true
		const where = values[country]
		if (given && where === "") this.report("address.no-country", this.firstColumnOf([country, ...parts]), country)
		if (!wholeAddress.has(where)) return
		if (given) {
			for (const part of needed) if (values[part] === "") this.sure = false
			return
		}
		if (this.columnOf.has(country))
			this.report("address.country-only", this.columnOf.get(country), country, quoted(where))
		values[country] = ""
	}

	/** Turns what the schema blames into findings, in place of any milder ones on the same fields. */
	private blame(blames: ReturnType<typeof blamesOf>): void {
		for (const { field, code } of blames) {
			const already = this.found.filter((one) => one.field === field && field !== undefined)
			if (already.some(({ severity }) => severity === "error")) continue
			this.found = this.found.filter((one) => !(already.includes(one) && one.severity === "warning"))
			if (code === "address.incomplete") this.blameAddress(field)
			else if (field === undefined || field === "token") this.report(code, undefined, field)
			else {
				const value = this.values[field]
				this.report(code, this.columnOf.get(field), field, value === "" ? undefined : quoted(value))
			}
		}
	}

	private blameAddress(field: Field | undefined): void {
		const needed = addresses.find(({ parts }) => parts[0] === field)?.needed ?? []
		const missing = needed.filter((part) => this.values[part] === "")
		const column = this.firstColumnOf([...missing, ...needed])
		const labels = missing.map((part) => fields[part].label.toLowerCase()).join(" and ")
		this.report("address.incomplete", column, missing[0] ?? field, `${labels} missing`)
	}

	private firstColumnOf(fields: readonly Field[]): string | undefined {
		for (const field of fields) if (this.columnOf.has(field)) return this.columnOf.get(field)
		return undefined
	}

	/** Any cell counts, mapped or not: a card number must not be anywhere in the file, nor what is left of one be sent. */
	private searchCardNumbers(cells: readonly string[]): void {
		for (let index = 0; index < cells.length; index++) {
			const cell = cells[index]
			if (cell === undefined || cell.length < 13) continue
			const field = this.fieldAt[index]
			if (field === "token" && cell.startsWith("eyJ")) continue
			const isPhone = field !== undefined && fields[field].kind === "phone"
			const code = hasCardNumber(cell, isPhone ? leastDigitsAmongPhones : undefined)
				? "card-number.found"
				: // What is not sent may say which card it was: exports of processors have a column for it.
					field !== undefined && hasMaskedCardNumber(cell)
					? "card-number.masked"
					: undefined
			if (code === undefined) continue
			this.found = this.found.filter((one) => one.field === undefined || one.field !== field)
			this.report(code, this.columns[index], field, quoted(maskCardNumbers(cell)))
		}
	}
}
