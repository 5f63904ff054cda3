import { addresses } from "../addresses.ts"
import { type Field, fields, labelOf } from "../fields.ts"
import { placeCode } from "../headers/forms.ts"
import { askFor } from "./ask-for.ts"
import { areLetters } from "./bearing.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { areLikelyCountries } from "./likely-countries.ts"
import { conceptsOf, hasName, sidesOf } from "./party-sides.ts"
import { meaningQuestion } from "./place-questions.ts"
import type { ValueForm } from "./value-form.ts"

interface Gap {
	readonly field: Field
	/** Nothing is lacking where one of these is filled. */
	readonly filledBy: readonly Field[]
	/** It is lacking only where one of these is filled: an address in part. Anywhere, if there is none. */
	readonly beside: readonly Field[]
	/** What values have to look like. */
	readonly form: ValueForm
	/** The share of values that are different, at least. */
	readonly different: number
}

/** What customers may lack, and the columns that could give it where no name does. */
const gaps: readonly Gap[] = [
	{ field: "zipCode", filledBy: ["zipCode"], beside: ["street", "city"], form: "zip", different: 0 },
	{ field: "street", filledBy: ["street"], beside: ["zipCode", "city"], form: "street", different: 0.5 },
	{ field: "country", filledBy: ["country"], beside: ["street", "zipCode", "city"], form: "country", different: 0 },
	{ field: "phone", filledBy: ["phone", "cellphone", "landline"], beside: [], form: "phone", different: 0.5 },
	{ field: "identityNumber", filledBy: ["identityNumber"], beside: [], form: "identity", different: 0.9 },
]

const share = 0.9

/** `Billing Code` beside `Billing City` is its zip code, where the file has no other and the values look like it. */
function decidePlaceCodes(draft: DraftDecision): void {
	for (const { parts } of addresses) {
		const zipCode = parts.find((field) => fields[field].kind === "zipCode")
		if (zipCode === undefined || draft.isFilled(zipCode) || !parts.some((field) => draft.isFilled(field))) continue
		const place = conceptsOf(labelOf(zipCode))
		for (const index of draft.undecided()) {
			const isOfPlace = (["billing", "delivery"] as const).some(
				(one) => place.has(one) && conceptsOf(draft.name(index)).has(one),
			)
			if (draft.foreign(index) === placeCode && isOfPlace && looksLike(draft.evidence(index), "zip", 0))
				draft.send(index, zipCode, "the code of an address, and its values look like zip codes")
		}
	}
}

/** What customers lack and a column looks like is not left out without a word. */
export function askForGaps(draft: DraftDecision): void {
	decidePlaceCodes(draft)
	for (const { field, filledBy, beside, form, different } of gaps) {
		if (filledBy.some((one) => draft.isFilled(one)) || draft.isAsked(field)) continue
		if (beside.length > 0 && !beside.some((one) => draft.isFilled(one))) continue
		const isMeant = (index: number) => draft.foreign(index) === undefined || isOfNamelessPayer(draft, index, filledBy)
		const candidates = draft
			.undecided()
			.filter((index) => isMeant(index) && looksLike(draft.evidence(index), form, different))
			.filter((index) => field !== "country" || areLikelyCountries(draft, index))
		// Codes that nobody called countries say nothing of currencies, either.
		const likely = field === "country" ? [] : [field]
		if (candidates.length > 0) askFor(draft, field, candidates, false, likely)
	}
}

/** Whether a column is of parents or whoever else pays, of whom the file names nobody: customers may be reached by it alone. */
function isOfNamelessPayer(draft: DraftDecision, index: number, fields: readonly Field[]): boolean {
	const meanings = draft.columns.readings[index]?.party?.meanings ?? {}
	const isOfPayer = draft.columns.readings[index]?.party?.party === "payer"
	return isOfPayer && fields.some((field) => Object.hasOwn(meanings, field)) && !hasName(sidesOf(draft).payer)
}

/** What a name may mean that is known by its form. */
const formed = { zipCode: "zip", identityNumber: "identity" } as const

/** A name that may be two things of different forms is what its values have the form of: `Pnr`, of a person or a post. */
export function decideByForm(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		const meant = (Object.keys(formed) as (keyof typeof formed)[]).filter((field) => draft.mayBe(index, field))
		if (meant.length < 2 || draft.evidence(index).filled === 0) continue
		const [field, another] = meant.filter((one) => looksLike(draft.evidence(index), formed[one], 0))
		if (field !== undefined && another === undefined) {
			if (!draft.isFilled(field))
				draft.send(index, field, `its name may mean the ${labelOf(field)}, and its values look like it`)
		} else draft.ask(meaningQuestion(draft.candidate(index), meant), [index])
	}
}

/** Whether values are years of this century and the last: `1988`, `2015`. Zip codes of one place are of one hundred. */
function areYears(examples: readonly string[]): boolean {
	const centuries = new Set(examples.map((value) => /^(?:19\d\d|20[0-3]\d)$/.test(value) && value.slice(0, 2)))
	return centuries.size === 2 && !centuries.has(false)
}

function looksLike({ filled, forms, ...evidence }: ColumnEvidence, form: ValueForm, different: number): boolean {
	// `SI` and `NO` say yes or no in many languages, and are Slovenia and Norway.
	if (form === "country" && (evidence.flags === filled || areLetters({ filled, forms, ...evidence }))) return false
	if (form === "zip" && areYears(evidence.examples)) return false
	// By chance the check of a few phone numbers is right.
	if (form === "identity" && forms.phone >= filled * share) return false
	return filled > 0 && forms[form] >= filled * share && evidence.different >= filled * different
}
