import { readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

describe("a mapping", () => {
	it("that cannot be used is told what is wrong with it in words", async () => {
		const file = own.write("file.csv", "id,who\n1,A\n")
		const path = own.path("mapping.json")
		const mappings: [mapping: unknown, ...said: string[]][] = [
			[[1], "It is not an object, in braces."],
			[{ columns: {} }, "version is missing: this program knows 2, and 1."],
			[{ version: 3, columns: {} }, "version is 3: this program knows 2, and 1."],
			[{ version: 1 }, "columns is missing: it has to say which column fills which field."],
			[
				{ version: 1, columns: { id: "nummer", who: 3 }, joinRow: true },
				'columns, "id" is "nummer": there is no such field.',
				'columns, "who" is 3: there is no such field.',
				'"joinRow": there is no such part of a mapping; it has version, columns, others,',
				"The fields are: number, name,",
			],
			[
				{ version: 1, columns: { id: "number" }, constants: { number: "1", currency: 7 }, joinRows: "yes" },
				'constants, "number": this cannot have one value for all rows.',
				'constants, "currency" is 7: it has to be a text, in quotation marks.',
				'joinRows is "yes": it has to be true, false or "errors".',
			],
		]
		for (const [mapping, ...said] of mappings) {
			writeFileSync(path, JSON.stringify(mapping))
			const { status, stderr } = await run(["check", file, "--mapping", path])
			expect(status).toBe(2)
			for (const text of [`The mapping in ${path} cannot be used:`, ...said]) expect(stderr).toContain(text)
			expect(stderr).not.toMatch(/[✖→]|Invalid|expected|undefined/)
		}
	})

	it("is read as editors on Windows save it, and is told by its path when it is none", async () => {
		const file = own.write("file.csv", "id,who\n1,Å\n")
		const text = `\uFEFF${JSON.stringify({ version: 1, columns: { id: "number", who: "name" } })}`
		for (const encoding of ["utf8", "utf16le"] as const) {
			const mapping = own.write("mapping.json", Buffer.from(text, encoding))
			expect(await run(["check", file, "--mapping", mapping])).toMatchObject({ status: 0 })
		}
		for (const none of [file, own.folder, own.path("missing.json")]) {
			const { status, stderr } = await run(["check", file, "--mapping", none])
			expect([status, stderr]).toEqual([2, expect.stringContaining(`${none}`)])
			expect(stderr).not.toMatch(/Not possible|EISDIR|\n\s+at /)
		}
		expect((await run(["check", file, "--mapping", file])).stderr).toContain("A mapping is like")
	})

	it("fits columns that are called as what every object has", async () => {
		const file = own.write("file.csv", "number,constructor,toString\n1,A,B\n")
		const { status, stdout } = await run(["check", file])
		expect([status, stdout]).toEqual([
			0,
			expect.stringMatching(/NOT SENT, though filled.*\n {4}"constructor", in all rows.*\n {4}"toString", in all rows/),
		])
	})

	it("leaves out no contact data unseen, however few rows have it", async () => {
		const rows = ["a@example.com,070-123 45 67,Storgatan 1", ...Array(8).fill(",,")].map(
			(row, at) => `${at},Eva ${row}`,
		)
		const line = (row: string) => row.replace(",Eva ", ",Eva Ek,eva@example.com,0701234567,")
		const file = own.write("file.csv", `number,name,email,phone,qwe,qrt,qzu\n${rows.map(line).join("\n")}\n`)
		const { status, stdout } = await run(["check", file])
		expect([status, stdout]).toEqual([0, expect.stringContaining("NOT SENT, though filled")])
		expect(stdout).toContain('    "qwe", in 1 of 9 rows, e-mail addresses: "a@example.com"')
		expect(stdout).toContain('    "qrt", in 1 of 9 rows, phone numbers: "070-123 45 67"')
		expect(stdout).toContain('    "qzu", in 1 of 9 rows, addresses: "Storgatan 1"')
	})

	it("leaves out unseen nothing that somebody wrote into few rows, whatever its column is called", async () => {
		const wishes = ["Rollstuhlplatz", "", "", "Geschenkabo von Tochter", "", "", "", "", ""]
		const rows = wishes.map((wish, at) => `${at},Eva Ek,eva${at}@example.com,${wish},${at === 3 ? "x" : ""}`)
		const file = own.write("file.csv", `number,name,email,Wünsche,qrt\n${rows.join("\n")}\n`)
		const { stdout } = await run(["check", file])
		expect(stdout).toContain('    "Wünsche", in 2 of 9 rows: "Rollstuhlplatz", "Geschenkabo von Tochter"')
		expect(stdout).toContain('Left out: "qrt"')
	})

	it("that joins rows says of those it could not join why not", async () => {
		const file = own.write("file.csv", "number,name,token\n1,A,t1\n2,B,t2\n1,A,t3\n")
		const mapping = (joinRows: boolean) =>
			own.write(
				"mapping.json",
				JSON.stringify({ version: 1, columns: { number: "number", name: "name", token: "token" }, joinRows }),
			)
		const apart = await run(["check", file, "--mapping", mapping(false)])
		expect(apart.stdout).toContain("have them joined")
		const joined = await run(["check", file, "--mapping", mapping(true)])
		expect(joined.stdout).toContain("sort the file by the customer number and make them agree")
		expect(joined.stdout).not.toContain("have them joined")
		await own.run(file, "out", "--mapping", mapping(false))
		expect(table(own.path("out/errors.csv"))[0]?.import_message).toContain('"1", first in row 2')
	})

	it("holds for the whole run, and another one is refused once rows were sent", async () => {
		const file = own.write("file.csv", "id;who;mail\n1;A;a@example.com\n2;B;b@example.com\n3;C;c@example.com\n")
		const mapping = (columns: object) => own.write("mapping.json", JSON.stringify({ version: 1, columns }))
		const columns = { id: "number", who: "name" }
		expect((await own.run(file, "out", "--mapping", mapping(columns), "--first", "1")).status).toBe(3)
		// The order in which columns are named means nothing.
		const turned = { who: "name", id: "number" }
		expect((await own.run(file, "out", "--mapping", mapping(turned), "--first", "1")).status).toBe(3)
		const other = await own.run(file, "out", "--mapping", mapping({ ...columns, mail: "email" }))
		expect([other.status, other.stderr]).toEqual([2, expect.stringContaining("another mapping")])
		expect((await own.run(file, "out")).status).toBe(0)
		const bodies = own.merchant.received.map(({ body }) => JSON.parse(body))
		expect(bodies.map(({ contact }) => contact)).toEqual([{ name: "A" }, { name: "B" }, { name: "C" }])
	})
})

describe("columns", () => {
	const lines = Array.from({ length: 40 }, (_, index) => `${index + 1};Kund ${index + 1};EUR;Stor`)

	it("are told before anything is sent, and what is left out in one line", async () => {
		const file = own.write("file.csv", `Kundnr;Namn;Valuta;Typ\n${lines.join("\n")}\n`)
		const { status, stderr } = await own.run(file, "out")
		expect(status).toBe(0)
		expect(stderr).toMatch(/Valuta +Currency +\(named as the currency\)\n +Left out: "Typ"/)
		const events = (await own.run(file, "out", "--json")).stdout.split("\n")
		expect(JSON.parse(events[0] ?? "")).toMatchObject({ type: "checked", mapping: { columns: { Typ: null } } })
	})

	it("keep their meaning when all values are bad, and what is invalid stays invalid when it is run again", async () => {
		const bad = lines.map((line, index) => (index % 10 === 3 ? line.replace("EUR", "752") : line))
		const file = own.write("file.csv", `Kundnr;Namn;Valuta;Anm\n${bad.join("\n")}\n`)
		expect((await own.run(file, "out")).status).toBe(1)
		expect(own.merchant.received).toHaveLength(36)
		const again = await run(
			["run", own.path("out/errors.csv"), "--out", own.path("again"), "--url", own.merchant.url],
			own.environment,
		)
		expect(again.status).toBe(1)
		expect(own.merchant.received).toHaveLength(36)
		expect(readFileSync(own.path("again/errors.csv"), "utf8").match(/;currency\.invalid;/g)).toHaveLength(4)
	})
})
