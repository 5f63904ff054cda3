import { noCards } from "../contract/card-fate.ts"
import { isOfCard } from "../contract/card-paths.ts"
import type { CardState } from "../contract/card-state.ts"
import type { SaidThere } from "../contract/card-word.ts"
import { claimedCard } from "../contract/cards.ts"
import type { LackingCard } from "../contract/lacking.ts"
import { isMapped, isRenumbered, type Mapped, type RowOutcome, type StoredCard } from "../contract/outcome.ts"
import type { CardAbsent, CardElsewhere, Refused } from "../contract/ports.ts"
import { noCounts } from "../contract/progress.ts"
import type { RunState } from "../contract/state.ts"
import type { Layout } from "../csv/layout.ts"
import { indicesOf, type Mapping } from "../customer/columns/mapping.ts"
import { inCommands } from "../customer/command-words.ts"
import { quoted } from "../customer/finding-codes.ts"
import { cardWords, ofCard } from "../run/card-words.ts"
import type { FileCard } from "../run/file-cards.ts"
import { isAsKnown, isSaidRight, type KnownCards } from "../run/known-cards.ts"
import { otherSpelling } from "../run/plan.ts"
import { foundUnlooked } from "../run/reconcile.ts"
import { sentBefore } from "../run/sent-before.ts"
import { cardsSent } from "./card-columns.ts"
import type { AccountedCard, CardFacts, OwnLater } from "./card-facts.ts"
import { accountedCards, isTwice, tokensOf } from "./card-fates.ts"
import { isToBeAdded } from "./card-follow-up.ts"
import { asksWho, saidCards } from "./card-questions.ts"
import { type Checked, checkedOf, checkedWith } from "./checked.ts"
import type { CheckedRow } from "./checked-row.ts"
import { contactReader } from "./contact.ts"
import { type Customer, customersIn } from "./customers.ts"
import type { DraftFile } from "./draft-file.ts"
import { mayExist } from "./explain.ts"
import { followUpOf } from "./follow-up.ts"
import type { FollowUpFile, FollowUpLine } from "./follow-up-file.ts"
import { otherRows } from "./other-rows.ts"
import type { RejectSheet } from "./reject-sheet.ts"
import type { ResultsFile } from "./results-file.ts"
import { invalid, type Known, RowOutcomes } from "./row-outcomes.ts"
import { RowRanges } from "./row-ranges.ts"
import { writeRecord } from "./rows-file.ts"
import type { Tally } from "./summary.ts"

export interface RowsInput {
	/** Every data row of the file, in order, in batches of any size. */
	readonly rows: AsyncIterable<readonly CheckedRow[]>
	readonly layout: Layout
	readonly mapping: Mapping
	/** What the journal says. */
	readonly state: RunState
	/** What else is known of a customer number. */
	readonly known?: Known
	/** The customer number for which a card token was ever sent, by the ledger. */
	readonly sentFor?: (token: string) => string | undefined
	/** What is known of the card of a token, by its own word and the ledger. */
	readonly cardOfToken?: (token: string) => StoredCard
	/** As of `CardFacts`, by this run and the ledger. */
	readonly saidThere?: (number: string, token: string) => SaidThere["cards"]
	/** How Intergiro refused a card token, by the ledger; nothing where it did not. */
	readonly refusedFor?: (token: string) => Refused | undefined
	/** The other run that may send a card of a customer once more, as by a person's word it was not stored. */
	readonly absentFor?: (number: string, token: string) => CardAbsent | undefined
	/** What the runs that sent a card of a customer know of it, by the ledger, where it is not there for all that they know. */
	readonly lackingFor?: (number: string, token: string) => LackingCard | undefined
	/** As of `CardFacts`, by the ledger. */
	readonly sentSince?: (number: string, tokens: readonly string[], token?: string) => readonly OwnLater[]
	/** Which cards a customer can have, where any run knows that. */
	readonly knownCards?: (number: string, id: string) => KnownCards | undefined
	/** What is said of a customer whom a later import has under another number. */
	readonly numberedLater?: (number: string) => string | undefined
	/** As of `FileCard`: whether a card token was sent for a customer, by any run. */
	readonly sentAs?: (number: string, token: string) => FileCard["sent"]
	/** Whether the customer for whom a card token was sent last was refused, by the ledger. */
	readonly isRefused?: (token: string) => boolean
	/** Whether a card token was sent to be added to a customer, and not refused, by the ledger. */
	readonly isAdded?: (number: string, token: string) => boolean
	/** Whether a customer was created without a card, and got none since, by the ledger. */
	readonly isBare?: (number: string) => boolean
	/** What became of a card token that was to be added to a customer who exists. */
	readonly cardOf?: (token: string) => CardState | undefined
	/** The run that has a card of the customer in doubt, by the ledger, where it is another one than this; perhaps this very card. */
	readonly elsewhere?: (number: string, token: string) => CardElsewhere | undefined
}

/** The files of a run with something of its rows in them. */
export interface Sheets {
	readonly results: ResultsFile
	readonly errors: RejectSheet
	readonly unknown: RejectSheet
	readonly followUp: FollowUpFile
	readonly rows: DraftFile
}

/** Puts each row into its place, in one pass over the file, and counts them. */
export async function writeRows(input: RowsInput, sheets: Sheets): Promise<Tally> {
	const { rows, state, known } = input
	const tally = noTally()
	const ids = new Set<string>()
	const followUpOf = followUps(input)
	const pending = new RowRanges()
	for await (const customers of customersIn(rows, new RowOutcomes(state, known)))
		for (const customer of customers) {
			count(tally, customer)
			const { first, outcome, holder } = customer
			const { number = "" } = first
			const holds = holder === first.row
			if (holds && state.outcome(number)) tally.met++
			const cards = cardsOf(input, customer)
			for (const card of cards) {
				tally.tokens[card.fate]++
				if (input.cardOf?.(card.token)) tally.metCards++
			}
			const followUp = followUpOf(customer, cards)
			if (followUp) {
				const [reason = ""] = followUp.reasons
				tally.reasons[reason] = (tally.reasons[reason] ?? 0) + 1
				tally.followUps++
				countCameBack(tally, followUp)
				if (followUp.reasons.includes("renumbered")) tally.renumbered++
				const isNumberRight = state.said.isNumberRight(number)
				if (!asksWho(customer, { isNumberRight, amiss: state.amissOf(number) }))
					tally.addable += cards.filter(isToBeAdded).length
				await sheets.followUp.add(followUp)
			}
			const { note = "" } = noteOf(customer, cards, input.numberedLater?.(number))
			const own = outcome && isMapped(outcome) && holds ? sheets.results.ownOf(first) : undefined
			const checked = checkedWith(checkedOf(state, number), cards)
			const sentAs = (token: string) => input.sentAs?.(number, token)
			const other =
				outcome?.kind === "invalid" && outcome.code === sentBefore ? sentForOther(input, customer) : undefined
			await writeRecords(sheets.rows, customer, { followUp, own, checked, cards, sentAs, other, note })
			if (!outcome) {
				for (const { row } of customer.rows) pending.add(row)
				continue
			}
			if (!isMapped(outcome)) {
				const sheet = mayExist(outcome) ? sheets.unknown : sheets.errors
				for (const row of customer.rows) await sheet.add(row, outcome)
			} else if (holds) {
				tally.customers++
				if (outcome.kind === "existing") tally.existed++
				if (checked) tally.checked[checked]++
				if (isAccepted(state, number, outcome)) tally.accepted++
				if (ids.has(outcome.id)) tally.shared++
				ids.add(outcome.id)
				const rows = rowsOf(customer)
				const sent = sentWith(state, customer) + (state.cards.addedTo(number)?.count ?? 0)
				await sheets.results.add({ number, rows, outcome, cards: sent, checked, ...(note ? { note } : {}) }, own)
			}
		}
	tally.known = Object.values(state.counts).reduce((sum, count) => sum + count, 0)
	tally.knownCards = state.cards.byToken.size
	tally.pendingRows = String(pending)
	tally.given.errors = String(sheets.errors.given)
	tally.given.unknown = String(sheets.unknown.given)
	return tally
}

/** What there is to do about each customer, once, in whatever rows its number stands. */
function followUps({
	state,
	mapping,
	layout,
	isBare,
}: RowsInput): (customer: Customer, cards: readonly AccountedCard[]) => FollowUpLine | undefined {
	const contactOf = contactReader(mapping, layout.columns)
	const told = new Set<string>()
	const isOfOtherRow = otherRows(state)
	const numbers = indicesOf(mapping, layout.columns, "number")
	/** The customer number that a row was given back with, where a spreadsheet changed it. */
	const formerly = ({ changed, was }: CheckedRow) =>
		changed && was ? numbers.map((index) => was[index]?.trim()).find(Boolean) : undefined
	return (customer, cards) => {
		const { first, rows, holder } = customer
		const { number = "" } = first
		const outcome = withoutAccepted(number, customer.outcome, state)
		// Another row of the number that somebody has is an error of this one; in doubt it has to be looked at all the same.
		const isOther = holder !== undefined && holder !== first.row
		if ((isOther && outcome?.kind !== "unknown") || told.has(number)) return undefined
		const checked = isOther ? undefined : checkedOf(state, number)
		const amiss = checked && state.amissOf(number)
		const former = formerly(first)
		const isNumberRight = state.said.isNumberRight(number)
		const sent = sentWith(state, customer)
		const look = { checked, amiss, isOfOtherRow: isOfOtherRow(number, amiss) }
		const isAsked = !isOther && asksWho(customer, { isNumberRight, amiss })
		const facts = { number, former, rows, outcome, sent, cards, isNumberRight, isAsked, ...look }
		const found = followUpOf({ ...facts, isBare: ledgerNumbers(number, outcome).some((one) => isBare?.(one)) })
		if (found === undefined) return undefined
		if (number !== "") told.add(number)
		const { was: cells = first.cells } = first
		return { ...found, number: former ?? number, rows: rowsOf(customer), ...contactOf({ ...first, cells }) }
	}
}

/** One for a customer that exists, and one for each row that does not. */
async function writeRecords(
	draft: DraftFile,
	customer: Customer,
	{
		followUp,
		own,
		checked,
		cards,
		sentAs,
		other,
		note,
	}: {
		readonly followUp: FollowUpLine | undefined
		readonly own: readonly string[] | undefined
		readonly checked: Checked | undefined
		readonly cards: readonly AccountedCard[]
		sentAs(token: string): FileCard["sent"]
		/** As of `RowRecord.sentFor`. */
		readonly other: string | undefined
		readonly note: string
	},
): Promise<void> {
	const { first, rows, outcome, holder } = customer
	if (outcome && isMapped(outcome) && holder !== first.row) return
	const isOne = outcome !== undefined && isMapped(outcome)
	const ended = { number: first.number ?? "", ...(outcome ? { outcome } : {}) }
	const [, ...others] = rows
	const cardOf = ({ token, card = {} }: AccountedCard): FileCard => {
		const sent = sentAs(token)
		return { ...card, ...(sent ? { sent } : {}) }
	}
	const said = saidCards(cards)
	const more = {
		...(isOne && note ? { note } : {}),
		...(other === undefined ? {} : { sentFor: other }),
		...(isOne && checked ? { checked } : {}),
		...(outcome?.kind === "existing" && cards.length > 0 ? { cards: cards.map(cardOf) } : {}),
		...(isOne && said.length > 0 ? { cardsSaid: said } : {}),
		...(own ? { own } : {}),
		...(followUp ? { followUp } : {}),
		...(isOne && others.length > 0 ? { joined: others.map(({ row }) => row) } : {}),
	}
	const which = ({ row, origin }: CheckedRow) => ({ row, ...(origin === undefined ? {} : { origin }) })
	await writeRecord(draft, { ...which(first), ...ended, ...more })
	if (!isOne) for (const one of others) await writeRecord(draft, { ...which(one), ...ended })
}

/** The other number for which a card token of a customer was sent. */
function sentForOther({ sentFor }: RowsInput, { first: { number = "" }, rows }: Customer): string | undefined {
	return rows
		.flatMap(tokensOf)
		.map((token) => sentFor?.(token))
		.find((one) => one !== undefined && one !== number)
}

function noteOf(
	{ first: { number = "", valid, findings }, outcome }: Customer,
	cards: readonly AccountedCard[],
	later = "",
): { readonly note?: string } {
	const tokens = cards.map(({ token }) => token)
	const isMended = outcome?.kind === "existing" && outcome.mended
	const notes = [
		isMended
			? `A run gave this row back, and it was sent as customer number ${quoted(outcome.given ?? number)}${outcome.run === undefined ? "" : `: run ${outcome.run} has the customer`}.`
			: "",
		valid ? "" : inCommands(invalid(findings).message),
		later,
		...cards.map(({ token, outcome }) =>
			outcome?.kind === "there" && outcome.by === "person" ? ofCard(cardWords(outcome) ?? "", token, tokens) : "",
		),
	].filter(Boolean)
	return notes.length > 0 ? { note: notes.join(" ") } : {}
}

function rowsOf({ rows }: Customer): readonly number[] {
	return rows.map(({ row }) => row)
}

/** Cards that were sent with the creation of a customer. */
function sentWith(state: RunState, { first, rows, outcome }: Customer): number {
	const inFile = () => rows.reduce((sum, { creatable }) => sum + (creatable?.method.length ?? 0), 0)
	return outcome ? cardsSent(state.get(first.number ?? ""), outcome, inFile) : 0
}

/** What became of the card tokens of a customer; those in another row of a number that somebody has are left in it. */
function cardsOf(
	{
		state,
		sentFor,
		refusedFor,
		cardOf,
		elsewhere,
		absentFor,
		lackingFor,
		sentSince,
		saidThere,
		isRefused,
		isAdded,
		knownCards,
		cardOfToken = claimedCard,
	}: RowsInput,
	customer: Customer,
): readonly AccountedCard[] {
	const { first, rows, outcome } = customer
	const { number = "" } = first
	const numbers = ledgerNumbers(number, outcome)
	const known = outcome && isMapped(outcome) ? knownCards?.(number, outcome.id) : undefined
	const stored = outcome && isMapped(outcome) ? outcome.cards : undefined
	const facts: CardFacts = {
		...{ numbers: [number, ...numbers], rows, outcome, sentFor, refusedFor, isRefused, cardOf, cardOfToken },
		elsewhere: (token) => firstOf(numbers, (one) => elsewhere?.(one, token)),
		absentFor: (token) => firstOf(numbers, (one) => absentFor?.(one, token)),
		lackingFor: (token) => firstOf(numbers, (one) => lackingFor?.(one, token)),
		isAdded: (token) => numbers.some((one) => isAdded?.(one, token)),
		sentSince: (tokens, token) => numbers.flatMap((one) => sentSince?.(one, tokens, token) ?? []),
		most: known?.most,
		knownStored: known?.sets[0]?.stored,
		isSaidRight: isSaidRight(stored, known),
		hasOther: outcome !== undefined && isMapped(outcome) && state.unaccepted(number, outcome).some(isOfCard),
		isUnlikeKnown: known !== undefined && stored !== undefined && !isAsKnown(stored, known),
		cards: sentWith(state, customer),
		checked: checkedOf(state, number),
		saidThere: (token) => numbers.flatMap((one) => saidThere?.(one, token) ?? []),
		least: state.cards.addedTo(number)?.least,
	}
	return accountedCards(facts).map((one) => {
		const { token, outcome } = one
		const card = { ...one, card: cardOfToken(token), ...(isTwice(one, facts) ? ({ isTwice: true } as const) : {}) }
		if (outcome?.kind !== "added" || outcome.differs === undefined) return card
		return { ...card, outcome: { ...outcome, differs: facts.isSaidRight ? [] : state.unaccepted(number, outcome) } }
	})
}

/**
 * The numbers under which the ledger has a customer: that of the file and the one that it has at Intergiro. A row that was mended is of the customer
 * whom it made, under that number alone: that of the file may be somebody else's.
 */
function ledgerNumbers(number: string, outcome: RowOutcome | undefined): readonly string[] {
	const given = outcome !== undefined && "given" in outcome ? (outcome.given ?? number) : number
	const isMended = outcome?.kind === "existing" && outcome.mended
	return isMended || given === number ? [given] : [number, given]
}

function firstOf<Found>(numbers: readonly string[], find: (number: string) => Found | undefined): Found | undefined {
	for (const number of numbers) {
		const found = find(number)
		if (found !== undefined) return found
	}
	return undefined
}

function noTally(): Tally {
	return {
		rows: 0,
		pending: 0,
		pendingCustomers: 0,
		pendingRows: "",
		found: 0,
		asked: 0,
		customers: 0,
		existed: 0,
		met: 0,
		known: 0,
		shared: 0,
		accepted: 0,
		metCards: 0,
		knownCards: 0,
		tokens: noCards(),
		outcomes: noCounts(),
		earlier: {},
		checked: {
			yes: 0,
			missing: 0,
			removed: 0,
			"other-number": 0,
			twice: 0,
			"card-missing": 0,
			"card-twice": 0,
			"card-unknown": 0,
		},
		cameBack: { differing: 0, withoutCard: 0, cardNotStored: 0, cardTwice: 0 },
		given: { errors: "", unknown: "" },
		renumbered: 0,
		addable: 0,
		followUps: 0,
		reasons: {},
	}
}

function countCameBack({ cameBack }: Tally, { reasons }: FollowUpLine): void {
	if (reasons.includes("differs") || reasons.includes("other-person")) cameBack.differing++
	if (reasons.includes("card-missing")) cameBack.withoutCard++
	if (reasons.includes("card-not-stored")) cameBack.cardNotStored++
	if (reasons.includes("card-twice")) cameBack.cardTwice++
}

/** What came back otherwise and was accepted by a person is nobody's concern any more. */
function withoutAccepted(number: string, outcome: RowOutcome | undefined, state: RunState): RowOutcome | undefined {
	if (outcome === undefined || !isMapped(outcome) || outcome.differs === undefined) return outcome
	return { ...outcome, differs: state.unaccepted(number, outcome).filter((field) => field !== "number") }
}

/** Whether a person said of something that is other that it is right. */
function isAccepted(state: RunState, number: string, outcome: Mapped): boolean {
	const cards = Array.from(state.cards.of(number)).flatMap(([, card]) =>
		card.kind === "settled" && card.outcome.kind === "added" ? (card.outcome.differs ?? []) : [],
	)
	// Under yet another number it is not what was said to be right.
	const isElsewhere = state.amissOf(number)?.under !== undefined
	const others = [...(outcome.differs ?? []), ...cards, ...(isRenumbered(outcome) && !isElsewhere ? ["number"] : [])]
	return others.some((path) => state.said.isRight(number, path))
}

/** Counts the rows of a customer by how they ended. */
function count(tally: Tally, { rows, outcome }: Customer): void {
	tally.rows += rows.length
	if (!outcome) {
		tally.pending += rows.length
		tally.pendingCustomers++
		return
	}
	tally.outcomes[outcome.kind] += rows.length
	if (outcome.kind === "unknown" && outcome.code === foundUnlooked) tally.found += rows.length
	if (outcome.kind === "unknown" && outcome.code === otherSpelling) tally.asked += rows.length
	if (outcome.kind === "existing" && outcome.run !== undefined)
		tally.earlier[outcome.run] = (tally.earlier[outcome.run] ?? 0) + rows.length
}
