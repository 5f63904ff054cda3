import { isDeepStrictEqual } from "node:util"
import type { Clock } from "../contract/ports.ts"
import type { Witness } from "../contract/record.ts"
import type { Ledger } from "../journal/ledger.ts"
import { Waited } from "../run/waited.ts"

interface Kept {
	readonly waited: Waited
	readonly clock: Clock
	readonly ledger: Witness | undefined
}

/** By run, what this process waited for, and what the ledger was at the end of its last session. */
const waits = new Map<string, Kept>()

/** What another run may have sent since is waited for anew: every one writes itself into the ledger first. */
export function waitedBefore(run: string, ledger: Pick<Ledger, "witness">, clock: Clock): Waited {
	const before = waits.get(run)
	const witness = ledger.witness()
	const isSame = witness !== undefined && isDeepStrictEqual(witness, before?.ledger) && clock === before?.clock
	return before && isSame ? before.waited : new Waited()
}

/** A session ends: nothing is written to the ledger after this. */
export function keepWaited(run: string, waited: Waited, ledger: Pick<Ledger, "witness">, clock: Clock): void {
	waits.set(run, { waited, clock, ledger: ledger.witness() })
}
