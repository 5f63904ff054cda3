import { type Field, fields, labelOf } from "../fields.ts"
import { ownerColumn } from "../headers/card-columns.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { contactAt, currencyElse, ofContract, ofOwner } from "../headers/forms.ts"
import { scheduleOf } from "../kinds/schedule.ts"
import { isNameField, nameFields } from "../name.ts"
import { askFor } from "./ask-for.ts"
import { areLetters, areNames, bearsOut, couldBe, couldBeHalf, denies, repeatsNumbers, rivals } from "./bearing.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { mailedQuestion } from "./field-questions.ts"
import { speaksOfCustomers } from "./number-rules.ts"
import { isNumberOf, isOfRow, withoutLesserNumbers } from "./numbers-of-rows.ts"
import { conceptsOf } from "./party-sides.ts"
import { isPhone } from "./seek.ts"
import { isStreet, isWholeStreet, streetBeside } from "./street-rules.ts"
import { isFormer } from "./token-rules.ts"

/** A field that no name gives for certain. */
export function decideField(draft: DraftDecision, field: Field): void {
	const undecided = draft.undecided()
	// A flat, or the number of a house, is no street by itself, whatever its values are.
	const isOnlyPart = (index: number) => isStreet(field) && draft.isPart(index) && !isWholeStreet(draft, index)
	const named = undecided.filter((index) => draft.single(index) === field && !isOnlyPart(index))
	if (hasWhole(draft, field) || isNamed(draft, field)) return
	const meaning = undecided.filter((index) => draft.single(index) === undefined && mayFill(draft, index, field))
	// The card's owner, and somebody who works there, are known by what the customer is: where another column can be the customer's, it is.
	const isOfCustomer = (index: number) => ownerColumn(draft.name(index)) === undefined && !isContact(draft, index)
	const hasOwn = meaning.some((index) => isOfCustomer(index) && bearsOut(draft.evidence(index), field, draft.rows))
	const several = withoutHouses(draft, field, hasOwn ? meaning.filter(isOfCustomer) : meaning)
	const borne = several.filter((index) => bearsOut(draft.evidence(index), field, draft.rows))
	const doubted = several.filter((index) => isDoubtful(draft, index, field, borne))
	const meant =
		field === "number"
			? meantAsNumber(draft, several)
			: field === "name" && borne.every((index) => isContact(draft, index))
				? [...borne, ...unknownNames(draft, borne)]
				: borne
	const denied = named.filter((index) => draft.evidence(index).filled > 0)
	const [only] = borne
	const isDoubted = only === undefined || doubted.includes(only) || isFormer(draft, only)
	// A house number says nothing against the street that it stands beside.
	const against = denied.filter((index) => !(isStreet(field) && draft.isPart(index)))
	if (!isDoubted && [...meant, ...against].every((index) => index === only)) {
		const reason = `its name may mean the ${labelOf(field)}, its values bear it out, and no other column can be meant`
		draft.send(only, field, reason)
		return
	}
	if (field === "name" && areNumbered(draft, [...new Set([...meant, ...against])])) {
		// Which of them counts, where a row has both, is asked once, of the rows.
		for (const index of borne) draft.send(index, field, "one of several persons that its name counts")
		return
	}
	const mailField = field === "billingStreet" ? "billingEmail" : "email"
	const mailed = denied.filter((index) => isStreet(field) && draft.evidence(index).mailed > 0)
	if (mailed.length > 0)
		draft.ask(
			mailedQuestion(
				mailed.map((index) => draft.candidate(index)),
				mailField,
			),
			mailed,
			mailField,
		)
	const candidates = [...new Set([...borne, ...meant, ...denied, ...doubted])].filter(
		(index) => !mailed.includes(index),
	)
	if (candidates.length > 0) askFor(draft, field, candidates, denied.length > 0)
}

/** Whether the names of columns are one, but for a number: `Medlem 1`, `Medlem 2`. */
function areNumbered(draft: DraftDecision, columns: readonly number[]): boolean {
	const bases = columns.map((index) => draft.name(index).replace(/[\s_.-]*\(?\d\)?$/, ""))
	return bases.length > 1 && new Set(bases).size === 1
}

/** Whether a field is filled by more than what stands before or behind it: `van` is no surname. */
function hasWhole(draft: DraftDecision, field: Field): boolean {
	const filling = draft.filling(field)
	return field === "firstName" || field === "lastName"
		? filling.some((index) => !draft.isPart(index))
		: filling.length > 0
}

/** A person and a company are both the customer's name: a name with several meanings does not stand beside one that has one. */
function isNamed(draft: DraftDecision, field: Field): boolean {
	if (field !== "name" && field !== "company") return false
	const parts = ["firstName", "lastName"] as const
	// Beside one part of a name, "Name" may be the other.
	const hasPerson =
		field === "name" ? parts.every((one) => hasWhole(draft, one)) : parts.some((one) => draft.isFilled(one))
	// An empty column takes nothing from one that has a name.
	const has = (one: Field) => draft.filling(one).some((index) => !draft.isEmpty(index))
	return hasPerson || has("name") || has("company")
}

/** Whether a name with several meanings may stand for a field by itself: a house number is part of a street, never one. */
function mayFill(draft: DraftDecision, index: number, field: Field): boolean {
	if (isHalfOfContract(draft, index, field)) return false
	return draft.mayBe(index, field) && !(draft.isPart(index) && isStreet(field))
}

/** Half the name of whoever has a contract says nothing of customers who have a name. */
function isHalfOfContract(draft: DraftDecision, index: number, field: Field): boolean {
	if (field !== "firstName" && field !== "lastName") return false
	if (draft.candidate(index).otherwise?.includes(ofContract) !== true) return false
	return nameFields.some((one) => draft.filling(one).some((at) => draft.single(at) === one && !draft.isEmpty(at)))
}

/** Whether another column of the file speaks for the other meaning of a name: a street without numbers, a bank. */
function isContradicted(draft: DraftDecision, index: number): boolean {
	const otherwise = draft.candidate(index).otherwise ?? ""
	if (streetBeside(draft, index) !== undefined || isPlaceOf(draft, index)) return true
	if (otherwise.includes(foreignKinds.security) && draft.evidence(index).examples.every((one) => /^\d{3,4}$/.test(one)))
		return true
	if (!/\bbank\b/.test(otherwise)) return false
	return areLong(draft.evidence(index).examples) || (draft.hasBank && !isBesideIban(draft, index))
}

/** Whether a number stands where the zip code of an address would, and looks like one. */
function isPlaceOf(draft: DraftDecision, index: number): boolean {
	const [likely] = draft.columns.readings[index]?.meanings ?? []
	return likely !== undefined && fields[likely.field].kind === "zipCode"
}

/** Whether a person has to say what a column is, though its name may mean the field and its values bear it out. */
function isDoubtful(draft: DraftDecision, index: number, field: Field, borne: readonly number[]): boolean {
	if (field === "number") return isContradicted(draft, index)
	// One letter on a car is a country, and elsewhere anything.
	if (fields[field].kind === "country")
		return areLetters(draft.evidence(index)) && !denies(draft.evidence(index), field)
	if (!borne.includes(index) || draft.evidence(index).filled === 0) return false
	if (isReach(field) && isOfRecipient(draft, index)) return true
	if (isNameField(field) && draft.candidate(index).otherwise?.includes(ofOwner) === true)
		return !(field === "name" ? areNames(draft.evidence(index), draft.rows) : areOfMany(draft.evidence(index)))
	if (field === "currency") return draft.candidate(index).otherwise?.includes(currencyElse) === true
	return field === "schedule" && isOften(draft, index)
}

/** Whether half names are those of many: those of few who sell to accounts come again and again. */
function areOfMany(evidence: ColumnEvidence): boolean {
	return couldBeHalf(evidence) && evidence.different * 2 >= evidence.filled
}

const isReach = (field: Field) => fields[field].kind === "phone" || fields[field].kind === "email"

/** Whether a phone or an e-mail is of whoever receives goods, where somebody else has the name: those of two are not mixed unasked. */
function isOfRecipient(draft: DraftDecision, index: number): boolean {
	const isOf = (at: number) => conceptsOf(draft.name(at)).has("delivery")
	const named = nameFields.flatMap((one) => draft.filling(one))
	const others = draft.columns.names.some((_, at) => !isOf(at) && nameFields.some((one) => draft.mayBe(at, one)))
	return isOf(index) && (named.length > 0 ? !named.some(isOf) : others)
}

/** Whether something happens daily or weekly of which the name does not say that it is a payment: a newspaper is delivered so. */
function isOften(draft: DraftDecision, index: number): boolean {
	const often = draft.evidence(index).examples.some((value) => ["daily", "weekly"].includes(scheduleOf(value) ?? ""))
	const concepts = conceptsOf(draft.name(index))
	return often && !(["payment", "billing", "subscription", "plan"] as const).some((one) => concepts.has(one))
}

/** Whether the bank accounts of a file are its IBANs, and the short numbers of a column are no parts of these. */
function isBesideIban(draft: DraftDecision, index: number): boolean {
	const banks = draft.columns.names.flatMap((_, at) => (draft.foreign(at) === foreignKinds.bank ? [at] : []))
	const { examples } = draft.evidence(index)
	const accounts = banks.flatMap((at) => draft.evidence(at).examples.map((value) => value.replace(/\s/g, "")))
	return (
		banks.every((at) => /\b(?:iban|bic|swift)\b/i.test(draft.name(at))) &&
		accounts.length > 0 &&
		examples.every((value) => /^\d{3,7}$/.test(value) && !accounts.some((account) => account.includes(value)))
	)
}

/** Whether numbers are as long as those of bank accounts are. */
function areLong(examples: readonly string[]): boolean {
	return examples.length > 0 && examples.every((value) => /^\d{11,}$/.test(value.replace(/[\s.-]/g, "")))
}

/** Whether a name is that of a contact person, or of who has a contract, by the name of its column. */
function isContact(draft: DraftDecision, index: number): boolean {
	const otherwise = draft.candidate(index).otherwise ?? ""
	return otherwise.includes(contactAt) || otherwise.includes(ofContract)
}

/** Beside a contact person: columns whose name says nothing, and whose values are the names of many. */
function unknownNames(draft: DraftDecision, contacts: readonly number[]): readonly number[] {
	if (contacts.length === 0) return []
	const areNames = ({ filled, different, ...evidence }: ColumnEvidence) =>
		different * 2 >= filled && couldBe({ filled, different, ...evidence }, "name", draft.rows)
	return draft.undecided().filter((index) => draft.isUnknown(index) && areNames(draft.evidence(index)))
}

function mayServe(draft: DraftDecision, index: number): boolean {
	return isNumberOf(draft, index) && couldBe(draft.evidence(index), "number", draft.rows)
}

/** Whether a column is the customer's number by its name and its values: beside it the code of a gate, or of anything else, is no rival. */
function isCustomers(draft: DraftDecision, index: number): boolean {
	const concepts = conceptsOf(draft.name(index))
	const isAccount =
		concepts.has("account") && (["number", "id", "code", "ref"] as const).some((one) => concepts.has(one))
	const isTheirs = (concepts.has("party") && !concepts.has("payer")) || isAccount
	return isTheirs && bearsOut(draft.evidence(index), "number", draft.rows)
}

/** `N°` right behind a street that has no numbers is that of its houses, where another column can be the customer's. */
function withoutHouses(draft: DraftDecision, field: Field, columns: readonly number[]): readonly number[] {
	if (field !== "number") return columns
	const others = columns.filter((index) => streetBeside(draft, index) === undefined)
	const isOther = () => meantAsNumber(draft, others).length > 0 || servingAsNumber(draft).length > 0
	return others.length < columns.length && isOther() ? others : columns
}

/** Contracts and the like, by whose numbers customers may be known. */
function servingAsNumber(draft: DraftDecision): readonly number[] {
	return draft.undecided().filter((index) => mayServe(draft, index))
}

/** Columns that may be meant as the customer number, by a name with several meanings or by values alone. */
function meantAsNumber(draft: DraftDecision, several: readonly number[]): readonly number[] {
	const [only, ...more] = several
	const isOne = only !== undefined && more.length === 0 && isCustomers(draft, only)
	const byValues = draft
		.undecided()
		.filter((index) => draft.isUnknown(index) && couldBe(draft.evidence(index), "number", draft.rows))
		.filter((index) => !isPhone(draft, index) && !(isOne && !speaksOfCustomers(draft, index)))
	const isMeant = (index: number) =>
		rivals(draft.evidence(index), draft.rows) || repeatsNumbers(draft.evidence(index), draft.rows)
	const named = several.filter(isMeant)
	const likely = withoutLesserNumbers(draft, [...named, ...byValues])
	// Who has no other number is known by that of a contract: where it is asked about others, it is on offer. A word for any number has none
	// before what a row tells of.
	const serving = servingAsNumber(draft)
	const isAsked = likely.some((index) => byValues.includes(index)) || likely.length > 1
	const isOfAnything = likely.length === 1 && !isOne && serving.some((index) => isOfRow(draft, index))
	return [...likely, ...(isAsked || isOfAnything ? serving : [])]
}
