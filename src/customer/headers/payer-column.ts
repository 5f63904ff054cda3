import type { Field } from "../fields.ts"
import { ofInvoice } from "./forms.ts"
import { partsOf } from "./parts.ts"
import { readHeader } from "./read-header.ts"

const telling: ReadonlySet<string> = new Set<Field>(["number", "name", "company", "email"])

/** Behind a word for an invoice: whose it is. */
const toWords: ReadonlySet<string> = new Set("to till til an aan a billto invoiceto".split(" "))

/** Whether a column of this name says who pays for a customer, or has the bills, by a number, a name or an e-mail. */
export function payerColumn(name: string): boolean {
	const { party, foreign, meanings } = readHeader(name)
	if (party?.role === "payer") return Object.keys(party.meanings).some((field) => telling.has(field))
	const { known, unknown, counter } = partsOf(name)
	const concepts = known.flatMap((piece) => piece.concepts)
	if (unknown || counter !== undefined || !concepts.includes("billing")) return false
	if (foreign === ofInvoice) return toWords.has(known.at(-1)?.text ?? "")
	return concepts.includes("party") && meanings.some(({ field }) => telling.has(field))
}
