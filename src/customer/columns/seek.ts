import { ofAddress } from "../addresses.ts"
import { type Field, fields, isImportColumn } from "../fields.ts"
import { lastFourColumn } from "../headers/card-columns.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { askFor, numberCandidate } from "./ask-for.ts"
import { areNames, couldBe, couldIdentify, isOfDates, isOfNames, mayRepeat, repeatsNumbers } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { contact, sought } from "./evidence.ts"
import { fieldQuestion } from "./field-questions.ts"
import { isNumberOf, isSetAside } from "./numbers-of-rows.ts"
import { conceptsOf } from "./party-sides.ts"
import { askForLastNames, askForUnknownHalves } from "./unknown-names.ts"

const somebodyElse = foreignKinds.other

/** Asks for what customers should have, where no column fills it and one that nothing is known of could hold it. */
export function seek(draft: DraftDecision): void {
	// Where nothing says who or where the customers are, any names and addresses of somebody else may be theirs.
	const isBare = !contact.some((field) => draft.isFilled(field))
	for (const { field, filledBy } of sought) {
		const isFilled = (one: Field) => draft.filling(one).some((index) => field !== "name" || !draft.isEmpty(index))
		if (filledBy.some(isFilled) || draft.isAsked(field)) continue
		if (field === "token" && draft.columns.answers.cards === "none") continue
		const candidates = candidatesFor(draft, field, isBare || field === "name")
		if (field === "name" && !draft.leavesOutOthers && askForUnknownHalves(draft, candidates)) continue
		if (candidates.length > 0 && (!draft.leavesOutOthers || field === "number")) askFor(draft, field, candidates, false)
		else if (field === "number") askForNumber(draft)
		else if (field === "name" && !draft.leavesOutOthers) askForLastNames(draft)
	}
}

/**
 * A name with several meanings, none of which was taken, says as little as an unknown one.
 * @param others whether the columns of anybody else count, as of a manager; those of who may be the customer do always
 */
function candidatesFor(
	draft: DraftDecision,
	field: (typeof sought)[number]["field"],
	others: boolean,
): readonly number[] {
	const isMeant = (index: number) => {
		const foreign = draft.foreign(index)
		if (field === "number" && isPhone(draft, index)) return false
		if (foreign === undefined) return true
		if (field === "number" && (isNumberOf(draft, index) || isSetAside(draft, index))) return true
		// Nobody is created without a name in silence where the file has names, whatever it calls them.
		if (field === "name" && areNames(draft.evidence(index), draft.rows)) return true
		const isTheirs = others || draft.columns.readings[index]?.party !== undefined
		return isTheirs && foreign === somebodyElse && (field === "name" || field === "email")
	}
	const could = (index: number) => couldBe(draft.evidence(index), field, draft.rows)
	const isNumber = (index: number) =>
		field === "number" &&
		((draft.mayBe(index, field) && mayRepeat(draft.evidence(index), draft.rows)) || isRepeated(draft, index))
	return draft.undecided().filter((index) => isMeant(index) && (could(index) || isNumber(index)))
}

/** `Singer ID`: an identifier of whoever that is, whom some rows share as a customer with two cards has them. */
function isRepeated(draft: DraftDecision, index: number): boolean {
	const concepts = conceptsOf(draft.name(index))
	return (concepts.has("id") || concepts.has("ref")) && repeatsNumbers(draft.evidence(index), draft.rows)
}

/** Whether a column is of phones, by a word of its name or by how its values are written: nobody is known by one in silence. */
export function isPhone(draft: DraftDecision, index: number): boolean {
	const concepts = conceptsOf(draft.name(index))
	const { filled, forms, examples } = draft.evidence(index)
	const isWritten = filled > 0 && forms.phone >= filled * 0.9 && examples.every((value) => /\D/.test(value))
	return concepts.has("phone") || concepts.has("mobile") || concepts.has("fixed") || isWritten
}

/** Whether a column is of money or of a place for a car or a boat, whatever its values look like: nobody is known by a fee. */
function isOfFees(draft: DraftDecision, index: number): boolean {
	const foreign = draft.foreign(index)
	return foreign === foreignKinds.amount || foreign === foreignKinds.count || foreign === foreignKinds.vehicle
}

/** Whether these are where somebody is reached or lives. */
function isContactOf(filled: readonly Field[]): boolean {
	return filled.some((field) => ofAddress.has(field) || ["email", "phone"].includes(fields[field].kind))
}

/** Whether a column is, or is asked about as, a part of an address. */
function isOfPlace(draft: DraftDecision, index: number): boolean {
	return [...draft.fieldsOf(index), ...draft.candidate(index).fields].some((field) => ofAddress.has(field))
}

/** No name speaks of a number: any column may be it that is filled and whose values are different, whatever else it is. */
function askForNumber(draft: DraftDecision): void {
	const every = draft.columns.names.flatMap((name, index) => (isImportColumn(name) ? [] : [index]))
	// A person may have left out one that is named so, as that of somebody else.
	const isNamed = (index: number) => draft.single(index) === "number"
	// What else was left out is not it, unless nothing is left.
	const isLeft = (index: number) => !draft.is(index, "person") || draft.fieldsOf(index).length > 0 || isNamed(index)
	const left = every.filter((index) => isLeft(index) && (draft.rows === 0 || draft.evidence(index).filled > 0))
	const all = left.length > 0 ? left : every
	const filled = all.filter(
		(index) =>
			draft.evidence(index).filled > 0 && draft.evidence(index).tokens === 0 && !lastFourColumn(draft.name(index)),
	)
	// Where somebody lives is no number, however different the streets are, as long as anything else can be.
	const others = filled.filter((index) => !isOfPlace(draft, index))
	const holding = others.length > 0 ? others : filled
	const isNumber = (index: number) => !isOfNames(draft.evidence(index)) && !isOfDates(draft.evidence(index))
	const could = holding.filter((index) => isNamed(index) || couldIdentify(draft.evidence(index), draft.rows))
	const free = holding.filter((index) => draft.isOpen(index))
	const identifying = could.filter(isNumber)
	// By an e-mail or a phone somebody is known where there is nothing else, and never beside it.
	const own = identifying.filter((index) => !isContactOf(draft.fieldsOf(index)) && !isOfFees(draft, index))
	const isLike = (index: number) => couldBe(draft.evidence(index), "number", draft.rows)
	// Of what a person said what it is, it was asked already.
	const isFree = (index: number) => isNamed(index) || !draft.is(index, "person")
	const found =
		[
			own.filter(isLike).filter(isFree),
			own.filter(isFree),
			identifying.filter(isFree),
			could.filter(isFree),
			holding.filter(isFree),
			own,
			identifying,
			free.filter(isNumber),
			could,
			free,
			holding,
			all,
		].find(({ length }) => length > 0) ?? []
	const likelihood = (index: number) =>
		4 * Number(isNamed(index)) +
		2 * Number(couldBe(draft.evidence(index), "number", draft.rows)) +
		Number(draft.isOpen(index))
	const sorted = [...found].sort((a, b) => likelihood(b) - likelihood(a) || a - b)
	const [likely] = sorted
	if (likely === undefined) return
	const question = fieldQuestion(
		"number",
		sorted.map((index) => numberCandidate(draft, index)),
		draft.rows,
		false,
		sorted.some((index) => draft.is(index, "person")),
	)
	// What is decided of the others stands, whichever is chosen.
	const open = sorted.slice(1).filter((index) => draft.isOpen(index))
	draft.ask(question, [likely, ...open], "number", ...draft.candidate(likely).fields)
}
