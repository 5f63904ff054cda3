/**
 * `npm run proof [-- --times N] [FILE…]`: what `npm test` does a sample of, so many times as much, with every command in a process of
 * its own. `docs/proof.md` says what was run.
 */
import { spawnSync } from "node:child_process"
import { parseArgs } from "node:util"

const { values, positionals } = parseArgs({
	options: { times: { type: "string", default: "30" } },
	allowPositionals: true,
})
const vitest = ["npx", "vitest", "run", ...positionals, "--project", "proof", "--disable-console-intercept"]
const [command, ...argv] = process.platform === "linux" ? ["xvfb-run", "-a", ...vitest] : vitest
const { status, error } = spawnSync(command, argv, {
	stdio: "inherit",
	shell: process.platform === "win32",
	env: { ...process.env, PROOF: values.times },
})
if (error) console.error(error.message)
process.exitCode = status ?? 1
