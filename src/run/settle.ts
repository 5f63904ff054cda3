import { type Doubt, isOfOthers } from "../contract/number-state.ts"
import type { LedgerEntry, Listed } from "../contract/ports.ts"
import type { RunState } from "../contract/state.ts"
import type { Creatable } from "../customer/creatable.ts"
import { told } from "../customer/sentences.ts"
import { AsKnown } from "./as-known.ts"
import { unsettled } from "./doubt-words.ts"
import { Elsewhere } from "./elsewhere.ts"
import { feed } from "./feed.ts"
import { existingElsewhere, existingSince, otherSpelling } from "./plan.ts"
import { reconcile } from "./reconcile.ts"
import { isRefusedAfterDoubt } from "./refused-after-doubt.ts"
import type { Session } from "./session.ts"
import { Waited } from "./waited.ts"

type Customers = ReadonlyMap<string, readonly Listed[]>

/**
 * Before anything is sent: lists what exists, so that it is not created again and that what is found later is ours.
 * What an earlier session left in doubt and is found now is settled at once.
 */
export async function preflight(session: Session): Promise<void> {
	const { truncated } = session.world
	session.enter("preflight")
	// What was sent and is not on record may still be on its way.
	if (truncated) await session.settle(session.settings.settle)
	if (session.stop) return
	const { mayHave, state, ledger } = session.world
	// A customer that Intergiro gave another number stands there under that one, and the ledger knows both.
	const concerns = (number: string) =>
		mayHave(number) || state.numbers.has(number) || ledger.lookup(number) !== undefined
	const asKnown = new AsKnown(state)
	// Where records are missing, everybody counts: what is listed now answers for the runs that were lost.
	const listing = await session.list(
		truncated ? undefined : (customer) => concerns(customer.number) && !asKnown.takes(customer, () => true),
	)
	if (!listing) return
	asKnown.complete(listing.customers)
	session.existing.take(listing.customers, truncated ? undefined : asKnown.rest())
	session.observe({ type: "listed", customers: listing.count, unnumbered: listing.unnumbered })
	await settleFound(session, listing.customers)
	if (truncated) await ledger.takeListing(listing.customers)
	await session.recorder.append({ type: "listed", customers: listing.count })
}

/**
 * After sending: reads back what is in doubt, once it has had the time to show. What two listings half a settle time
 * apart do not hold stays unknown; with consent it is sent again, once, and only when a whole settle time has passed
 * here, in this session or since an earlier one of the process, and a listing after that did not hold it. The clock on the wall may have
 * been set since the last request was written down.
 */
export async function settle(session: Session): Promise<void> {
	const { world, settings, recorder } = session
	const { clock } = world
	const { settle } = settings
	const { waited = new Waited() } = world
	// A session that adds cards creates nobody.
	for (let consent = settings.resendUnknown && !settings.addCards; !session.stop; consent = false) {
		const last = lastSent(world.state)
		if (last === undefined) return
		session.enter("settling")
		const { since: began, sought } = waited.of(world.state) ?? waited.begin(world.state, clock.now())
		const rest = () => (consent ? began + settle - clock.now() : 0)
		const usual = Math.min(last + settle - clock.wall(), settle)
		let seen = await look(
			session,
			sought === undefined ? usual : Math.max(usual, rest(), sought + settle / 2 - clock.now()),
		)
		if (sought === undefined && seen && seen.missing.length > 0) {
			waited.soughtInVain(clock.now())
			seen = await look(session, Math.max(settle / 2, rest()))
		}
		if (session.stop) return
		const missing = seen && (await seen.elsewhere.hold(seen.missing, seen.customers))
		if (consent && !missing) session.observe({ type: "cannot-resend", message: cannotResend })
		const sendable = missing?.filter((number) => !isRefused(world.state, number))
		if (!missing || !consent || sendable?.length === 0) {
			await giveUp(session, missing)
			return
		}
		for (const number of sendable ?? []) await recorder.append({ type: "consent", number })
		session.enter("sending")
		const again = new Set(sendable)
		await feed(session, (number) => again.has(number))
	}
}

/** It was sent again and refused: its card token is spent, and the same is not sent a third time. */
function isRefused(state: RunState, number: string): boolean {
	const one = state.get(number)
	return one?.kind === "doubt" && isRefusedAfterDoubt(one.code)
}

interface Seen {
	/** The numbers in doubt that are not listed. */
	readonly missing: readonly string[]
	/** Those who are listed, and may be one of them. */
	readonly customers: Customers
	readonly elsewhere: Elsewhere
}

/**
 * @param milliseconds to wait before
 * @returns nothing when there was no complete listing
 */
async function look(session: Session, milliseconds: number): Promise<Seen | undefined> {
	if (!session.canList) return undefined
	const { state } = session.world
	await session.settle(Math.max(0, milliseconds))
	if (session.stop) return undefined
	const known = knownToOthers(session)
	const elsewhere = await Elsewhere.of(session)
	const listing = await session.list(
		(one) => state.get(one.number)?.kind === "doubt" || known.has(one.id) || elsewhere.concerns(one),
	)
	if (!listing) return undefined
	await settleFound(session, listing.customers)
	await settleElsewhere(session, listing.customers, known)
	const missing = [...state.doubts()].flatMap(([number, doubt]) =>
		isAsked(doubt) || listing.customers.has(number) ? [] : [number],
	)
	return { missing, customers: listing.customers, elsewhere }
}

/** When the last request in doubt was sent: milliseconds since 1970. A question that only a person can answer waits for nothing. */
function lastSent(state: RunState): number | undefined {
	let last: number | undefined
	for (const [, doubt] of state.doubts()) if (!isAsked(doubt)) last = Math.max(last ?? doubt.at, doubt.at)
	return last
}

function isAsked({ code, attempt }: Doubt): boolean {
	return code === otherSpelling && attempt === 0
}

async function settleFound({ world, existing, recorder }: Session, customers: Customers): Promise<void> {
	const found = [...world.state.doubts()].filter(([number]) => customers.has(number))
	const sent = await creatablesOf(world, new Set(found.map(([number]) => number)))
	for (const [number, state] of found) {
		const listed = customers.get(number)
		const creatable = sent.get(number)
		const ended = reconcile(state, listed, creatable)
		const known = () => ({ ...existing.knowledgeOf({ number, row: state.row }, world), listed })
		const outcome = ended?.kind === "existing" ? existingSince(known(), creatable ? { creatable } : {}) : ended
		if (outcome) await recorder.outcome(number, state.row, outcome)
	}
}

type Known = ReadonlyMap<string, { readonly number: string; readonly entry: Extract<LedgerEntry, { state: "exists" }> }>

/** By id, those in doubt whom another run knows: where they are not listed under their number, they may be under another one. */
function knownToOthers({ world: { state, ledger } }: Session): Known {
	const known = new Map<string, { number: string; entry: Extract<LedgerEntry, { state: "exists" }> }>()
	for (const [number, doubt] of state.doubts()) {
		const entry = isOfOthers(doubt) ? ledger.lookup(number) : undefined
		if (entry?.state === "exists") known.set(entry.id, { number, entry })
	}
	return known
}

async function settleElsewhere({ world, recorder }: Session, customers: Customers, known: Known): Promise<void> {
	const found = [...customers.values()].flat().filter(({ id }) => known.has(id))
	const sent = await creatablesOf(world, new Set(found.flatMap(({ id }) => known.get(id)?.number ?? [])))
	for (const listed of found) {
		const { number, entry } = known.get(listed.id) ?? {}
		const doubt = number === undefined ? undefined : world.state.get(number)
		if (number === undefined || entry === undefined || doubt?.kind !== "doubt") continue
		await recorder.outcome(number, doubt.row, existingElsewhere(entry, listed, sent.get(number)))
	}
}

/** What the file has of these customers: read again, as hardly ever anybody is in doubt. */
export async function creatablesOf(
	{ entries }: Pick<Session["world"], "entries">,
	numbers: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Creatable>> {
	const found = new Map<string, Creatable>()
	if (numbers.size === 0) return found
	for await (const batch of entries((number) => numbers.has(number)))
		for (const { number, creatable } of batch) if (numbers.has(number)) found.set(number, creatable)
	return found
}

/** Says of what stays in doubt what was done to find it. */
async function giveUp({ world, recorder }: Session, missing: readonly string[] | undefined): Promise<void> {
	const numbers = missing ?? [...world.state.doubts()].map(([number]) => number)
	for (const number of numbers) {
		const state = world.state.get(number)
		if (state?.kind !== "doubt" || isAsked(state)) continue
		await recorder.outcome(number, state.row, unsettled(state, missing !== undefined))
	}
}

const cannotResend = told`Rows in doubt were not sent again: that needs a key that can list, to look for them first. Who knows that Intergiro does not have one ${{ way: "says-absent" }}.`
