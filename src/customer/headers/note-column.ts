import { isImportColumn } from "../fields.ts"
import { foreign } from "./concepts.ts"
import { partsOf } from "./parts.ts"
import { spellings, words } from "./words.ts"

/** What says of anything that it is told, and where nothing else is said, that it is a note. */
const information: ReadonlySet<string> = new Set(
	`info infos information informations informationen informationer informasjon tieto tiedot tietoja información informaciones informazione
	informazioni informacja informacje informatie inlichtingen upplysning upplysningar opplysninger oplysninger renseignements`
		.split(/\s+/)
		.flatMap(spellings),
)

interface Reading {
	readonly meanings: readonly unknown[]
	readonly foreign?: string | undefined
}

/** Whether a column of this name holds notes, or tags. */
export const isOfNotes = ({ foreign: kind }: Reading) => kind === foreign.note || kind === foreign.tag

/**
 * Whether a column may hold notes, which its values tell: a word for them, or for information, stands beside others, as where a name says whose
 * notes they are, or to whom (`Note to milkman`).
 */
export function mayBeOfNotes(name: string, reading: Reading): boolean {
	if (reading.meanings.length > 0 || isOfNotes(reading) || isImportColumn(name)) return false
	const isInformation = words(name).main.some((word) => information.has(word))
	return isInformation || partsOf(name).known.some(({ concepts }) => concepts.includes("note"))
}
