import { identityNumber } from "../kinds/identity-number.ts"
import type { DraftDecision } from "./draft-decision.ts"

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
	}
}
