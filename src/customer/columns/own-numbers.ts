import { identityNumber } from "../kinds/identity-number.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { conceptsOf } from "./party-sides.ts"

/**
 * `Registration Number` beside `VAT Registration No.` may be of a car. Where the VAT numbers are made of its values it is the organization's
 * own number, which is the one that is sent.
 */
export function decideOwnNumbers(draft: DraftDecision): void {
	const filling = draft.filling("identityNumber")
	for (const index of draft.undecided()) {
		if (!draft.mayBe(index, "identityNumber")) continue
		const { examples } = draft.evidence(index)
		const beside = filling.flatMap((at) => draft.evidence(at).examples)
		const isWithin = (own: string) => beside.some((vat) => identityNumber.oneOf(vat, own) === own)
		if (examples.length > 0 && examples.every(isWithin))
			draft.send(index, "identityNumber", "the number of the organization that its VAT number is made of")
		else if (isOfCompanies(draft, index)) {
			draft.send(index, "identityNumber", "the number of a company in its register, beside its VAT number")
			draft.goFirst("identityNumber", index)
		}
	}
}

/** Whether it is of a register, in which the companies that rows name have numbers, and only some of them have one for VAT: `reg_code`, `vat_no`. */
function isOfCompanies(draft: DraftDecision, index: number): boolean {
	const { filled, different, examples } = draft.evidence(index)
	const others = draft.filling("identityNumber").filter((at) => !draft.isEmpty(at))
	const areForTax = others.length > 0 && others.every((at) => conceptsOf(draft.name(at)).has("tax"))
	const named = Math.max(0, ...draft.filling("company").map((at) => draft.evidence(at).filled))
	return (
		areForTax &&
		conceptsOf(draft.name(index)).has("registration") &&
		filled * 10 >= draft.rows * 9 &&
		different * 10 >= filled * 9 &&
		named * 10 >= draft.rows * 9 &&
		others.every((at) => draft.evidence(at).filled < filled) &&
		examples.every((value) => /^\d{6,12}$/.test(value))
	)
}
