import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

it("reports all sessions of a run, and everybody who needs a person", async () => {
	const declined = { status: 400, body: { status: 400, type: "x", error: "card declined" } }
	own.merchant.trick = (number) => (number === "c0002" ? declined : "create")
	const file = plainFile(own.folder, 4)
	expect((await own.run(file, "out", "--first", "1")).status).toBe(3)
	expect((await own.run(file, "out", "--xlsx")).status).toBe(1)
	const path = own.path("out/report.html")
	expect(await run(["report", own.path("out")], own.environment)).toMatchObject({ status: 0, stdout: `${path}\n` })
	const page = readFileSync(path, "utf8")
	const cell = (name: string) => new RegExp(`<td>${name}</td><td>([^<]*)`).exec(page)?.[1]
	expect(cell("Sessions")).toBe("2")
	expect(cell("Creations and cards sent in all of them")).toMatch(/^4 in /)
	expect(cell("SHA-256 of the file")).toBe(createHash("sha256").update(readFileSync(file)).digest("hex"))
	expect(cell("Address")).toBe(own.merchant.url)
	expect(cell("Files")).toContain("results.xlsx")
	expect(page).toMatch(/Declined: 1<.*c0002.*c0002@example\.com/s)
	expect(page).not.toContain("token-c0002")
	expect(table(own.path("out/follow-up.csv"))).toMatchObject([{ number: "c0002", reason: "rejected" }])
	// It has what a comparison since came to.
	expect(cell("Compared with Intergiro")).toBe("Not yet")
	expect((await run(["verify", own.path("out")], own.environment)).status).toBe(1)
	const after = await run(["report", own.path("out"), "--out", own.path("after.html")], own.environment)
	expect([after.status, readFileSync(own.path("after.html"), "utf8")]).toEqual([
		0,
		expect.stringMatching(/At Intergiro as they should be<\/td><td>3</),
	])
	// Neither over what the run needs, nor where there is no run.
	const over = await run(["report", own.path("out"), "--out", own.path("out/journal.log")], own.environment)
	expect(over.status).toBe(2)
	expect((await run(["report", own.folder], own.environment)).status).toBe(2)
})
