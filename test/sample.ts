/**
 * How often a random test is done: so many times in `npm test`, which has to end soon on a small machine, and `PROOF` times as many
 * where somebody takes the time, as `PROOF=20 npm run test:unit -- test/cli/exactly-once.test.ts`. `docs/proof.md` says what was done.
 */
export function sample(runs: number): number {
	const proof = Number(process.env.PROOF ?? 1)
	if (!(proof >= 1)) throw new Error("PROOF is a number from 1 on")
	return Math.ceil(runs * proof)
}
