import { partsOf } from "./parts.ts"
import { words } from "./words.ts"

/**
 * What somebody has or gave, and goes on as a customer without: a mandate, a direct debit, a tax declaration, a newspaper, an insurance; folded. That
 * it ended is of it: often it is why somebody pays by card.
 */
const arrangement =
	/^(?:mandat[eos]?|mandaatti|autogiro\p{L}*|avtalegiro|efaktura|betalingsservice|pbs|bs|dd|directdebit|ddi|sepa|sdd|bacs|lastschrift\p{L}*|bankgiro|suoramaksu\p{L}*|prelevement\p{L}*|domiciliacion|domiciliazione|machtiging|incasso\p{L}*|paypal|giftaid|standingorder|ga|newsletter|nyhetsbrev|nyhedsbrev|uutiskirje|tidning\p{L}*|newspaper|avis|zeitung|lehti|forsakring\p{L}*|forsikring\p{L}*|insurance|versicherung\p{L}*|vakuutus\p{L}*|assurance|seguro|assicurazione|ubezpieczenie|verzekering)$/u

/** Whether a column is of such a thing, and of no customer, membership or contract beside it. */
export function isOfArrangement(name: string): boolean {
	const { main } = words(name)
	// `Direct Debit`, `AvtaleGiro`.
	if (!main.some((word, at) => arrangement.test(word) || arrangement.test(`${word}${main[at + 1] ?? ""}`))) return false
	return !partsOf(name).known.some(({ concepts }) => concepts.some((one) => one === "party" || one === "served"))
}
