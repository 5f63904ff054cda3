import { type AddressFields, addresses, isPlace } from "../addresses.ts"
import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { suppliedPart } from "../headers/supplied.ts"
import { listed } from "../listed.ts"
import { denies } from "./bearing.ts"
import { plain } from "./check-questions.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { examplesOf } from "./examples.ts"
import type { Mapping } from "./mapping.ts"
import type { Answer, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"
import { isStreet } from "./street-rules.ts"

/** Columns of an address by the field that each would fill. */
type Parts = ReadonlyMap<Field, number>

/** Where something is supplied or installed may be the only address of customers who have none in the columns for it: a person says. */
export function askForSupplied(draft: DraftDecision): void {
	const parts = suppliedIn(draft)
	const street = [...parts].find(([field]) => isStreet(field))?.[1]
	if (street === undefined || ![...parts.keys()].some(isPlace)) return
	const own = ownAddress(draft)
	const lacking = own === undefined ? draft.rows : draft.rows - draft.evidence(own.street).filled
	if (lacking <= draft.rows - draft.evidence(street).filled) return
	draft.askTogether(suppliedQuestion(draft, parts, own, lacking), [...parts.values()], new Map())
}

function suppliedIn(draft: DraftDecision): Parts {
	const found = new Map<Field, number>()
	for (const index of draft.undecided()) {
		const foreign = draft.foreign(index)
		if (foreign !== foreignKinds.supply && foreign !== foreignKinds.location) continue
		const field = suppliedPart(draft.name(index))
		const { filled } = draft.evidence(index)
		if (field !== undefined && filled > 0 && !found.has(field) && !denies(draft.evidence(index), field))
			found.set(field, index)
	}
	return found
}

interface OwnAddress {
	readonly address: AddressFields
	readonly street: number
	/** All its columns but that of the country, which may be of several addresses. */
	readonly columns: readonly number[]
}

/** The customers' address that the most rows have, their own before those of bills and deliveries. */
function ownAddress(draft: DraftDecision): OwnAddress | undefined {
	const all = addresses.flatMap((address): readonly OwnAddress[] => {
		const columns = address.parts.flatMap((part) => draft.filling(part))
		const [street] = columns
			.filter((index) => draft.fieldsOf(index).some(isStreet) && draft.evidence(index).filled > 0)
			.sort((a, b) => draft.evidence(b).filled - draft.evidence(a).filled)
		return street === undefined ? [] : [{ address, street, columns }]
	})
	return all.sort((a, b) => draft.evidence(b.street).filled - draft.evidence(a.street).filled)[0]
}

function suppliedQuestion(draft: DraftDecision, parts: Parts, own: OwnAddress | undefined, lacking: number): Question {
	const names = [...parts.values()].map((index) => draft.name(index))
	const columns = <Use>(use: (field: Field) => Use) =>
		Object.fromEntries([...parts].map(([field, index]) => [draft.name(index), use(field)]))
	const examples = [...parts.values()].flatMap((index) => examplesOf(draft.candidate(index)).slice(0, 1))
	const sent: Partial<Mapping> = { columns: columns((field) => field) }
	const none = plain("none", "No: leave it out", { columns: columns(() => null) })
	const place = "it says where something is supplied or installed"
	if (own === undefined)
		return {
			id: "supplied",
			text: `Is the address in ${listed(names.map(quoted))} the customer's own?`,
			why: `By its name ${place}, which may be elsewhere, and the file has no other address.`,
			answers: [{ ...plain("all", "Yes: send it as the customer's", sent), examples }, none],
			needed: false,
		}
	const ownNames = own.columns.map((index) => draft.name(index))
	const instead = plain("empty", `Yes, where a row has nothing in ${listed(ownNames.map(quoted))}`, {
		...sent,
		parties: { of: [{ columns: ownNames }, { columns: names }] },
	})
	const isOther = !own.address.parts.some((part) => parts.has(part))
	const also: readonly Answer[] = isOther ? [plain("all", "Yes, in all rows", sent)] : []
	return {
		id: "supplied",
		text: `Is the address in ${listed(names.map(quoted))} the customer's, where there is no other?`,
		why: `${rowCount(lacking)} ${lacking === 1 ? "has" : "have"} no ${labelOf(own.address.parts.find(isStreet) ?? "street")} in ${quoted(draft.name(own.street))}. By its name ${place}, which may be elsewhere.`,
		answers: [
			...(draft.columns.answers.parties === undefined && !draft.isAsked("customer") ? [{ ...instead, examples }] : []),
			...also,
			none,
		],
		needed: false,
	}
}
