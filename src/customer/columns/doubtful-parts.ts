import { addresses, ofAddress } from "../addresses.ts"
import { careOf, flatWord, isBox, isFlatOfHome, isHouseName } from "../apartment.ts"
import type { Field } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { partsOf } from "../headers/parts.ts"
import { phrasesOf } from "../headers/vocabulary/parties.ts"
import { spellings } from "../headers/words.ts"
import { denies } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { conceptsOf } from "./party-sides.ts"
import { type DoubtOfPart, partsQuestion } from "./place-questions.ts"
import { isStreet } from "./street-rules.ts"

/** What is of a house or a flat beside a street, and elsewhere of anything: a room of lessons, the port of a switch, goods in stock. */
const ofAnything = `
	room, building, floor, door, entrance, staircase, suite, flat, unit, premise, house
	rum, hus, våning, trappa, uppgång, littera, litt, port, portnummer, portnr, box
	haus, stock, stockwerk, etage, stiege, zusatz, zus, wohnung
	sal, dør, side, bogstav, litra, bokstav, etasje, oppgang, lokalitet
	talo, porras, kirjain, rappu, kerros, pl
	bâtiment, étage, complément, bp
	piso, puerta, escalera, complemento
	scala, presso, interno, civico
	lokal, dom, piętro
	bus, busnummer, toevoeging, toev, verdieping
`
let anything: ReadonlySet<string> | undefined

/**
 * Why a column that is named as a part of a street is none for certain: it is of the numbers of houses, and the streets have theirs, or its
 * name may be of anything and it stands apart from every address.
 */
export function doubtOfPart(draft: DraftDecision, index: number, street: Field): DoubtOfPart | undefined {
	if (!draft.isPart(index) || draft.evidence(index).filled === 0) return undefined
	if (isOfHouses(draft, index)) return isWithHouses(draft, index, street) ? "numbered" : undefined
	if (!isApart(draft, index)) return undefined
	return mayBeAnything(draft.name(index)) || mayBeOtherFlat(draft, index) ? "apart" : undefined
}

/** A flat that no part of the address stands beside may be the one that is let, shared or looked after: only the numbers that homes have are of the home. */
function mayBeOtherFlat(draft: DraftDecision, index: number): boolean {
	const name = draft.name(index)
	const isFlat = conceptsOf(name).has("unit") && isOnlyUnit(name) && flatWord(name) !== undefined && !isBox(name)
	if (!isFlat || flatWord(name) === careOf) return false
	const isBeside = [-1, 1].some((by) =>
		draft.columns.readings[index + by]?.meanings.some(({ field }) => ofAddress.has(field)),
	)
	return !isBeside && !draft.evidence(index).examples.every(isFlatOfHome)
}

/** Whether a name says of nothing else that it is of an address. */
function isOnlyUnit(name: string): boolean {
	const concepts = conceptsOf(name)
	return !(["address", "street", "house"] as const).some((one) => concepts.has(one))
}

/** A staircase and a flat right behind streets that are not sent, as of the houses that are managed, are of those. */
export function leaveOutPartsOfOthers(draft: DraftDecision): void {
	const hasStreet = draft.columns.names.some((_, at) => {
		const field = draft.single(at)
		return field !== undefined && isStreet(field) && !draft.isPart(at) && !draft.isEmpty(at)
	})
	if (!hasStreet) return
	for (const index of draft.undecided()) {
		const mayBePart = (at: number) =>
			draft.isPart(at) && addresses.some(({ parts }) => parts.some((one) => draft.mayBe(at, one)))
		if (!mayBePart(index) || !isApart(draft, index)) continue
		let before = index - 1
		while (mayBePart(before)) before--
		const { filled, forms } = draft.evidence(before)
		if (draft.isUnknown(before) && filled > 0 && (forms.street + forms.address) * 2 > filled)
			draft.leaveOut(index, `of the address in ${quoted(draft.name(before))}`)
	}
}

/** What is no part of a street for certain is neither joined to it nor left out without a word. */
export function askForDoubtfulParts(draft: DraftDecision): void {
	const doubted = draft.undecided().flatMap((index) => {
		const street = draft.single(index)
		if (street === undefined || !isStreet(street) || !draft.isFilled(street)) return []
		const doubt = denies(draft.evidence(index), street) ? undefined : doubtOfPart(draft, index, street)
		return doubt === undefined ? [] : [{ index, street, doubt }]
	})
	for (const street of new Set(doubted.map((one) => one.street))) {
		const own = doubted.filter((one) => one.street === street)
		const candidates = own.map(({ index, doubt }) => ({ ...draft.candidate(index), doubt }))
		draft.ask(
			partsQuestion(candidates, street),
			own.map(({ index }) => index),
		)
	}
}

/** Whether a column is of the numbers of houses, by its name and its values. */
function isOfHouses(draft: DraftDecision, index: number): boolean {
	const name = draft.name(index)
	const concepts = conceptsOf(name)
	const isNumber = concepts.has("house") || (concepts.has("street") && concepts.has("number"))
	if (!isNumber || isHouseName(name)) return false
	const { examples } = draft.evidence(index)
	return examples.filter((value) => /^\d/.test(value)).length * 2 > examples.length
}

/** Whether most streets end, or begin, with the number of a house, and rows with such a street have a value here as well. */
function isWithHouses(draft: DraftDecision, index: number, street: Field): boolean {
	const beside = draft.columns.names.flatMap((_, at) =>
		at !== index && !draft.isPart(at) && draft.single(at) === street ? [draft.evidence(at)] : [],
	)
	return beside.some(
		({ filled, housed }) => housed * 2 > filled && housed + draft.evidence(index).filled > draft.rows * mostOfBoth,
	)
}

/** Of the rows: more have a number in the street and another one beside it, where both together are more. */
const mostOfBoth = 1.1

function mayBeAnything(name: string): boolean {
	anything ??= new Set(phrasesOf(ofAnything).flatMap(spellings))
	const { known, unknown } = partsOf(name)
	const units = known.filter(({ concepts }) => concepts.includes("unit") || concepts.includes("inner"))
	return !unknown && isOnlyUnit(name) && units.length > 0 && units.every(({ text }) => anything?.has(text))
}

/** Whether a column stands neither beside a street, past other parts of it, nor between two columns of an address. */
function isApart(draft: DraftDecision, index: number): boolean {
	const sides = [-1, 1].map((by) => {
		let at = index + by
		while (draft.isPart(at)) at += by
		return draft.columns.readings[at]?.meanings.map(({ field }) => field) ?? []
	})
	const isBeside = sides.some((fields) => fields.some(isStreet))
	return !isBeside && !sides.every((fields) => fields.some((field) => ofAddress.has(field)))
}
