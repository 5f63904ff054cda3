import { fold, spellings } from "./words.ts"

/** What spreadsheets, databases and this program call a column that has no name. */
const columns = `
column col kolumn spalte kolonne colonne colonna columna coluna kolom kolumna sarake oszlop sloupec
unnamed namnlös unbenannt unavngitt unavngivet navnløs nimetön untitled
empty
`
/** The same, of which each has a number, or is one of several; alone it is a field of anything, or where something is played. */
const fields = "field fält feld felt kenttä champ campo pole veld"

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))
const [alone, numbered] = [setOf(columns), setOf(fields)]

/** As R and some exports have it, a letter and the number of the column. */
const lettered = /^[fxv]\d{1,3}$/

/** Whether a name says nothing at all: `Kolumn1`, `Unnamed: 4`, `__EMPTY_1`, `F5`, `...7`, `Field 3`. */
export function isNameless(name: string): boolean {
	if (/^\(?no column name\)?\d*$/i.test(name)) return true
	const words = wordsOf(name)
	if (words.every((word) => alone.has(word) || numbered.has(word))) return !isField(name)
	return lettered.test(fold(name).replace(/[^\p{L}\p{N}]/gu, ""))
}

/** Whether a name is a word for a field and nothing else, which says nothing where there are several: `Kenttä`. */
export function isField(name: string): boolean {
	const words = wordsOf(name)
	return words.length > 0 && words.every((word) => numbered.has(word)) && !/\d/.test(name)
}

function wordsOf(name: string): readonly string[] {
	const found = fold(name.replace(/ \(\d+\)$/, "")).match(/\p{L}+|\p{N}+/gu) ?? []
	return found.filter((word) => !/^\d{1,3}$/.test(word))
}
