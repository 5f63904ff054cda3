import { labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { partsOf } from "../headers/parts.ts"
import { askFor } from "./ask-for.ts"
import { couldBeHalf } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { nameFields } from "./evidence.ts"
import { wholeNameQuestion } from "./field-questions.ts"
import { contactQuestion, insteadQuestion } from "./name-questions.ts"

/** A middle name, a second surname or what stands before one are part of the name. */
export function joinNameParts(draft: DraftDecision): void {
	for (const field of ["firstName", "lastName"] as const) {
		const filling = draft.filling(field)
		if (filling.length > 1 && filling.some((index) => draft.isPart(index))) draft.join(field)
	}
}

/** "Name" beside a first name is the surname, or the whole name, and the other way round: the values tell. */
export function decideNameBesideParts(draft: DraftDecision): void {
	const [name, another] = draft.filling("name")
	if (name === undefined) askForOtherPart(draft)
	if (name === undefined || another !== undefined || !draft.is(name, "name")) return
	const [part, missing] = draft.isFilled("firstName")
		? (["firstName", "lastName"] as const)
		: (["lastName", "firstName"] as const)
	const [beside] = draft.filling(part)
	if (beside === undefined || draft.isFilled(missing)) return
	// Somebody at the customer is no part of its name.
	if (isOfContact(draft, name)) {
		draft.ask(contactQuestion(draft.candidate(name), missing), [name])
		return
	}
	const { containments } = draft.columns.evidence
	const found = containments.find((each) => each.whole === name && each.part === beside)
	if (found === undefined || found.both === 0 || found.contained >= found.both * 0.95) return
	if (found.contained <= found.both * 0.05)
		draft.send(name, missing, `beside ${quoted(draft.name(beside))} it is the ${labelOf(missing)}`)
	else draft.ask(wholeNameQuestion(draft.candidate(name), missing), [name], missing)
}

/** Half a name is none: a column that may be the other half is not left out without a word. */
function askForOtherPart(draft: DraftDecision): void {
	const parts = ["firstName", "lastName"] as const
	const missing = parts.filter((one) => !draft.isFilled(one))
	const [part] = missing
	if (part === undefined || missing.length === parts.length) return
	const mayBe = (index: number) => draft.mayBe(index, "name") || draft.mayBe(index, part)
	const open = draft.undecided()
	const [index] = open.filter((index) => mayBe(index) && draft.evidence(index).filled > 0)
	const could = open.filter((index) => draft.isUnknown(index) && couldBeHalf(draft.evidence(index)))
	if (index !== undefined && isOfContact(draft, index))
		draft.ask(contactQuestion(draft.candidate(index), part), [index])
	else if (index !== undefined) draft.ask(wholeNameQuestion(draft.candidate(index), part), [index], part)
	else if (could.length > 0) askFor(draft, part, could, false)
}

/** Nobody is created without a name in silence where the row has one: of a contact person, a guardian. */
export function askForNameless(draft: DraftDecision): void {
	const inRows = draft.undecided().filter((index) => draft.evidence(index).nameless > 0)
	// A name that nobody knows may hold anything, unless its values are names throughout.
	const found = inRows.filter((index) => !draft.isUnknown(index) || isOfNames(draft, index))
	const known = found.filter((index) => draft.foreign(index) !== foreignKinds.other)
	const candidates = known.length > 0 ? known : found
	if (candidates.length === 0 || draft.isAsked("name")) return
	const named = nameFields.flatMap((field) => draft.filling(field).map((index) => draft.name(index)))
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

function isOfContact(draft: DraftDecision, index: number): boolean {
	return partsOf(draft.name(index)).known.some(({ concepts }) => concepts.includes("contact"))
}
