import type { Field } from "../fields.ts"
import type { Party, Role } from "../headers/party.ts"
import { isNameField } from "../name.ts"
import { doubtOfPart } from "./doubtful-parts.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { personsOf } from "./party-persons.ts"
import { type PartyCandidate, type PartyCandidates, partyQuestion } from "./party-questions.ts"
import { resolveHalf, type Side, type Sides } from "./party-sides.ts"
import { type Pointer, pointsTo, pointsToServed } from "./pointers.ts"

const has = (side: Side, field: Field) => [...side.values()].includes(field)
const numbersOf = (side: Side) => [...side].filter(([, field]) => field === "number")
const without = (side: Side, others: Side): Side => new Map([...side].filter(([index]) => !others.has(index)))

/** One of several who may be the customer. */
interface Possible {
	readonly id: string
	readonly party: Party
	/** What is theirs by its name. */
	readonly named: Side
	/** With what is of nobody by its name, and the other party has one of its own. */
	readonly whole: Side
}

/**
 * Asks who the customers are, where a file tells of several.
 * @param pointer a column that says of each row who of them it is of
 */
export function askForCustomer(draft: DraftDecision, sides: Sides, pointer: Pointer | undefined): void {
	const whole = { payer: withAnybody(sides, "payer"), served: withAnybody(sides, "served") }
	const shared = without(without(sides.anybody, whole.payer), whole.served)
	for (const side of [whole.payer, whole.served]) resolveHalf(draft, side)
	const free = without(whole.payer, sides.payer)
	const persons = personsOf(draft, sides.payer, pointer)
	const payers = persons.length > 1 ? persons : [sides.payer]
	const found = [
		...payers.map((named, at): Possible => {
			const own = persons.length > 1 ? new Map([...named, ...free]) : whole.payer
			return { id: at === 0 ? "payer" : `payer.${at + 1}`, party: "payer", named, whole: own }
		}),
		...(whole.served.size > 0
			? [{ id: "served", party: "served" as const, named: sides.served, whole: whole.served }]
			: []),
	]
	const isWhole = (side: Side) => has(side, "number") || has(shared, "number")
	// Where most rows have nobody who pays, the others are hardly all customers.
	const isServedFirst = (!isWhole(whole.payer) && isWhole(whole.served)) || isNamedInPart(draft, sides.payer)
	const parties = isServedFirst ? [...found].sort((one, other) => byServed(one) - byServed(other)) : found
	const about = [...new Set([...whole.payer.keys(), ...whole.served.keys()])].sort((a, b) => a - b)
	const candidates = parties.map((one) => {
		const { id, party, named } = one
		const role = roleOf(draft, sides[party])
		const mayLack = party === "payer" || role === "recipient"
		const other = whole[party === "payer" ? "served" : "payer"]
		const isPartial = mayLack && isNamedInPart(draft, named)
		const reached = isPartial ? reachedBy(draft, named, shared) : new Map<number, Field>()
		const rest = isPartial ? restOf(named, other, without(shared, reached)) : undefined
		const numbers = rest === undefined ? [] : numbersFor(one, other)
		const ofAll = rest === undefined ? shared : new Map([...without(without(shared, rest), reached), ...numbers])
		const kept = party === "payer" ? deliveredIn(draft, sides.served) : new Map<number, Field>()
		return {
			id,
			party,
			role,
			own: candidatesOf(draft, rest === undefined ? one.whole : new Map([...named, ...reached])),
			shared: candidatesOf(draft, ofAll),
			kept: candidatesOf(draft, new Map([...kept, ...numbers])),
			...(rest === undefined ? {} : { otherwise: candidatesOf(draft, rest) }),
			values: pointer?.values.filter(([value]) => names(draft, value, party, one.whole)) ?? [],
		} satisfies PartyCandidates
	})
	const isSaid = pointer !== undefined && candidates.filter(({ values }) => values.length > 0).length > 1
	const question = partyQuestion(candidates, {
		about: about.map((index) => draft.name(index)),
		numbers: [...numbersOf(whole.payer), ...numbersOf(whole.served)].map(([index]) => draft.name(index)),
		hasCards: draft.isFilled("token"),
		rows: draft.rows,
		by: isSaid ? { column: draft.name(pointer.index), ...rowByRow(draft, parties, whole) } : undefined,
	})
	draft.askTogether(question, about, parties[0]?.whole ?? new Map())
}

const byServed = ({ party }: Possible) => Number(party !== "served")

/** What each party has where a column says of each row which it is, in their order; and the number, which is of all rows. */
function rowByRow(draft: DraftDecision, parties: readonly Possible[], whole: Readonly<Record<Party, Side>>) {
	const areNumbered = parties.some(({ party, named }) => party === "payer" && has(named, "number"))
	const isOwn =
		(named: Side) =>
		([index, field]: readonly [number, Field]) =>
			field === "number" ? areNumbered && named.has(index) : true
	const numbers = numbersOf(whole.payer).length > 0 ? numbersOf(whole.payer) : numbersOf(whole.served)
	return {
		groups: parties.map(({ party, named, whole: own }) =>
			candidatesOf(draft, new Map([...(party === "payer" ? named : own)].filter(isOwn(named)))),
		),
		numbers: candidatesOf(draft, new Map(areNumbered ? [] : numbers)),
	}
}

/** The number of rows whether they have this party or not: that of an account, or the only one. */
function numbersFor({ named, whole }: Possible, other: Side): readonly (readonly [number, Field])[] {
	if (has(named, "number")) return []
	const free = numbersOf(without(whole, named))
	return free.length > 0 ? free : numbersOf(other)
}

/** Whether some rows do not name a party. */
function isNamedInPart(draft: DraftDecision, named: Side): boolean {
	const filled = [...named].filter(([, field]) => isNameField(field)).map(([index]) => draft.evidence(index).filled)
	return filled.length > 0 && Math.max(...filled) < draft.rows
}

/** Who the customer is of rows that do not name a party: somebody else, with all that is not of the party; nothing where nobody is named. */
function restOf(named: Side, other: Side, shared: Side): Side | undefined {
	const isOwn = ([, field]: readonly [number, Field]) => field !== "number" || has(named, "number")
	const rest = [...without(other, named)].filter(isOwn)
	const ofNobody = [...shared].filter(([, field]) => field !== "number")
	return rest.some(([, field]) => isNameField(field)) ? new Map([...rest, ...ofNobody]) : undefined
}

/** How a party is reached: what stands right behind its columns, is of nobody by its name, and is not filled in more rows than name the party. */
function reachedBy(draft: DraftDecision, named: Side, shared: Side): Side {
	const rows = Math.max(...[...named.keys()].map((index) => draft.evidence(index).filled))
	const found = new Map<number, Field>()
	for (let index = Math.max(...named.keys()) + 1; ; index++) {
		const field = shared.get(index)
		if (field === undefined || field === "number" || draft.evidence(index).filled > rows) return found
		found.set(index, field)
	}
}

/** As what the columns of a party are named; nothing where none is. */
function roleOf(draft: DraftDecision, side: Side): Role | undefined {
	for (const index of side.keys()) {
		const role = draft.columns.readings[index]?.party?.role
		if (role !== undefined) return role
	}
	return undefined
}

/** Whether a value of a column means this party. */
export function names(draft: DraftDecision, value: string, party: Party, own: Side): boolean {
	if ([...own.keys()].some((index) => pointsTo(value, draft.name(index)))) return true
	return party === "served" && pointsToServed(value)
}

/** Where goods go to is of the customer who ordered them, too. */
function deliveredIn(draft: DraftDecision, served: Side): Side {
	const fields = [...served.keys()].map((index) => [index, draft.single(index)] as const)
	return new Map(fields.flatMap(([index, field]) => (field?.startsWith("delivery") ? [[index, field] as const] : [])))
}

function candidatesOf(draft: DraftDecision, side: Side): readonly PartyCandidate[] {
	return [...side].map(([index, field]) => {
		const instead = insteadOf(draft, index, field)
		return { ...draft.candidate(index), field, ...(instead === undefined ? {} : { instead }) }
	})
}

/** What is called a street and holds zip codes and cities is these, and what may be of anything is asked about elsewhere. */
function insteadOf(draft: DraftDecision, index: number, field: Field): readonly Field[] | undefined {
	if (field !== "street") return undefined
	const { filled, forms } = draft.evidence(index)
	if (forms.zipCity * 2 > filled) return ["zipCode", "city"]
	return doubtOfPart(draft, index, field) === undefined ? undefined : []
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
