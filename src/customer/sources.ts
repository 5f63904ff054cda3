import type { AddressChoice } from "./address-choice.ts"
import { addresses, type CountryField } from "./addresses.ts"
import { careOf, flatWord, isOfNumbers } from "./apartment.ts"
import type { Cleaning } from "./cleaning.ts"
import { byCountry, gives, indicesOf, type Mapping, usesOf } from "./columns/mapping.ts"
import { kindOf } from "./field-kind.ts"
import { type Field, fieldNames, fields, type Values } from "./fields.ts"
import { type CodeOf, codeOf } from "./headers/code-of.ts"
import { orderOf, readHeader } from "./headers/read-header.ts"
import type { PlainTest, ValueKind } from "./kinds/kind.ts"
import { isSameText } from "./name.ts"
import { addressIn, numberAndNameIn, zipAndCityIn } from "./one-cell.ts"
import type { QuickWay } from "./quick-way.ts"
import { currencyOfRow, type Said, saidOf } from "./said.ts"
import { isBehind, type StreetForm, streetForm } from "./street-parts.ts"

/** Where the value of a field comes from, and what is known of it: worked out once a file. */
export interface Source {
	readonly field: Field
	/** Places of its columns; the one that goes first is the first. */
	readonly indices: readonly number[]
	/** The country of another address that is this one's, too. */
	readonly copyOf: CountryField | undefined
	/** What several columns come to: one value, or the first that is filled. */
	readonly joins: boolean
	/** Values of several columns that differ are an error: nobody said which goes first. */
	readonly conflicts: boolean
	/** The first of its columns, for findings. */
	readonly column: string | undefined
	/** In its usual form already. */
	readonly constant: string
	/** What a row without a value and a constant has; undefined where it has none. */
	readonly otherwise: ((values: Values) => string | undefined) | undefined
	/** What a value means by more than what it says. */
	readonly said: Said | undefined
	readonly kind: ValueKind
	/** The field of the country that decides what form it has; undefined where the file has none. */
	readonly country: Field | undefined
	/** The field of the country of the address that it is a line of. */
	readonly address: Field | undefined
	/** Whether the usual form is to be taken, or only asked for. */
	readonly cleans: boolean
	readonly plain: PlainTest | undefined
	/** Of columns whose cells hold several parts of an address: what of a cell is of this field, or that it cannot be told. */
	readonly parted: ReadonlyMap<number, (text: string) => string | undefined> | undefined
	/** How its columns make a street; undefined where they do not. */
	readonly street: StreetForm | undefined
	/** Columns in which a `0` may be a value, as the floor of a house, or one that was lost, as its number, by their place. */
	readonly zeros: ReadonlyMap<number, "value" | "lost"> | undefined
	/** Columns of dialling codes, which belong before the number of another column: what each is a code of, by its place. */
	readonly codes: ReadonlyMap<number, CodeOf> | undefined
	/** A name or a line of an address, with what programs do to those. */
	readonly isText: boolean
	/** Whether a decimal of zeros goes that every value of a column has; of customer numbers a person says so. */
	readonly dropsDecimal: boolean
	/** The schema takes any text here. */
	readonly free: boolean
	/** In place of this one, that of the address which the row at hand has, where a file has several. */
	readonly among?: { readonly choice: AddressChoice; readonly sources: readonly Source[] }
}

/** The fields but the card tokens that have a column or a constant; countries first, for phone numbers and zip codes. */
export function sourcesOf(
	mapping: Mapping,
	columns: readonly string[],
	cleaning: Cleaning,
	quick: QuickWay,
	choices: readonly AddressChoice[] = [],
): readonly Source[] {
	// The country of the phones is that of the customer's own address, or of bills or deliveries where the file has no other.
	const own = addresses.find(
		({ country, parts }) =>
			gives(mapping, columns, country) || parts.some((part) => indicesOf(mapping, columns, part).length > 0),
	)
	const ofCustomer = own && gives(mapping, columns, own.country) ? own.country : undefined
	const sourceOf = (field: Exclude<Field, "token">, all: readonly number[]): Source => {
		const kind = kindOf(field)
		const first = mapping.first?.[field]
		const joins = fields[field].several === ", " || mapping.joined?.some((joined) => joined === field) === true
		// Parts and lines of one value stand as it is said and written, whatever the order of the columns.
		const rank = (index: number) => (joins ? orderOf(columns[index] ?? "") : Number(columns[index] !== first))
		const isStreet = fields[field].several === ", "
		const behind = (index: number) => Number(isStreet && isBehind(columns, index, all))
		const indices = [...all].sort((a, b) => rank(a) - rank(b) || behind(a) - behind(b) || a - b)
		const street = isStreet ? streetForm(columns, indices) : undefined
		const given = field === "number" ? "" : (mapping.constants[field] ?? "").trim()
		const isByCountry = field === "currency" && given === byCountry
		const constant = isByCountry ? "" : given
		const index = indices[0]
		const parted = partedOf(mapping, columns, field, indices)
		return {
			field,
			indices,
			copyOf: originOf(mapping, columns, field),
			joins,
			conflicts: indices.length > 1 && !joins && typeof first !== "string",
			column: index === undefined ? undefined : columns[index],
			// Not asked of nothing: to know a country or a currency by name takes a table of all of them.
			constant: constant === "" ? "" : (kind.usual?.clean(constant, "") ?? constant),
			otherwise: isByCountry ? currencyOfRow : undefined,
			said: saidOf(field, mapping),
			kind,
			country: fields[field].country === "country" && !isOfAddress(field) ? ofCustomer : fields[field].country,
			address: addresses.find(({ parts }) => parts.includes(field))?.country,
			cleans: kind.usual !== undefined && cleaning[kind.usual.switch],
			isText: fields[field].kind === "text",
			plain: parted === undefined && street?.flats === undefined ? quick.plain(field) : undefined,
			parted,
			street,
			zeros: zerosOf(columns, field, all),
			codes: codesOf(mapping, columns, field, indices),
			dropsDecimal: field !== "number" || mapping.decimals === "removed",
			free: quick.free(field),
		}
	}
	return fieldNames
		.filter((field) => field !== "token")
		.map((field): Source => {
			const all = indicesOf(mapping, columns, field)
			const source = sourceOf(field, all)
			const choice = choices.find((one) => one.placesOf(field) !== undefined)
			const places = choice?.placesOf(field)
			if (choice === undefined || places === undefined) return source
			const shared = all.filter((index) => !places.some((own) => own.includes(index)))
			return { ...source, among: { choice, sources: places.map((own) => sourceOf(field, [...own, ...shared])) } }
		})
		.filter(({ indices, constant, otherwise }) => indices.length > 0 || constant !== "" || otherwise !== undefined)
		.sort((a, b) => Number(isCountry(b.field)) - Number(isCountry(a.field)))
}

function partedOf(
	mapping: Mapping,
	columns: readonly string[],
	field: Field,
	indices: readonly number[],
): Source["parted"] {
	if (field === "number" || field === "name") {
		const both = indices.filter((index) => {
			const uses = usesOf(mapping, columns[index] ?? "") ?? []
			return uses.includes("number") && uses.includes("name")
		})
		const part = (text: string) => numberAndNameIn(text)?.[field]
		return both.length === 0 ? undefined : new Map(both.map((index) => [index, part]))
	}
	const address = addresses.find(({ parts, country }) => parts.includes(field) || country === field)
	const [street, zipCode, city] = address?.parts ?? []
	if (street === undefined || zipCode === undefined || city === undefined) return undefined
	const key = field === street ? "street" : field === zipCode ? "zipCode" : field === city ? "city" : "country"
	const found = indices.flatMap((index) => {
		const uses = usesOf(mapping, columns[index] ?? "") ?? []
		if (!uses.includes(zipCode) || !uses.includes(city)) return []
		const read = uses.includes(street) ? addressIn : zipAndCityIn
		return [[index, (text: string) => read(text)?.[key]] as const]
	})
	return found.length === 0 ? undefined : new Map(found)
}

function zerosOf(columns: readonly string[], field: Field, indices: readonly number[]): Source["zeros"] {
	if (fields[field].several !== ", ") return undefined
	const found = indices.flatMap((index) => {
		const name = columns[index] ?? ""
		const word = flatWord(name)
		const is = word !== undefined && word !== careOf ? "value" : isOfNumbers(name) ? "lost" : undefined
		return is === undefined ? [] : [[index, is] as const]
	})
	return found.length === 0 ? undefined : new Map(found)
}

/** A column that a phone has beside another one, and that is not called a phone. */
function codesOf(
	{ dialling = {} }: Mapping,
	columns: readonly string[],
	field: Field,
	indices: readonly number[],
): Source["codes"] {
	if (fields[field].kind !== "phone" || indices.length < 2) return undefined
	const isPhone = (name: string) => readHeader(name).meanings.some((meaning) => fields[meaning.field].kind === "phone")
	const names = new Map(indices.map((index) => [index, columns[index] ?? ""]))
	const places = indices.filter((index) => !isPhone(names.get(index) ?? ""))
	const codes = places.map((index) => dialling[names.get(index) ?? ""] ?? codeOf(names.get(index) ?? ""))
	const count = (of: CodeOf) => codes.filter((code) => code === of).length
	// A number has one code of a country, and one of an area: where one of them is known, the other is what is left.
	const rest = count("country") === 1 ? "area" : count("area") === 1 && count("either") === 1 ? "country" : "either"
	return new Map(places.map((index, at) => [index, codes[at] === "either" ? rest : (codes[at] ?? rest)]))
}

/** The country before it that has the same columns. */
function originOf(mapping: Mapping, columns: readonly string[], field: Field): CountryField | undefined {
	const placesOf = (one: Field) => indicesOf(mapping, columns, one).join()
	const at = addresses.findIndex(({ country }) => country === field)
	if (at < 1 || placesOf(field) === "") return undefined
	return addresses.slice(0, at).find(({ country }) => placesOf(country) === placesOf(field))?.country
}

function isOfAddress(field: Field): boolean {
	return addresses.some(({ parts }) => parts.includes(field))
}

function isCountry(field: Field): boolean {
	return fields[field].kind === "country"
}

/** The value that two columns give a row, each in a form of its own: `Sweden` and `SE`; undefined where they give two. */
export function oneValueOf(
	{ kind: { usual, oneOf }, country }: Source,
	one: string,
	other: string,
	values: Values,
): string | undefined {
	if (isSameText(one, other)) return one
	const where = country ? values[country] : ""
	if ((usual?.clean(one, where) ?? one) === (usual?.clean(other, where) ?? other)) return one
	return oneOf?.(one, other)
}

/** Adds a further part to a value of several columns that are no street. */
export function withPart(value: string, part: string): string {
	if (value === "" || part === "") return value + part
	// `d'` and `Artagnan`.
	return /['’]$/.test(value) ? value + part : `${value} ${part}`
}
