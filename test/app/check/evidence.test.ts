import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { jwt } from "../../customer/jwt.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }
const token = (n: number) => jwt({ iss: "card", iat: n })

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "evidence-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(lines: readonly string[]) {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${lines.join("\n")}\n`)
	return await examineFile(await openFile(path), { options })
}

const asked = async (lines: readonly string[]) => (await check(lines)).questions.map(({ id }) => id)
const header = "Kundnr;Namn;E-post;Mobil;Valuta;Korttoken;Notering"
const person = (n: number) => `${n};Anna Berg;a${n}@example.com;+4670174060${n};SEK;${token(n)};`
const people = [1, 2, 3].map(person)

describe("what the columns are is told by rows that could be sent", () => {
	test("not by those behind a header in another order", async () => {
		const second = "Kundnr;E-post;Mobil;Namn;Valuta;Notering;Korttoken"
		const others = [4, 5, 6, 7, 8].map((n) => `${n};a${n}@example.com;+4670174060${n};Bo Ek;SEK;;${token(n)}`)
		const checked = await check([header, ...people, second, ...others])
		expect(checked.questions).toEqual([])
		expect(checked.customers).toBe(3)
	})

	test("not by a total, or a note, with a token in it", async () => {
		expect(await asked([header, ...people, `Summe;;;;;;${token(9)}`])).toEqual([])
	})

	test("not by rows with cells too many", async () => {
		const shifted = [4, 5, 6, 7].map((n) => `${n};Ek;Bo;a${n}@example.com;+4670174060${n};SEK;${token(n)};x`)
		expect(await asked([header, ...people, ...shifted])).toEqual([])
	})

	test("but by every row that could be", async () => {
		expect(await asked([header, ...people, `4;Bo Ek;;;SEK;;${token(4)}`])).toEqual(["token"])
	})
})

describe("a header that is one name short in all rows", () => {
	const refusal = async (lines: readonly string[]) => check(lines).catch((error: Error) => error)

	test.each<[place: string, header: string, row: (n: number) => string]>([
		[', it seems before "numero_client"', "numero_client;nom;email;jeton_carte", (n) => `${n};CL${n}`],
		[', it seems before "email"', "numero_client;nom;email;jeton_carte", (n) => `CL${n};x`],
		["", "alpha;beta", (n) => `CL${n}`],
	])("is the one thing that is said%s", async (place, header, beginning) => {
		const end = header.includes("email") ? (n: number) => `Luc Petit;a${n}@example.com;${token(n)}` : () => "x;y"
		const refused = await refusal([header, ...[1, 2, 3].map((n) => `${beginning(n)};${end(n)}`)])
		const { length } = header.split(";")
		expect(refused).toMatchObject({
			code: "file.header-short",
			row: 1,
			message: `The header has ${length} names, and the rows have ${length + 1} cells: a name is missing${place}.`,
		})
	})

	test("is none where one row is as long as the header", async () => {
		expect((await check(["Kundnr;Namn", "1;Anna Berg;x", "2;Bo Ek"])).customers).toBe(1)
	})

	test("is none where a text was divided", async () => {
		expect((await check(["Kundnr;Namn", "1;Berg; Anna", "2;Ek; Bo"])).counts.error).toBe(2)
	})
})
