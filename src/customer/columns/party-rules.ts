import type { Field } from "../fields.ts"
import type { Party, Role } from "../headers/party.ts"
import { isNameField } from "../name.ts"
import { askFor } from "./ask-for.ts"
import { rivals } from "./bearing.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { contact } from "./evidence.ts"
import { personsOf } from "./party-persons.ts"
import { type PartyCandidate, type PartyCandidates, partyQuestion } from "./party-questions.ts"
import { conceptsOf, hasName, resolveHalf, type Side, type Sides, sidesOf } from "./party-sides.ts"
import { type Pointer, pointersIn, pointsTo, pointsToServed } from "./pointers.ts"

/**
 * Where a file tells of who is served and of who pays, no rule says which of them is the customer: a person does, for number, name and
 * all else of a party together. What a person says of the columns of one party alone leaves those of the other out.
 */
export function decideParties(draft: DraftDecision): void {
	const pointers = pointersIn(draft)
	const sides = sidesOf(
		draft,
		pointers.map(({ index }) => index),
	)
	for (const { index } of pointers)
		if (draft.isOpen(index)) draft.leaveOut(index, "names other columns of the file, and nobody")
	if (sides.payer.size === 0 && sides.served.size === 0) return
	const said = (["payer", "served"] as const).filter((party) => isSaid(draft, sides[party]))
	const [customer] = said
	if (said.length === 1 && customer !== undefined) leaveOut(draft, sides[customer === "payer" ? "served" : "payer"])
	if (said.length > 0) return
	const [pointer] = pointers
	const isPointed = pointer !== undefined && personsOf(draft, sides.payer).length > 1
	if (isPointed || areTwo(draft, sides)) askForCustomer(draft, sides, pointer)
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

/** @param pointer a column that says of each row who of them it is of */
function askForCustomer(draft: DraftDecision, sides: Sides, pointer: Pointer | undefined): void {
	const payers = personsOf(draft, sides.payer)
	const several = payers.length > 1 ? payers : undefined
	const whole = { payer: withAnybody(sides, "payer"), served: withAnybody(sides, "served") }
	const shared: Side = new Map(
		[...sides.anybody].filter(([index]) => !whole.payer.has(index) && !whole.served.has(index)),
	)
	for (const side of [whole.payer, whole.served]) resolveHalf(draft, side)
	const ofServed = whole.served.size > 0 ? [{ id: "served", party: "served" as const, own: whole.served }] : []
	const ofPayers = several ?? [whole.payer]
	const found = [
		...ofPayers.map((own, at) => ({ id: at === 0 ? "payer" : `payer.${at + 1}`, party: "payer" as const, own })),
		...ofServed,
	]
	const isWhole = (side: Side) => has(side, "number") || has(shared, "number")
	const isServedFirst = !isWhole(whole.payer) && isWhole(whole.served)
	const parties = isServedFirst ? [...found].reverse() : found
	const about = [...new Set([...whole.payer.keys(), ...whole.served.keys()])].sort((a, b) => a - b)
	const rest = (own: Side, party: Party) =>
		party === "payer" && several === undefined
			? restOf(draft, own, { whole: whole.served, shared }, sides)
			: party === "served" && roleOf(draft, sides.served) === "recipient"
				? restOf(draft, own, { whole: whole.payer, shared }, sides)
				: undefined
	const candidates = parties.map(({ id, party, own }): PartyCandidates => {
		const otherwise = rest(own, party)
		const numbers =
			otherwise === undefined || has(own, "number") ? [] : numbersOf(whole[party === "payer" ? "served" : "payer"])
		const ownShared = new Map([...[...shared].filter(([index]) => !otherwise?.has(index)), ...numbers])
		return {
			id,
			party,
			role: roleOf(draft, sides[party]),
			own: candidatesOf(draft, own),
			shared: candidatesOf(draft, ownShared),
			kept: [
				...candidatesOf(draft, new Map(numbers)),
				...(party === "payer" ? candidatesOf(draft, deliveredIn(draft, sides.served)) : []),
			],
			...(otherwise === undefined ? {} : { otherwise: candidatesOf(draft, otherwise) }),
			values: pointer?.values.filter(([value]) => names(draft, value, party, own)) ?? [],
		}
	})
	const isPointed = pointer !== undefined && candidates.filter(({ values }) => values.length > 0).length > 1
	const question = partyQuestion(candidates, {
		about: about.map((index) => draft.name(index)),
		hasCards: draft.isFilled("token"),
		rows: draft.rows,
		by: isPointed ? draft.name(pointer.index) : undefined,
	})
	draft.askTogether(question, about, parties[0]?.own ?? new Map())
}

const numbersOf = (side: Side) => [...side].filter(([, field]) => field === "number")

/** As what the columns of a party are named; nothing where none is. */
function roleOf(draft: DraftDecision, side: Side): Role | undefined {
	for (const index of side.keys()) {
		const role = draft.columns.readings[index]?.party?.role
		if (role !== undefined) return role
	}
	return undefined
}

/** Whether a value of a column means this party. */
function names(draft: DraftDecision, value: string, party: Party, own: Side): boolean {
	if ([...own.keys()].some((index) => pointsTo(value, draft.name(index)))) return true
	return party === "served" && pointsToServed(value)
}

/** Where goods go to is of the customer who ordered them, too. */
function deliveredIn(draft: DraftDecision, served: Side): Side {
	const fields = [...served.keys()].map((index) => [index, draft.single(index)] as const)
	return new Map(fields.flatMap(([index, field]) => (field?.startsWith("delivery") ? [[index, field] as const] : [])))
}

/**
 * Who the customer is of rows that do not name a party: somebody else, with all that is not of the party. Nothing where every row names it.
 */
function restOf(
	draft: DraftDecision,
	own: Side,
	other: { readonly whole: Side; readonly shared: Side },
	{ anybody }: Sides,
): Side | undefined {
	const named = [...own].filter(([, field]) => isNameField(field)).map(([index]) => draft.evidence(index).filled)
	if (Math.max(0, ...named) >= draft.rows || named.length === 0) return undefined
	// The number of an account is that of all its rows, and so is the only one.
	const hasOwnNumber = [...own].some(([index, field]) => field === "number" && !anybody.has(index))
	const rest = [...other.whole, ...other.shared].filter(
		([index, field]) => !own.has(index) && (field !== "number" || (hasOwnNumber && !other.shared.has(index))),
	)
	return rest.some(([, field]) => isNameField(field)) ? new Map(rest) : undefined
}

function candidatesOf(draft: DraftDecision, side: Side): readonly PartyCandidate[] {
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
