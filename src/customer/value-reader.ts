import { ofAddress } from "./addresses.ts"
import type { CheckOptions } from "./check-options.ts"
import { cleanText, isSuspect, withVisibleSpaces } from "./clean-text.ts"
import { kindOf } from "./field-kind.ts"
import { type Field, fields } from "./fields.ts"
import { type FindingCode, quoted } from "./finding-codes.ts"
import { mayBeOdd } from "./kinds/characters.ts"
import { isDate, isErrorValue } from "./kinds/damage.ts"
import { type DiallingCode, isDiallingCode, withDiallingCodes } from "./kinds/dialling-code.ts"
import { isAlsoName, isDitto } from "./kinds/ditto.ts"
import type { StandIn } from "./kinds/stand-in.ts"
import { hasZipForm } from "./kinds/zip-code.ts"
import { unescaped } from "./letters/escapes.ts"
import { hasAddedDecimal, isRounded, withoutDecimal } from "./lines/digit-facts.ts"
import type { FileTally } from "./lines/file-tally.ts"
import { shortness } from "./lines/zip-lengths.ts"
import { inOneLine } from "./one-cell.ts"
import type { Report } from "./row-report.ts"
import { oneValueOf, type Source, withPart } from "./sources.ts"
import { type StreetPart, streetOf } from "./street-parts.ts"

/** Reads the values of a row, cleans them, and says what is wrong with them. */
export class ValueReader {
	/** The schema certainly takes every value that was read; to be set anew for each row. */
	sure = true
	/** By column, 1 where a value of the row is fine as it stands in its cell; to be emptied for each row. */
	readonly plain: Uint8Array

	/** @param values of the row at hand, those that were read already: countries come first */
	constructor(
		private readonly columns: readonly string[],
		private readonly options: CheckOptions,
		private readonly values: Readonly<Record<Field, string>>,
		private readonly report: Report,
		private readonly tally: FileTally | undefined,
	) {
		this.plain = new Uint8Array(columns.length)
	}

	read(source: Source, cells: readonly string[]): string {
		const { indices, country, plain, constant, copyOf } = source
		if (copyOf !== undefined) return this.values[copyOf]
		const index = indices[0] as number
		const only = indices.length === 1 ? cells[index] : undefined
		const where = country ? this.values[country] : ""
		if (only && plain?.(only, where)) {
			this.plain[index] = 1
			return only
		}
		const value = this.#readOdd(source, cells)
		if (source.free || value === "" || value === constant) return value
		// What a value was cleaned to is plain as a rule.
		if (value === only || !plain?.(value, where)) this.sure = false
		return value
	}

	#readOdd(source: Source, cells: readonly string[]): string {
		let value = ""
		let codes: DiallingCode[] | undefined
		const parts: StreetPart[] = []
		for (const index of source.indices) {
			const given = cells[index]
			if (!given) continue
			// The lines of an address in one cell are parts of it, and none is sent with a break in it.
			const cell = source.parted?.has(index) && ofAddress.has(source.field) ? inOneLine(given) : given
			const clean =
				isSuspect(cell) || (source.isText && mayBeOdd(cell)) ? this.cleaned(cell, source.field, index) : cell
			const standIn = source.kind.standIn?.(clean)
			if (clean !== "" && isDitto(clean)) this.#ditto(source, clean, index)
			const filled = clean === "0" && source.isText ? this.#withoutZero(source, index) : clean
			const whole = standIn ? this.#withoutStandIn(standIn, clean, source.field, index) : filled
			const text = source.parted ? this.#parted(source, whole, index) : whole
			const of = source.codes?.get(index)
			if (of !== undefined && isDiallingCode(text)) {
				codes ??= []
				codes.push({ of, text })
				continue
			}
			if (source.joins && source.indices.length > 1 && isDate(text))
				this.report("value.damaged", this.columns[index], source.field, quoted(text))
			if (source.street !== undefined) parts.push({ index, text })
			else if (value === "" || source.joins) value = withPart(value, text)
			else if (source.conflicts && text !== "") {
				const one = oneValueOf(source, value, text, this.values)
				if (one === undefined)
					this.report("value.two-columns", this.columns[index], source.field, `${quoted(value)} and ${quoted(text)}`)
				value = one ?? value
			}
		}
		if (source.street !== undefined)
			value = streetOf(parts, source.street, source.address ? this.values[source.address] : "")
		if (codes !== undefined) value = this.#withCodes(source, codes, value)
		if (value === "") return source.otherwise?.(this.values) ?? source.constant
		return this.#usual(source, source.kind.isWhole ? this.#whole(source, value) : value)
	}

	/** What a look-up in a spreadsheet gives for an empty cell is no text; of a house it may be one that lost its number. */
	#withoutZero({ field, indices, joins, zeros }: Source, index: number): string {
		const is = zeros?.get(index)
		if (is === "value") return "0"
		if (is === undefined && this.options.cleaning.placeholders) {
			this.report("cleaned.placeholder", this.columns[index], field, `${quoted("0")} became ""`)
			return ""
		}
		// Alone it is told as the damage of the value.
		if (joins && indices.length > 1) this.report("value.damaged", this.columns[index], field, quoted("0"))
		return "0"
	}

	#ditto({ field, isText }: Source, text: string, index: number): void {
		const code = isText && isAlsoName(text) ? "value.stand-in" : "value.ditto"
		this.report(code, this.columns[index], field, quoted(text))
	}

	#withCodes({ field, column }: Source, codes: readonly DiallingCode[], number: string): string {
		const whole = withDiallingCodes(codes, number)
		if (whole === undefined)
			this.report("phone.codes", column, field, codes.map(({ text }) => quoted(text)).join(" and "))
		return whole ?? ""
	}

	/** What of a cell of several parts of an address is of the field. */
	#parted({ parted, field }: Source, text: string, index: number): string {
		const read = parted?.get(index)
		if (read === undefined || text === "") return text
		const part = read(text)
		if (part === undefined && fields[field].kind === "zipCode")
			this.report("address.not-parted", this.columns[index], field, quoted(text))
		// Of the number, without which there is no customer: nothing more is to be said of it then.
		if (part === undefined && field === "name")
			this.report("number.not-parted", this.columns[index], "number", quoted(text))
		return part ?? ""
	}

	/** A number without the decimal that every value of its column has; that it was rounded is told as its damage. */
	#whole({ indices, field, column, dropsDecimal }: Source, value: string): string {
		const [index] = indices
		if (index === undefined || indices.length > 1) return value
		this.tally?.digits.add(index, value)
		const { facts, cleaning } = this.options
		if (facts?.rounded?.includes(index) && isRounded(value)) this.report("value.rounded", column, field, quoted(value))
		// Whoever made a decimal number of a customer's took the zeros before it as well, and only a person knows whether there were any.
		if (!dropsDecimal || !facts?.decimal?.includes(index)) return value
		if (!cleaning.spreadsheetMarks || !hasAddedDecimal(value)) return value
		const whole = withoutDecimal(value)
		this.report("cleaned.decimal", column, field, () => `${quoted(value)} became ${quoted(whole)}`)
		return whole
	}

	/** What is left of a value that stands in place of one. */
	#withoutStandIn(standIn: StandIn, text: string, field: Field, index: number): string {
		const isNone = standIn === "none" && this.options.cleaning.placeholders
		const code = isNone ? "cleaned.placeholder" : standIn === "deleted" ? "row.says-deleted" : "value.stand-in"
		if (standIn === "none" && !isNone && fields[field].kind !== "text") return text
		this.report(code, this.columns[index], field, isNone ? `${quoted(text)} became ""` : quoted(text))
		return isNone ? "" : text
	}

	#usual(source: Source, text: string): string {
		const { field, column, kind } = source
		const value = this.#said(source, text)
		const country = source.country ? this.values[source.country] : ""
		const damage = isErrorValue(value) ? "value.damaged" : kind.damage?.(value, country, source.cleans)
		if (damage) this.report(damage, column, field, quoted(value))
		else if (fields[field].kind === "zipCode" && !hasZipForm(country)) this.#zip(source, value, country)
		const { usual } = kind
		if (!usual || damage || usual.is?.test(value)) return value
		const clean = usual.clean(value, country)
		if (clean === undefined && usual.unlikely)
			this.report(usual.unlikely(source.country && country), column, field, quoted(value))
		if (clean === undefined || clean === value || !source.cleans) return value
		this.report(usual.cleaned, column, field, () => `${quoted(value)} became ${quoted(clean)}`)
		return clean
	}

	/** By the others of its column, where nothing else says how long it is. */
	#zip({ indices: [index], field, column }: Source, zip: string, country: string): void {
		if (index === undefined || zip === "") return
		this.tally?.zips.add(index, country, zip)
		const { zips } = this.options.facts ?? {}
		const short = zips && shortness(zip, index, country, zips)
		if (short) this.report(short === "zeros" ? "zip-code.zeros" : "zip-code.mixed", column, field, quoted(zip))
	}

	/** What a person said that such a value means. */
	#said({ field, column, kind, said: saidOf }: Source, value: string): string {
		const said = saidOf?.(value, this.values)
		if (said === undefined || !kind.usual) return value
		this.report(kind.usual.cleaned, column, field, `${quoted(value)} became ${quoted(said)}`)
		return said
	}

	/** A cell with what programs do to text undone, and told. */
	cleaned(cell: string, field: Field, index: number): string {
		const column = this.columns[index]
		const secret = field === "token"
		const changed = (code: FindingCode, before: string, after: string) =>
			this.report(
				code,
				column,
				field,
				secret ? undefined : () => `${quoted(shown(code, before))} became ${quoted(after)}`,
			)
		const clear = this.options.cleaning.escapes && fields[field].kind === "text" ? unescaped(cell) : cell
		if (clear !== cell) changed("cleaned.escape", cell, clear)
		const text = cleanText(clear, this.options.cleaning, changed)
		const odd = kindOf(field).odd(text)
		if (odd && !isDitto(text)) this.report(odd, column, field, secret ? undefined : quoted(text))
		return text
	}
}

/** Odd spaces look as plain ones do. */
function shown(code: FindingCode, text: string): string {
	return code === "cleaned.spaces" ? withVisibleSpaces(text) : text
}
