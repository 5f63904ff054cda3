import type { Exists } from "../contract/expected.ts"
import { isRenumbered, listedNumber } from "../contract/outcome.ts"
import { isOfContact, othersIn, type Sighting } from "../contract/sighting.ts"
import type { RunState } from "../contract/state.ts"
import { compareCards } from "./compare-cards.ts"
import { Judge } from "./judge.ts"
import { listedIn } from "./listed-in.ts"
import { mostCards } from "./most-cards.ts"
import type { Session } from "./session.ts"

/**
 * What other runs saw of customers who exist by the journal, since this one looked for them: it counts as if this one had seen it. Those who are
 * not in the journal yet are planned by it.
 */
export async function hear({ world, recorder }: Session): Promise<void> {
	const { state, ledger } = world
	for (const { number, row, outcome } of remade(world)) await recorder.outcome(number, row, outcome)
	if (ledger.sightings().size === 0) return
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
	const seenAt = new Map<string, string>()
	const told = Array.from(ledger.sightings()).flatMap(([name, sighting]) => {
		const { at, id, under = name } = sighting
		const listed = new Map([[under, listedIn(name, sighting)]])
		const judge = new Judge(listed, new Set(id === undefined ? [] : [id]))
		return [name, renamed.get(under), renamed.get(name)].flatMap((number) => {
			const exists = number === undefined ? undefined : state.existing(number)
			if (exists === undefined || at === undefined || !isAbout(exists, under, sighting)) return []
			if (!state.isNews(exists.number, at) || seenAt.has(exists.number)) return []
			seenAt.set(exists.number, at)
			return [
				{
					number: exists.number,
					id: exists.outcome.id,
					...judge.of(exists, mostCards(world, exists), heardOf(exists, sighting)),
				},
			]
		})
	})
	for (const { number, amiss, seen } of await compareCards(world, told)) {
		const heard = { type: "heard", number, seenAt: seenAt.get(number) ?? "" } as const
		await recorder.append({ ...heard, ...(amiss ? { amiss } : {}), ...(seen ? { seen } : {}) })
	}
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
		const said = state.said.rightOf(number)
		const open = differs.filter((path) => said.has(path) && !right.includes(path))
		const isGone = state.said.removed.has(number) && found.length === 0 && !removed
		if (open.length > 0 || isGone) yield [number, (outcome.differs ?? []).filter((path) => !open.includes(path))]
	}
}

/** What a person said in another run of customers whom this one has as well: at the end, when it is known how they are there. */
export async function hearWords({ world, recorder }: Session): Promise<void> {
	const { state, ledger } = world
	const words = Array.from(ledger.sightings()).filter(([, { right, removed }]) => right || removed)
	if (words.length === 0) return
	const renamed = renamedIn(state)
	for (const [name, { id, under = name, right = [], removed }] of words) {
		const number = renamed.get(under) ?? name
		const { row, outcome } = state.existing(number) ?? {}
		if (row === undefined || outcome === undefined || outcome.id !== id) continue
		const { said } = state
		const isGone = removed && !said.removed.has(number) && state.amissOf(number)?.found.length === 0
		if (isGone) await recorder.append({ type: "said", number, row, removed })
		const news = right.filter((path) => outcome.differs?.includes(path) && !said.rightOf(number).has(path))
		if (news.length > 0) await recorder.append({ type: "said", number, row, right: news })
	}
}

/** In what a customer is other than the file, with what was seen of its contact; nothing where that is known. */
function heardOf({ outcome }: Exists, sighting: Sighting): readonly string[] | undefined {
	const known = outcome.differs ?? []
	const heard = [...new Set([...known.filter((path) => !isOfContact(path)), ...othersIn(sighting)])]
	return heard.length === known.length && heard.every((path) => known.includes(path)) ? undefined : heard
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
