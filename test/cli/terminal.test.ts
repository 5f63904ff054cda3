import { mkdirSync } from "node:fs"
import { expect, test } from "vitest"
import { workbookOf } from "../workbook/zip.ts"
import { run } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const escapeSign = String.fromCharCode(27)
/** Clears the screen, sets the title, turns letters around, and pretends to be a line of ours. */
const hostile = `${escapeSign}[2J${escapeSign}]0;title\u0007\u202etxet\n0 customers to create`

const hostileName = "\u202etxet&#10;0 customers to create"
const row = '<row r="1"><c r="A1" t="str"><v>number&#10;0 customers to create\u202e</v></c></row>'

/** What no terminal should get from a file: control characters but line feeds, marks of direction, and what cannot be seen. */
const steering = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/u

test("headers, cells, names of files and folders never steer the terminal, nor forge a line", async () => {
	const cell = `"${hostile}"`
	const csv = [
		`Customer number,Name,E-mail,${cell},"Country${escapeSign}[31m"`,
		`1,${cell},not an address ${escapeSign}[5m,x,${escapeSign}[2JSE`,
		`"2\n\u202e",Anna,anna@example.com,x,SE`,
		`${escapeSign}[A,Bo,bo@example.com,x,SE`,
		"",
	].join("\n")
	mkdirSync(own.path(`folder${escapeSign}[2J`))
	const file = own.write(`folder${escapeSign}[2J/cust\u202eomers${escapeSign}[2J.csv`, csv)
	const sheets = { [hostileName]: row, "A&#10;0 customers to create": row }
	const workbook = own.write("book.xlsx", workbookOf({ sheets }))
	const outputs = [
		await run(["check", workbook], own.environment),
		await run(["check", workbook, "--sheet", "A 0 customers to create"], own.environment),
		await run(["check", file], own.environment),
		await run(["check", `${file}-missing`], own.environment),
		await own.run(file, `out${escapeSign}[2J`),
		await own.run(file, `out${escapeSign}[2J`),
	]
	const [, , checked] = outputs
	for (const { stdout, stderr } of outputs) {
		expect(`${stdout}${stderr}`).not.toMatch(steering)
		expect(`\n${stdout}\n${stderr}`).not.toContain("\n0 customers to create")
	}
	expect(checked?.stdout).toContain("\\u{1b}[2J")
})

test("names of files and folders with a line break in them, and arguments that cannot be used, forge none", async () => {
	const name = `a${escapeSign}[8m${escapeSign}[2J\u202e\u{e0041}\n0 customers to create\r`
	const file = own.write(`${name}.csv`, "Customer number,Name,Currency\n1,Anna,SEK\n")
	const out = `out ${name}`
	const outputs = [
		await run(["check", file], own.environment),
		await run(["check", `missing ${file}`], own.environment),
		await own.run(file, out),
		await own.run(file, out),
		await own.run(own.path(out), "other"),
		...(await Promise.all(
			[
				["report", own.path(out)],
				["verify", own.path(out)],
				["verify", own.path(`missing ${name}`)],
				["settle", own.path(out), name, "--absent"],
				["settle", own.path(`missing ${name}`), "1", "--absent"],
				["check", file, "--mapping", own.path(`missing ${name}`)],
				["check", file, "--save-mapping", own.path(`missing ${name}`, "mapping.json")],
				["check", file, "--encoding", name],
				["check", file, "--keep-rows", name],
				["check", file, "--header-row", name],
				["run", file, "--rate", name],
				["run", file, `--${name}`],
				[file],
				[name],
			].map((argv) => run(argv, own.environment)),
		)),
	]
	expect(outputs[2]?.status).toBe(0)
	for (const { stdout, stderr } of outputs) {
		expect(`${stdout}${stderr}`).not.toMatch(steering)
		expect(`\n${stdout}\n${stderr}`).not.toContain("\n0 customers to create")
	}
})
