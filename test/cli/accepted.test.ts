import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { run, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const settle = (number: string, ...word: string[]) => run(["settle", own.path("out"), number, ...word], own.environment)
const verify = () => run(["verify", own.path("out")], own.environment)
const followUp = () =>
	existsSync(own.path("out/follow-up.csv"))
		? table(own.path("out/follow-up.csv")).map(({ reason, number }) => [reason, number])
		: []
const summary = () => JSON.parse(readFileSync(own.path("out/summary.json"), "utf8"))
const page = async () => {
	expect((await run(["report", own.path("out")], own.environment)).status).toBe(0)
	return readFileSync(own.path("out/report.html"), "utf8")
}

it("a customer who was removed at Intergiro on purpose is missing no more once a person says so", async () => {
	const file = plainFile(own.folder, 3)
	expect((await own.run(file, "out")).status).toBe(0)
	// While it is there, nobody can say that it is gone, nor of one whom nobody looked for.
	expect((await settle("c0001", "--removed")).status).toBe(2)
	own.merchant.remove(own.merchant.ledger.get("c0002")?.[0] ?? "")
	expect((await settle("c0002", "--removed")).stderr).toContain("run the same command again")
	expect([(await own.run(file, "out")).status, followUp()]).toEqual([1, [["missing", "c0002"]]])
	expect(table(own.path("out/follow-up.csv"))[0]?.what_to_do).toContain("--removed")
	const said = await settle("c0002", "--removed")
	expect([said.status, said.stdout]).toEqual([0, expect.stringContaining("removed at Intergiro on purpose, you say")])
	const again = await own.run(file, "out")
	expect([again.status, followUp()]).toEqual([0, []])
	expect(again.stdout).toMatch(/removed +1 +not listed any more/)
	expect(again.stdout + again.stderr).toContain("exists at Intergiro, but for 1 customer removed there on purpose.")
	expect(table(own.path("out/results.csv")).map(({ checked }) => checked)).toEqual(["yes", "removed", "yes"])
	const verified = await verify()
	expect([verified.status, verified.stdout]).toEqual([0, expect.stringMatching(/removed there on purpose +1/)])
	expect(await page()).toMatch(/Removed at Intergiro on purpose, by a person[^<]*<\/td><td>1</)
	// It is not created again by itself, and what a person says is no word about who comes back there.
	expect((await own.run(plainFile(own.folder, 3, "other.csv"), "other")).status).toBe(4)
	expect(own.merchant.received).toHaveLength(3)
	own.merchant.put({ id: "anotheranother00", number: "c0002", status: "active" })
	expect([(await own.run(file, "out")).status, followUp()]).toEqual([1, [["missing", "c0002"]]])
	expect((await settle("c0003", "--removed", "--right")).status).toBe(2)
})

it("what is other at Intergiro than it was sent, and right, is accepted of one customer and in these fields alone", async () => {
	const file = plainFile(own.folder, 6)
	own.merchant.keep = ({ contact = {}, number, method = [] }) => ({
		contact: number === "c0005" || number === "c0006" ? { ...contact, name: "Somebody Else" } : contact,
		method: method.map(() => ({ type: "card" })),
	})
	expect((await settle("c0005", "--right")).status).toBe(2)
	const first = await own.run(file, "out")
	expect([first.status, followUp()]).toEqual([1, ["c0005", "c0006"].map((number) => ["differs", number])])
	expect(table(own.path("out/follow-up.csv"))[0]?.what_to_do).toContain("--right")
	expect((await settle("c0001", "--right")).status).toBe(2)
	expect((await settle("c0005", "--right")).status).toBe(0)
	expect([(await own.run(file, "out")).status, followUp()]).toEqual([1, [["differs", "c0006"]]])
	expect((await verify()).status).toBe(1)
	expect((await settle("c0006", "--right")).status).toBe(0)
	const last = await own.run(file, "out")
	expect([last.status, followUp(), summary().accepted]).toEqual([0, [], 2])
	expect((await verify()).status).toBe(0)
	expect(await page()).toMatch(/right as they are by a person[^<]*<\/td><td>2</)
	expect(readFileSync(own.path("out/journal.log"), "utf8")).not.toContain("Somebody")
})

it("so is a customer who was there before under another name, until another field is other too", async () => {
	const file = plainFile(own.folder, 2)
	const put = (email: string) =>
		own.merchant.put({
			id: "existing00000000",
			number: "c0002",
			status: "active",
			contact: { name: "Née Otherwise", email },
			method: [{ type: "card" }],
		})
	put("c0002@example.com")
	expect([(await own.run(file, "out")).status, followUp()[0]]).toEqual([1, ["other-person", "c0002"]])
	expect((await settle("c0002", "--right")).status).toBe(0)
	expect((await own.run(file, "out")).status).toBe(0)
	own.merchant.remove("existing00000000")
	put("other@example.com")
	expect([(await own.run(file, "out")).status, followUp()[0]]).toEqual([1, ["other-person", "c0002"]])
})
