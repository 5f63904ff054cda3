import { quoted } from "../finding-codes.ts"
import { partsOf } from "../headers/parts.ts"
import { readParty } from "../headers/party.ts"
import { words } from "../headers/words.ts"
import { nameFields } from "../name.ts"
import { bearsOut } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"

/** How words begin for a customer, and for what somebody subscribes to; folded. */
const ofCustomer = /^(?:kund|cust|client|cliente|asiakas|asiakk|klant|klient|debit)/
const ofMember = /^(?:medl|mitgl|memb|jasen|adher|socio|lid)/
const ofSubscription = /^(?:abo|abon|pren|subscri|tilaus|tilaaj|suscri|prenumer)/

/** How words begin for whoever is treated, which is what a practice calls its customers. */
const ofPatient = /^(?:pat(?:ient|ienten)?s?$|patient|pasient|potilas|pazient|pacient|pacjent)/

/** What is of the customer as well, and has a number of its own beside the customer's. */
const lesser = [
	{ words: ofSubscription, number: "the number of a subscription" },
	{ words: /^(?:debit|reskontr)/, number: "the number of an account in the books" },
	{ words: /^versichert/, number: "the number that an insurance gave" },
] as const

/** `Abo-Nr.`, `Debitoren-Nr.` or `Versichertennr.` beside a `Kundennummer` that every row has is of what the customer has besides. */
export function leaveOutLesser(draft: DraftDecision): void {
	const named = draft.undecided().filter((index) => draft.single(index) === "number" && isHeld(draft, index))
	const lesserOf = (index: number) => lesser.find(({ words }) => speaksOf(draft, index, words))
	const isCustomers = (index: number) => speaksOf(draft, index, ofCustomer) || speaksOf(draft, index, ofPatient)
	const [customer, another] = named.filter((index) => isCustomers(index) && lesserOf(index) === undefined)
	if (customer === undefined || another !== undefined || draft.evidence(customer).filled < draft.rows) return
	for (const index of named) {
		const known = lesserOf(index)
		if (known !== undefined) draft.leaveOut(index, `${known.number}, beside ${quoted(draft.name(customer))}`)
	}
}

const isHeld = (draft: DraftDecision, index: number) => draft.evidence(index).filled > 0
const speaksOf = (draft: DraftDecision, index: number, pattern: RegExp) =>
	words(draft.name(index)).main.some((word) => pattern.test(word))

/** Whether a word of a name begins as one for a customer, a member or a subscriber does, however it goes on: `Custmr nbr`. */
export function speaksOfCustomers(draft: DraftDecision, index: number): boolean {
	return [ofCustomer, ofMember, ofSubscription].some((pattern) => speaksOf(draft, index, pattern))
}

/**
 * `Nr odbiorcy` is the customer number where `Nazwa odbiorcy` is the customer's name, and nothing else is called a number or a name: who
 * receives something, as water, is the customer then.
 */
export function decideNumberOfNamed(draft: DraftDecision): void {
	if (["number" as const, ...nameFields].some((field) => draft.isFilled(field))) return
	const open = draft.undecided().filter((index) => isHeld(draft, index))
	const names = open.filter((index) => nameFields.some((field) => draft.mayBe(index, field)))
	const recipientIn = (index: number) => {
		const party = readParty(partsOf(draft.name(index)))
		return party?.role === "recipient" ? party : undefined
	}
	const isOfRecipient = (index: number) => recipientIn(index) !== undefined
	const isNumber = (index: number) => recipientIn(index)?.meanings.number !== undefined
	const [number, another] = open.filter(isNumber)
	const [name] = names
	if (number === undefined || another !== undefined || name === undefined || !names.every(isOfRecipient)) return
	if (open.some((index) => draft.mayBe(index, "number")) || !bearsOut(draft.evidence(number), "number", draft.rows))
		return
	draft.send(
		number,
		"number",
		`the number of those whom ${quoted(draft.name(name))} names; no other column is the number`,
	)
}
