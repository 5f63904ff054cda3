import { expect, it } from "vitest"
import { systemClock } from "../../src/app/clock.ts"
import { keepWaited, waitedBefore } from "../../src/app/waits.ts"
import type { Witness } from "../../src/contract/record.ts"
import { Waited } from "../../src/run/waited.ts"

const ledger = (witness: Witness | undefined) => ({ witness: () => witness })
const after = { instance: "one", length: 100, hash: "a" }

it("knows what a run waited for only while nothing was written to the ledger since, by whatever other run", () => {
	const waited = new Waited()
	keepWaited("r", waited, ledger(after), systemClock)
	expect(waitedBefore("r", ledger({ ...after }), systemClock)).toBe(waited)
	const others: readonly [string, Witness | undefined, typeof systemClock][] = [
		["r", { ...after, length: 140, hash: "b" }, systemClock],
		["r", { ...after, instance: "two" }, systemClock],
		["r", undefined, systemClock],
		["other", after, systemClock],
		["r", after, { ...systemClock }],
	]
	for (const [run, witness, clock] of others) expect(waitedBefore(run, ledger(witness), clock)).not.toBe(waited)
	// Of a ledger with a part missing nobody knows what was written.
	keepWaited("r", waited, ledger(undefined), systemClock)
	expect(waitedBefore("r", ledger(undefined), systemClock)).not.toBe(waited)
})
