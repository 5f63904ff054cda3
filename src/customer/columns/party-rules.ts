import type { Field } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import type { Party } from "../headers/party.ts"
import { isNameField } from "../name.ts"
import { askFor } from "./ask-for.ts"
import { mayRepeat, rivals } from "./bearing.ts"
import type { ColumnEvidence } from "./column-evidence.ts"
import { askForCustomer, names } from "./customer-question.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { contact } from "./evidence.ts"
import { personsOf, samePerson } from "./party-persons.ts"
import { areWordsForPeople, conceptsOf, hasName, isPersonal, type Side, type Sides, sidesOf } from "./party-sides.ts"
import { fieldOfPointed, type Pointer, pointersIn, pointsTo } from "./pointers.ts"
import { areReachedByOthers } from "./reached-by-others.ts"

/**
 * Where a file tells of who is served and of who pays, no rule says which of them is the customer: a person does, for number, name and
 * all else of a party together. What a person says of the columns of one party alone leaves those of the other out.
 */
export function decideParties(draft: DraftDecision): void {
	const pointers = pointersIn(draft)
	const [pointer] = pointers
	const places = pointers.map(({ index }) => index)
	const byName = withoutSame(draft, sidesOf(draft, places))
	const sides = pointer === undefined ? byName : withPointed(draft, byName, pointer)
	const inWords = draft.undecided().filter((index) => isPayerInWords(draft, index))
	for (const index of [...places, ...inWords])
		if (draft.isOpen(index)) draft.leaveOut(index, "says who it is, and not by name")
	if (sides.payer.size === 0 && sides.served.size === 0) return
	const said = (["payer", "served"] as const).filter((party) => isSaid(draft, sides[party]))
	const [customer] = said
	if (said.length === 1 && customer !== undefined) leaveOutOther(draft, sides, customer)
	for (const side of [sides.payer, sides.served]) takeRest(draft, side)
	if (said.length > 0) return
	if (isPointed(draft, sides, pointer) || areTwo(draft, sides)) askForCustomer(draft, sides, pointer)
	else if (sides.payer.size > 0 && sides.served.size > 0) askForMinor(draft, sides)
	askForAccounts(draft, sides)
}

/** `Paid by` of `grandparents` and `see Anna`. */
function isPayerInWords(draft: DraftDecision, index: number): boolean {
	const party = draft.columns.readings[index]?.party
	const mayName = draft.mayBe(index, "name") && party?.role === "payer"
	return mayName && areWordsForPeople(draft.evidence(index))
}

/** Who is called in every row as whoever is the customer is nobody else. */
function withoutSame(draft: DraftDecision, { payer, served, anybody }: Sides): Sides {
	const names = (side: Side) => [...side].filter(([, field]) => isNameField(field)).map(([index]) => index)
	const own = names(served).length > 0 ? names(served) : names(anybody)
	const same = new Set<number>()
	const sameAs = (index: number) => own.find((one) => areSame(draft.evidence(index), draft.evidence(one)))
	for (const index of names(payer)) {
		const other = sameAs(index)
		// Parents have the last name of the child, and first names of their own.
		if (other === undefined || names(samePerson(draft, payer, index)).some((one) => sameAs(one) === undefined)) continue
		// What is a delivery's by its name is the customer's where it says the same.
		const [left, kept] = draft.foreign(other) === undefined ? [index, other] : [other, index]
		same.add(left)
		if (draft.isOpen(left)) draft.leaveOut(left, `the same as ${quoted(draft.name(kept))} in every row`)
	}
	const others = (side: Side): Side => new Map([...side].filter(([index]) => !same.has(index)))
	return { payer: others(payer), served: others(served), anybody: others(anybody) }
}

/** Whether two columns have the same values in the same order; not known of more than are counted. */
function areSame(one: ColumnEvidence, other: ColumnEvidence): boolean {
	const counted = [...one.values.values()].reduce((sum, count) => sum + count, 0)
	if (counted === 0 || counted < one.filled || one.filled !== other.filled) return false
	return String([...one.values]) === String([...other.values])
}

/** Whom a column names is of a party, by whatever word. */
function withPointed(draft: DraftDecision, sides: Sides, { index: own, values }: Pointer): Sides {
	const { payer, served, anybody } = sides
	const found = draft.columns.names.flatMap((name, index) => {
		const said = values.find(([value]) => pointsTo(value, name))
		if (said === undefined || index === own || payer.has(index) || served.has(index) || !draft.isOpen(index)) return []
		const field = draft.evidence(index).filled > 0 ? fieldOfPointed(draft, index, said[0]) : undefined
		return field !== undefined && isPersonal(field) ? [[index, field] as const] : []
	})
	const pointed: Side = new Map(found)
	return {
		payer: new Map([...payer, ...pointed]),
		served,
		anybody: new Map([...anybody].filter(([index]) => !pointed.has(index))),
	}
}

/** Whether a column says of a row that it is of somebody else than the others are of. */
function isPointed(draft: DraftDecision, { payer, served, anybody }: Sides, pointer: Pointer | undefined): boolean {
	if (pointer === undefined || !hasName(payer)) return false
	const isOfPayer = pointer.values.some(([value]) => names(draft, value, "payer", payer))
	return isOfPayer && (personsOf(draft, payer, pointer).length > 1 || hasName(served) || hasName(anybody))
}

const tells: ReadonlySet<Field> = new Set<Field>(["number", ...contact])

function isSaid(draft: DraftDecision, side: Side): boolean {
	return [...side].some(([index, field]) => tells.has(field) && draft.is(index, "person"))
}

/** What is of the person whose name a person took as the customer's is the customer's as well, where that is not said otherwise. */
function takeRest(draft: DraftDecision, side: Side): void {
	for (const [named, field] of side) {
		if (!isNameField(field) || !draft.is(named, "person") || draft.fieldsOf(named).length === 0) continue
		for (const [index, own] of samePerson(draft, side, named))
			if (draft.isOpen(index) && !draft.isFilled(own))
				draft.send(index, own, `of the same person as ${quoted(draft.name(named))}`)
	}
}

/** Of whoever is not the customer nothing is sent but a number that rows have no other than: that is asked about. */
function leaveOutOther(draft: DraftDecision, { payer, served, anybody }: Sides, customer: Party): void {
	const [own, other] = customer === "payer" ? [payer, served] : [served, payer]
	const isNumbered = draft.isFilled("number") || has(own, "number") || has(anybody, "number")
	const numbers = [...other].flatMap(([index, field]) =>
		field === "number" && draft.isOpen(index) && mayRepeat(draft.evidence(index), draft.rows) ? [index] : [],
	)
	if (!isNumbered && numbers.length > 0) askFor(draft, "number", numbers, false)
	for (const index of other.keys())
		if (draft.isOpen(index)) draft.leaveOut(index, "of somebody else than the customer, by what you said")
}

const has = (side: Side, field: Field) => [...side.values()].includes(field)

/** Whether both parties have names. Who is responsible for somebody is no customer where another column has the customer's name. */
function areTwo(draft: DraftDecision, { payer, served, anybody }: Sides): boolean {
	// Of several who pay, and nobody else, one is the customer with all that is theirs.
	if (hasName(payer) && !hasName(served) && !hasName(anybody)) return personsOf(draft, payer).length > 1
	// Whoever is named in parts, beside somebody in parts of whom more is said, is another person.
	if (!hasName(payer)) return hasParts(served) && hasParts(anybody)
	if (hasName(served)) return true
	const named = [...payer].filter(([, field]) => isNameField(field))
	const isCertain = named.some(([index]) => draft.foreign(index) === undefined && !isHolder(draft, index))
	const isUsual = named.some(([index]) => draft.evidence(index).filled >= draft.rows / 2)
	// Guardians and relatives are no customers, unless most customers are reached by them alone.
	const mayBe = isCertain || areReachedByOthers(draft.columns)
	return hasName(anybody) && (mayBe || (served.size > 0 && isUsual))
}

function hasParts(side: Side): boolean {
	return has(side, "firstName") && (has(side, "lastName") || has(side, "name"))
}

function isHolder(draft: DraftDecision, index: number): boolean {
	return conceptsOf(draft.name(index)).has("holder")
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
	// The owner of a boat in a file of members is the member.
	if (paying.every(([index]) => draft.columns.readings[index]?.party?.role === "owner")) return
	for (const field of new Set(minor.map(([, one]) => one))) {
		const columns = minor.flatMap(([index, one]) => (one === field ? [index] : []))
		const isGiven = isNameField(field) ? hasName(anybody) : has(anybody, field)
		// Whoever else pays for a few by number is told of these.
		const isOfFew = field === "number" && minor === paying && has(served, field) && areFew(draft, columns)
		if (!isGiven && !isOfFew) askFor(draft, field, columns, false)
	}
}

function areFew(draft: DraftDecision, columns: readonly number[]): boolean {
	return columns.every((index) => draft.evidence(index).filled * 2 < draft.rows)
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
