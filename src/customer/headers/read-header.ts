import type { Field } from "../fields.ts"
import { isNameField } from "../name.ts"
import { readAlternatives } from "./alternatives.ts"
import { byName } from "./by-name.ts"
import { cardStateKind } from "./card-state-column.ts"
import { type ChoiceColumn, choiceColumn } from "./choice-column.ts"
import { type Concept, foreign as foreignKinds, isForeign, type Piece } from "./concepts.ts"
import { foreignKind } from "./foreign-kind.ts"
import type { Meanings, Part } from "./forms.ts"
import { isNameless } from "./nameless.ts"
import { mayBeOfNotes } from "./note-column.ts"
import { partsOf } from "./parts.ts"
import { type PartyReading, readParty } from "./party.ts"
import { permissionColumn } from "./permission-column.ts"
import { mapMeanings } from "./reading.ts"
import { saysBarred, stateColumn } from "./state-column.ts"
import { systemColumns } from "./systems.ts"
import { spellings } from "./words.ts"

export interface Meaning {
	readonly field: Field
	/** What else columns of this name hold, in words for a person; empty where the name has this one meaning. */
	readonly otherwise: readonly string[]
}

export interface HeaderReading {
	/** What the name may mean, likeliest first; empty where it is unknown or known as not ours. */
	readonly meanings: readonly Meaning[]
	/** Known as not ours: what it is, in words. */
	readonly foreign?: string
	/** A further part of a street (a house number, a second line) or of a name: joined to it, never competing with it. */
	readonly part?: Part
	/** The number a counter in the name gives: 2 in `Card token 2`. */
	readonly counter?: number
	/** Of whom it is in a file of two parties; nothing where the name does not say. */
	readonly party?: PartyReading
	/** Of whose address it is a part, by a word that nobody knows and that several parts share; folded. */
	readonly owner?: string
	/** Says nothing at all: a spreadsheet or a program named a column that has no name. */
	readonly nameless?: boolean
	/** May say how customers stand, or where they are: `Estado`. */
	readonly mayBeState?: boolean
	/** May be of notes, which its values tell: whose they are stands beside the word for them. */
	readonly mayBeNote?: boolean
	/** Says who is to be moved, kept or deleted; only where it is nothing that is sent, and no status. */
	readonly choice?: ChoiceColumn
}

/** The field of a name that has one meaning. */
export function singleMeaning({ meanings, foreign }: HeaderReading): Field | undefined {
	const [first, second] = meanings
	return foreign === undefined && second === undefined && first?.otherwise.length === 0 ? first.field : undefined
}

/** What a column of this name may hold, in any of our languages and however it is written. */
export const readHeader = byName(readWhole)

function readWhole(name: string): HeaderReading {
	const reading = readUnlessNote(name)
	return mayBeOfNotes(name, reading) ? { ...reading, mayBeNote: true } : reading
}

function readUnlessNote(name: string): HeaderReading {
	const reading = withState(name, readFields(name))
	if (reading.meanings.length === 0 && reading.foreign === undefined && isNameless(name))
		return { ...reading, nameless: true }
	if (stateColumn(name) === "perhaps") return { ...reading, mayBeState: true }
	if (stateColumn(name) !== undefined || cardStateKind(name) !== undefined) return reading
	const permission = systemOf(partsOf(name).key) === undefined ? permissionColumn(name) : undefined
	if (permission !== undefined)
		return { ...reading, meanings: [], foreign: permissions[permission.about], choice: permission }
	const choice = reading.meanings.length > 0 ? undefined : choiceColumn(name)
	return choice === undefined ? reading : { ...reading, choice }
}

/** What columns hold that say of customers what may be done, in words. */
const permissions = {
	charging: "whether somebody may be charged",
	validity: "whether somebody is valid",
} as const

/** The fields that a name may mean, and nothing else of it: a fraction of what `readHeader` takes. */
export function fieldsOfName(name: string): readonly Field[] {
	return readFields(name).meanings.map(({ field }) => field)
}

const barred = "whether somebody is blocked"

const stateReasons: ReadonlySet<string> = new Set(
	(["merged", "deleted", "ended", "active"] as const).map((state) => foreignKinds[state]),
)

/** What says how customers stand is read so; what says it of anything else is of that. */
function withState(name: string, reading: HeaderReading): HeaderReading {
	if (reading.meanings.length > 0) return reading
	const ofCard = cardStateKind(name)
	if (reading.foreign !== undefined && (ofCard === "status" || ofCard === "active"))
		return { ...reading, foreign: foreignKinds.status }
	const isSaid = reading.foreign !== undefined && stateReasons.has(reading.foreign)
	const state = stateColumn(name)
	if (state === "ended" && saysBarred(name)) return { ...reading, foreign: barred }
	if (state === "merged" || state === "deleted" || state === "ended" || state === "active")
		return { ...reading, foreign: foreignKinds[state] }
	if (!isSaid || state === "ends") return reading
	const concepts = partsOf(name).known.flatMap((piece) => piece.concepts)
	const thing = concepts.filter(isForeign).findLast((concept) => !stateReasons.has(foreignKinds[concept]))
	return { ...reading, foreign: foreignKinds[thing ?? "status"] }
}

/** Behind what nobody knows it may be the right eye: `Diottria OD`. */
const polishSince = "od"

function readFields(name: string): HeaderReading {
	const parts = partsOf(name)
	const { key, known, unknown, last, counter, spelt, cut } = parts
	const counted = counter === undefined ? {} : { counter }
	const system = systemOf(key)
	if (system !== undefined) return { meanings: [], foreign: system, ...counted }
	const inTwo = unknown ? readKnownHalf(name) : undefined
	if (inTwo !== undefined) return inTwo
	if (unknown || known.length === 0) {
		// The last word decides what it is: a status of something unknown is a status.
		const decides = last !== undefined && last.text !== polishSince && last.concepts.some(isForeign)
		const kind = decides ? kindOf(key, known) : undefined
		return { meanings: [], ...(kind ? { foreign: foreignKinds[kind] } : {}), ...counted }
	}
	const { meanings, foreign, form } = readAlternatives(known)
	const list = Object.entries(withOwnMeaning(meanings ?? {}, known)).map(
		([field, otherwise]): Meaning => ({
			field: field as Field,
			otherwise: [
				...otherwise,
				...(field === "token" && isOfSystem(name, known) ? [ofProcessor] : []),
				...(cut ? ["something else that begins so"] : []),
			],
		}),
	)
	// `Address 2` goes on, `Second address` is another one.
	const goesOn = (counter ?? 1) > 1 && (!spelt || known.some(({ concepts }) => concepts.includes("line")))
	const isOfStreet = list.some(({ field }) => /street$/i.test(field))
	// `Apellido 2` is the second surname, `Firmenname 2` the second line of one.
	const isOfName =
		list.some(({ field }) => field === "lastName" || (field === "company" && !spelt)) && (counter ?? 1) > 1
	const part = form?.part ?? ((isOfStreet && goesOn) || isOfName ? "part" : undefined)
	const party = readParty(parts)
	return {
		meanings: list,
		...(foreign === undefined ? {} : { foreign }),
		...(part === undefined ? {} : { part }),
		...counted,
		...(party === undefined ? {} : { party }),
	}
}

/**
 * `Näradress / Lähiosoite`: what a name says in two languages, of which one is not known, is what the other says, where its values bear it
 * out.
 */
function readKnownHalf(name: string): HeaderReading | undefined {
	const halves = name.split(/\s*[/|]\s*/)
	const [known, another] = halves.filter((half) => partsOf(half).known.length > 0)
	if (halves.length !== 2 || known === undefined || another !== undefined) return undefined
	const reading = readFields(known)
	const field = singleMeaning(reading)
	if (
		field === undefined ||
		field === "token" ||
		isNameField(field) ||
		reading.part !== undefined ||
		reading.counter !== undefined
	)
		return undefined
	return { ...reading, meanings: [{ field, otherwise: ["what the rest of its name says"] }] }
}

/** What `Boiler serial` is of, whatever a boiler is: the number of a thing, and not of the row. */
function kindOf(key: string, known: readonly Piece[]) {
	const kind = foreignKind(known)
	return kind === "row" && /.serial(?:no|nr|number)?$/.test(key) ? "vehicle" : kind
}

const systemNames = new Map(
	Object.entries(systemColumns).flatMap(([name, is]) => spellings(name).map((key) => [key, is] as const)),
)

/** What a system's own column of this name holds. */
const systemOf = (key: string) => systemNames.get(key) ?? systemNames.get(key.replace(owner, ""))

/** Before the name of a system's own column: `customer[auto_collection]`. */
const owner = /^(?:customers?|account)/

/** A path as a processor's export has it, `credit_card.token`, is of that processor's own token, unless it says whose it is. */
function isOfSystem(name: string, known: readonly Piece[]): boolean {
	const saysWhose = known.some(({ concepts }) => concepts.includes("intergiro") || concepts.includes("singleUse"))
	return /[\p{L}_](?:\.|\[)[\p{L}_]/u.test(name) && !saysWhose
}

const ofProcessor = "the old processor's own reference"

const silent: ReadonlySet<Concept> = new Set<Concept>(["plain", "and", "or"])

/** A word's own other meaning holds where it stands alone. */
function withOwnMeaning(meanings: Meanings, known: readonly Piece[]): Meanings {
	const speaking = known.filter(({ concepts }) => concepts.some((concept) => !silent.has(concept)))
	const own = speaking.length === 1 ? speaking[0]?.otherwise : undefined
	return own === undefined ? meanings : mapMeanings(meanings, (field, otherwise) => [field, [...otherwise, own]])
}

/** Where a column of this name stands among those that make one value, the smaller the earlier: `Tussenvoegsel`, `Name`, `Name 2`. */
export function orderOf(name: string): number {
	const { part, counter } = readHeader(name)
	if (part === "before") return 0
	return part === "after" ? last : Math.max(1, counter ?? 1)
}

/** Behind any counter. */
const last = 100
