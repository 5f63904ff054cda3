import type { Field } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { partsOf } from "../headers/parts.ts"
import { nameFields } from "../name.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { wholeNameQuestion } from "./field-questions.ts"
import { strayHalfQuestion } from "./name-questions.ts"
import { conceptsOf } from "./party-sides.ts"

/**
 * The first name of somebody at the customer goes with the last name of the same, and with nobody else's: half of it is never taken
 * alone where the customer has a name, nor joined to that.
 */
export function decideContactNames(draft: DraftDecision): void {
	const contacts = draft.undecided().filter((index) => isHeld(draft, index) && isOfContact(draft, index))
	const [first, last, whole] = (["firstName", "lastName", "name"] as const).map((field) =>
		contacts.filter((index) => draft.single(index) === field && !draft.isPart(index)),
	) as [number[], number[], number[]]
	const halves = [...first, ...last]
	const [half, another] = halves
	if (half === undefined || (first.length > 0 && last.length > 0)) return
	const [name, second] = whole
	if (name === undefined) decideStrays(draft, halves)
	if (name === undefined || another !== undefined || second !== undefined) return
	const missing = first.length > 0 ? "lastName" : "firstName"
	const share = shareWithin(draft, name, half)
	if (share <= rare) {
		draft.send(half, first.length > 0 ? "firstName" : "lastName", `named as that of ${ofContact}`)
		draft.send(name, missing, `beside ${quoted(draft.name(half))} it is the other half of the name of ${ofContact}`)
	} else if (share >= 1 - rare) draft.leaveOut(half, `${quoted(draft.name(name))} has the whole name`)
	else draft.ask(wholeNameQuestion(draft.candidate(name), missing), [name], missing)
}

const ofContact = "somebody at the customer"
const rare = 0.05

/** Half a name of somebody at the customer, of whom the file has no other half. */
function decideStrays(draft: DraftDecision, halves: readonly number[]): void {
	const own = draft.undecided().filter((index) => isHeld(draft, index) && isOwnName(draft, index))
	if (own.length === 0) return
	const persons = own.filter((index) => mayBePerson(draft, index))
	for (const half of halves) {
		const [person] = persons
		if (person === undefined) draft.leaveOut(half, `half the name of ${ofContact}`)
		else
			draft.ask(strayHalfQuestion(draft.candidate(half), draft.single(half) ?? "firstName", draft.name(person)), [half])
	}
}

function isOwnName(draft: DraftDecision, index: number): boolean {
	return !isOfContact(draft, index) && nameFields.some((field) => draft.mayBe(index, field))
}

/** Whether a column may hold the other half of a person's name: that of a company does not. */
function mayBePerson(draft: DraftDecision, index: number): boolean {
	return !conceptsOf(draft.name(index)).has("company")
}

const isHeld = (draft: DraftDecision, index: number) => draft.evidence(index).filled > 0

/** Whether a column is of somebody at the customer, by its name. */
export function isOfContact(draft: DraftDecision, index: number): boolean {
	return partsOf(draft.name(index)).known.some(({ concepts }) => concepts.includes("contact"))
}

/** Whether all that fills the name of the customers is of somebody at them. */
export function isOnlyOfContacts(draft: DraftDecision): boolean {
	const filling = nameFields.flatMap((field: Field) => draft.filling(field)).filter((index) => isHeld(draft, index))
	return filling.length > 0 && filling.every((index) => isOfContact(draft, index))
}

/** In how many of the rows that have both the whole name holds the part; all of them where none has both. */
export function shareWithin(draft: DraftDecision, whole: number, part: number): number {
	const found = draft.columns.evidence.containments.find((each) => each.whole === whole && each.part === part)
	return found === undefined || found.both === 0 ? 1 : found.contained / found.both
}
