import { addresses } from "../addresses.ts"
import { type Field, fieldNames, isImportColumn, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { speaksOfCards } from "../headers/card-columns.ts"
import { isPartOfIdentity } from "../kinds/identity-form.ts"
import { groupAddresses, placeParts } from "./address-groups.ts"
import {
	askForFlats,
	askForPlace,
	askForStreets,
	decideLocality,
	decideOneAddress,
	decidePostTown,
	sendCompanyAddress,
} from "./address-rules.ts"
import { leaveOutAssociations } from "./associations.ts"
import { denies } from "./bearing.ts"
import { askForChoices } from "./choice-rules.ts"
import { withCodesOfPlaces } from "./codes-of-places.ts"
import { putContactsLast } from "./contact-last.ts"
import { decideContactNames } from "./contact-names.ts"
import { askForStates, shareCountry } from "./country-rules.ts"
import { decideField } from "./decide-field.ts"
import { decideDialling } from "./dialling-rules.ts"
import { askForDoubtfulParts, doubtOfPart, leaveOutPartsOfOthers } from "./doubtful-parts.ts"
import {
	type ColumnDecision,
	type Columns,
	type Decision,
	DraftDecision,
	importColumnReason,
} from "./draft-decision.ts"
import { restQuestion } from "./field-questions.ts"
import { askForGaps, decideByForm } from "./gaps.ts"
import { decideHouseLetters } from "./house-letters.ts"
import { askForLimitCurrency, askForScaledLimits, askForUnitBeside, leaveOutUnits } from "./limit-rules.ts"
import { type Mapping, usesOf } from "./mapping.ts"
import { decideNameGaps } from "./name-gaps.ts"
import { askForNameless, decideNameBesideParts, decideOwnName, joinNameParts } from "./name-rules.ts"
import { askForNamelessColumns } from "./nameless-rules.ts"
import { knowNamesOfTheDead } from "./names-as-states.ts"
import { decideNumberOfNamed, leaveOutLesser } from "./number-rules.ts"
import { askForLoneStreets, decideInOneCell, decideNumberAndName } from "./one-cell-rules.ts"
import { decideOwnNumbers } from "./own-numbers.ts"
import { askForBoxes, askForOwners, sendAddressesOfPrograms } from "./owner-address.ts"
import { decideParties } from "./party-rules.ts"
import { withRelatives } from "./reached-by-others.ts"
import { seek } from "./seek.ts"
import { askForStatesOfCustomers } from "./state-rules.ts"
import { askForHouseNumbers, decideFurtherLines, decideHouseNumbers, isStreet, isWholeStreet } from "./street-rules.ts"
import { askForSupplied } from "./supplied-address.ts"
import { cardlessQuestion } from "./token-questions.ts"
import { askForTokensLeft, decideTokens, isFormer } from "./token-rules.ts"
import { decideTwoPersons } from "./two-persons.ts"
import { whyLeftOut } from "./why-left-out.ts"

export type { ColumnDecision, Decision } from "./draft-decision.ts"

/**
 * Decides what each column is: by a name that has one meaning, by a name with several that its values bear out where nothing else
 * can be meant, or by a person. Everything else that could matter is a question; the rest is left out.
 */
export function decide(columns: Columns): Decision {
	const draft = new DraftDecision(withRelatives(withCodesOfPlaces(columns)))
	decideTokens(draft)
	if (!draft.leavesOutOthers) {
		askForChoices(draft)
		askForStatesOfCustomers(draft)
		knowNamesOfTheDead(draft)
		leaveOutFlags(draft)
		leaveOutUnits(draft)
		leaveOutPartsOfIdentity(draft)
		askForScaledLimits(draft)
		decideParties(draft)
		decideTwoPersons(draft)
		decideContactNames(draft)
		askForStates(draft)
		askForBoxes(draft)
		askForOwners(draft)
		sendAddressesOfPrograms(draft)
		leaveOutLesser(draft)
		leaveOutPartsOfOthers(draft)
		const others = fieldNames.filter((field) => field !== "token")
		for (const field of others) sendNamed(draft, field)
		sendCompanyAddress(draft)
		decideHouseLetters(draft)
		leaveOutFormer(draft)
		leaveOutAssociations(draft)
		decideNumberAndName(draft)
		decideByForm(draft)
		decideDialling(draft)
		decideNumberOfNamed(draft)
		for (const field of others) decideField(draft, field)
		decideOwnNumbers(draft)
		decideInOneCell(draft)
		decideFurtherLines(draft)
		decideHouseNumbers(draft)
		decideLocality(draft)
		decidePostTown(draft)
		askForFlats(draft)
		askForDoubtfulParts(draft)
		decideNameBesideParts(draft)
		joinNameParts(draft)
		decideNameGaps(draft)
		decideOwnName(draft)
		putContactsLast(draft)
		placeParts(draft)
		decideOneAddress(draft)
		groupAddresses(draft)
		askForSupplied(draft)
		askForLoneStreets(draft)
		askForStreets(draft)
		askForPlace(draft)
		askForNameless(draft)
		askForLimitCurrency(draft)
		askForUnitBeside(draft)
	}
	seek(draft)
	if (!draft.leavesOutOthers) {
		askForGaps(draft)
		askForHouseNumbers(draft)
		shareCountry(draft)
	}
	askForTokensLeft(draft)
	if (!draft.leavesOutOthers) askForNamelessColumns(draft)
	askForCards(draft)
	leaveOutRest(draft)
	return draft.decision
}

/** What an earlier run decided stands, and nothing is asked. */
export function settled(mapping: Mapping, names: readonly string[], reason: string): Decision {
	const columns = names.map((column): ColumnDecision => {
		if (isImportColumn(column)) return { column, fields: [], by: "import", reason: importColumnReason }
		const uses = usesOf(mapping, column) ?? []
		return { column, fields: uses, by: "person", reason: uses.length > 0 ? reason : `not used, ${reason}` }
	})
	return { mapping, columns, questions: [], said: mapping, settled: true }
}

/** A column of nothing but yes and no says whether there is something, as a company or an e-mail, and not what it is. */
function leaveOutFlags(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		const { filled, flags } = draft.evidence(index)
		if (filled > 0 && flags === filled && draft.foreign(index) === undefined && !draft.isUnknown(index))
			draft.leaveOut(index, "says yes or no")
	}
}

/** The day of birth, or the last digits alone, tell nobody: `CPR (6 cifre)`. */
function leaveOutPartsOfIdentity(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		const evidence = draft.evidence(index)
		const isDenied = draft.single(index) === "identityNumber" && denies(evidence, "identityNumber")
		if (isDenied && evidence.examples.every(isPartOfIdentity))
			draft.leaveOut(index, `only a part of the ${labelOf("identityNumber")}`)
	}
}

/** Names with one meaning go before all others, whatever the field. */
function sendNamed(draft: DraftDecision, field: Field): void {
	const named = draft.undecided().filter((index) => draft.single(index) === field)
	// A house number or an apartment is no address by itself.
	if (
		isStreet(field) &&
		!draft.isFilled(field) &&
		named.every((index) => draft.isPart(index) && !isWholeStreet(draft, index))
	)
		return
	for (const index of named)
		if (!denies(draft.evidence(index), field) && doubtOfPart(draft, index, field) === undefined)
			draft.send(index, field, `named as the ${labelOf(field)}`)
}

/** An address is one thing: no part of a former one fills a gap of the one that is now. */
function leaveOutFormer(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		if (!isFormer(draft, index)) continue
		const address = addresses.find(({ country, parts }) => [country, ...parts].some((part) => draft.mayBe(index, part)))
		const now = address?.parts.flatMap((part) => draft.filling(part))[0]
		if (now !== undefined) draft.leaveOut(index, `of an earlier address than ${quoted(draft.name(now))}`)
	}
}

/** The file speaks of cards, and has no card token. */
function askForCards(draft: DraftDecision): void {
	const { names, answers } = draft.columns
	if (draft.leavesOutOthers || draft.isFilled("token") || answers.cards === "none" || draft.isAsked("token")) return
	// A column of card tokens that a person left out is an answer already.
	if (names.some((_, index) => draft.is(index, "person") && draft.evidence(index).tokens > 0)) return
	const spoken = names.filter((name) => speaksOfCards(name) && !isImportColumn(name))
	if (spoken.length > 0) draft.questions.push(cardlessQuestion(spoken))
}

/** What is left out by rule. Where there is no header, nothing is. */
function leaveOutRest(draft: DraftDecision): void {
	const filled = draft.undecided().filter((index) => draft.evidence(index).filled > 0)
	if (draft.columns.nameless && !draft.leavesOutOthers && filled.length > 0)
		draft.ask(restQuestion(filled.map((index) => draft.candidate(index))), filled)
	for (const index of draft.undecided()) draft.leaveOut(index, whyLeftOut(draft, index))
}
