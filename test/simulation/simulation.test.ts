import { expect, test } from "vitest"
import { sample } from "../sample.ts"
import { simulate } from "./simulate.ts"

const seeds = Number(process.env.SIMULATION_SEEDS ?? sample(150))
const first = Number(process.env.SIMULATION_SEED ?? 1)

test(`${seeds} simulated imports: never twice, never lost, never in doubt without saying so`, async () => {
	const sums = { sessions: 0, kills: 0, requests: 0, steps: 0 }
	for (let seed = first; seed < first + seeds; seed++) {
		const { violations, ...counts } = await simulate(seed)
		expect(violations, `seed ${seed}; replay it with: npm run test:simulation -- --seed ${seed} --seeds 1`).toEqual([])
		for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += counts[key]
	}
	console.log(`${seeds} seeds:`, sums)
}, 3_600_000)
