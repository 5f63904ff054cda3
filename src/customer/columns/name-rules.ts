import { labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { nameFields } from "../name.ts"
import { askFor } from "./ask-for.ts"
import { bearsOut, couldBeHalf } from "./bearing.ts"
import { isOfContact, isOnlyOfContacts, shareWithin } from "./contact-names.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { wholeNameQuestion } from "./field-questions.ts"
import { contactQuestion, insteadQuestion, prefixQuestion } from "./name-questions.ts"
import { conceptsOf } from "./party-sides.ts"

/** What joins a name that it is a part of: a middle name, a second surname, what stands before or behind one, the second line of a company's. */
export function joinNameParts(draft: DraftDecision): void {
	for (const index of draft.undecided()) {
		// `Suffix` beside a name is its own, and not that of a house.
		const isBeside = [index - 1, index + 1].some((other) => draft.fills(other, ...parts))
		if (isBeside && draft.isPart(index) && draft.mayBe(index, "lastName") && has(draft, "lastName"))
			draft.send(index, "lastName", "a part of the name beside it")
	}
	for (const field of [...parts, "company"] as const) {
		const filling = draft.filling(field)
		if (filling.length > 1 && filling.some((index) => draft.isPart(index) && !draft.isTwin(index))) draft.join(field)
	}
	askForPrefix(draft)
}

const parts = ["firstName", "lastName"] as const

/** Whether a column is a part of a name by itself, and not only what stands before one. */
function has(draft: DraftDecision, field: (typeof parts)[number]): boolean {
	return draft.filling(field).some((index) => !draft.isPart(index))
}

/** "Name" beside a first name is the surname, or the whole name, and the other way round: the values tell. */
export function decideNameBesideParts(draft: DraftDecision): void {
	const names = draft.filling("name")
	if (names.length === 0) askForOtherPart(draft)
	const [part, missing] = has(draft, "firstName") ? parts : ([parts[1], parts[0]] as const)
	const beside = draft.filling(part).find((index) => !draft.isPart(index))
	if (beside === undefined || has(draft, missing)) return
	const named = names.filter((index) => draft.is(index, "name"))
	const contact = named.find((index) => isOfContact(draft, index))
	// Somebody at the customer is no part of its name.
	if (contact !== undefined) {
		draft.ask(contactQuestion(draft.candidate(contact), missing), [contact])
		return
	}
	const shared = named.map((index) => ({ index, share: shareWithin(draft, index, beside) }))
	// Beside it stands the name of those who have no first one: of companies.
	const halves = shared.filter(({ share }) => share <= 0.05)
	const unclear = shared.find(({ share }) => share > 0.05 && share < 0.95)
	const [half, another] = halves
	if (unclear !== undefined)
		draft.ask(wholeNameQuestion(draft.candidate(unclear.index), missing), [unclear.index], missing)
	else if (half !== undefined && another === undefined)
		draft.send(half.index, missing, `beside ${quoted(draft.name(beside))} it is the ${labelOf(missing)}`)
}

/**
 * `Account Name` or `Customer` beside the name of a contact, or of anybody, is the customer's own where its values are names: a row
 * in which they differ is asked about by the check.
 */
export function decideOwnName(draft: DraftDecision): void {
	if (!nameFields.some((field) => draft.isFilled(field)) || draft.isAsked("name")) return
	for (const index of draft.undecided()) {
		const field = (["company", "name"] as const).find((one) => draft.mayBe(index, one))
		if (field === undefined || !isOwn(draft, index) || draft.isFilled("company")) continue
		const { filled, different, examples, shapes } = draft.evidence(index)
		// `avliden`, `övergått till Lammi JK`: what is said of somebody begins small, and names do not.
		const areWords = examples.filter((value) => /^\p{Ll}/u.test(value)).length * 2 > examples.length
		const areNames = shapes.name > 0 && !areWords && bearsOut(draft.evidence(index), "name", draft.rows)
		// The same few for all are kinds of accounts.
		if (areNames && different * 4 > filled)
			draft.send(index, field, "its name may mean the name, and its values are names")
	}
}

/** Whether a name says that it is of the customer, or its account, itself. */
function isOwn(draft: DraftDecision, index: number): boolean {
	const concepts = conceptsOf(draft.name(index))
	const isAccount = concepts.has("account") && !draft.hasBank
	// Beside somebody at the customer any other name is its own.
	const isSaid = isAccount || concepts.has("party") || isOnlyOfContacts(draft)
	return isSaid && !others.some((one) => concepts.has(one))
}

/** Of whom a name is that is not the customer's own. */
const others = ["holder", "card", "old", "contact", "user", "payer", "billing", "delivery", "parent"] as const

/** Whether a name means no other field: `Nom`, a name or a surname. */
function isOnlyName(draft: DraftDecision, index: number): boolean {
	return draft.columns.readings[index]?.meanings.every(({ field }) => field === "name") === true
}

/** Whether no value of a name holds the other part that its row has. */
function isNeverWhole(draft: DraftDecision, index: number, missing: (typeof parts)[number]): boolean {
	const other = missing === "lastName" ? "firstName" : "lastName"
	const isOfSame = (one: number) => isOfContact(draft, one) === isOfContact(draft, index)
	const beside = draft.filling(other).find((one) => !draft.isPart(one) && isOfSame(one))
	return beside !== undefined && shareWithin(draft, index, beside) <= 0.05
}

/** Whether a column that may be a whole name or a half is the half that this is, by the other one beside it. */
export function isHalfBeside(draft: DraftDecision, index: number, half: (typeof parts)[number]): boolean {
	return draft.mayBe(index, "name") && isOnlyName(draft, index) && isNeverWhole(draft, index, half)
}

/** `van` beside the only name of a file: whether it is in there already is not to be seen. */
function askForPrefix(draft: DraftDecision): void {
	const [name, another] = draft.filling("name")
	if (name === undefined || another !== undefined || parts.some((part) => has(draft, part))) return
	const pieces = parts.flatMap((part) => draft.filling(part)).filter((index) => draft.is(index, "name"))
	const [piece] = pieces
	if (piece !== undefined) draft.ask(prefixQuestion(draft.candidate(piece), draft.name(name)), [piece])
}

/** Half a name is none: a column that may be the other half is not left out without a word. */
function askForOtherPart(draft: DraftDecision): void {
	const missing = parts.filter((one) => !has(draft, one))
	const [part] = missing
	if (part === undefined || missing.length === parts.length) return
	// Where a file has no first names, their first letters stand for them.
	const initials = draft.undecided().find((index) => draft.foreign(index) === foreignKinds.initials)
	if (part === "firstName" && initials !== undefined && draft.evidence(initials).filled > 0) {
		draft.send(initials, part, "all that the file has of the first name")
		return
	}
	const mayBe = (index: number) => draft.mayBe(index, "name") || draft.mayBe(index, part)
	const open = draft.undecided()
	const [index] = open.filter((index) => mayBe(index) && draft.evidence(index).filled > 0)
	const could = open.filter((index) => draft.isUnknown(index) && couldBeHalf(draft.evidence(index)))
	if (index !== undefined && isOfContact(draft, index))
		draft.ask(contactQuestion(draft.candidate(index), part), [index])
	else if (index !== undefined && isOnlyName(draft, index) && isNeverWhole(draft, index, part))
		draft.send(index, part, `the values beside it make it the ${labelOf(part)}`)
	else if (index !== undefined) draft.ask(wholeNameQuestion(draft.candidate(index), part), [index], part)
	else if (could.length > 0) askFor(draft, part, could, false)
}

/** Nobody is created without a name in silence where the row has one: of a contact person, a guardian. */
export function askForNameless(draft: DraftDecision): void {
	const filling = nameFields.flatMap((field) => draft.filling(field))
	const isNobodyNamed = filling.every((index) => draft.isEmpty(index))
	// What is called otherwise may be a name where no row has one, and many have it.
	const mayName = (index: number) => {
		const foreign = draft.foreign(index)
		if (foreign === undefined || foreign === foreignKinds.other) return true
		return isNobodyNamed && draft.evidence(index).nameless * 2 >= draft.rows
	}
	const inRows = draft.undecided().filter((index) => draft.evidence(index).nameless > 0 && mayName(index))
	// A name that nobody knows may hold anything, unless its values are names throughout.
	const found = inRows.filter((index) => !draft.isUnknown(index) || isOfNames(draft, index))
	const known = found.filter((index) => draft.foreign(index) !== foreignKinds.other)
	const candidates = known.length > 0 ? known : found
	if (candidates.length === 0 || draft.isAsked("name")) return
	const [own, another] = filling
	const [only, ...more] = candidates
	if (
		own !== undefined &&
		another === undefined &&
		only !== undefined &&
		more.length === 0 &&
		isOfContact(draft, only)
	) {
		draft.send(only, "name", `that of somebody at the customer, where ${quoted(draft.name(own))} has none`)
		draft.goFirst("name", own)
		return
	}
	const named = filling.map((index) => draft.name(index))
	const first = named.length === 1 ? named[0] : undefined
	const question = insteadQuestion(
		candidates.map((index) => draft.candidate(index)),
		first,
	)
	draft.ask(question, candidates)
}

function isOfNames(draft: DraftDecision, index: number): boolean {
	const { filled, nameless, shapes } = draft.evidence(index)
	return shapes.name >= filled * 0.9 || nameless >= filled * 0.9
}
