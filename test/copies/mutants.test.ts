import { expect, test } from "vitest"
import { load } from "../simulation/mutation.ts"
import { mutants } from "./mutants.ts"

/** A mutant that so many imports do not notice has got away. */
const seeds = Number(process.env.MUTANT_SEEDS ?? 300)

test.each(mutants)(
	"imports with copies notice: $name",
	async (mutant) => {
		const { module, close } = await load<typeof import("./scenario.ts")>(mutant, "test/copies/scenario.ts")
		try {
			let caught: string | undefined
			let seed = (mutant.first ?? 1) - 1
			const last = seed + seeds
			while (caught === undefined && seed < last) caught = (await module.play(++seed)).violations[0]
			expect(caught, `not noticed in ${seeds} imports`).toBeDefined()
			console.log(`${mutant.name}: noticed by seed ${seed}: ${caught}`)
		} finally {
			await close()
		}
	},
	600_000,
)
