import type { Field } from "../fields.ts"
import { inOneCell } from "../headers/forms.ts"
import { partsOf } from "../headers/parts.ts"
import { nameFields } from "../name.ts"
import { addressIn, hasState, zipAndCityIn } from "../one-cell.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { inOneCellQuestion, loneStreetQuestion, numberAndNameQuestion } from "./place-questions.ts"

type Place = "" | "billing" | "delivery"

const partsAt: Readonly<Record<Place, readonly [street: Field, zipCode: Field, city: Field]>> = {
	"": ["street", "zipCode", "city"],
	billing: ["billingStreet", "billingZipCode", "billingCity"],
	delivery: ["deliveryStreet", "deliveryZipCode", "deliveryCity"],
}

const countryAt: Readonly<Record<Place, Field>> = {
	"": "country",
	billing: "billingCountry",
	delivery: "deliveryCountry",
}

const most = 0.5
const nearly = 0.9

/** A number and a name in one cell are never sent as either: told apart where no other column has them, else asked about. */
export function decideNumberAndName(draft: DraftDecision): void {
	const may: readonly Field[] = ["number", "name", "company"]
	for (const index of draft.columns.names.keys()) {
		const { examples, filled, forms } = draft.evidence(index)
		const isMeant = draft.is(index, "name")
			? draft.fills(index, ...may)
			: draft.isOpen(index) && may.some((field) => draft.mayBe(index, field))
		const holdBoth = forms.plainNumberName > filled * most || forms.numberName >= filled * nearly
		if (!isMeant || filled === 0 || !holdBoth) continue
		const lacks = (field: Field) => draft.filling(field).every((other) => other === index)
		const [field] = draft.fieldsOf(index)
		if (examples.length >= certain && lacks("number") && nameFields.every(lacks))
			draft.send(index, ["number", "name"], "the customer number and the name in one cell, told apart")
		else {
			const number = draft.filling("number").find((other) => other !== index)
			draft.ask(
				numberAndNameQuestion(draft.candidate(index), field, number === undefined ? undefined : draft.name(number)),
				[index],
			)
		}
	}
}

/** So many different values, at least: a company may be called `3M Svenska`. */
const certain = 3

/** A cell that holds a zip code and a city, or all of an address, is parted where its name says so, and asked about otherwise. */
export function decideInOneCell(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		const foreign = draft.foreign(index)
		const { filled, forms } = draft.evidence(index)
		if (filled === 0 || (foreign !== inOneCell.zipCity && foreign !== inOneCell.address)) continue
		const place = placeOf(draft, index)
		const [, ...zipCity] = partsAt[place]
		const isWhole = foreign === inOneCell.address && forms.address > forms.zipCity
		const held = isWhole ? wholeIn(draft, index, place) : zipCity
		const lacking = held.filter((field) => !draft.isFilled(field))
		const isPlain = (isWhole ? forms.address : forms.zipCity) > filled * most
		if (lacking.length === 0) continue
		// What is not sent of a cell is told before.
		const isWithState = draft.evidence(index).examples.some(hasState)
		if (lacking.length === held.length && isPlain && !isWithState && (isWhole || foreign === inOneCell.zipCity))
			draft.send(index, held, `${foreign}, told apart`)
		else draft.ask(inOneCellQuestion(draft.candidate(index), held), [index], ...(isPlain ? held : []))
	}
	for (const place of ["", "billing", "delivery"] as const) {
		askForStreetsOfPlaces(draft, place)
		askForCitiesOfPlaces(draft, place)
	}
}

/** What is called a street may hold the zip code and the city, or all three. */
function askForStreetsOfPlaces(draft: DraftDecision, place: Place): void {
	const [street, ...zipCity] = partsAt[place]
	for (const index of draft.filling(street)) {
		const { filled, forms, examples } = draft.evidence(index)
		if (!draft.is(index, "name") || filled === 0) continue
		// Of a further line only the first values are looked at.
		const areExamples = draft.isPart(index) && examples.length > 0 && examples.every(zipAndCityIn)
		const isZipCity = areExamples || forms.zipCity > filled * most
		const isWhole = forms.address > filled * most
		if (!isZipCity && !isWhole) continue
		const others = draft.filling(street).filter((other) => other !== index)
		if (zipCity.every((field) => draft.isFilled(field))) {
			if (!isZipCity || others.length === 0) continue
			if (!isOfOtherRows(draft, index, zipCity))
				draft.leaveOut(index, "the zip code and the city, which have columns of their own")
			else if (isLastLine(draft, index, others))
				draft.send(
					index,
					zipCity,
					"the zip code and the city of rows that have none in columns of their own, told apart",
				)
			else draft.ask(inOneCellQuestion(draft.candidate(index), zipCity, street), [index], ...zipCity)
			continue
		}
		const held = isZipCity ? zipCity : wholeIn(draft, index, place)
		if (isZipCity && isLastLine(draft, index, others) && zipCity.every((field) => !draft.isFilled(field))) {
			draft.send(index, zipCity, "the line of the zip code and the city, told apart")
			continue
		}
		draft.ask(inOneCellQuestion(draft.candidate(index), held, street), [index], ...held)
	}
}

/** Whether the columns of these fields leave as many rows empty as a column fills, as where a second list stands beside the first. */
function isOfOtherRows(draft: DraftDecision, index: number, fields: readonly Field[]): boolean {
	const { filled } = draft.evidence(index)
	const filledBy = (field: Field) => Math.max(...draft.filling(field).map((other) => draft.evidence(other).filled))
	return fields.every((field) => filledBy(field) + filled <= draft.rows)
}

/** The fields of an address in one cell: its country as well, where cells have one and no other column does. */
function wholeIn(draft: DraftDecision, index: number, place: Place): readonly Field[] {
	const country = countryAt[place]
	const hasCountry = draft.evidence(index).examples.some((value) => (addressIn(value)?.country ?? "") !== "")
	return hasCountry && !draft.isFilled(country) ? [...partsAt[place], country] : partsAt[place]
}

/** What is called a city may hold the zip code before it, which no other column has then. */
function askForCitiesOfPlaces(draft: DraftDecision, place: Place): void {
	const [, zipCode, city] = partsAt[place]
	if (draft.isFilled(zipCode)) return
	for (const index of draft.filling(city)) {
		const { examples, filled, forms } = draft.evidence(index)
		if (!draft.is(index, "name") || filled === 0 || forms.zipCity <= filled * most) continue
		const isEvery = forms.zipCity === filled && examples.length >= certain && !examples.some(hasState)
		if (isEvery) draft.send(index, [zipCode, city], "the zip code and the city of every row in one cell, told apart")
		else draft.ask(inOneCellQuestion(draft.candidate(index), [zipCode, city], city), [index], zipCode, city)
	}
}

/** A street of bills or deliveries without any zip code or city, beside a whole address of the customer's, may say all of that once more. */
export function askForLoneStreets(draft: DraftDecision): void {
	for (const place of ["billing", "delivery"] as const) askForLoneStreet(draft, place)
}

function askForLoneStreet(draft: DraftDecision, place: Place): void {
	const [street, ...zipCity] = partsAt[place]
	if (!partsAt[""].every((field) => draft.isFilled(field))) return
	if (
		zipCity.some((field) => draft.isFilled(field)) ||
		draft.isAsked(street) ||
		zipCity.some((one) => draft.isAsked(one))
	)
		return
	const [only, ...more] = draft.filling(street).filter((index) => draft.evidence(index).filled > 0)
	if (only !== undefined && more.length === 0 && draft.is(only, "name"))
		draft.ask(loneStreetQuestion(draft.candidate(only), street), [only], street)
}

/** `Postadress` beside `Adress` is the line below the street, as on a letter. */
function isLastLine(draft: DraftDecision, index: number, streets: readonly number[]): boolean {
	const { filled, forms } = draft.evidence(index)
	const isPostal = partsOf(draft.name(index)).known.some(({ concepts }) => concepts.includes("postal"))
	const isStreet = (other: number) => draft.evidence(other).filled > 0 && draft.evidence(other).forms.zipCity === 0
	return isPostal && forms.zipCity >= filled * nearly && streets.length > 0 && streets.every(isStreet)
}

function placeOf(draft: DraftDecision, index: number): Place {
	const concepts = partsOf(draft.name(index)).known.flatMap((piece) => piece.concepts)
	return concepts.includes("billing") ? "billing" : concepts.includes("delivery") ? "delivery" : ""
}
