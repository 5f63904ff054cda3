import { expect, it } from "vitest"
import { table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

/** A computer whose clock is wrong by so many milliseconds. */
const wrongBy = (milliseconds: number) => `
const Right = Date
globalThis.Date = class extends Right {
	constructor(...given) {
		super(...(given.length > 0 ? given : [Date.now()]))
	}
	static now() {
		return Right.now() + ${milliseconds}
	}
}`

it("does not wait for hours for what is in doubt when the clock was set back between two runs", async () => {
	own.merchant.trick = (number) => (number === "c0002" ? "drop" : "create")
	const file = plainFile(own.folder, 3)
	const right = own.environment
	const ahead = own.write("ahead.mjs", wrongBy(5 * 3_600_000))
	own.environment = { ...right, NODE_OPTIONS: `--import=${ahead}` }
	const { child, finished, says } = own.start(file, "out", "--settle", "600", "--json")
	await says('"settling"')
	child.kill("SIGINT")
	expect((await finished).status).toBe(3)
	own.environment = right
	expect((await own.run(file, "out")).status).toBe(4)
	expect(table(own.path("out/unknown.csv")).map(({ number }) => number)).toEqual(["c0002"])
	expect((await own.run(file, "out", "--resend-unknown")).status).toBe(4)
	own.merchant.trick = () => "create"
	expect((await own.run(file, "out", "--resend-unknown")).status).toBe(0)
	expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual([1, 1, 1])
})
