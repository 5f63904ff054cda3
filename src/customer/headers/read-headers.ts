import { type HeaderReading, readHeader } from "./read-header.ts"

/** What tells two columns of one name apart where two tables were merged. */
const sides: readonly (readonly [string, string])[] = [
	["x", "y"],
	["left", "right"],
	["a", "b"],
	["l", "r"],
	["lhs", "rhs"],
	["vänster", "höger"],
	["links", "rechts"],
]

const sided = /^(.+?)(?:[ _.-]+|(?= ?\())\(?(\p{L}+)\)?$/u

/**
 * What each of the columns of a file may hold. `namn_x` and `namn_y` are two columns of one name, and so both of that field.
 * @returns in the order of the names
 */
export function readHeaders(names: readonly string[]): readonly HeaderReading[] {
	const known = new Set(names.map((name) => name.toLowerCase()))
	return names.map((name) => readHeader(baseOf(name, known) ?? name))
}

/** The name that a column has in common with its twin in the file; undefined where it has none. */
function baseOf(name: string, known: ReadonlySet<string>): string | undefined {
	const [, base, side] = sided.exec(name) ?? []
	if (base === undefined || side === undefined) return undefined
	const at = name.lastIndexOf(side)
	const twin = twinOf(side.toLowerCase())
	if (twin === undefined) return undefined
	return known.has(`${name.slice(0, at)}${twin}${name.slice(at + side.length)}`.toLowerCase()) ? base : undefined
}

function twinOf(side: string): string | undefined {
	for (const [one, other] of sides) {
		if (side === one) return other
		if (side === other) return one
	}
	return undefined
}
