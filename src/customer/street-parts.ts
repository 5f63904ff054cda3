import {
	careOf,
	flatWord,
	floorAndDoor,
	isBox,
	isFloor,
	isHouseName,
	isOfAdditions,
	isOfNumbers,
	isUnit,
	withFlatWord,
} from "./apartment.ts"
import { readHeader } from "./headers/read-header.ts"
import { isAddition, isHouseNumber, isKindOfStreet, streetWith } from "./street.ts"

/** How columns make one street, by their places. */
export interface StreetForm {
	/** Of the numbers of flats: the word that each puts before a number. They stand behind the street. */
	readonly flats: ReadonlyMap<number, string> | undefined
	/** Of floors, with that of doors right behind them. */
	readonly doors: ReadonlyMap<number, number>
	/** Of the names of houses, which stand before the street. */
	readonly houses: ReadonlySet<number>
	/** Of what stands behind the number of the house in the Netherlands and Belgium: `HS`, `2`, `bis`. */
	readonly additions: ReadonlySet<number>
	/** Where the number of the house stands in a column of its own. */
	readonly roles: StreetRoles | undefined
}

/** A column of a street, and what a row has in it. */
export interface StreetPart {
	readonly index: number
	readonly text: string
}

/** @param indices the columns of one street, in their order @returns undefined where a value stands as it is */
export function streetForm(columns: readonly string[], indices: readonly number[]): StreetForm | undefined {
	const nameOf = (index: number) => columns[index] ?? ""
	if (indices.length < 2 && !indices.some((index) => isBox(nameOf(index)))) return undefined
	const flats = indices.flatMap((index) => {
		const word = flatWord(nameOf(index))
		return word === undefined ? [] : [[index, word] as const]
	})
	const doors = indices.flatMap((index, at) => {
		const next = indices[at + 1]
		return isFloor(nameOf(index)) && next !== undefined && isUnit(nameOf(next)) ? [[index, next] as const] : []
	})
	return {
		flats: flats.length === 0 ? undefined : new Map(flats),
		doors: new Map(doors),
		houses: new Set(indices.filter((index) => isHouseName(nameOf(index)))),
		additions: new Set(indices.filter((index) => isOfAdditions(nameOf(index)))),
		roles: streetRoles(columns, indices),
	}
}

/** Whether a column is of flats, or of doors right behind one of floors: it stands behind the street, wherever the file has it. */
export function isBehind(columns: readonly string[], index: number, all: readonly number[]): boolean {
	const isFlat = (at: number) => {
		const word =
			all.includes(at) && (all.length > 1 || isBox(columns[at] ?? "")) ? flatWord(columns[at] ?? "") : undefined
		return word !== undefined && word !== careOf
	}
	return isFlat(index) || (isFlat(index - 1) && isUnit(columns[index] ?? ""))
}

/** A street of what a row has in its columns. @param country ISO 3166 alpha-2; empty where it is not known */
export function streetOf(
	all: readonly StreetPart[],
	{ flats, doors, houses, additions, roles }: StreetForm,
	country: string,
): string {
	const filled = all.filter(({ text }) => text !== "")
	const isHouse = ({ index, text }: StreetPart) => houses.has(index) && !isHouseNumber(text)
	const house = filled.findLast(isHouse)?.text
	// `Mäntytie 29 C 1` has the flat `C 1` already; of `Storgatan 12` the 12 is the house.
	const isSaid = ({ index, text }: StreetPart) =>
		flats?.has(index) === true && filled.some((other) => !flats.has(other.index) && endsInFlat(other.text, text))
	const isDoor = ({ index }: StreetPart) => filled.some((part) => doors.get(part.index) === index)
	const isBehindNumber = (part: StreetPart) => {
		const before = filled[filled.indexOf(part) - 1]
		return additions.has(part.index) && before !== undefined && /\d\p{L}?$/u.test(before.text)
	}
	const addition = filled.find(isBehindNumber)
	const worded = filled
		.filter((part) => part !== addition && !isHouse(part) && !isDoor(part) && !isSaid(part))
		.map(({ index, text }): StreetPart => {
			const word = flats?.get(index)
			const door = doors.get(index)
			if (word === undefined) return { index, text }
			if (door === undefined) return { index, text: withFlatWord(word, text) }
			return { index, text: floorAndDoor(word, text, filled.find((part) => part.index === door)?.text ?? "") }
		})
	const street =
		roles === undefined
			? worded.reduce((sum, { text }) => (sum === "" ? text : streetWith(sum, text, country)), "")
			: composed(worded, roles, country)
	return [house ?? "", withAddition(street, addition, filled)].filter(Boolean).join(", ")
}

/** `Maliebaan 70` and `2` are `Maliebaan 70 2`: what stands behind the number is behind it, by a space, wherever that is in the street. */
function withAddition(street: string, addition: StreetPart | undefined, filled: readonly StreetPart[]): string {
	if (addition === undefined) return street
	const before = filled[filled.indexOf(addition) - 1]?.text ?? ""
	const end = street.lastIndexOf(before) + before.length
	return `${street.slice(0, end)} ${addition.text}${street.slice(end)}`
}

function endsInFlat(street: string, flat: string): boolean {
	const rest = street.slice(0, -flat.length)
	return street.toLowerCase().endsWith(` ${flat.toLowerCase()}`) && /\d/.test(rest)
}

/** What of a street a column holds: its line is the street with the number of the house, and others stand before or behind it. */
type Role = "street" | "number" | "line"

/** The columns of a street that has the numbers of its houses in one of their own, by their places. */
type StreetRoles = ReadonlyMap<number, Role>

/** @param indices the columns of one street @returns undefined where no column of numbers stands apart from the street */
function streetRoles(columns: readonly string[], indices: readonly number[]): StreetRoles | undefined {
	const roles = new Map(indices.map((index) => [index, roleOf(columns[index] ?? "")]))
	const has = (role: Role) => [...roles.values()].includes(role)
	return indices.length > 2 && has("number") && has("street") && has("line") ? roles : undefined
}

function roleOf(name: string): Role {
	if (flatWord(name) !== undefined || isHouseName(name)) return "line"
	const { part, meanings } = readHeader(name)
	if (isOfNumbers(name) && (part !== undefined || meanings.length === 0)) return "number"
	return part === undefined ? "street" : "line"
}

/**
 * A street of its parts, in the order of the file: what is neither the street nor the number of the house stands before or behind both of
 * them, and never between.
 */
function composed(parts: readonly StreetPart[], roles: StreetRoles, country: string): string {
	const ofLine = parts.filter((part, at) => roles.get(part.index) !== "line" || goesOn(part, parts[at - 1], roles))
	const first = parts.findIndex((part) => ofLine.includes(part))
	const isBefore = (part: StreetPart) => {
		const at = parts.indexOf(part)
		// Between the number and the street it stands before, as in the countries that begin with the number.
		return at < first || (isNumber(parts[first], roles) && parts.slice(at).some((one) => isStreet(one, roles)))
	}
	const joined = (texts: readonly string[]) =>
		texts.filter(Boolean).reduce((sum, text) => (sum === "" ? text : streetWith(sum, text, country)), "")
	const number = joined(ofLine.filter((part) => !isStreet(part, roles)).map(({ text }) => text))
	const street = joined(ofLine.filter((part) => isStreet(part, roles)).map(({ text }) => text))
	const line = joined(isNumber(parts[first], roles) ? [number, street] : [street, number])
	const others = parts.filter((part) => !ofLine.includes(part))
	const before = others.filter(isBefore).map(({ text }) => text)
	const behind = others.filter((part) => !isBefore(part)).map(({ text }) => text)
	return [...before, joined([line, ...behind])].filter(Boolean).join(", ")
}

const isStreet = ({ index, text }: StreetPart, roles: StreetRoles) =>
	roles.get(index) === "street" || (roles.get(index) === "line" && isKindOfStreet(text))
const isNumber = (part: StreetPart | undefined, roles: StreetRoles) =>
	part !== undefined && roles.get(part.index) === "number"

/** `bis` behind the number, and `rue` before the name of the street, are of the line. */
function goesOn({ text }: StreetPart, before: StreetPart | undefined, roles: StreetRoles): boolean {
	if (isKindOfStreet(text)) return true
	return isAddition(text) && before !== undefined && isNumber(before, roles) && isHouseNumber(before.text)
}
