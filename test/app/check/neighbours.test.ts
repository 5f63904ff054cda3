import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { jwt } from "../../customer/jwt.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
const token = (n: number, xpr = [12, 30]) => jwt({ iss: "card", iat: n, xpr })
/** As long as real ones: the claims hold what is sealed anew for each, the signature is of 32 bytes. */
const real = (n: number, signature: string) =>
	`${jwt({ iss: "card", aud: "production", iat: n, enc: `${n}`.repeat(90) }).replace(/[^.]*$/, "")}${signature}`

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "neighbours-"))
})
afterAll(() => rm(folder, { recursive: true }))

/** What is said of each row that is not sent, by its number in a spreadsheet. */
async function errorsOf(lines: readonly string[], joinRows?: boolean) {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${lines.join("\n")}\n`)
	const answers = { ...noAnswers, constants: { currency: "SEK" }, ...(joinRows === undefined ? {} : { joinRows }) }
	const checked = await examineFile(await openFile(path), { options, answers })
	const errors: Record<number, readonly string[]> = {}
	for await (const rows of checked.allRows())
		for (const { row, findings } of rows) {
			const codes = findings.filter(({ severity }) => severity === "error").map(({ code }) => code)
			if (codes.length > 0) errors[row] = codes
		}
	return { checked, errors }
}

describe("a row below the customer that it belongs to", () => {
	it("is an error that names the customer, who is not sent without it", async () => {
		const { checked, errors } = await errorsOf([
			"Customer number,Name,Phone,Card token",
			`120,Anna Berg,,${token(1)}`,
			`,,,${token(2)}`,
			",,+46701234567,",
			`121,Bo Ek,,${token(3)}`,
			`122,Eva Holm,,${token(4)}`,
			`,,,${token(5)}`,
		])
		expect(errors).toEqual({
			2: ["row.joined-with-invalid", "row.joined-with-invalid"],
			3: ["number.missing", "row.continues"],
			4: ["number.missing", "row.continues"],
			6: ["row.joined-with-invalid"],
			7: ["number.missing", "row.continues"],
		})
		const [first] = checked.summary.filter(({ code }) => code === "row.continues")
		expect(first?.message).toContain('"120" in row 2')
		expect(checked.customers).toBe(1)
	})

	it("is none where it has an amount alone, as a sum has", async () => {
		const { errors } = await errorsOf(["Customer number,Name,Credit limit", "1,Anna Berg,100", "2,Bo Ek,200", ",,300"])
		expect(errors).toEqual({ 4: ["number.missing"] })
	})

	it("is another customer where it has a name or an address of its own", async () => {
		const { errors } = await errorsOf([
			"Customer number,Name,Email,Card token",
			`120,Anna Berg,a@example.com,${token(1)}`,
			`,Bo Ek,,${token(2)}`,
			`121,Eva Holm,,${token(3)}`,
			`,,c@example.com,${token(4)}`,
		])
		expect(errors).toEqual({ 3: ["number.missing"], 5: ["number.missing"] })
	})
})

it("a row without a card beside cards that slipped is not sent", async () => {
	const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => {
		const card = n < 5 ? token(n, [n, 29]) : n === 5 ? "" : token(n, [n - 1, 29])
		return `${n},Anna Berg,0${n}/29,${card}`
	})
	const { errors } = await errorsOf(["Customer number,Name,Card expiry,Card token", ...rows])
	expect(errors).toEqual({
		6: ["card.slipped"],
		7: ["token.other-card"],
		8: ["token.other-card"],
		9: ["token.other-card"],
	})
})

describe("a number at two customers", () => {
	const header = "Customer number,Name,Email,Card token"

	it("is neither's", async () => {
		const { errors } = await errorsOf([
			header,
			`1,Anna Berg,a@example.com,${token(1)}`,
			`2,Bo Ek,b@example.com,${token(2)}`,
			`1,Eva Holm,c@example.com,${token(3)}`,
			`1,Anna Berg,a@example.com,${token(4)}`,
		])
		expect(errors).toEqual({ 2: ["number.shared"], 4: ["number.shared"], 5: ["number.shared"] })
	})

	it("is neither's where rows were to be joined", async () => {
		const { errors } = await errorsOf(
			[
				header,
				`1,Anna Berg,a@example.com,${token(1)}`,
				`1,Anna Berg,a@example.com,${token(4)}`,
				`1,Eva Holm,c@example.com,${token(3)}`,
			],
			true,
		)
		expect(errors).toEqual({ 2: ["number.shared"], 3: ["row.joined-with-invalid"], 4: ["number.shared"] })
	})

	it("is that of the first where the others are copies, or not right themselves", async () => {
		const { errors } = await errorsOf([
			"Customer number,Name,Email,Note",
			"1,Anna Berg,a@example.com,x",
			"1,Anna Berg,a@example.com,y",
			"2,Bo Ek,b@example.com,",
			"2,Eva Holm,no address,",
		])
		expect(errors).toEqual({ 3: ["number.duplicate"], 5: ["email.invalid", "number.duplicate"] })
	})
})

describe("a token that a spreadsheet filled down", () => {
	const header = "Customer number,Name,Card token"
	const rows = (tokens: readonly string[]) => [header, ...tokens.map((one, n) => `${n + 1},Anna Berg,${one}`)]
	const stem = "b8R5auke-Y0xv3nLhmNPmYN2jwBb9tg5-LQINwn68ZZ"

	it("as a series, or with the same claims and another signature, is nobody's", async () => {
		const series = [7, 8, 9, 10].map((n) => token(0).replace(/[^.]*$/, `${stem}${n}`))
		expect((await errorsOf(rows([...series, token(99)]))).errors).toEqual(
			Object.fromEntries([2, 3, 4, 5].map((row) => [row, ["token.filled"]])),
		)
		const same = [real(1, `${stem}A`), real(2, `${stem}B`), real(1, `${stem}C`)]
		expect((await errorsOf(rows(same))).errors).toEqual({ 2: ["token.filled"], 4: ["token.filled"] })
	})

	it("is somebody's where claims alone are equal, and where a short ending counts up", async () => {
		const claims = token(0).replace(/[^.]*$/, "")
		const others = ["a", "b", "c"].map((letter) => claims + letter.repeat(43))
		const short = [1, 2, 3].map((n) => `${claims}sig${n}`)
		expect((await errorsOf(rows([...others, ...short]))).errors).toEqual({})
	})
})
