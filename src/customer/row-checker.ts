import { AddressChecks } from "./address-checks.ts"
import { AddressChoice, severalAddresses } from "./address-choice.ts"
import { blame, type ColumnNames } from "./blame.ts"
import { maskCardNumbers } from "./card-number.ts"
import { cardNumberIn } from "./card-number-search.ts"
import { type ReportCell, TokenReader } from "./cards/token-reader.ts"
import type { CheckOptions } from "./check-options.ts"
import { isSuspect } from "./clean-text.ts"
import { holdsToken } from "./columns/column-counter.ts"
import { indicesOf, type Mapping, usesOf } from "./columns/mapping.ts"
import { mappingProblems, UnusableMapping } from "./columns/mapping-problems.ts"
import { contactsLeftOut } from "./contacts-left-out.ts"
import { type Creatable, readCreatable } from "./creatable.ts"
import { type Drafter, drafter } from "./draft.ts"
import { type Field, fieldNames, fields } from "./fields.ts"
import type { Finding } from "./finding.ts"
import { quoted } from "./finding-codes.ts"
import { blamesOf } from "./issues.ts"
import { isEmail } from "./kinds/email.ts"
import { saysDeleted } from "./kinds/stand-in.ts"
import { mostGrouped } from "./lines/file-facts.ts"
import type { FileTally } from "./lines/file-tally.ts"
import { LineEvidence } from "./lines/line-evidence.ts"
import { lineJudge, type NoCustomer } from "./lines/line-judge.ts"
import { paddedLength } from "./lines/padded-numbers.ts"
import { longestValue, withoutLengths } from "./longest-value.ts"
import { clearNames, isHalf, isRepeated, type NameChoice, nameChoice, nameFields, settleName } from "./name.ts"
import { type NumberJudge, numberJudge } from "./number-judge.ts"
import { ownCheck } from "./own-check.ts"
import { partyChoice, type RowParty } from "./party-choice.ts"
import { plainRow } from "./plain-row.ts"
import { type QuickWay, quickWay } from "./quick-way.ts"
import { RowReport } from "./row-report.ts"
import { browserSchema } from "./schema.ts"
import { type Source, sourcesOf } from "./sources.ts"
import { type GoneReader, goneReader, type ReportGone } from "./states.ts"
import { ValueReader } from "./value-reader.ts"
import { hasError, noneIsPlain, type PlainCells, type RowChecker, type RowJudge, type Verdict } from "./verdict.ts"
import { ZipsLeftOut } from "./zip-left-out.ts"

export type { CheckedRow, RowChecker, RowJudge, Verdict } from "./verdict.ts"

const noFindings: readonly Finding[] = []

/** Characters of the shortest word for somebody who was deleted. */
const shortestFound = 4

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
 * @param tally gathers what the rows tell of the whole file; the findings are counted then, and have no detail
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
	private readonly choices: readonly AddressChoice[]
	private readonly tokens: TokenReader
	private readonly judgeNumber: NumberJudge
	private readonly lineOf: ReturnType<typeof lineJudge>
	/** What the lines of the file tell together, where it is gathered. */
	private readonly evidence: LineEvidence | undefined
	/** Lengths at which columns were cut, by their places. */
	private readonly cut: readonly (readonly [index: number, length: number])[]
	/** Which columns hold numbers that have a check of their own. */
	private readonly isOwn: readonly ReturnType<typeof ownCheck>[]
	private readonly columnOf: ColumnNames
	private readonly fieldAt: readonly (Field | undefined)[]
	private readonly gone: GoneReader
	private readonly addresses: AddressChecks
	private readonly zipsLeftOut: ZipsLeftOut
	private readonly contactsLeftOut: ReturnType<typeof contactsLeftOut>
	private readonly draftOf: Drafter
	private readonly report: RowReport
	/** Of the row at hand; reused, because an object a row is what costs. */
	private readonly values = Object.fromEntries(fieldNames.map((field) => [field, ""])) as Record<Field, string>
	private readonly reader: ValueReader
	/** Which name goes first, where there are several. */
	private readonly names: NameChoice | undefined
	/** The values that are not from the row are such that the schema takes them. */
	private readonly goodDefaults: boolean
	/** Whether every value of a row is fine as it stands; undefined where that cannot be seen of its cells alone. */
	private readonly isPlain: ReturnType<typeof plainRow>
	/** What of a row is of the customer, where a file tells of several parties. */
	private readonly partyOf: ReturnType<typeof partyChoice>
	private readonly allPlain: PlainCells
	private readonly numberIndex: number
	/** Customer numbers that are shorter may have lost zeros. */
	private readonly fullLength: number
	/** The first column of names. */
	private readonly named: string | undefined
	private readonly hasLastNames: boolean

	constructor(
		mapping: Mapping,
		private readonly columns: readonly string[],
		options: CheckOptions,
		quick: QuickWay,
		private readonly tally: FileTally | undefined,
	) {
		this.report = new RowReport(tally === undefined)
		this.choices = severalAddresses(mapping).map((several) => new AddressChoice(several, mapping, columns))
		this.sources = sourcesOf(mapping, columns, options.cleaning, quick, this.choices)
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
			mapping,
		)
		this.reader = new ValueReader(columns, options, this.values, this.report.add, tally)
		const { numbers } = options.facts ?? {}
		this.gone = goneReader(columns, this.fieldAt, mapping, options.now, options.facts, (index) =>
			this.tokens.saysState(index),
		)
		const [numberIndex = -1] = indicesOf(mapping, columns, "number")
		this.numberIndex = numberIndex
		this.allPlain = new Uint8Array(columns.length).fill(1)
		this.evidence = tally && new LineEvidence(tally, columns, this.fieldAt, numberIndex, options.facts?.notes)
		this.cut = Object.entries(options.facts?.cut ?? {}).map(([index, length]) => [Number(index), length])
		this.isOwn = columns.map(ownCheck)
		this.judgeNumber = numberJudge(numbers, this.fieldAt)
		this.fullLength = (numbers && paddedLength(numbers)) ?? 0
		this.lineOf = lineJudge(columns, this.fieldAt, numberIndex, options.facts)
		this.columnOf = new Map(
			columns.flatMap((name) => (usesOf(mapping, name) ?? []).map((field) => [field, name] as const)).reverse(),
		)
		this.hasLastNames = this.columnOf.has("firstName") && this.columnOf.has("lastName")
		this.named = nameFields.map((field) => this.columnOf.get(field)).find((name) => name !== undefined)
		const mapped = new Set(this.sources.map(({ field }) => field))
		this.addresses = new AddressChecks(this.sources, this.values, this.columnOf, this.report)
		this.zipsLeftOut = new ZipsLeftOut(mapping, columns, options.inQuestion)
		this.contactsLeftOut = contactsLeftOut(mapping, columns, options.inQuestion)
		this.names = nameChoice(mapping, columns)
		this.draftOf = drafter([...mapped], options.browser)
		this.partyOf = partyChoice(mapping, columns)
		// What is plain by itself may be what is left of another number.
		const isSimple =
			this.goodDefaults && this.partyOf === undefined && !this.zipsLeftOut.any && !(numbers && mostGrouped(numbers))
		this.isPlain = isSimple ? plainRow(this.sources, this.addresses.said, this.names !== undefined) : undefined
	}

	readonly check: RowChecker = (all, row, isKept = false) => {
		const cells = withoutLengths(all)
		const line = this.begin(cells, row, isKept, cells !== all)
		if (line) return this.refuse(line, all)
		const tokens = this.readCells(cells)
		const creatable = this.readCustomer(tokens)
		const verdict = this.conclude(all, tokens)
		return creatable && !hasError(verdict) ? { ...verdict, creatable } : verdict
	}

	readonly judge: RowJudge = (all, row, isKept = false) => {
		const cells = withoutLengths(all)
		const line = this.begin(cells, row, isKept, cells !== all)
		if (line) return this.refuse(line, all)
		const isPlain = this.isPlain?.(cells) === true && (cells[this.numberIndex]?.length ?? 0) >= this.fullLength
		const tokens = isPlain ? this.readPlain(cells) : this.readCells(cells)
		if (!isPlain && !this.reader.sure) this.readCustomer(tokens)
		return this.conclude(all, tokens, isPlain ? this.allPlain : this.plainCells)
	}

	/** Of a row that was read; what is of one party is not what stands in the cells. */
	private get plainCells(): PlainCells {
		return this.partyOf === undefined ? this.reader.plain : noneIsPlain
	}

	/** Of a row whose values are fine as they stand: what they say together with others, and its tokens. */
	private readPlain(cells: readonly string[]): readonly string[] {
		const number = cells[this.numberIndex] ?? ""
		this.values.number = number
		this.tally?.addNumber(number)
		if (!this.report.isKept) this.gone.read(cells, this.reportGone)
		return this.tokens.read(cells, this.cleanedToken, this.reportToken)
	}

	/**
	 * Why the row is no customer, if it is none.
	 * @param isLong whether there was more in its cells
	 */
	private begin(cells: readonly string[], row: number, isKept: boolean, isLong: boolean): NoCustomer | undefined {
		this.report.begin(row, isKept)
		const long = isLong ? this.longestIn(cells) : -1
		if (long >= 0) {
			this.tally?.add(row, undefined)
			return { code: "value.too-long", kind: undefined, text: undefined, column: this.columns[long] }
		}
		const line = isKept ? undefined : this.lineOf(cells, row)
		this.evidence?.add(cells, row, line)
		return line
	}

	/** Of a line that is no customer nothing is read but the tokens in it, which have to be accounted for. */
	private refuse({ code, text, column }: NoCustomer, cells: readonly string[]): Verdict {
		this.report.add(code, column, undefined, text === undefined ? undefined : quoted(text))
		this.searchCardNumbers(cells)
		return { number: "", findings: this.report.found, tokens: this.tokens.wholeIn(cells), plain: noneIsPlain }
	}

	/** The place of a value that is longer than any. */
	private longestIn(cells: readonly string[]): number {
		return cells.findIndex((cell, index) => this.fieldAt[index] !== undefined && cell.length >= longestValue)
	}

	private readCells(cells: readonly string[]): readonly string[] {
		const { reader, report, values } = this
		reader.sure = this.goodDefaults
		reader.plain.fill(0)
		// A name that was put together of the row before may stand where this one has no column.
		if (this.names) clearNames(values)
		const own = this.partyOf === undefined ? cells : this.cellsOfParty(this.partyOf(cells), cells)
		for (const choice of this.choices) this.chooseAddress(choice, own)
		for (const source of this.sources) {
			const { among } = source
			values[source.field] = reader.read(among?.sources[among.choice.at] ?? source, own)
		}
		const names = this.names && settleName(values, this.names)
		if (names) report.add("value.two-columns", this.columnOf.get("name"), "name", names.map(quoted).join(" and "))
		const isNameless = this.named !== undefined && nameFields.every((field) => values[field] === "")
		if (this.named !== undefined && isNameless && !report.has("number.not-parted", this.named))
			report.add("name.none", this.named, "name")
		if (this.hasLastNames && isHalf(values)) report.add("name.no-last", this.columnOf.get("lastName"), "lastName")
		if (isRepeated(values.firstName, values.lastName))
			report.add(
				"name.repeated",
				this.columnOf.get("firstName"),
				"firstName",
				`${quoted(values.firstName)} and ${quoted(values.lastName)}`,
			)
		const { number } = values
		const column = this.columnOf.get("number")
		this.tally?.addNumber(number)
		if (number === "") reader.sure = false
		else {
			const isDamaged = report.says("number", "error")
			const judged = this.judgeNumber(number, { cells, identityNumber: values.identityNumber, isDamaged })
			if (judged) report.add(judged.code, column, "number", judged.detail)
		}
		if (!report.isKept) this.gone.read(cells, this.reportGone)
		if (values.currency === "" && this.columnOf.has("currency"))
			report.add("currency.none", this.columnOf.get("currency"), "currency")
		const tokens = this.tokens.read(cells, this.cleanedToken, this.reportToken)
		if (!this.addresses.check()) reader.sure = false
		if (this.zipsLeftOut.any) this.zipsLeftOut.check(cells, this.values, this.report)
		return tokens
	}

	private cellsOfParty({ cells: own, ...party }: RowParty, cells: readonly string[]): readonly string[] {
		if ("unclear" in party)
			this.report.add("party.unclear", this.columns[party.unclear], undefined, quoted(cells[party.unclear] ?? ""))
		else if (party.next !== undefined) this.report.add("party.next", this.columns[party.next], undefined)
		return own
	}

	/** The customer of the row, when the schema takes it; otherwise says why not. */
	private readCustomer(tokens: readonly string[]): Creatable | undefined {
		const read = readCreatable(this.draftOf(this.values, tokens))
		if (!read.success) blame(blamesOf(read.error.issues), this.values, this.columnOf, this.report)
		return read.data
	}

	/** What is as long as the longest of a column that was cut. An address that is none any more is an error as it is. */
	private checkCut(cells: readonly string[]): void {
		for (const [index, length] of this.cut) {
			const cell = cells[index] ?? ""
			if (cell.length !== length) continue
			const field = this.fieldAt[index]
			const isOfEmail = field !== undefined && fields[field].kind === "email"
			if (isOfEmail && !isEmail(cell)) continue
			this.report.add(isOfEmail ? "email.cut" : "value.cut", this.columns[index], field, quoted(cell))
		}
	}

	private conclude(cells: readonly string[], tokens: readonly string[], plain = noneIsPlain): Verdict {
		if (this.cut.length > 0) this.checkCut(cells)
		for (const { field, find } of this.contactsLeftOut) {
			const index = find(cells)
			if (index !== undefined) this.report.add(`${field}.left-out`, this.columns[index], field)
		}
		this.searchCardNumbers(cells)
		const { number } = this.values
		const { found } = this.report
		if (found.length === 0) return { number, findings: noFindings, tokens, plain }
		const verdict = { number, findings: found, tokens, plain }
		return hasError(verdict) ? { ...verdict, number: maskCardNumbers(number) } : verdict
	}

	private readonly reportGone: ReportGone = (code, index, value) =>
		this.report.add(code, this.columns[index], undefined, quoted(value))

	private readonly cleanedToken = (cell: string, index: number) =>
		isSuspect(cell) ? this.reader.cleaned(cell, "token", index) : cell

	private readonly reportToken: ReportCell = (code, index, detail) =>
		this.report.add(code, this.columns[index], "token", detail)

	private chooseAddress(choice: AddressChoice, cells: readonly string[]): void {
		const differing = choice.choose(cells)
		if (differing === undefined) return
		const { key } = choice
		this.report.add("value.two-columns", this.columnOf.get(key), key, differing.map(quoted).join(" and "))
	}

	private searchCardNumbers(cells: readonly string[]): void {
		for (let index = 0; index < cells.length; index++) {
			const cell = cells[index] ?? ""
			// Nothing of what is looked for is so short.
			if (cell.length < shortestFound) continue
			const field = this.fieldAt[index]
			const isMisplaced = field !== undefined && field !== "token" && holdsToken(cell)
			const code = isMisplaced ? "token.misplaced" : cardNumberIn(cell, field)
			if (field === undefined && saysDeleted(cell) && !this.gone.judges(index))
				this.report.add("row.says-deleted", this.columns[index], undefined, quoted(cell))
			if (code === undefined || (!isMisplaced && this.isOwn[index]?.(cell))) continue
			if (isMisplaced && field === "number") this.values.number = ""
			// In place of what quotes the value: neither is shown anywhere.
			this.report.drop(field)
			this.report.add(code, this.columns[index], field, isMisplaced ? undefined : quoted(maskCardNumbers(cell)))
		}
	}
}
