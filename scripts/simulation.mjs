// Simulated imports in number: npm run test:simulation [-- --seeds N] [--seed FIRST]; replay one with --seed N --seeds 1.
import { spawnSync } from "node:child_process"
import { parseArgs } from "node:util"

const { values } = parseArgs({
	options: { seed: { type: "string", default: "1" }, seeds: { type: "string", default: "100000" } },
})
const { status } = spawnSync(
	"npx",
	["vitest", "run", "test/simulation/simulation.test.ts", "--disable-console-intercept"],
	{
		stdio: "inherit",
		env: { ...process.env, SIMULATION_SEED: values.seed, SIMULATION_SEEDS: values.seeds },
	},
)
process.exitCode = status ?? 1
