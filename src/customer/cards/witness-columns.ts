import { type Mapping, usesOf } from "../columns/mapping.ts"
import { isImportColumn } from "../fields.ts"
import { readHeader } from "../headers/read-header.ts"
import { type MarkPlace, marksIn, piecesOf } from "./marks.ts"
import { ownerKeys, ownerReader, type RowOwner, type SaidOwner } from "./owner.ts"
import { type OwnerColumn, ownerColumns } from "./owner-column.ts"
import { nameWords } from "./same-name.ts"

/** Of so many of the first rows the values are looked at: a column that says nothing there is not followed. */
const looked = 200
/** A whole value of fewer letters and digits may be a count, or anything. */
const shortest = 3
/** Of a name: initials and digits are found by chance. */
const isWord = /^\p{L}{3,}$/u
/** Of a list of customers, nearly every row has one. */
const list = 0.9
/** Of its own row at least so many, where any value could be another customer's by chance. */
const fewestOwn = 0.1

/** What one column says in the first rows. */
interface Look {
	filled: number
	same: number
	elsewhere: number
	/** Values that are nothing but a small number, or the number of the row. */
	short: number
	counting: number
	/** Texts in which one number stands among letters, and those that are a name. */
	lettered: number
	named: number
	/** Texts with another number, in which a word is of the name of their own row's customer. */
	besideName: number
	readonly texts: Set<string>
	readonly places: Map<string, { readonly place: MarkPlace; count: number }>
}

/**
 * The columns of which nothing is sent, and which have the number or the name of their own row's customer in most rows, or, where
 * they slipped or were sorted apart, of another row's: they speak of the row, whatever their names.
 * @param rows the first of the file
 */
export function witnessColumns(
	columns: readonly string[],
	mapping: Mapping,
	rows: readonly (readonly string[])[],
): readonly OwnerColumn[] {
	const candidates = witnessCandidates(columns, mapping)
	const reader = candidates.length === 0 ? undefined : ownerReader(columns, mapping, candidates)
	if (reader === undefined) return []
	const owners = rows.map(reader.ownerOf)
	const known = new Set(owners.flatMap(ownerKeys))
	const first = rows.slice(0, looked)
	return candidates.flatMap((column) => {
		const look = noLook()
		for (const [at, cells] of first.entries()) {
			const owner = owners[at]
			const said = owner && reader.saidBy(column, cells, owner)
			if (said) add(look, said, owner, at + 1, known)
		}
		return isWitness(look, first.length, owners) ? [{ ...column, ...usualPlace(look), isOfNames: isOfNames(look) }] : []
	})
}

/** Columns that may speak of rows. */
export function witnessCandidates(columns: readonly string[], mapping: Mapping): readonly OwnerColumn[] {
	const named = ownerColumns(columns, mapping).filter(({ isOfCard, isSecond }) => isOfCard || isSecond)
	const taken = new Set(named.flatMap(({ indices }) => indices))
	return columns.flatMap((name, index) => {
		if (taken.has(index) || isImportColumn(name) || (usesOf(mapping, name) ?? []).length > 0) return []
		// Of who pays, and whom for, it is asked.
		if (readHeader(name).party !== undefined) return []
		return [{ indices: [index], isOfCard: false, isSecond: false, isOfOwnCard: false, isWitness: true }]
	})
}

function noLook(): Look {
	const counts = { filled: 0, same: 0, elsewhere: 0, short: 0, counting: 0, lettered: 0, named: 0, besideName: 0 }
	return { ...counts, texts: new Set(), places: new Map() }
}

function add(look: Look, { text, kind, likeness, keys }: SaidOwner, owner: RowOwner, row: number, known: Known): void {
	look.filled++
	look.texts.add(text)
	const pieces = piecesOf(text)
	if (pieces.join("").length < shortest) look.short++
	if (text === `${row}`) look.counting++
	if (kind === "name") look.named++
	else if (/\p{L}/u.test(text) && pieces.filter((piece) => /\d/.test(piece)).length === 1) look.lettered++
	if (likeness !== "same") {
		if (kind === "number" && nameWords(text).some((word) => isWord.test(word) && owner.names.flat().includes(word)))
			look.besideName++
		if (keys.some((key) => known.has(key))) look.elsewhere++
		return
	}
	look.same++
	const at = pieces.findIndex((_, index) =>
		marksIn(pieces, { at: index, of: pieces.length }).some((mark) => owner.marks.includes(mark)),
	)
	if (at < 0) return
	const place = { at, of: pieces.length }
	const key = `${at} ${pieces.length}`
	const found = look.places.get(key) ?? { place, count: 0 }
	look.places.set(key, { place, count: found.count + 1 })
}

type Known = ReadonlySet<string>

function isWitness(look: Look, rows: number, owners: readonly RowOwner[]): boolean {
	const { filled, same, elsewhere, short, counting, lettered, named, besideName, texts } = look
	// Rows that are counted from the first say nothing of whose they are.
	if (filled === 0 || counting === filled) return false
	if (short * 2 > filled) return false
	if (same * 2 >= filled && same > 1) return true
	// A berth, or anything else that is counted beside a name.
	if (besideName * 2 >= filled) return false
	const isList = filled >= rows * list && same + elsewhere >= filled * list && texts.size >= filled * list
	const byChance = named + lettered < filled && areDense(owners)
	return isList && (!byChance || same >= filled * fewestOwn)
}

/** Whether most numbers are between the first and the last of them, as any other system's may be. */
function areDense(owners: readonly RowOwner[]): boolean {
	const numbers = owners.map(({ number }) => Number(/\d+/.exec(number)?.[0] ?? Number.NaN)).filter(Number.isFinite)
	return numbers.length > 0 && Math.max(...numbers) - Math.min(...numbers) < numbers.length * 3
}

/** Whether it is known by the names of its rows, and not by their numbers: digits beside these are of a login or a berth. */
function isOfNames({ same, places }: Look): boolean {
	const numbered = [...places.values()].reduce((sum, { count }) => sum + count, 0)
	return same > 0 && numbered * 2 <= same
}

function usualPlace({ same, places }: Look): Pick<OwnerColumn, "place"> {
	const usual = [...places.values()].find(({ count }) => count * 2 > same)
	return usual === undefined ? {} : { place: usual.place }
}
