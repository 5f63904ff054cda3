import { fold, spellings } from "./words.ts"

/** What spreadsheets, databases and this program call a column that has no name. */
const columns = `
column col kolumn spalte kolonne colonne colonna columna coluna kolom kolumna sarake oszlop sloupec
field fält feld felt kenttä champ campo pole veld
unnamed namnlös unbenannt unavngitt unavngivet navnløs nimetön untitled
empty
`
const called: ReadonlySet<string> = new Set(columns.trim().split(/\s+/).flatMap(spellings))

/** As R and some exports have it, a letter and the number of the column. */
const lettered = /^[fxv]\d{1,3}$/

/** Whether a name says nothing at all: `Kolumn1`, `Unnamed: 4`, `__EMPTY_1`, `F5`, `...7`. */
export function isNameless(name: string): boolean {
	if (/^\(?no column name\)?\d*$/i.test(name)) return true
	const found = fold(name.replace(/ \(\d+\)$/, ""))
		.match(/\p{L}+|\p{N}+/gu)
		?.filter((word) => !/^\d{1,3}$/.test(word))
	if (found === undefined || found.length === 0) return true
	return found.every((word) => called.has(word)) || lettered.test(fold(name).replace(/[^\p{L}\p{N}]/gu, ""))
}
