import { expect, test } from "vitest"
import { play } from "./scenario.ts"

const seeds = Number(process.env.COPIES_SEEDS ?? 60)
const first = Number(process.env.COPIES_SEED ?? 1)

test(`${seeds} imports whose run folder and home were killed, cut, lost and put back: never twice`, async () => {
	for (let seed = first; seed < first + seeds; seed++) {
		const { violations, story } = await play(seed)
		expect(violations, `seed ${seed}:\n${story.join("\n")}`).toEqual([])
	}
}, 3_600_000)
