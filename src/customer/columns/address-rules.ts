import { addresses, ofAddress } from "../addresses.ts"
import { flatWord, isBox, startsWithBox } from "../apartment.ts"
import { type Field, fieldNames, fields, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { foreign as foreignKinds, shades } from "../headers/concepts.ts"
import { partsOf } from "../headers/parts.ts"
import { askFor } from "./ask-for.ts"
import { bearsOut, couldBeHalf, denies } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { streetsQuestion } from "./field-questions.ts"
import { conceptsOf } from "./party-sides.ts"
import { flatQuestion } from "./place-questions.ts"

/** Where the only street is of an invoice or a delivery, and the only zip code or city is not, they are one address. */
export function decideOneAddress(draft: DraftDecision): void {
	const has = (...wanted: Field[]) =>
		wanted.some((field) => draft.filling(field).some((index) => !draft.isEmpty(index)))
	if (has("street") || !has("zipCode", "city")) return
	for (const [street, ...parts] of placed)
		if (!has("street", ...parts))
			for (const index of draft.filling(street))
				if (draft.is(index, "name")) draft.send(index, "street", "the only street of the file")
	if (has("street", ...placed.map(([street]) => street)) || draft.isAsked("street")) return
	const candidates = draft.undecided().filter((index) => isAddress(draft, index) || holdsStreets(draft, index))
	if (candidates.length > 0) askFor(draft, "street", candidates, false)
}

/** The address of a customer's company beside the customer's own is another one of the customer's: which of them a row has, its values tell. */
export function sendCompanyAddress(draft: DraftDecision): void {
	const [own] = addresses
	if (
		own === undefined ||
		own.parts.filter((part) => draft.filling(part).some((index) => isHeld(draft, index))).length < 2
	)
		return
	const fieldOf = (index: number) => [...own.parts, own.country].find((part) => draft.mayBe(index, part))
	const company = draft.undecided().flatMap((index) => {
		const field = fieldOf(index)
		const isCompany = draft.candidate(index).otherwise?.includes(shades.company) === true
		const isMeant = isCompany && field !== undefined && isHeld(draft, index) && !denies(draft.evidence(index), field)
		return isMeant ? [{ index, field }] : []
	})
	if (new Set(company.map(({ field }) => field)).size < 2) return
	for (const { index, field } of company) draft.send(index, field, `another ${labelOf(field)} of the customer`)
	// `Business Country/Region` beside `Home Country/Region`: each is that of its address.
	if (!company.some(({ field }) => field === own.country)) return
	for (const index of draft.undecided())
		if (
			draft.mayBe(index, own.country) &&
			isHeld(draft, index) &&
			bearsOut(draft.evidence(index), own.country, draft.rows)
		)
			draft.send(index, own.country, `the ${labelOf(own.country)} of an address beside another`)
}

const isHeld = (draft: DraftDecision, index: number) => draft.evidence(index).filled > 0

const placed = [
	["billingStreet", "billingZipCode", "billingCity"],
	["deliveryStreet", "deliveryZipCode", "deliveryCity"],
] as const satisfies readonly (readonly Field[])[]

/**
 * The address of a plant, a vehicle or where something is supplied, or of what nobody knows, beside which stand a zip code and a city that
 * may be its own.
 */
function isAddress(draft: DraftDecision, index: number): boolean {
	const concepts = conceptsOf(draft.name(index))
	const { filled, shapes } = draft.evidence(index)
	const others = shapes.word + shapes.email + shapes.identifier + shapes.opaque
	return (concepts.has("address") || concepts.has("street")) && others * 2 < filled
}

/** Whether most values look like streets, whatever the name says. */
function holdsStreets(draft: DraftDecision, index: number): boolean {
	const { filled, forms } = draft.evidence(index)
	return filled > 0 && forms.street * 2 >= filled
}

/** `Locality` beside a town is a line of the street, as British addresses are written. */
export function decideLocality(draft: DraftDecision): void {
	const cities = draft.filling("city")
	const locality = cities.filter((index) => draft.is(index, "name") && isLocality(draft, index))
	if (locality.length !== 1 || cities.length < 2 || !draft.isFilled("street")) return
	for (const index of locality) draft.send(index, "street", "the locality, a line of the street beside the city")
}

function isLocality(draft: DraftDecision, index: number): boolean {
	return partsOf(draft.name(index)).known.some(({ text }) => text === "locality")
}

const streets = fieldNames.filter((one) => fields[one].several === ", ")

/** `Postadress` without a number in any row, beside a street and a zip code, is where the post of the zip code is. */
export function decidePostTown(draft: DraftDecision): void {
	if (draft.isFilled("city") || !draft.isFilled("zipCode")) return
	const filled = draft.filling("street").filter((index) => isHeld(draft, index))
	const [town, ...more] = filled.filter((index) => draft.is(index, "name") && isPostal(draft, index))
	const hasNumbers = filled.some((index) => index !== town && draft.evidence(index).numbered > 0)
	if (town === undefined || more.length > 0 || !hasNumbers || draft.evidence(town).numbered > 0) return
	draft.send(
		town,
		"city",
		"where the post of the zip code is: no row has a number in it, and no other column is the city",
	)
}

function isPostal(draft: DraftDecision, index: number): boolean {
	const concepts = conceptsOf(draft.name(index))
	return concepts.size === 2 && concepts.has("postal") && concepts.has("address")
}

/** A house number or a second line goes on with a street; another street is that of another address. */
export function askForStreets(draft: DraftDecision): void {
	for (const field of streets) {
		const filled = draft.filling(field).filter((index) => isHeld(draft, index))
		const isWhole = (index: number) =>
			draft.isTwin(index) ? !isLineBehind(draft, index) : !draft.isPart(index) && !isLocality(draft, index)
		const whole = filled.filter(isWhole)
		if (whole.some((index) => draft.isGrouped(index))) continue
		if (whole.length < 2 || whole.every((index) => draft.is(index, "person"))) continue
		if (leaveOutOtherStreets(draft, whole)) continue
		const question = streetsQuestion(
			field,
			whole.map((index) => draft.candidate(index)),
		)
		draft.ask(question, whole, field)
	}
}

/**
 * Beside the address of a home, in one piece with its place, streets without numbers that stand apart are of something else: the road of a
 * cabin.
 */
function leaveOutOtherStreets(draft: DraftDecision, whole: readonly number[]): boolean {
	const isPlaced = (index: number) => [index - 1, index + 1].some((at) => isOfAddress(draft, at))
	const isHome = (index: number) => {
		const { filled, housed } = draft.evidence(index)
		const concepts = conceptsOf(draft.name(index))
		return isPlaced(index) && housed * 2 > filled && (concepts.has("place") || concepts.has("private"))
	}
	const others = whole.filter((index) => !isHome(index))
	const [home, another] = whole.filter(isHome)
	if (home === undefined || another !== undefined) return false
	if (!others.every((index) => !isPlaced(index) && draft.evidence(index).numbered === 0 && draft.is(index, "name")))
		return false
	for (const index of others)
		draft.leaveOut(index, `apart from ${quoted(draft.name(home))}, and no row has the number of a house in it`)
	return true
}

/**
 * Whether a street that is called as the one before it is a line of it, as some shops name it: no value is a street with a number, and
 * the file has one place for both.
 */
function isLineBehind(draft: DraftDecision, index: number): boolean {
	const address = addresses.find(({ parts }) => parts.some((part) => draft.fills(index, part)))
	const beside = address?.parts.filter((part) => draft.fills(index - 1, part)) ?? []
	if (beside.length === 0) return false
	const places = address?.parts.filter((part) => !beside.includes(part)) ?? []
	if (places.some((part) => draft.filling(part).filter((at) => isHeld(draft, at)).length > 1)) return false
	const { examples, filled, housed } = draft.evidence(index)
	const flat = (value: string) => value.replace(behindFlat, "").trim()
	const others = examples.filter((value) => flatWord(flat(value)) === undefined || isBox(flat(value)))
	if (examples.length === 0 || (others.length > 0 && housed * 2 > filled)) return false
	return !others.some((value) => /\p{L}.*\d|^\d.*\p{L}{3}/u.test(value))
}

/** The number of `Apt 12`. */
const behindFlat = /\d+\s*\p{L}?$/u

/** What may be the number of a flat is not left out beside a street without a word. */
export function askForFlats(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		const isFlat = draft.isPart(index) && draft.mayBe(index, "street") && flatWord(draft.name(index)) !== undefined
		if (!isFlat || draft.evidence(index).filled === 0) continue
		const street = streets.find((field) => [index - 1, index + 1].some((at) => draft.filling(field).includes(at)))
		if (street === undefined) continue
		if (isBoxInstead(draft, index, street))
			draft.send(index, street, "a box at a post office, in rows without a street")
		else draft.ask(flatQuestion(draft.candidate(index), street), [index], street)
	}
}

/** Whether boxes, named so in their values as well, fill rows that have no other street. */
function isBoxInstead(draft: DraftDecision, index: number, street: Field): boolean {
	const { filled, examples } = draft.evidence(index)
	const whole = draft.filling(street).filter((at) => !draft.isPart(at))
	const others = Math.max(0, ...whole.map((at) => draft.evidence(at).filled))
	return isBox(draft.name(index)) && filled + others <= draft.rows && examples.every(startsWithBox)
}

/** Within an address that has no city, a column that may be it is not left out without a word. */
export function askForPlace(draft: DraftDecision): void {
	const isWhole = draft.isFilled("street") && draft.isFilled("zipCode")
	if (!(draft.isFilled("street") || draft.isFilled("zipCode")) || draft.isFilled("city") || draft.isAsked("city"))
		return
	const candidates = draft.undecided().filter((index) => mayBePlace(draft, index, isWhole))
	if (candidates.length > 0) askFor(draft, "city", candidates, false)
}

function mayBePlace(draft: DraftDecision, index: number, isWhole: boolean): boolean {
	const { filled } = draft.evidence(index)
	if (draft.foreign(index) === foreignKinds.region) return isWhole && filled > 0
	const beside = [index - 1, index + 1].some((other) => isOfAddress(draft, other))
	// An Italian `Paese` is a country or a village.
	if (draft.mayBe(index, "country") && denies(draft.evidence(index), "country")) return beside
	return beside && draft.isUnknown(index) && couldBeHalf(draft.evidence(index))
}

function isOfAddress(draft: DraftDecision, index: number): boolean {
	return draft.fills(index, ...ofAddress)
}
