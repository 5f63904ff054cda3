import { expect, test } from "vitest"
import { sample } from "../sample.ts"
import { play } from "./scenario.ts"

const seeds = Number(process.env.COPIES_SEEDS ?? sample(6))
const first = Number(process.env.COPIES_SEED ?? 1)

test(`${seeds} imports whose run folder and home were killed, cut, lost and put back: never twice`, async () => {
	let blind = 0
	for (let seed = first; seed < first + seeds; seed++) {
		const { violations, story, isBlind } = await play(seed)
		expect(violations, `seed ${seed}:\n${story.join("\n")}`).toEqual([])
		if (isBlind) blind += 1
	}
	console.log(`${seeds} imports; in ${blind} of them nobody could notice what was missing`)
}, 3_600_000)
