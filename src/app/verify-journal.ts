import type { ExpectedCards } from "../contract/expected.ts"
import { listedNumber, type Mapped } from "../contract/outcome.ts"
import type { EnvironmentIdentity } from "../contract/record.ts"
import { RunState } from "../contract/state.ts"
import { hasCode } from "../journal/disk.ts"
import { readJournal } from "../journal/journal.ts"
import { type Entry, VerifyFailed } from "./verify-results.ts"

/** A customer as the journal has it. */
export interface Known extends Entry {
	readonly outcome: Mapped
	/** Cards that it should have, as `RunState.mapped` has them. */
	readonly cards: ExpectedCards | undefined
	/** In what it came back otherwise, or a card that was added, and nobody accepted it. */
	readonly differs: readonly string[]
}

export type Mapping = ReadonlyMap<string, Known>

export interface JournalOfRun {
	readonly id: string
	readonly environment: EnvironmentIdentity
	readonly state: RunState
	readonly mapped: Mapping
}

/** What the journal of a run has: where it sent, and which customers exist since. Rejects with `VerifyFailed`. */
export async function readRun(folder: string): Promise<JournalOfRun> {
	const state = new RunState()
	let environment: EnvironmentIdentity | undefined
	let id = ""
	try {
		for await (const record of readJournal(folder)) {
			if (record.type === "run") {
				environment = record.environment
				id = record.run
			}
			state.apply(record)
		}
	} catch (error) {
		if (!hasCode(error, "ENOENT") && !hasCode(error, "ENOTDIR")) throw error
		throw new VerifyFailed(`${folder} is not a run folder: there is no journal.log in it.`)
	}
	if (environment === undefined) throw new VerifyFailed(`${folder} has no run in its journal.`)
	const mapped = new Map<string, Known>()
	for (const { number, row, outcome, cards } of state.mapped()) {
		const listed = listedNumber(number, outcome)
		const differs = differencesOf(state, number, outcome)
		mapped.set(number, { number, id: outcome.id, row: String(row), listed, outcome, cards, differs })
	}
	return { id, environment, state, mapped }
}

function differencesOf(state: RunState, number: string, { differs = [] }: Mapped): readonly string[] {
	const ofCards = Array.from(
		state.cards.of(number),
		([, card]) => (card.kind === "settled" && card.outcome.kind === "added" && card.outcome.differs) || [],
	)
	return state.unaccepted(number, { kind: "created", differs: [...new Set([...differs, ...ofCards.flat()])] })
}
