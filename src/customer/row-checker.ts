import { type AddressFields, addresses } from "./addresses.ts"
import { maskCardNumbers } from "./card-number.ts"
import { cardNumberIn } from "./card-number-search.ts"
import { type ReportCell, TokenReader } from "./cards/token-reader.ts"
import type { CheckOptions } from "./check-options.ts"
import { cleanText, isSuspect } from "./clean-text.ts"
import { holdsToken } from "./columns/column-counter.ts"
import { indicesOf, type Mapping, usesOf } from "./columns/mapping.ts"
import { mappingProblems, UnusableMapping } from "./columns/mapping-problems.ts"
import { type Creatable, readCreatable } from "./creatable.ts"
import { type Drafter, drafter } from "./draft.ts"
import { kindOf } from "./field-kind.ts"
import { type Field, fieldNames, fields, labelOf } from "./fields.ts"
import type { Finding } from "./finding.ts"
import { type FindingCode, finding, keepable, quoted } from "./finding-codes.ts"
import { blamesOf } from "./issues.ts"
import { mayBeOdd } from "./kinds/characters.ts"
import { isDate, isErrorValue } from "./kinds/damage.ts"
import { unescaped } from "./letters/escapes.ts"
import { isMarked, marksFew, numbersHaveDigits } from "./lines/file-facts.ts"
import type { FileTally } from "./lines/file-tally.ts"
import { lineJudge, type NoCustomer } from "./lines/line-judge.ts"
import { hasNumberOnly } from "./lines/number-only.ts"
import { clearNames, type NameChoice, nameChoice, settleName } from "./name.ts"
import { type QuickWay, quickWay } from "./quick-way.ts"
import { browserSchema, wholeAddress } from "./schema.ts"
import { isSameValue, type Source, sourcesOf, withPart } from "./sources.ts"
import { type GoneReader, goneReader, type ReportGone } from "./states.ts"
import { hasError, type RowChecker, type RowJudge, type Verdict } from "./verdict.ts"

export type { CheckedRow, RowChecker, RowJudge, Verdict } from "./verdict.ts"

const noFindings: readonly Finding[] = []

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
 * @param tally gathers what the rows tell of the whole file
 * @throws UnusableMapping
 */
export function rowJudge(
	mapping: Mapping,
	columns: readonly string[],
	options: CheckOptions,
	quick: QuickWay = quickWay,
	tally?: FileTally,
): RowJudge {
	return checkerOf(mapping, columns, options, quick, tally).judge
}

function checkerOf(
	mapping: Mapping,
	columns: readonly string[],
	options: CheckOptions,
	quick: QuickWay,
	tally?: FileTally,
): Checker {
	const problems = mappingProblems(mapping, columns)
	if (problems.length > 0) throw new UnusableMapping(problems)
	return new Checker(mapping, columns, options, quick, tally)
}

class Checker {
	private readonly sources: readonly Source[]
	private readonly tokens: TokenReader
	private readonly numbersHaveDigits: boolean
	private readonly marksFew: boolean
	private readonly lineOf: ReturnType<typeof lineJudge>
	private readonly columnOf: ReadonlyMap<Field, string>
	private readonly fieldAt: readonly (Field | undefined)[]
	private readonly gone: GoneReader
	private readonly addresses: readonly AddressFields[]
	private readonly draftOf: Drafter
	/** Of the row at hand; reused, because an object a row is what costs. */
	private readonly values: Record<Field, string>
	/** Which name goes first, where there are several. */
	private readonly names: NameChoice | undefined
	private found: Finding[] = []
	private row = 0
	private isKept = false
	/** The schema certainly takes the row. */
	private sure = true
	/** The values that are not from the row are such that the schema takes them. */
	private readonly goodDefaults: boolean

	constructor(
		mapping: Mapping,
		private readonly columns: readonly string[],
		private readonly options: CheckOptions,
		quick: QuickWay,
		private readonly tally: FileTally | undefined,
	) {
		this.sources = sourcesOf(mapping, columns, options.cleaning, quick)
		this.goodDefaults =
			browserSchema.safeParse(options.browser).success &&
			this.sources.every(({ constant, free, plain }) => constant === "" || free || plain?.(constant, ""))
		this.fieldAt = columns.map((column) => usesOf(mapping, column)?.[0])
		this.tokens = new TokenReader(
			columns,
			indicesOf(mapping, columns, "token"),
			(index) => this.fieldAt[index] === undefined,
			options,
			tally?.tokens,
			mapping.cards === "only-tokens",
		)
		this.gone = goneReader(columns, this.fieldAt, mapping)
		const { numbers } = options.facts ?? {}
		this.marksFew = numbers !== undefined && marksFew(numbers)
		this.numbersHaveDigits = numbers !== undefined && numbersHaveDigits(numbers)
		const [numberIndex = -1] = indicesOf(mapping, columns, "number")
		this.lineOf = lineJudge(columns, this.fieldAt, numberIndex, options.facts)
		this.columnOf = new Map(
			this.fieldAt.flatMap((field, index) => (field ? [[field, columns[index] ?? ""] as const] : [])).reverse(),
		)
		const mapped = new Set(this.sources.map(({ field }) => field))
		this.addresses = addresses.filter(({ parts, country }) => [...parts, country].some((field) => mapped.has(field)))
		this.names = nameChoice(mapping, columns)
		this.draftOf = drafter([...mapped], options.browser)
		this.values = Object.fromEntries(fieldNames.map((field) => [field, ""])) as Record<Field, string>
	}

	readonly check: RowChecker = (cells, row, isKept = false) => {
		const line = this.begin(cells, row, isKept)
		if (line) return this.refuse(line, cells)
		const tokens = this.readCells(cells)
		const creatable = this.readCustomer(tokens)
		const verdict = this.conclude(cells, tokens)
		return creatable && !hasError(verdict) ? { ...verdict, creatable } : verdict
	}

	readonly judge: RowJudge = (cells, row, isKept = false) => {
		const line = this.begin(cells, row, isKept)
		if (line) return this.refuse(line, cells)
		const tokens = this.readCells(cells)
		if (!this.sure) this.readCustomer(tokens)
		return this.conclude(cells, tokens)
	}

	/** Why the row is no customer, if it is none. */
	private begin(cells: readonly string[], row: number, isKept: boolean): NoCustomer | undefined {
		this.row = row
		this.isKept = isKept
		this.found = []
		const line = isKept ? undefined : this.lineOf(cells, row)
		this.tally?.add(row, line?.kind)
		return line
	}

	/** Of a line that is no customer nothing is read but the tokens in it, which have to be accounted for. */
	private refuse({ code, text }: NoCustomer, cells: readonly string[]): Verdict {
		this.report(code, undefined, undefined, text === undefined ? undefined : quoted(text))
		this.searchCardNumbers(cells)
		return { number: "", findings: this.found, tokens: this.tokens.wholeIn(cells) }
	}

	private readCells(cells: readonly string[]): readonly string[] {
		this.sure = this.goodDefaults
		// A name that was put together of the row before may stand where this one has no column.
		if (this.names) clearNames(this.values)
		for (const source of this.sources) this.values[source.field] = this.read(source, cells)
		const names = this.names && settleName(this.values, this.names)
		if (names) this.report("value.two-columns", this.columnOf.get("name"), "name", names.map(quoted).join(" and "))
		const { number } = this.values
		const column = this.columnOf.get("number")
		this.tally?.addNumber(number)
		if (number === "") this.sure = false
		else if (this.numbersHaveDigits && !/\d/.test(number)) this.report("number.word", column, "number", quoted(number))
		else if (this.marksFew && isMarked(number)) this.report("number.marked", column, "number", quoted(number))
		else if (hasNumberOnly(cells, this.fieldAt)) this.report("row.number-only", column, "number", quoted(number))
		if (!this.isKept) this.gone(cells, this.reportGone)
		if (this.values.currency === "" && this.columnOf.has("currency"))
			this.report("currency.none", this.columnOf.get("currency"), "currency")
		const tokens = this.tokens.read(cells, this.cleanedToken, this.reportToken)
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

	private readonly reportGone: ReportGone = (code, index, value) =>
		this.report(code, this.columns[index], undefined, quoted(value))

	private report(code: FindingCode, column: string | undefined, field: Field | undefined, detail?: string): void {
		const found = finding(code, this.row, { column, field, detail })
		// A person says that the row is right as it stands.
		this.found.push(this.isKept && keepable.has(code) ? { ...found, severity: "warning" } : found)
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
			const text =
				isSuspect(cell) || (source.isText && mayBeOdd(cell)) ? this.cleanedText(cell, source.field, index) : cell
			if (source.joins && source.indices.length > 1 && isDate(text))
				this.report("value.damaged", this.columns[index], source.field, quoted(text))
			if (value === "" || source.joins) value = withPart(source.field, value, text)
			else if (source.conflicts && text !== "" && !isSameValue(source, value, text, this.values))
				this.report("value.two-columns", this.columns[index], source.field, `${quoted(value)} and ${quoted(text)}`)
		}
		if (value === "") return source.otherwise?.(this.values) ?? source.constant
		const { field, column, kind } = source
		const said = source.said?.(value, this.values)
		if (said !== undefined && kind.usual) {
			this.report(kind.usual.cleaned, column, field, `${quoted(value)} became ${quoted(said)}`)
			value = said
		}
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
		const { cleaning } = this.options
		const secret = field === "token"
		const changed = (code: FindingCode, before: string, after: string) =>
			this.report(code, column, field, secret ? undefined : `${quoted(before)} became ${quoted(after)}`)
		const clear = cleaning.escapes && fields[field].kind === "text" ? unescaped(cell) : cell
		if (clear !== cell) changed("cleaned.escape", cell, clear)
		const text = cleanText(clear, cleaning, changed)
		const odd = kindOf(field).odd(text)
		if (odd) this.report(odd, column, field, secret ? undefined : quoted(text))
		return text
	}

	private readonly cleanedToken = (cell: string, index: number) =>
		isSuspect(cell) ? this.cleanedText(cell, "token", index) : cell

	private readonly reportToken: ReportCell = (code, index, detail) =>
		this.report(code, this.columns[index], "token", detail)

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
		const labels = missing.map(labelOf).join(" and ")
		this.report("address.incomplete", column, missing[0] ?? field, `${labels} missing`)
	}

	private firstColumnOf(fields: readonly Field[]): string | undefined {
		for (const field of fields) if (this.columnOf.has(field)) return this.columnOf.get(field)
		return undefined
	}

	private searchCardNumbers(cells: readonly string[]): void {
		for (let index = 0; index < cells.length; index++) {
			const cell = cells[index] ?? ""
			const field = this.fieldAt[index]
			const isMisplaced = field !== undefined && field !== "token" && holdsToken(cell)
			const code = isMisplaced ? "token.misplaced" : cardNumberIn(cell, field)
			if (code === undefined) continue
			if (isMisplaced && field === "number") this.values.number = ""
			// In place of what quotes the value: neither is shown anywhere.
			this.found = this.found.filter((one) => one.field === undefined || one.field !== field)
			this.report(code, this.columns[index], field, isMisplaced ? undefined : quoted(maskCardNumbers(cell)))
		}
	}
}
