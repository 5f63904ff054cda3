import type { Field } from "../fields.ts"
import type { Party } from "../headers/party.ts"
import { isNameField } from "../name.ts"
import { askFor } from "./ask-for.ts"
import { rivals } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { contact } from "./evidence.ts"
import { partyQuestion } from "./party-questions.ts"
import { conceptsOf, hasName, resolveHalf, type Side, type Sides, sidesOf } from "./party-sides.ts"

/**
 * Where a file tells of who is served and of who pays, no rule says which of them is the customer: a person does, for number, name and
 * all else of a party together. What a person says of the columns of one party alone leaves those of the other out.
 */
export function decideParties(draft: DraftDecision): void {
	const sides = sidesOf(draft)
	if (sides.payer.size === 0 && sides.served.size === 0) return
	const said = (["payer", "served"] as const).filter((party) => isSaid(draft, sides[party]))
	const [customer] = said
	if (said.length === 1 && customer !== undefined) leaveOut(draft, sides[customer === "payer" ? "served" : "payer"])
	if (said.length > 0) return
	if (areTwo(draft, sides)) askForCustomer(draft, sides)
	else if (sides.payer.size > 0 && sides.served.size > 0) askForMinor(draft, sides)
	askForAccounts(draft, sides)
}

const tells: ReadonlySet<Field> = new Set<Field>(["number", ...contact])

function isSaid(draft: DraftDecision, side: Side): boolean {
	return [...side].some(([index, field]) => tells.has(field) && draft.is(index, "person"))
}

function leaveOut(draft: DraftDecision, side: Side): void {
	for (const index of side.keys())
		if (draft.isOpen(index)) draft.leaveOut(index, "of somebody else than the customer, by what you said")
}

const has = (side: Side, field: Field) => [...side.values()].includes(field)

/** Whether both parties have names. Who is responsible for somebody is no customer where another column has the customer's name. */
function areTwo(draft: DraftDecision, { payer, served, anybody }: Sides): boolean {
	// Whoever is named in parts, beside somebody in parts of whom more is said, is another person.
	if (!hasName(payer)) return hasParts(served) && hasParts(anybody)
	if (hasName(served)) return true
	const named = [...payer].filter(([, field]) => isNameField(field))
	const isCertain = named.some(([index]) => draft.foreign(index) === undefined && !isHolder(draft, index))
	const isUsual = named.some(([index]) => draft.evidence(index).filled >= draft.rows / 2)
	return hasName(anybody) && (isCertain || (served.size > 0 && isUsual))
}

function hasParts(side: Side): boolean {
	return has(side, "firstName") && (has(side, "lastName") || has(side, "name"))
}

function isHolder(draft: DraftDecision, index: number): boolean {
	return conceptsOf(draft.name(index)).has("holder")
}

function askForCustomer(draft: DraftDecision, sides: Sides): void {
	const whole = { payer: withAnybody(sides, "payer"), served: withAnybody(sides, "served") }
	const shared: Side = new Map(
		[...sides.anybody].filter(([index]) => !whole.payer.has(index) && !whole.served.has(index)),
	)
	for (const side of [whole.payer, whole.served]) resolveHalf(draft, side)
	const isWhole = (side: Side) => has(side, "number") || has(shared, "number")
	const order: readonly Party[] =
		isWhole(whole.payer) || !isWhole(whole.served) ? ["payer", "served"] : ["served", "payer"]
	const about = [...whole.payer.keys(), ...whole.served.keys()].sort((a, b) => a - b)
	const question = partyQuestion(
		order.map((id) => ({
			id,
			isNamed: sides[id].size > 0,
			own: candidatesOf(draft, whole[id]),
			shared: candidatesOf(draft, shared),
		})),
		about.map((index) => draft.name(index)),
	)
	draft.askTogether(question, about, whole[order[0] ?? "payer"])
}

function candidatesOf(draft: DraftDecision, side: Side) {
	return [...side].map(([index, field]) => ({ ...draft.candidate(index), field }))
}

/** What is of nobody by its name is of the party that has no such column of its own, where the other has one. */
function withAnybody({ payer, served, anybody }: Sides, party: Party): Map<number, Field> {
	const [own, other] = party === "payer" ? [payer, served] : [served, payer]
	const group = (field: Field) => (isNameField(field) ? "name" : field)
	const groups = (side: Side) => new Set([...side.values()].map(group))
	const [has, hasOther] = [groups(own), groups(other)]
	const free = [...anybody].filter(([, field]) => !has.has(group(field)) && hasOther.has(group(field)))
	return new Map([...own, ...free])
}

/** The number, name or e-mail of the one is not sent with those of the other unless a person says so. */
function askForMinor(draft: DraftDecision, { payer, served, anybody }: Sides): void {
	const tellingOf = (side: Side) =>
		[...side].filter(([index, field]) => tells.has(field) && draft.isOpen(index) && draft.foreign(index) === undefined)
	const [paying, serving] = [tellingOf(payer), tellingOf(served)]
	// What is of nobody is of who is served, and a name weighs more than an e-mail.
	const weight = (columns: readonly (readonly [number, Field])[]) =>
		new Set(columns.map(([, field]) => field)).size + Number(hasName(new Map(columns))) / 2
	const minor = weight(paying) > weight([...serving, ...tellingOf(anybody)]) ? serving : paying
	if (paying.length === 0 || serving.length === 0) return
	for (const field of new Set(minor.map(([, one]) => one))) {
		const columns = minor.flatMap(([index, one]) => (one === field ? [index] : []))
		const isGiven = isNameField(field) ? hasName(anybody) : has(anybody, field)
		if (!isGiven) askFor(draft, field, columns, false)
	}
}

/** The number of an account beside a member's own may be the customer's. */
function askForAccounts(draft: DraftDecision, { served, anybody }: Sides): void {
	const numbers = (side: Side) =>
		[...side].flatMap(([index, field]) => (field === "number" && draft.isOpen(index) ? [index] : []))
	const accounts = numbers(anybody).filter(
		(index) => draft.single(index) === undefined && rivals(draft.evidence(index), draft.rows),
	)
	const own = numbers(served)
	if (own.length > 0 && accounts.length > 0) askFor(draft, "number", [...own, ...accounts], false)
}
