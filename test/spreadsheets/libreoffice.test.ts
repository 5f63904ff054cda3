import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { run, table } from "../cli/command.ts"
import { Fixture } from "../cli/fixture.ts"
import { type Desk, desks, office, savedAgain } from "./office.ts"

/*
 * The files of twelve kinds of runs, opened in LibreOffice in two languages, saved again as CSV and as workbooks, and run and verified again.
 * It takes minutes, and LibreOffice (apt-get install libreoffice-calc-nogui), so it is asked for:
 * LIBREOFFICE=1 npm run test:unit -- test/spreadsheets
 */
const wanted = process.env.LIBREOFFICE !== undefined
if (wanted && office === undefined) console.warn("LibreOffice is not installed, so nothing was opened in it.")

/** What spreadsheets like to change. */
const people = [
	["00101", "=Anna Ek", "+46 70 123 45 67", "Storgatan 1", "012 34", "Åmål"],
	["00102", "Björn Öst", "0701234567", "10E5", "01234", "Malmö"],
	["1-2", "O'Neill, Tim", "+46701234568", "3/4", "11122", "Lund"],
	["104E2", "Cecilia; Cay", "070-1234569", "Lilla vägen 12", "111 23", "Umeå"],
	["0105", "-Dag Ä", "+46 (0)70 123 45 60", "1.5", "11124", "Kiruna"],
	["9007199254740993", "Eva @home", "0046701234561", "Gatan 7 B", "11125", "Visby"],
] as const
const columns = ["Customer number", "Name", "Email", "Phone", "Street", "Zip", "City", "Country", "Card token"]
const numbers = people.map(([number]) => number)
const card = { type: "card", scheme: "visa", iin: "411111", last4: "4242", expires: [12, 39] }
const refusal = (error: string, more = {}) => ({ status: 400, body: { status: 400, type: "x", error, ...more } })
/** Of no card, so that the row is sent again as it is. */
const declined = refusal("rule violation")
const secure = refusal("verification required", {
	content: {
		details: { visible: true, method: "POST", url: "https://bank.example/3ds?a=1&b=2", data: { type: "challenge" } },
	},
})

const own = new Fixture()
beforeEach(() => own.open())
afterEach(() => own.merchant.close())

function source(
	desk: Desk,
	name = "customers.csv",
	token = "token",
	rows: readonly (readonly string[])[] = people,
): string {
	const cell = (text: string) => (/[",;]/.test(text) ? `"${text}"` : text)
	const lines = rows.map(([number = "", ...more], index) =>
		[number, ...more.slice(0, 1), `c${index}@example.com`, ...more.slice(1), "SE", `${token}-${number}`]
			.map(cell)
			.join(desk.delimiter),
	)
	return own.write(name, `\ufeff${[columns.join(desk.delimiter), ...lines, ""].join("\r\n")}`)
}

const there = (number: string, method: readonly object[]) =>
	own.merchant.put({
		id: Buffer.from(`id${number}0000000000000000`).toString("base64url").slice(0, 16),
		number,
		status: "active",
		method,
	})
const at = (index: number) => numbers[index] ?? ""
const second = at(1)
const only = (number: string, trick: ReturnType<typeof own.merchant.trick>) => {
	own.merchant.trick = (one) => (one === number ? trick : "create")
}

/** Each makes the run in the folder `out`. */
const kinds: Readonly<Record<string, (desk: Desk) => Promise<unknown>>> = {
	"all well": (desk) => own.run(source(desk), "out", "--xlsx"),
	declined: (desk) => {
		own.merchant.trick = (number) => ([at(0), at(1), at(2), at(3)].includes(number) ? declined : "create")
		return own.run(source(desk), "out", "--xlsx")
	},
	"3-D Secure": (desk) => {
		own.merchant.trick = (number) => (Number(numbers.indexOf(number as "00101")) % 2 ? secure : "create")
		return own.run(source(desk), "out", "--xlsx")
	},
	existing: async (desk) => {
		await own.run(source(desk, "before.csv"), "before")
		there("0107", [])
		const rows = [...people, ["0107", "=Far", "0701234562", "Väg 3", "11126", "Boden"]]
		return own.run(source(desk, "customers.csv", "token", rows), "out", "--xlsx")
	},
	adopted: (desk) => {
		only(second, "create-and-drop")
		return own.run(source(desk), "out", "--xlsx")
	},
	"in doubt": (desk) => {
		own.merchant.trick = (number) => (number === at(1) || number === at(3) ? "drop" : "create")
		return own.run(source(desk), "out", "--xlsx")
	},
	conflict: (desk) => {
		there(second, [card])
		own.merchant.put({ id: "conflictconflict", number: second, status: "active", method: [card] })
		return own.run(source(desk), "out", "--xlsx")
	},
	"created without card": (desk) => {
		own.merchant.keep = ({ contact, number, method = [] }) => ({
			contact,
			method: number === second ? [] : method.map(() => card),
		})
		return own.run(source(desk), "out", "--xlsx", "--accept-differences")
	},
	mended: async (desk) => {
		only(second, declined)
		await own.run(source(desk), "before")
		own.merchant.trick = (number) => (number === second ? secure : "create")
		const text = readFileSync(own.path("before/errors.csv"), "utf8").replace(`token-${second}`, "token-new")
		return own.run(own.write("mended.csv", text), "out", "--xlsx")
	},
	"joined rows": (desk) => {
		const [first, ...others] = people
		only(at(0), declined)
		const file = source(desk, "customers.csv", "token", [first, ["00101", ...first.slice(1)], ...others])
		const text = readFileSync(file, "utf8").replace("token-00101", "token-first").replace("c1@", "c0@")
		const mapping = { version: 2, columns: {}, joinRows: true }
		return own.run(
			own.write("joined.csv", text),
			"out",
			"--xlsx",
			"--mapping",
			own.write("m.json", JSON.stringify(mapping)),
		)
	},
	stopped: (desk) => {
		only(second, declined)
		return own.run(source(desk), "out", "--xlsx", "--first", "3")
	},
	resumed: async (desk) => {
		only(second, declined)
		await own.run(source(desk), "out", "--first", "3")
		return own.run(source(desk), "out", "--xlsx")
	},
}

/** The bodies that a file sends and what its rows come to, with the merchant as it was before and after. */
async function ranAs(file: string, folder: string, home: string) {
	const back = own.merchant.remember()
	own.merchant.trick = () => "create"
	const before = own.merchant.received.length
	const kept = own.environment.INTERGIRO_IMPORT_HOME ?? ""
	cpSync(kept, home, { recursive: true })
	own.environment.INTERGIRO_IMPORT_HOME = home
	const { status, stderr } = await own.run(file, folder)
	own.environment.INTERGIRO_IMPORT_HOME = kept
	const sent = own.merchant.received.slice(before).map(({ body }) => body)
	const twice = [...own.merchant.ledger.values()].filter((ids) => ids.length > 1).length
	back()
	const has = (name: string) => existsSync(own.path(folder, name))
	const rows = ["results.csv", "errors.csv", "unknown.csv"].flatMap((name) =>
		has(name) ? table(own.path(folder, name)).flatMap(({ row = "" }) => row.split(" & ")) : [],
	)
	const errors = has("errors.csv") ? table(own.path(folder, "errors.csv")).map((line) => line.import_message ?? "") : []
	return { status, stderr, sent: sent.sort(), twice, rows: rows.length, errors }
}

describe.skipIf(!wanted || office === undefined)("in LibreOffice", () => {
	for (const desk of desks)
		for (const [name, make] of Object.entries(kinds))
			it(`${name}, ${desk.language}`, async () => {
				own.merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map(() => card) })
				await make(desk)
				expect(existsSync(own.path("out/results.csv"))).toBe(true)
				const names = ["results", "errors", "unknown", "follow-up"].filter((one) =>
					existsSync(own.path("out", `${one}.csv`)),
				)
				expectFollowUps()
				mkdirSync(own.path("saved"))
				for (const kind of ["csv", "xlsx"] as const)
					for (const from of ["csv", "xlsx"] as const) {
						const files = names.map((one) => own.path("out", `${one}.${from}`))
						const saved = savedAgain(files, own.path("saved", `${from}-${kind}`), desk, kind)
						for (const one of names) await expectSame(one, from, saved(own.path("out", `${one}.${from}`)))
					}
			}, 600_000)
})

/** Everybody without a working card by the merchant's own record, once. */
function expectFollowUps(): void {
	const path = own.path("out/follow-up.csv")
	const told = existsSync(path) ? table(path).map(({ number }) => number) : []
	expect(new Set(told).size).toBe(told.length)
	const pending = JSON.parse(readFileSync(own.path("out/summary.json"), "utf8")).pending as number
	const rows = new Set(table(own.path("out/results.csv")).map(({ number }) => number))
	const errors = table(own.path("out/errors.csv")).map((line) => line["Customer number"] ?? "")
	const without = [...rows, ...errors].filter((number) => {
		const found = own.merchant.customers.filter((one) => one.number === number)
		return found.length !== 1 || (found[0]?.method ?? []).length === 0
	})
	expect.soft([...new Set(without)].filter((number) => !told.includes(number)).slice(pending)).toEqual([])
}

async function expectSame(name: string, from: "csv" | "xlsx", saved: string): Promise<void> {
	const id = saved.replaceAll(/\W/g, "").slice(-40)
	if (name === "errors" || name === "unknown") {
		const original = own.path("out", `${name}.csv`)
		if (table(original).length === 0) return
		const plain = await ranAs(original, `plain-${name}-${id}`, own.path(`home-p${id}`))
		const again = await ranAs(saved, `again-${name}-${id}`, own.path(`home-a${id}`))
		expect.soft([again.twice, again.rows]).toEqual([plain.twice, plain.rows])
		// What is sent is exactly what the file as it was would have sent; what a spreadsheet spoilt is an error, and told.
		for (const body of again.sent) expect.soft(plain.sent).toContain(body)
		expect.soft(again.sent.length + again.errors.length).toBeGreaterThanOrEqual(plain.sent.length)
		if (from === "xlsx") expect.soft(again.sent).toEqual(plain.sent)
	}
	if (name === "results" && saved.endsWith(".csv") && from === "csv") {
		const written = readFileSync(own.path("out/results.csv"))
		writeFileSync(own.path("out/results.csv"), readFileSync(saved))
		const { stdout } = await run(["verify", own.path("out"), "--json"], own.environment)
		const { differences } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}")
		writeFileSync(own.path("out/results.csv"), written)
		// A number that lost its zeros is told with the one that it was.
		const untrue = differences.filter(
			({ kind, was }: { kind: string; was?: string }) =>
				["changed", "left-out", "missing", "other-number"].includes(kind) || (kind === "altered" && was === undefined),
		)
		expect.soft(untrue).toEqual([])
	}
	if (name === "follow-up" && saved.endsWith(".csv")) {
		const was = table(own.path("out/follow-up.csv"))
		const now = table(saved)
		expect.soft(now.map(({ reason, link }) => [reason, link])).toEqual(was.map(({ reason, link }) => [reason, link]))
	}
}
