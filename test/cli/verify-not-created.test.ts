import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { run } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const verify = (...more: string[]) => run(["verify", own.path("out"), ...more], own.environment)
const declined = { status: 400, body: { status: 400, type: "x", error: "card declined" } }

it("verify and the report say who of the file was not created, and that is not all well", async () => {
	own.merchant.trick = (number) => (number === "c0004" ? declined : "create")
	const file = plainFile(own.folder, 5)
	own.write("customers.csv", readFileSync(file, "utf8").replace("c0005@example.com", "nobody"))
	expect((await own.run(file, "out")).status).toBe(1)
	const { status, stdout } = await verify()
	expect([status, stdout]).toEqual([1, expect.stringMatching(/the same +3\n +not created +2$/m)])
	expect(stdout).toMatch(/Not created: 5-6\. errors\.csv says why\./)
	expect(JSON.parse((await verify("--json")).stdout)).toMatchObject({
		...{ same: 3, differences: [] },
		notCreated: { count: 2, rows: "5-6" },
	})
	expect((await run(["report", own.path("out")], own.environment)).status).toBe(0)
	const page = readFileSync(own.path("out/report.html"), "utf8").replace(/<[^>]+>\s*/g, "\n")
	expect(page).toMatch(/Rows that were not created, and so in no line\s+2\s/)
})

it("but not who was left out by a person, as for a run", async () => {
	const file = own.write("customers.csv", "number,name,card token\nc1,Anna,\nc2,Bo,\nTotal,,\n")
	const first = await own.run(file, "out", "--keep-rows", "4")
	expect(first.status).toBe(0)
	expect((await verify()).status).toBe(0)
})

it("counts among them who is not at Intergiro by a person's word", async () => {
	own.merchant.trick = (number) => (number === "c0003" ? "drop" : "create")
	expect((await own.run(plainFile(own.folder, 4), "a")).status).toBe(4)
	expect((await run(["settle", own.path("a"), "c0003", "--absent"], own.environment)).status).toBe(0)
	const { status, stdout } = await run(["verify", own.path("a")], own.environment)
	expect([status, stdout]).toEqual([1, expect.stringMatching(/not created +1\nNot created: 4\./)])
	own.merchant.trick = () => "create"
	expect((await own.run(plainFile(own.folder, 4), "a")).status).toBe(0)
	expect((await run(["verify", own.path("a")], own.environment)).status).toBe(0)
})
