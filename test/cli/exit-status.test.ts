import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { run, start, table } from "./command.ts"
import { plainFile } from "./files.ts"
import { fixture } from "./fixture.ts"
import { apiKey, startMerchant } from "./merchant.ts"

const own = fixture()

function write(name: string, content: string | Buffer): string {
	return own.write(name, content)
}

function runFile(file: string, ...more: string[]) {
	return own.run(file, "out", ...more)
}

describe("exit status 2: bad usage or unreadable input, nothing sent", () => {
	const good = "number,name\n1,A\n"
	const png = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), Buffer.alloc(500, 7)])
	const files: [what: string, content: string | Buffer | undefined, message: RegExp][] = [
		["no file", undefined, /There is no file/],
		["an empty file", "", /empty/],
		["a picture", png, /./],
		["no customer number", "name,email\nA,a@example.com\n", /question is open, so nothing was sent\..*--mapping/],
		[
			"no header",
			"1001,Joe,joe@example.com\n1002,Ann,ann@example.com\n",
			/questions are open, so nothing was sent\..*--mapping.*--header-row/,
		],
	]
	for (const [what, content, message] of files)
		it(`with ${what}`, async () => {
			const path = content === undefined ? own.path("missing.csv") : write("file.csv", content)
			for (const finished of [await run(["check", path]), await runFile(path)]) {
				expect(finished.status).toBe(2)
				expect(finished.stderr).toMatch(message)
				expect(finished.stderr).not.toMatch(/\n\s+at |undefined/)
			}
			expect(own.merchant.received).toEqual([])
		})

	const usages: [what: string, more: string[], change: Record<string, string>, message: RegExp][] = [
		["no key", [], { INTERGIRO_API_KEY: "" }, /INTERGIRO_API_KEY/],
		["a key in two lines", [], { INTERGIRO_API_KEY: "a\nb" }, /key/],
		["http to another machine", ["--url", "http://example.com"], {}, /https/],
		["no URL", ["--url", "nonsense"], {}, /URL/],
		["a rate that is none", ["--rate", "fast"], {}, /rate/],
		["an unknown option", ["--fast"], {}, /--fast/],
		["a run folder without a name", ["--out", ""], {}, /--out.*Write the name of a file or folder/],
		["a mapping without a name", ["--mapping", " "], {}, /--mapping.*Write the name of a file or folder/],
		["a mapping that is missing", ["--mapping", "/missing.json"], {}, /missing\.json/],
	]
	for (const [what, more, change, message] of usages)
		it(`with ${what}`, async () => {
			own.environment = { ...own.environment, ...change }
			const finished = await runFile(write("file.csv", good), ...more)
			expect([finished.status, finished.stderr]).toEqual([2, expect.stringMatching(message)])
			expect(finished.stderr).not.toMatch(/\n\s+at /)
			expect(own.merchant.received).toEqual([])
		})

	it("with a run folder that cannot be one, or that belongs to another file", async () => {
		write("out", "a file")
		expect((await runFile(write("file.csv", good))).status).toBe(2)
		const other = (name: string) =>
			run(["run", own.path(name), "--out", own.path("used"), "--url", own.merchant.url], own.environment)
		expect((await other("file.csv")).status).toBe(0)
		write("second.csv", "number,name\n2,B\n")
		const refused = await other("second.csv")
		expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining("belongs to")])
		expect(own.merchant.received).toHaveLength(1)
	})

	it("with a run folder that cannot be made, in words", async () => {
		const { status, stderr } = await own.run(write("file.csv", good), "n".repeat(300))
		expect([status, stderr]).toEqual([2, expect.stringContaining("the name is too long")])
		expect(stderr).not.toContain("ENAMETOOLONG")
	})

	it("with a demo in a folder that has something else in it", async () => {
		mkdirSync(own.path("demo"))
		const mine = write("demo/mine.txt", "precious")
		const { status, stderr } = await run(["demo"], {}, own.folder)
		expect([status, stderr]).toEqual([2, expect.stringContaining("mine.txt")])
		expect(readFileSync(mine, "utf8")).toBe("precious")
	})

	it("with a command that is none, while help is no failure", async () => {
		expect((await run([])).status).toBe(2)
		expect((await run(["import"])).status).toBe(2)
		expect((await run(["--help"])).stdout).toContain("Exit status")
		expect((await run(["--version"])).status).toBe(0)
	})
})

describe("exit status 4: finished, some rows in doubt", () => {
	it("also where others were not created", async () => {
		own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		own.merchant.trick = (number) =>
			number === "c0002"
				? "create-and-drop"
				: number === "c0003"
					? { status: 400, body: { status: 400, type: "x", error: "card declined" } }
					: "create"
		expect((await runFile(plainFile(own.folder, 5))).status).toBe(4)
	})
})

describe("customers without a number at Intergiro", () => {
	it("are told, and no reason to stop", async () => {
		const body = [{ id: "a" }, { id: "b", number: "x" }]
		own.merchant.listTrick = () => ({ status: 200, body })
		const { status, stderr } = await runFile(plainFile(own.folder, 3), "--no-verify")
		expect(status).toBe(0)
		expect(stderr).toContain("1 customer at Intergiro has no customer number")
	})
})

describe("exit status 0: nothing left to do", () => {
	it("with a header and no rows, which is said", async () => {
		const file = write("file.csv", "number,name\n")
		const said = /no rows below its header/
		expect(await run(["check", file])).toMatchObject({ status: 0, stdout: expect.stringMatching(said) })
		expect(await runFile(file)).toMatchObject({ status: 0, stdout: expect.stringMatching(said) })
	})
})

describe("exit status 3: stopped before the end, resumable", () => {
	it("with a wrong key, which sends nothing more", async () => {
		own.environment.INTERGIRO_API_KEY = apiKey("public", "someone")
		const { status, stdout } = await runFile(plainFile(own.folder, 50))
		expect([status, stdout]).toEqual([3, expect.stringMatching(/key/)])
		expect(own.merchant.ledger.size).toBe(0)
		own.environment.INTERGIRO_API_KEY = own.merchant.key
		expect((await runFile(own.path("customers.csv"))).status).toBe(0)
	})

	it("with many customers in a row that are refused for one reason, and goes on when it is started again", async () => {
		own.merchant.trick = () => ({ status: 400, body: { status: 400, type: "x", error: "card declined" } })
		const file = plainFile(own.folder, 50)
		const { status, stdout } = await runFile(file, "--concurrency", "1")
		expect([status, stdout]).toEqual([3, expect.stringMatching(/30 customers in a row.*card declined/)])
		expect(own.merchant.received).toHaveLength(30)
		own.merchant.trick = () => "create"
		expect((await runFile(file)).status).toBe(1)
		expect(own.merchant.received).toHaveLength(50)
	})

	it("with a listing that is asked to wait for long, which can be interrupted at once", async () => {
		own.merchant.listTrick = () => ({
			status: 429,
			headers: { "retry-after": "600" },
			body: { status: 429, type: "x" },
		})
		const { child, finished, says } = own.start(plainFile(own.folder, 3), "out")
		await says("throttled, 10 min")
		child.kill("SIGINT")
		expect((await finished).status).toBe(3)
		expect(own.merchant.received).toEqual([])
	})

	it.each([
		["a number that is none", [{ id: "a", number: 1.5 }], {}, /cannot be read/],
		["nobody with a number", [{ id: "a" }, { id: "b" }], {}, /not one of them with a customer number/],
		["a next page that is not named", [], { "x-ms-continuation": "" }, /which one is next/],
		["a next page that is the same", [{ id: "a", number: "1" }], { "x-ms-continuation": "0" }, /no end/],
	])("with a listing that has %s", async (_, body, headers, message) => {
		own.merchant.listTrick = () => ({ status: 200, headers, body })
		const { status, stdout } = await runFile(plainFile(own.folder, 3))
		expect([status, stdout]).toEqual([3, expect.stringMatching(message)])
		expect(own.merchant.received).toEqual([])
	})

	it("through a SOCKS proxy that is not there, without a word about how experimental it is", async () => {
		const away = await startMerchant()
		await away.close()
		const proxy = away.url.replace("http:", "socks5:")
		own.environment = { ...own.environment, HTTPS_PROXY: proxy }
		const { status, stdout, stderr } = await runFile(
			plainFile(own.folder, 3),
			"--url",
			"https://merchant.test",
			"--merchant",
			"Test AB",
			"--patience",
			"0",
		)
		expect([status, stdout]).toEqual([
			3,
			expect.stringContaining(`Nothing listens at 127.0.0.1, port ${new URL(away.url).port}`),
		])
		expect(stderr).not.toMatch(/ExperimentalWarning|is experimental/i)
	})

	it("with nobody at the URL", async () => {
		await own.merchant.close()
		const file = plainFile(own.folder, 3)
		const { status, stdout } = await runFile(file)
		expect(status).toBe(3)
		expect(stdout).toContain("Nothing listens")
		expect(table(own.path("out/errors.csv"))).toEqual([])
		own.merchant = await startMerchant()
	})

	it("after --first rows, and goes on with the rest", async () => {
		const file = plainFile(own.folder, 10)
		for (const sent of [3, 6]) {
			const { status, stdout } = await runFile(file, "--first", "3")
			expect([status, stdout]).toEqual([3, expect.stringContaining("Stopped after 3 rows, as asked.")])
			expect(own.merchant.received).toHaveLength(sent)
			expect(table(own.path("out/results.csv"))).toHaveLength(sent)
		}
		expect((await runFile(file)).status).toBe(0)
		expect(own.merchant.received).toHaveLength(10)
	})
})

describe("a merchant's ledger that another process holds", () => {
	it("is waited for, saying who holds it and which file to delete if that process is gone", async () => {
		const file = plainFile(own.folder, 3)
		expect((await runFile(file, "--first", "1")).status).toBe(3)
		const ledgers = own.path("home/ledger")
		const merchantName = readdirSync(ledgers)[0]?.replace(/\.\w+$/, "")
		const claim = join(ledgers, `${merchantName}.lock.elsewhere.example.4711.b-s-1.abcdef`)
		writeFileSync(claim, "ledger of a merchant")
		const { child, finished, says } = start(
			["run", file, "--out", own.path("out"), "--url", own.merchant.url, "--rate", "0"],
			own.environment,
		)
		await says("Waiting for another run")
		child.kill("SIGINT")
		const { status, stderr } = await finished
		expect(status).toBe(3)
		expect(stderr).toMatch(/In use since \d{4}-\S+ by process 4711 on elsewhere\.example/)
		expect(stderr).toContain(`Only when that process certainly does not run any more, delete ${claim}.`)
		rmSync(claim)
		expect((await runFile(file)).status).toBe(0)
		expect(own.merchant.received).toHaveLength(3)
	})
})

describe("check", () => {
	it("counts, gives examples, and writes every finding and the mapping", async () => {
		const file = write(
			"file.csv",
			"Kundnr;E-post;Namn;Övrigt\n1;a@example.com;Åsa;x\n2;nobody;Bo;y\n;c@example.com;Li;z\n",
		)
		const mapping = own.path("mapping.json")
		const findings = own.path("findings.csv")
		const { status, stdout } = await run(["check", file, "--save-mapping", mapping, "--findings", findings])
		expect(status).toBe(1)
		expect(stdout).toMatch(/email\.invalid.*1×/)
		expect(stdout).toContain('row 3, E-post: This is not an e-mail address: "nobody"')
		expect(stdout).toContain("3 rows, 1 customer to create")
		expect(table(findings).map(({ row, severity, code, column }) => [row, severity, code, column])).toEqual([
			["2", "note", "column.notes", "Övrigt"],
			["3", "error", "email.invalid", "E-post"],
			["3", "note", "column.notes", "Övrigt"],
			["4", "error", "number.missing", "Kundnr"],
			["4", "note", "column.notes", "Övrigt"],
		])
		const saved = JSON.parse(readFileSync(mapping, "utf8"))
		expect(saved.columns).toEqual({ Kundnr: "number", "E-post": "email", Namn: "name", Övrigt: null })
		writeFileSync(mapping, JSON.stringify({ ...saved, columns: { ...saved.columns, "E-post": null } }))
		const again = await run(["check", file, "--mapping", mapping, "--json"])
		const events = again.stdout
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line))
		expect(events.map(({ type, code }) => [type, code])).toEqual([
			["findings", "number.missing"],
			["findings", "column.notes"],
			["checked", undefined],
		])
		expect(events.at(-1)).toMatchObject({ rows: 3, customers: 2, counts: { valid: 2, warning: 0, error: 1 } })
		expect(events.at(-1).evidence).toContain("Row 1 looks like the header.")
		expect(events.at(-1).columns[0]).toEqual({
			column: "Kundnr",
			fields: ["number"],
			by: "person",
			reason: "as you said",
		})
	})

	it("says before it begins that something cannot be saved where it is asked for", async () => {
		const file = plainFile(own.folder, 3)
		for (const option of ["--findings", "--save-mapping"])
			for (const place of [own.folder, own.path("missing/file"), `${file}/file`]) {
				const { status, stdout, stderr } = await run(["check", file, option, place])
				expect([status, stdout, stderr]).toEqual([2, "", expect.stringContaining(`${place} cannot be saved`)])
			}
	})

	it("resumes a run only with the reading it began with", async () => {
		const file = write("file.csv", "number;name\n1;P\u00e4r\n2;Bo\n")
		expect((await runFile(file, "--encoding", "utf-8", "--first", "1")).status).toBe(3)
		const other = await runFile(file, "--encoding", "macintosh")
		expect([other.status, other.stderr]).toEqual([2, expect.stringContaining("another encoding")])
		expect((await runFile(file, "--encoding", "utf-8")).status).toBe(0)
		expect(own.merchant.received).toHaveLength(2)
	})

	it("reads a file as it is told to", async () => {
		const file = own.path("mac.csv")
		writeFileSync(file, Buffer.from("nr;name\nnumber;name\n1;P\x8er, Bo\n", "latin1"))
		const options = ["--encoding", "macintosh", "--delimiter", "semicolon", "--header-row", "2", "--json"]
		const { status, stdout } = await run(["check", file, ...options])
		expect(status).toBe(0)
		const { layout, evidence, rows } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "")
		expect(layout).toMatchObject({ encoding: "macintosh", delimiter: ";", headerRow: 2, columns: ["number", "name"] })
		expect(evidence).toContain("Read as macintosh, as asked.")
		expect(rows).toBe(1)
		expect((await run(["check", file, "--encoding", "ebcdic"])).status).toBe(2)
	})

	it("ends well when its reader goes away", async () => {
		const file = write("file.csv", `Customer ID,name\n${"1,A\n".repeat(500)}`)
		const { child, finished } = start(["check", file])
		child.stdout?.destroy()
		expect((await finished).status).toBe(1)
	})
})

describe("run --json", () => {
	it("tells what happens as JSON lines, and nothing else", async () => {
		own.merchant.trick = (number) =>
			number === "c0002" ? { status: 400, body: { status: 400, type: "x", error: "card declined" } } : "create"
		const { status, stdout } = await runFile(plainFile(own.folder, 3), "--json")
		expect(status).toBe(1)
		const events = stdout
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line))
		expect(
			events
				.filter(({ type }) => type === "outcome")
				.map(({ kind }) => kind)
				.sort(),
		).toEqual(["created", "created", "rejected"])
		expect(events.at(-1)).toMatchObject({ type: "end", status: 1, summary: { outcomes: { created: 2, rejected: 1 } } })
	})
})

describe("errors.csv", () => {
	const lines = Array.from(
		{ length: 8 },
		(_, index) => `${index + 1};Kund ${index + 1};${index < 2 ? "AB" : "person"};x`,
	)
	const again = (...more: string[]) =>
		run(
			["run", own.path("out/errors.csv"), "--out", own.path("again"), "--url", own.merchant.url, ...more],
			own.environment,
		)

	it("is read as the run that left it read its file, and says so", async () => {
		const file = write("file.csv", `Kundnr;Namn;Typ;Kod\n${lines.join("\n")}\n`)
		const mapping = { columns: { Kundnr: "number", Namn: "name", Typ: "type" }, constants: { currency: "EUR" } }
		const path = write("mapping.json", JSON.stringify({ version: 1, ...mapping, joinRows: true }))
		expect((await runFile(file, "--mapping", path)).status).toBe(1)
		const { status, stderr } = await again()
		expect(status).toBe(1)
		expect(stderr).toMatch(/Typ +Person or organization +\(as in the import that left this file\)/)
		expect(stderr).toContain('Left out: "Kod"')
		expect(stderr).toContain('Currency is "EUR" where a row has none.')
		expect(stderr).toContain("Adjacent rows of one customer are joined.")
		expect(readFileSync(own.path("again/errors.csv"), "utf8").match(/;type\.invalid;/g)).toHaveLength(2)
		expect(own.merchant.received).toHaveLength(6)
	})

	it("is read by another mapping when one is given, or when its columns are others now", async () => {
		const countries = lines.map((line) => line.replace(";person;", ";SE;"))
		const file = write("file.csv", `Kundnr;Namn;Land;Kod\n${countries.join("\n")}\n`)
		expect((await runFile(file)).status).toBe(1)
		const mapping = write("mapping.json", '{ "version": 1, "columns": { "Kundnr": "number" } }')
		const given = await again("--mapping", mapping)
		expect([given.status, given.stderr]).toEqual([0, expect.stringContaining('Left out: "Namn", "Land", "Kod"')])
		const errors = own.path("out/errors.csv")
		writeFileSync(errors, readFileSync(errors, "utf8").replace("Land", "Hemland"))
		expect((await run(["check", errors])).stdout).not.toContain("as in the import")
	})
})
