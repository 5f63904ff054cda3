import type { LedgerPort } from "../../src/contract/ports.ts"

/** A ledger that knows nothing and keeps nothing. */
export const noLedger: LedgerPort = {
	lookup: () => undefined,
	numberOf: () => undefined,
	spellings: () => [],
	sentFor: () => undefined,
	addedTo: () => [],
	sentTo: () => [],
	cardOf: () => undefined,
	saidThere: () => undefined,
	saidOf: () => [],
	sentSince: () => [],
	isRefused: () => false,
	cardInDoubt: () => undefined,
	absentFor: () => undefined,
	lackingFor: () => undefined,
	isLacking: () => false,
	sighting: () => undefined,
	sightings: () => new Map(),
	remade: () => new Set(),
	refusedFor: () => undefined,
	takeListing: async () => {},
	mark: async () => {},
	witness: () => undefined,
}
