import { expect, test } from "vitest"
import { startMerchant } from "../cli/merchant.ts"
import { share } from "../sample.ts"
import { load } from "../simulation/mutation.ts"
import { mutants, ofKeptFiles } from "./mutants.ts"

/** A mutant that so many imports do not notice has got away. */
const seeds = Number(process.env.MUTANT_SEEDS ?? 300)

test.each(share(mutants, 9))(
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

test.each(ofKeptFiles)("what becomes of altered files notices: $name", async (mutant) => {
	const { module, close } = await load<typeof import("./kept-files.ts")>(mutant, "test/copies/kept-files.ts")
	const merchant = await startMerchant()
	const files = new module.KeptFiles(merchant)
	try {
		await files.begin()
		const { violations } = await files.goOn(mutant.altered, Buffer.from("{}"), { into: "new", key: "private" })
		expect(violations).not.toEqual([])
		console.log(`${mutant.name}: noticed as ${violations[0]}`)
	} finally {
		await merchant.close()
		files.remove()
		await close()
	}
})
