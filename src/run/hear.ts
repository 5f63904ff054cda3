import { isOfCards } from "../contract/card-paths.ts"
import type { Exists } from "../contract/expected.ts"
import { isRenumbered, listedNumber } from "../contract/outcome.ts"
import { othersIn, type Sighting } from "../contract/sighting.ts"
import type { RunState } from "../contract/state.ts"
import { isOfValue, placeOf, valueAt } from "../contract/values.ts"
import type { Creatable } from "../customer/creatable.ts"
import { compareCards } from "./compare-cards.ts"
import { fileCard } from "./file-cards.ts"
import { Judge } from "./judge.ts"
import { knownCards, mostCards, unlikeKnown } from "./known-cards.ts"
import { listedIn } from "./listed-in.ts"
import type { Session } from "./session.ts"
import { creatablesOf } from "./settle.ts"
import { hearOfCards } from "./settle-cards.ts"
import { differsBy } from "./values-seen.ts"

/**
 * What other runs saw of customers who exist by the journal, since this one looked for them: it counts as if this one had seen it. Those who are
 * not in the journal yet are planned by it.
 */
export async function hear(session: Session): Promise<void> {
	const { world, recorder } = session
	const { state, ledger } = world
	for (const { number, row, outcome } of remade(world)) await recorder.outcome(number, row, outcome)
	if (ledger.sightings().size === 0) return
	await hearOfCards(session)
	const renamed = renamedIn(state)
	for (const number of new Set(renamed.values()))
		if (isSaidRight(world, number)) {
			const { row = 0 } = state.existing(number) ?? {}
			await recorder.append({ type: "said", number, row, right: ["number"] })
		}
	for (const [number, differs] of takenBack(state, ledger, renamed)) {
		const at = state.heard.get(number)?.at ?? state.lookedAt ?? ""
		await recorder.append({ type: "heard", number, seenAt: at, seen: { differs } })
	}
	for (const [number, differs] of recounted(world)) {
		const at = state.heard.get(number)?.at ?? state.lookedAt ?? ""
		await recorder.append({ type: "heard", number, seenAt: at, seen: { differs } })
	}
	const news = newsIn(world, renamed)
	const compared = Array.from(news).flatMap(([number, one]) =>
		one.sighting.values || hasMore(world, one) ? [number] : [],
	)
	const sent = await creatablesOf(world, new Set(compared))
	const told = Array.from(news, ([number, { name, sighting, exists }]) => {
		const { id, under = name } = sighting
		const listed = new Map([[under, listedIn(name, sighting, world.hashToken)]])
		const judge = new Judge(listed, new Set(id === undefined ? [] : [id]))
		const creatable = sent.get(number)
		const differs = heardOf(world, exists, sighting, creatable)
		const ofFile = creatable?.method.map(({ card }) => fileCard(world, number, card))
		const most = mostCards(world, exists, { there: sighting.cards, ofFile })
		return { number, id: exists.outcome.id, ...judge.of(exists, most, differs) }
	})
	for (const { number, id, amiss, seen } of await compareCards(world, told)) {
		const sighting = news.get(number)?.sighting
		const { at: seenAt = "", values, words = {} } = sighting ?? {}
		const facts = values && sighting?.id === id ? { seen: { ...seen, values }, words } : seen ? { seen } : {}
		await recorder.append({ type: "heard", number, seenAt, ...(amiss ? { amiss } : {}), ...facts })
	}
}

/** Whether it was seen with more cards than runs know of: one of the file may be among them. */
function hasMore(world: Session["world"], { sighting, exists }: News): boolean {
	return (sighting.cards?.length ?? 0) > mostCards(world, exists).most
}

interface News {
	/** The number that the ledger has for it. */
	readonly name: string
	readonly sighting: Sighting
	readonly exists: Exists
}

/** What was seen of customers of the journal since they were looked for here, by their numbers. */
function newsIn({ state, ledger }: Session["world"], renamed: ReadonlyMap<string, string>): ReadonlyMap<string, News> {
	const news = new Map<string, News>()
	for (const [name, sighting] of ledger.sightings()) {
		const { at, under = name } = sighting
		for (const number of [name, renamed.get(under), renamed.get(name)]) {
			const exists = number === undefined ? undefined : state.existing(number)
			if (exists === undefined || at === undefined || !isAbout(exists, under, sighting)) continue
			const one = { name, sighting, exists }
			if (state.isNews(exists.number, at) && isRather(one, news.get(exists.number))) news.set(exists.number, one)
		}
	}
	return news
}

/** Whether it says more of a customer than what is known: where it is itself goes before who else has its number, and later before earlier. */
function isRather(one: News, known: News | undefined): boolean {
	const isOfItself = ({ sighting: { id, found }, exists: { outcome } }: News) =>
		id === outcome.id || found.includes(outcome.id)
	if (known === undefined || isOfItself(one) !== isOfItself(known)) return known === undefined || isOfItself(one)
	return (one.sighting.at ?? "") > (known.sighting.at ?? "")
}

/**
 * Of whom a person's word does not hold any more: another run saw them later without it, so that in between they were as they should be. With what
 * is left of what is other.
 */
function* takenBack(
	state: Session["world"]["state"],
	ledger: Session["world"]["ledger"],
	renamed: ReadonlyMap<string, string>,
): Generator<[number: string, differs: readonly string[]]> {
	for (const [name, { at, id, under = name, found, differs = [], right = [], removed }] of ledger.sightings()) {
		const number = renamed.get(under) ?? name
		const { outcome } = state.existing(number) ?? {}
		if (outcome === undefined || outcome.id !== id || at === undefined || !state.isNews(number, at)) continue
		const open = differs.filter((path) => state.said.isRight(number, path) && !right.includes(path))
		const isGone = state.said.removed.has(number) && found.length === 0 && !removed
		if (open.length > 0 || isGone) yield [number, (outcome.differs ?? []).filter((path) => !open.includes(path))]
	}
}

/** Of whom it was told that they have other cards than were sent, or more, and a person said since, in whichever run, that these are right. */
function* recounted(world: Session["world"]): Generator<[number: string, differs: readonly string[]]> {
	for (const [number, { beside }] of world.ledger.sightings()) {
		const { outcome } = (beside?.by === "person" && world.state.existing(number)) || {}
		const { cards = [], differs = [] } = outcome ?? {}
		const known = outcome && differs.some(isOfCards) ? knownCards(world, number, outcome.id) : undefined
		if (known === undefined || cards.length > known.most || unlikeKnown(cards, known).length > 0) continue
		yield [number, differs.filter((path) => !isOfCards(path))]
	}
}

/** What a person said in another run of customers whom this one has as well: at the end, when it is known how they are there. */
export async function hearWords({ world, recorder }: Session): Promise<void> {
	const { state, ledger } = world
	const said = Array.from(ledger.sightings()).filter(([, { right, removed, words }]) => right || removed || words)
	if (said.length === 0) return
	const renamed = renamedIn(state)
	for (const [name, { id, under = name, right = [], words = {}, values, removed }] of said) {
		const number = renamed.get(under) ?? name
		const { row, outcome } = state.existing(number) ?? {}
		if (row === undefined || outcome === undefined || outcome.id !== id) continue
		const isGone = removed && !state.said.removed.has(number) && state.amissOf(number)?.found.length === 0
		if (isGone) await recorder.append({ type: "said", number, row, removed })
		const open = state.unaccepted(number, outcome)
		const news = right.filter((path) => open.includes(path))
		const there = state.values.get(number) ?? values
		const held = Object.entries(words).filter(
			([place, value]) => there && valueAt(there, place) === value && open.some((path) => placeOf(path) === place),
		)
		if (news.length > 0) await recorder.append({ type: "said", number, row, right: news })
		if (held.length > 0) await recorder.append({ type: "said", number, row, values: Object.fromEntries(held) })
	}
}

/** In what a customer is other than the file, with what was seen of its values; nothing where that is known, or nobody looked at them. */
function heardOf(
	{ hashToken }: Session["world"],
	{ outcome }: Exists,
	sighting: Sighting,
	sent: Creatable | undefined,
): readonly string[] | undefined {
	const known = outcome.differs ?? []
	const isMended = outcome.kind === "existing" && outcome.mended
	if (sighting.id !== outcome.id || isMended) return undefined
	const { values } = sighting
	const now = values && sent ? differsBy(outcome, values, sent, hashToken) : known
	const heard = [...new Set([...now, ...othersIn(sighting).filter(isOfValue)])]
	return heard.join() === known.join() ? undefined : heard
}

/** Those whom another run made anew since, as they were gone: they are the customers of their numbers now. */
function* remade({ state, ledger, run }: Session["world"]) {
	for (const number of ledger.remade()) {
		const [exists, entry] = [state.existing(number), ledger.lookup(number)]
		if (exists === undefined || entry?.state !== "exists" || entry.run === run) continue
		const { id } = entry
		if (id !== exists.outcome.id)
			yield { number, row: exists.row, outcome: { kind: "existing", id, run: entry.run } as const }
	}
}

/** The numbers of the file of those who have another one at Intergiro, by that. */
function renamedIn(state: RunState): ReadonlyMap<string, string> {
	const found = new Map<string, string>()
	for (const { number, outcome } of state.mapped((kind) => kind !== "created")) {
		const listed = listedNumber(number, outcome)
		if (listed !== number) found.set(listed, number)
	}
	return found
}

/** A person said to another run that the number that Intergiro has for a customer is right. */
function isSaidRight({ state, ledger }: Session["world"], number: string): boolean {
	const outcome = state.existing(number)?.outcome
	const entry = ledger.lookup(number)
	if (outcome === undefined || !isRenumbered(outcome) || state.said.isNumberRight(number)) return false
	return entry?.state === "exists" && entry.id === outcome.id && entry.under === listedNumber(number, outcome)
}

/** Whether what was seen tells of this customer: of its identifier, or of who has its number. */
function isAbout({ number, outcome }: Exists, under: string, { id, found }: Sighting): boolean {
	return outcome.id === id || found.includes(outcome.id) || listedNumber(number, outcome) === under
}
