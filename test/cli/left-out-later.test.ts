import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const fine = Array.from({ length: 12 }, (_, at) => `c${at + 10},Anna Berg,anna${at}@example.com`)
const rows = ["c1,Anna Berg,anna@example.com", "c2,Bo Ek,bo.example.com", "c3,Cai Dahl,cai.example.com", ...fine]

const summaryOf = (folder: string) => JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))

/** The rows that a run gave back, with each cell as a person makes it. */
function givenBack(folder: string, name: string, mend: (line: string) => string): string {
	const text = readFileSync(own.path(folder, "errors.csv"), "utf8")
	return own.write(name, text.split(/\r?\n/).map(mend).join("\n"))
}

it("does not take a row for left that a person left out of a later import of it, in its figures, report and errors.csv", async () => {
	const file = own.write("a.csv", ["number,name,email", ...rows, ""].join("\n"))
	expect((await own.run(file, "a")).status).toBe(1)
	expect(summaryOf("a").outcomes).toMatchObject({ created: 13, invalid: 2 })
	const mended = givenBack("a", "mended.csv", (line) =>
		line.startsWith("c2") ? line.replace("bo.example", "bo@example") : line.replace(",invalid,", ",left-out,"),
	)
	await own.run(mended, "b")
	expect(summaryOf("b").outcomes).toMatchObject({ created: 1, "left-out": 1, invalid: 0 })

	for (const _ of ["once", "again"]) {
		expect((await own.run(file, "a")).status).toBe(0)
		const { outcomes, customers, balanced } = summaryOf("a")
		expect({ outcomes, customers, balanced }).toMatchObject({
			outcomes: { created: 13, existing: 1, "left-out": 1, invalid: 0 },
			customers: 14,
			balanced: true,
		})
	}
	expect(table(own.path("a", "errors.csv"))).toMatchObject([{ number: "c3", import_outcome: "left-out" }])
	await run(["report", own.path("a"), "--out", own.path("a.html")], own.environment)
	const report = readFileSync(own.path("a.html"), "utf8")
	expect(report).toMatch(/Rows left out: by hand[^<]*<[^>]*>\s*(<[^>]*>\s*)*1, in rows 4/)

	// Whoever takes it in again later has it to mend again.
	const taken = givenBack("b", "taken.csv", (line) => line.replace(",left-out,", ",invalid,"))
	await own.run(taken, "c")
	expect(summaryOf("c").outcomes).toMatchObject({ invalid: 1, "left-out": 0 })
	expect((await own.run(file, "a")).status).toBe(1)
	expect(summaryOf("a").outcomes).toMatchObject({ created: 13, existing: 1, "left-out": 0, invalid: 1 })
})
