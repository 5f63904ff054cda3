import type { Field } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { nameFields } from "../name.ts"
import { isOfContact } from "./contact-names.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { conceptsOf } from "./party-sides.ts"

const reached: readonly Field[] = ["email", "phone", "cellphone", "landline"]

/**
 * Where the customer has its own, what is of somebody who works there (`Kontakt mobil`, `Contact Name`) counts where that is empty, and
 * never against it.
 */
export function putContactsLast(draft: DraftDecision): void {
	for (const field of reached) putLast(draft, field, [field])
	putLast(draft, "name", nameFields)
}

function putLast(draft: DraftDecision, field: Field, filledBy: readonly Field[]): void {
	const filling = [...new Set(filledBy.flatMap((one) => draft.filling(one)))].filter((index) => !draft.isEmpty(index))
	const contacts = filling.filter((index) => isOfPerson(draft, index))
	const [own, another] = filling.filter((index) => !contacts.includes(index))
	if (own === undefined || another !== undefined || contacts.length === 0) return
	// Of a person and a company it is asked which is the customer.
	if (field === "name" && !isWholeName(draft, own)) return
	draft.goFirst(field, own)
	for (const index of contacts)
		draft.send(
			index,
			draft.fieldsOf(index),
			`that of somebody at the customer, where ${quoted(draft.name(own))} has none`,
		)
}

/** Whether a column is of a person at the customer: its name says so, or the file names that person in another one. */
function isOfPerson(draft: DraftDecision, index: number): boolean {
	if (!isOfContact(draft, index)) return false
	const isName = (at: number) => nameFields.some((field) => draft.mayBe(at, field))
	const names = draft.columns.names.flatMap((_, at) => (isOfContact(draft, at) && isName(at) ? [at] : []))
	return conceptsOf(draft.name(index)).has("person") || names.length > 0
}

function isWholeName(draft: DraftDecision, index: number): boolean {
	const concepts = conceptsOf(draft.name(index))
	return draft.fills(index, "name") || (concepts.has("account") && concepts.has("name"))
}
