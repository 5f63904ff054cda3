import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { setTimeout as sleep } from "node:timers/promises"
import { describe, expect, it } from "vitest"
import { resultColumns } from "../../src/report/results-file.ts"
import { run, start, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"
import { startMerchant } from "./merchant.ts"

const own = fixture()

describe("verify", () => {
	it("counts what is the same, missing, different and twice", async () => {
		const file = plainFile(own.folder, 4)
		expect((await own.run(file, "out")).status).toBe(0)
		const verify = () => run(["verify", own.path("out")], own.environment)
		expect((await verify()).status).toBe(0)
		const results = readFileSync(own.path("out/results.csv"), "utf8")
		const id = own.merchant.ledger.get("c0002")?.[0] ?? ""
		own.write("out/results.csv", `${results.replace(id, "somebody-else-00")}c9999,gone-00000000000,active,created,9\n`)
		const { status, stdout } = await verify()
		expect(status).toBe(1)
		expect(stdout).toContain(`c0002: somebody-else-00 was changed in results.csv, it is ${id} at Intergiro`)
		expect(stdout).toContain("c9999: gone-00000000000 is not at Intergiro")
		mkdirSync(own.path("empty"))
		expect((await run(["verify", own.path("empty")], own.environment)).status).toBe(2)
	})

	it("counts a customer who is listed twice once", async () => {
		expect((await own.run(plainFile(own.folder, 4), "out")).status).toBe(0)
		own.merchant.listTrick = () => ({ status: 200, body: [...own.merchant.customers, ...own.merchant.customers] })
		const { status, stdout } = await run(["verify", own.path("out")], own.environment)
		expect([status, stdout]).toEqual([0, expect.stringContaining("Intergiro has 4 customers. Of the 4 lines")])
	})

	it("names columns that are gone, and lines that are there twice, of whom was there before too", async () => {
		own.merchant.put({ id: "id-of-c0004", number: "c0004", status: "active" })
		const bare = own.write("bare.csv", readFileSync(plainFile(own.folder, 4), "utf8").replace("token-c0004", ""))
		expect((await own.run(bare, "out")).status).toBe(0)
		const verify = () => run(["verify", own.path("out")], own.environment)
		const written = readFileSync(own.path("out/results.csv"), "utf8")
		const rows = written.trim().split("\n")
		const at = resultColumns.indexOf("last4")
		const without = rows.map((row) => row.split(",").toSpliced(at, 1).join(","))
		own.write("out/results.csv", without.join("\n"))
		expect(await verify()).toMatchObject({
			status: 1,
			stdout: expect.stringContaining("does not have the column last4"),
		})
		const json = await run(["verify", own.path("out"), "--json"], own.environment)
		expect(JSON.parse(json.stdout)).toMatchObject({ missingColumns: ["last4"] })
		for (const again of [rows[1], rows[4]]) {
			own.write("out/results.csv", [...rows, again].join("\n"))
			const { status, stdout } = await verify()
			expect([status, stdout]).toEqual([1, expect.stringMatching(/more than once in it +1$/m)])
			expect(stdout).toMatch(/the same +4$/m)
			expect(stdout).toContain("stands in results.csv more than once")
			expect(stdout).not.toContain("never created")
		}
		own.write("out/results.csv", written)
		expect((await verify()).status).toBe(0)
	})

	it("compares the cards where the listing has them", async () => {
		const card = { type: "card", scheme: "visa", last4: "4242", expires: [12, 39] }
		own.merchant.keep = ({ method = [] }) => ({ method: method.map(() => card) })
		expect((await own.run(plainFile(own.folder, 4), "out")).status).toBe(0)
		const verify = () => run(["verify", own.path("out")], own.environment)
		expect((await verify()).status).toBe(0)
		const customers = ["c0001", "c0002", "c0003", "c0004"].map((number, index) => ({
			id: own.merchant.ledger.get(number)?.[0],
			number,
			method: [[], [card], [{ ...card, last4: "1111" }], [card, card]][index],
		}))
		own.merchant.listTrick = () => ({ status: 200, body: customers })
		const { status, stdout } = await verify()
		expect([status, stdout]).toEqual([1, expect.stringMatching(/with other cards than were stored +3$/m)])
		expect(stdout).toMatch(/c0001: \S+ has 0 cards at Intergiro, and should have 1[\s\S]*c0003: \S+ has other cards/)
	})

	it("does not take another merchant's key, nor files that are not what the run wrote", async () => {
		expect((await own.run(plainFile(own.folder, 9), "out")).status).toBe(0)
		const verify = () => run(["verify", own.path("out")], own.environment)
		const results = own.path("out", "results.csv")
		const written = readFileSync(results, "utf8")
		writeFileSync(results, written.split("\n").slice(0, 4).join("\n"))
		const cut = await verify()
		expect([cut.status, cut.stdout]).toEqual([1, expect.stringMatching(/missing from results\.csv +6/)])
		writeFileSync(results, written.replaceAll(",", ";"))
		expect((await verify()).status).toBe(0)
		const [, line = ""] = written.split("\n")
		writeFileSync(results, `${written}x1${line.slice(line.indexOf(","))}\n`)
		expect((await verify()).stdout).toMatch(/under another customer number +1/)
		rmSync(results)
		const gone = await verify()
		expect([gone.status, gone.stderr]).toEqual([2, expect.stringContaining("Run the same command again")])
		writeFileSync(results, written)
		const other = await startMerchant()
		own.environment.INTERGIRO_API_KEY = other.key
		const refused = await verify()
		await other.close()
		expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("key of the same merchant")])
	})

	it("says truthfully what a spreadsheet did to the file that it saved", async () => {
		const lines = ["00123", "0456", "c3", "c4"].map((number) => `${number};Name;${number}@example.com;token-${number}`)
		expect(
			(await own.run(own.write("kunder.csv", `number;name;email;card token\n${lines.join("\n")}\n`), "out")).status,
		).toBe(0)
		const verify = () => run(["verify", own.path("out")], own.environment)
		const results = own.path("out/results.csv")
		const written = readFileSync(results, "utf8")
		const ids = ["00123", "0456", "c3"].map((number) => own.merchant.ledger.get(number)?.[0] ?? "")
		const saved = written
			.replace("\n00123;", "\n123;")
			.replace(`0456;${ids[1]}`, "456;#NAMN?")
			.replace(`c3;${ids[2]}`, "c3;#NAMN?")
		own.write("out/results.csv", `\uFEFF${saved.replaceAll("\n", "\r\n")}`)
		const { status, stdout } = await verify()
		expect(status).toBe(1)
		const respelled = 'stands in results.csv as a spreadsheet writes it, number is "123" and was "00123":'
		expect(stdout).toContain(`123: ${ids[0]} ${respelled}`)
		expect(stdout).toContain(`456: #NAMN? was changed in results.csv, the number was 0456, and it is ${ids[1]}`)
		expect(stdout).toContain(`c3: #NAMN? was changed in results.csv, it is ${ids[2]} at Intergiro`)
		expect(stdout).toMatch(/the same +1\n +number or identifier changed in it +2\n +as a spreadsheet writes it +1$/m)
		// As a text in quotes, with a tab, in the code page of Windows: nothing was changed.
		const quoted = written.replace(/[^;\n]+/g, '"$&"').replaceAll(";", "\t")
		own.write("out/results.csv", Buffer.from(quoted, "latin1"))
		expect((await verify()).status).toBe(0)
	})

	it("compares the file's own columns, where they are in results.csv, as well", async () => {
		const file = own.write(
			"customers.csv",
			"shelf;customer number;name;card token;remark\n027;c1;Anna Ek;token-one;=1+1\n017;c2;Bo Ek;token-two;Umeå\n",
		)
		const full = ["--results", "full"]
		expect((await own.run(file, "out", ...full)).status).toBe(0)
		const verify = () => run(["verify", own.path("out")], own.environment)
		expect((await verify()).status).toBe(0)
		const written = readFileSync(own.path("out/results.csv"), "utf8")
		own.write("out/results.csv", written.replace("\n027;", "\n27;"))
		const eaten = await verify()
		expect([eaten.status, eaten.stdout]).toEqual([1, expect.stringContaining('shelf is "27" and was "027"')])
		expect(eaten.stdout).toMatch(/as a spreadsheet writes it +1$/m)
		own.write("out/results.csv", written.replace("Umeå", "Kiruna"))
		const changed = await verify()
		expect([changed.status, changed.stdout]).toEqual([1, expect.stringContaining('remark is "Kiruna" and was "Umeå"')])
		// Without the column nothing is said of it, and as it was once it is written anew.
		own.write("out/results.csv", written.replaceAll(/^[^;]*;/gm, ""))
		expect((await verify()).status).toBe(0)
		expect((await own.run(file, "out", ...full)).status).toBe(0)
		expect((await verify()).status).toBe(0)
	})

	it("compares every column with the journal, and tells what a spreadsheet wrote otherwise", async () => {
		const card = { type: "card", scheme: "visa", last4: "0012", expires: [12, 39] }
		own.merchant.keep = ({ method = [] }) => ({ method: method.map(() => card) })
		const lines = ["c1,t1", "c1,t2", "c2,t3", "c3,t4"].map((line) => line.replace(",", ",Anna Ek,anna@example.com,"))
		const mapping = own.write(
			"mapping.json",
			'{"version":2,"columns":{"number":"number","card token":"token"},"joinRows":true}',
		)
		const file = own.write("customers.csv", `number,name,email,card token\n${lines.join("\n")}\n`)
		expect((await own.run(file, "out", "--mapping", mapping)).status).toBe(0)
		const verify = () => run(["verify", own.path("out")], own.environment)
		expect((await verify()).status).toBe(0)
		const written = readFileSync(own.path("out/results.csv"), "utf8")
		expect(written).toMatch(/^c1,\S+,active,created,2 & 3,2,2,visa visa,0012 0012,2039-12 2039-12,/m)
		const alter = async (from: string | RegExp, to: string) => {
			own.write("out/results.csv", written.replace(from, to))
			const { status, stdout } = await verify()
			return [status, ...stdout.split("\n").filter((line) => line.includes("results.csv") && line.startsWith("Row"))]
		}
		const other = ",suspended,existing,77,3,3,mastercard,9999,2031-01,another,missing,d4,Look at it"
		const [status, told = "", ...more] = await alter(/,active,created,5,.*$/m, other)
		expect([status, more]).toEqual([1, []])
		expect(told).toMatch(/: \S+ was changed in results\.csv, /)
		const was = [
			"active",
			"created",
			"5",
			"1",
			"1",
			"visa",
			"0012",
			"2039-12",
			expect.stringMatching(/^\d{14}-/),
			"yes",
			"",
			"",
		]
		const cells = [...String(told).matchAll(/(\w+) is "([^"]*)" and was "([^"]*)"/g)].map(([, ...cell]) => cell)
		expect(cells).toEqual(
			resultColumns.slice(2).map((column, index) => [column, other.split(",")[index + 1], was[index]]),
		)
		expect(await alter(/,0012,2039-12,/, ",12,2039-12,")).toEqual([
			1,
			expect.stringMatching(
				/stands in results\.csv as a spreadsheet writes it, last4 is "12" and was "0012": run the same/,
			),
		])
		// As rows were joined before.
		own.write("out/results.csv", written.replace("2 & 3", "2 3"))
		expect((await verify()).status).toBe(0)
		// Without what the run wrote of its rows, the journal tells all but the rows that were joined.
		rmSync(own.path("out/rows.jsonl"))
		expect(await alter("2 & 3", "2")).toEqual([0])
		expect(await alter(/,0012,2039-12,/, ",9999,2039-12,")).toEqual([1, expect.stringContaining("last4")])
	})

	it("reads the columns of a run beside those of the file, whatever they are called", async () => {
		const file = own.write(
			"customers.csv",
			"id,row,name,email,card token\nc1,9,Anna Ek,anna@example.com,token-1\nc2,8,Bo Ek,bo@example.com,token-2\n",
		)
		const mapping = own.write("mapping.json", '{"version":2,"columns":{"id":"number","row":null}}')
		expect((await own.run(file, "out", "--results", "full", "--mapping", mapping)).status).toBe(0)
		const [header, first] = readFileSync(own.path("out/results.csv"), "utf8").split("\n")
		expect(header).toMatch(/^id,row,name,email,import_number,import_id,/)
		expect(first).toMatch(/^c1,9,Anna Ek,anna@example\.com,c1,/)
		const verified = await run(["verify", own.path("out")], own.environment)
		expect([verified.status, verified.stdout]).toEqual([0, expect.stringMatching(/the same +2/)])
	})

	it("says what it needs, and where it did not come to its end", async () => {
		const verify = (folder: string, environment = own.environment) => run(["verify", own.path(folder)], environment)
		const file = plainFile(own.folder, 3)
		for (const folder of ["missing", "customers.csv"])
			expect(await verify(folder)).toMatchObject({ status: 2, stderr: expect.stringContaining("is not a run folder") })
		expect((await own.run(file, "out")).status).toBe(0)
		const keyless = await verify("out", {})
		expect([keyless.status, keyless.stderr]).toEqual([2, expect.stringContaining("INTERGIRO_API_KEY")])
		expect(keyless.stderr).not.toContain("--sandbox")
		const results = readFileSync(own.path("out/results.csv"))
		own.write("out/results.csv", "")
		const emptied = await verify("out")
		expect([emptied.status, emptied.stderr]).toEqual([2, expect.stringContaining("it is made anew")])
		own.write("out/results.csv", results)

		// The key says that it may list, so that it is not the key that is refused.
		own.merchant.listTrick = () => ({ status: 403, body: "<html>Blocked</html>" })
		const blocked = await verify("out")
		expect([blocked.status, blocked.stderr]).toEqual([3, expect.stringContaining("something else refuses it")])
		const rebuild = ["ledger", "rebuild", own.path("out"), "--url", own.merchant.url, "--settle", "0"]
		const unchanged = await run(rebuild, own.environment)
		expect([unchanged.status, unchanged.stderr]).toEqual([2, expect.stringContaining("Nothing was changed")])
		own.merchant.listTrick = () => ({ status: 502, body: "<html>Bad Gateway</html>" })
		const { listed } = own.merchant
		const { child, finished, says } = start(["verify", own.path("out")], own.environment)
		while (own.merchant.listed < listed + 2) await sleep(5)
		child.kill("SIGINT")
		await says("Stopping.")
		expect(await finished).toMatchObject({ status: 3, stderr: expect.stringContaining("Stopped before") })
		await own.merchant.close()
		expect(await verify("out")).toMatchObject({ status: 3, stderr: expect.stringContaining("Nothing listens") })
	})

	it("says what of the run is still to come, and what is in doubt", async () => {
		const file = plainFile(own.folder, 6)
		const verify = () => run(["verify", own.path("out")], own.environment)
		expect((await own.run(file, "out", "--first", "2")).status).toBe(3)
		const first = await verify()
		expect([first.status, first.stdout]).toEqual([
			3,
			expect.stringMatching(/the same +2\n +not sent yet +4\nNot sent: 4-7\./),
		])
		expect(first.stdout).toContain("The run is not through")
		expect((await own.run(file, "out")).status).toBe(0)
		expect((await verify()).status).toBe(0)
		// A row that fails a check now, and whose customer an earlier run had and Intergiro has not any more.
		const wrong = own.write("wrong.csv", readFileSync(file, "utf8").replace("c0003@example.com", "nobody"))
		own.merchant.remove(own.merchant.ledger.get("c0003")?.[0] ?? "")
		expect((await own.run(wrong, "wrong")).status).toBe(4)
		const doubted = await run(["verify", own.path("wrong")], own.environment)
		expect([doubted.status, doubted.stdout]).toEqual([4, expect.stringContaining("Row 4, c0003: in doubt")])
	})

	it("says so also of who was there before, whose number lost its zeros", async () => {
		const file = own.write("customers.csv", "number,name,email\n0001,Eva,e@example.com\n0002,Tim,t@example.com\n")
		expect((await own.run(file, "before")).status).toBe(0)
		expect((await own.run(file, "out")).status).toBe(0)
		const results = own.path("out/results.csv")
		writeFileSync(results, readFileSync(results, "utf8").replace("0001,", "1,"))
		const { status, stdout } = await run(["verify", own.path("out"), "--json"], own.environment)
		const { differences } = JSON.parse(stdout)
		const cell = { column: "number", was: "0001", is: "1", bySpreadsheet: true }
		expect([status, differences]).toEqual([1, [expect.objectContaining({ kind: "respelled", cells: [cell] })]])
	})

	it("says once what a spreadsheet made of a number that stands there twice", async () => {
		const file = own.write("customers.csv", "kundnr,number,email\n0001,0001,e@example.com\n0012,0012,t@example.com\n")
		expect((await own.run(file, "out", "--results", "full")).status).toBe(0)
		const results = own.path("out/results.csv")
		const [id = ""] = own.merchant.ledger.get("0012") ?? []
		const verify = async (written: string) => {
			writeFileSync(results, written)
			const { stdout } = await run(["verify", own.path("out"), "--json"], own.environment)
			return JSON.parse(stdout).differences
		}
		const saved = readFileSync(results, "utf8")
			.replaceAll(/\b00(?=\d\d,|\d,)/g, "")
			.replaceAll(/\b0001\b/g, "1")
		const kinds = (await verify(saved)).map(({ kind, cells }: { kind: string; cells: unknown[] }) => [
			kind,
			cells?.length,
		])
		expect(kinds).toEqual([
			["respelled", 1],
			["respelled", 1],
		])
		// With another identifier it is changed, and that says all.
		const changed = await verify(saved.replace(id, "somebody-elses-id"))
		expect(changed).toMatchObject([{ kind: "respelled" }, { kind: "altered", was: "0012" }])
	})

	it("and the report, make files and figures anew where the program was killed", async () => {
		const file = plainFile(own.folder, 6)
		own.write("plain.csv", readFileSync(file, "utf8").replace("c0006@example.com", "nobody"))
		let killed: ReturnType<typeof own.start> | undefined
		own.merchant.trick = (number) => {
			if (number === "c0005") killed?.child.kill("SIGKILL")
			return "create"
		}
		killed = own.start(own.path("plain.csv"), "out", "--concurrency", "1")
		await killed.finished
		expect(existsSync(own.path("out/results.csv"))).toBe(false)
		const created = own.merchant.created.length
		expect(created).toBe(5)
		const reported = await run(["report", own.path("out")], own.environment)
		expect([reported.status, reported.stderr]).toEqual([0, ""])
		const page = readFileSync(own.path("out/report.html"), "utf8")
		expect(page).toContain("ended in the middle")
		// c0005 was under way when the program was killed, c0004 perhaps not written down; the last row has no e-mail address.
		const [there, doubted] = ["results", "unknown"].map((one) =>
			table(own.path("out", `${one}.csv`)).map((line) => line.number),
		)
		expect([...(there ?? []), ...(doubted ?? [])]).toEqual(["c0001", "c0002", "c0003", "c0004", "c0005"])
		expect(doubted).toContain("c0005")
		expect(table(own.path("out/errors.csv")).map(({ import_row }) => import_row)).toEqual(["7"])
		const summary = JSON.parse(readFileSync(own.path("out/summary.json"), "utf8"))
		expect(summary).toMatchObject({ balanced: true, complete: false, throughput: { requests: 5 } })
		expect(page).toContain(`Customers at Intergiro</td><td>${there?.length}<`)
		expect((await run(["verify", own.path("out")], own.environment)).status).toBe(3)
		expect([own.merchant.created.length, own.merchant.received.length]).toEqual([created, created])
		own.merchant.trick = () => "create"
		expect((await own.run(own.path("plain.csv"), "out")).status).toBe(1)
		expect(own.merchant.created).toHaveLength(5)
		for (const [command, status] of [
			["verify", 1],
			["report", 0],
		] as const)
			expect((await run([command, own.path("out")], own.environment)).status).toBe(status)
		expect(readFileSync(own.path("out/report.html"), "utf8")).not.toContain("ended in the middle")
	})

	it("and the report, say that the figures are old where the file is gone, and where it is", async () => {
		const file = plainFile(own.folder, 6)
		expect((await own.run(file, "out", "--first", "2", "--results", "full")).status).toBe(3)
		let killed: ReturnType<typeof own.start> | undefined
		own.merchant.trick = (number) => {
			if (number === "c0005") killed?.child.kill("SIGKILL")
			return "create"
		}
		killed = own.start(file, "out", "--concurrency", "1", "--results", "full")
		await killed.finished
		mkdirSync(own.path("elsewhere"))
		renameSync(file, own.path("elsewhere/moved.csv"))
		for (const command of ["verify", "report"]) {
			const { status, stdout, stderr } = await run([command, own.path("out")], own.environment)
			expect([command, status, stdout + stderr]).toEqual([command, 3, expect.stringContaining("ended in the middle")])
			expect(stderr).toContain("--source")
		}
		expect(readFileSync(own.path("out/report.html"), "utf8")).toContain("ended in the middle")
		const elsewhere = ["--source", own.path("elsewhere/moved.csv")]
		expect((await run(["report", own.path("out"), ...elsewhere], own.environment)).status).toBe(0)
		expect(table(own.path("out/results.csv"))[2]?.import_number).toBe("c0003")
	})
})
