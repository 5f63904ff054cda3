/**
 * How much of what could be tried without end is tried. `npm test`, which has to end soon on a small machine, does so much of it; with
 * `PROOF` it is so many times as much, as `npm run proof` does. `docs/proof.md` says what was done.
 */
const { PROOF } = process.env
const times = Number(PROOF ?? 1)
if (!(times >= 1)) throw new Error("PROOF is a number from 1 on")

/** How often a random test is done. */
export function sample(runs: number): number {
	return Math.ceil(runs * times)
}

/** From one place to the next, where each could be tried. */
export function stride(places: number): number {
	return Math.max(1, Math.floor(places / times))
}

/** One in so many of what is written down, from the first on. */
export function share<Item>(all: readonly Item[], places: number): readonly Item[] {
	return all.filter((_, index) => index % stride(places) === 0)
}

/** Nobody asked for more than `npm test` does. */
export const isBrief = PROOF === undefined
