import { expect, test } from "vitest"
import { share } from "../sample.ts"
import { run } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

const header = "Customer number,Name,E-mail"
const rows = Array.from({ length: 20 }, (_, at) => `K${at},Kund ${at},kund${at}@example.com`)
const repeat = (text: string, length: number) => text.repeat(Math.ceil(length / text.length)).slice(0, length)

/** What expressions and words stumble over: one that looks on from every letter, or goes back to each, never ends on so many of these. */
const stumbling = [
	"some word ",
	"1 ",
	"1",
	"a@.",
	"eyJ",
	"aB",
	" ",
	"_",
	"(",
	"a.",
	"-1",
	"c/o ",
	"'",
	"x,",
	"A",
	"å\u0301",
]

/** What the header has beside its names, and the words with which it is refused. */
const headers: readonly (readonly [what: string, names: string, words: RegExp])[] = [
	...stumbling.map(
		(text) =>
			[
				`a name of 90,000 characters of ${JSON.stringify(text)}`,
				`${Array.from({ length: 12 }, (_, at) => `Note ${at}`)},"${repeat(text, 90_000)}"`,
				/^The name of column 16 in row 1, the header, has 90,000 characters; .* Look for a quote/,
			] as const,
	),
	["a name of a megabyte", `"${repeat("some word ", 1_000_000)}"`, /^Row 1 is longer than 256 KB, .* unclosed quote/],
	["a hundred thousand names", `${Array.from({ length: 100_000 }, (_, at) => `c${at}`)}`, /^Row 1 is longer than/],
	["twenty thousand names", `${Array.from({ length: 20_000 }, (_, at) => `c${at}`)}`, /^The file has 20,003 columns; /],
	["one name a hundred thousand times", repeat("c,", 200_000), /^The file has 100,003 columns; /],
]

test.each(headers)("a header of %s is refused in words", async (_what, names, words) => {
	const file = own.write("customers.csv", `${header},${names}\n${rows.join("\n")}\n`)
	const { status, stdout, stderr } = await run(["check", file], own.environment)
	expect([status, stdout]).toEqual([2, ""])
	expect(stderr).toMatch(words)
	expect(stderr.length).toBeLessThan(500)
})

test("two thousand columns are read, and as many commas more as there are", async () => {
	const names = Array.from({ length: 1_900 }, (_, at) => `Unknown ${at}`)
	const file = own.write(
		"customers.csv",
		`${header},${names}\n${rows.map((row) => row + ",".repeat(names.length)).join("\n")}\n`,
	)
	expect((await run(["check", file], own.environment)).stdout).toMatch(/^20 rows, 20 customers to create/m)
	const commas = own.write("commas.csv", `${header}${",".repeat(100_000)}\n${rows.join("\n")}\n`)
	expect((await run(["check", commas], own.environment)).stdout).toMatch(/^20 rows, 20 customers to create/m)
})

test("a cell of sixty megabytes is refused in words", async () => {
	const file = own.write("customers.csv", `${header}\n${rows.join("\n")}\nK99,"${repeat("a b ", 60_000_000)}",x\n`)
	const { status, stderr } = await run(["check", file], own.environment)
	expect(status).toBe(2)
	expect(stderr).toMatch(/Row 22 is longer than 4 MB\. Look for .* unclosed quote/)
})

const columns = [
	..."Customer number,First name,Last name,Company,E-mail,Phone,Street,Zip code,City,Country,Card token".split(","),
	..."Currency,Status,Comment,Unknown".split(","),
]

test.each(share(stumbling, 3))(
	"cells of 100,000 characters of %j are errors of their rows, or read where nothing is sent of them",
	async (text) => {
		const usual = (at: number) => [
			...[`K${at}`, "Anna", "Berg", "", `anna${at}@example.com`, `07012345${at}`, `Storgatan ${at}`, "11122", "Lund"],
			...["SE", `tok-${at}-0123456789abcdef`, "SEK", "active", "", "", ""],
		]
		const long = columns.map((_, place) => usual(50 + place).with(place, `"${repeat(text, 100_000)}x!"`))
		const lines = [...Array.from({ length: 20 }, (_, at) => usual(20 + at)), ...long].map((cells) =>
			cells.slice(0, columns.length).join(","),
		)
		const file = own.write("customers.csv", `${columns}\n${lines.join("\n")}\n`)
		const { status, stdout, stderr } = await run(["check", file, "--leave-out-rest", "--json"], own.environment)
		expect([0, 1, 2]).toContain(status)
		const events = stdout
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line))
		const found = events.flatMap(({ findings }) => findings ?? [])
		expect(JSON.stringify([...found, ...events, stderr])).toContain("value.too-long")
		expect(stdout.length).toBeLessThan(100_000)
	},
)

test("a hundred thousand equal rows are one customer, and copies of it", async () => {
	const row = "K1,Anna Berg,anna@example.com\n"
	const file = own.write("customers.csv", `${header}\n${row.repeat(100_000)}`)
	const { status, stdout } = await run(["check", file], own.environment)
	expect([status, stdout]).toEqual([1, expect.stringMatching(/^100,000 rows, 1 customer to create/m)])
	expect(stdout.length).toBeLessThan(5_000)
})

test("a file in which every row opens a quote is refused in words", async () => {
	const file = own.write("customers.csv", `${header}\n${'"K1,Anna\n'.repeat(30_000)}`)
	const { status, stdout, stderr } = await run(["check", file], own.environment)
	expect([status, stdout]).toEqual([2, ""])
	expect(stderr).toMatch(
		/^Row \d+: In 10,000 rows up to this one a quote opens that is never closed\. The quotes of this file mean/,
	)
})
