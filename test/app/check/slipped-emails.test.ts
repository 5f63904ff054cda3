import { expect, it } from "vitest"
import { examiner, inSek, sentBy } from "./examined.ts"

const examined = examiner(inSek)
const firsts = ["Anna", "Bertil", "Cecilia", "David", "Elin", "Fredrik", "Gunilla", "Henrik", "Ingrid", "Johan"]
const lasts = ["Ahlgren", "Bergstrand", "Cederholm", "Dalberg", "Ekstrand", "Forsell", "Granlund"]

/** Customers whose addresses spell their names, but for those from `from` to `to`, who have that of the one below. */
function file(count: number, from: number, to: number): readonly string[] {
	const nameOf = (at: number) => [firsts[at % firsts.length] ?? "", lasts[at % lasts.length] ?? ""]
	const emailOf = (at: number) => `${nameOf(at).join(".").toLowerCase()}${at}@example.se`
	return [
		"Kundnummer;Namn;E-post",
		...Array.from({ length: count }, (_, at) => {
			const of = at >= from && at < to ? at + 1 : at
			return `${100 + at};${nameOf(at).join(" ")};${emailOf(of)}`
		}),
	]
}

/** Names that were sorted by themselves: everybody else's address and card stay where they were. */
const sorted = (lines: readonly string[], from: number, to: number) => {
	const cells = lines.map((line) => line.split(";"))
	const names = cells
		.slice(from, to)
		.map(([, name = ""]) => name)
		.sort()
	return cells.map(([number, name, email], at) => [number, names[at - from] ?? name, email].join(";"))
}

it.each([
	[15, 1, 16],
	[40, 1, 41],
	[40, 10, 20],
	[4_000, 1, 4_001],
])("finds whose names were sorted apart: of %i rows, from line %i to before %i", async (count, from, to) => {
	// Each name once, as in most files.
	const [header = "", ...lines] = file(count, 0, 0)
	const unique = lines.map((line, at) =>
		line.replace(/^(\d+);(\S+) (\S+);\w+\.(\w+?)\d+@/, `$1;$2 $3${wordOf(at)};$2.$3${wordOf(at)}@`),
	)
	const apart = sorted([header, ...unique], from, to)
	const wrong = apart.flatMap((line, at) => {
		const [number = "", name = "", email = ""] = line.split(";")
		return at > 0 && email.split("@")[0] !== name.replace(" ", ".") ? [number] : []
	})
	expect(wrong.length).toBeGreaterThan(3)
	const numbers = (await sentBy(await examined(apart))).map(({ number }) => number)
	expect(numbers.filter((number) => wrong.includes(number ?? ""))).toEqual([])
	expect((await sentBy(await examined([header, ...unique]))).length).toBe(count)
})

it.each([
	[24, 2],
	[60, 20],
	[4_000, 250],
])(
	"trusts nobody without an address where the addresses were sorted apart: %i rows, %i without",
	async (count, without) => {
		const [header = "", ...lines] = file(count, 0, 0)
		const rows = lines.map((line, at) => {
			const [number = "", name = ""] = line.split(";")
			const unique = `${name}${wordOf(at)}`
			const has = (at * 7) % count >= without
			return [number, unique, has ? `${unique.replace(" ", ".").toLowerCase()}@example.se` : ""]
		})
		// As a spreadsheet sorts: what is empty goes last.
		const emails = rows
			.map(([, , email = ""]) => email)
			.sort((one, other) => Number(one === "") - Number(other === "") || (one < other ? -1 : 1))
		const apart = rows.map(([number = "", name = ""], at) => [number, name, emails[at] ?? ""])
		const checked = await examined([header, ...apart.map((cells) => cells.join(";"))])
		const wrong = apart.flatMap(([number = "", , email], at) => (email === rows[at]?.[2] ? [] : [number]))
		const bare = apart.flatMap(([number = "", , email]) => (email === "" ? [number] : []))
		const numbers = (await sentBy(checked)).map(({ number }) => number)
		expect(numbers.filter((number) => [...wrong, ...bare].includes(number ?? ""))).toEqual([])
		expect(checked.rowsWith("email.slipped-away").size).toBe(without)
		const whole = await examined([header, ...rows.map((cells) => cells.join(";"))])
		expect((await sentBy(whole)).length).toBe(count)
	},
)

it("says of the row at the edge of what slipped that it lost its address", async () => {
	const checked = await examined([...file(40, 20, 39), "139;Johan Ekstrand;"].filter((_, at) => at !== 40))
	expect([...checked.rowsWith("email.slipped-away")]).toEqual([39])
})

/** Letters that tell one name from another. */
function wordOf(at: number): string {
	return [...String(at)].map((digit) => "abcdefghij"[Number(digit)]).join("")
}

it("takes the addresses of parents, of firms and of couples for what they are", async () => {
	const lines = [
		"Kundnummer;Namn;E-post",
		"1;Anna Berg;anna.berg@a.se",
		"2;Olle Ek;anna.berg@a.se",
		"3;Bo Lind;bo.lind@a.se",
		"4;Eva Holm;bo.lind@a.se",
		"5;Sara Dahl;sara.dahl@a.se",
		"6;Per Falk;sara.dahl@a.se",
		"7;Lo Alm;lo.alm@a.se",
		"8;Ida Nord;nils.vik@a.se",
		"9;Nils Vik;ida.nord@a.se",
	]
	expect((await examined(lines)).rowsWith("email.slipped").size).toBe(0)
})

it.each([
	[40, 10, 20],
	[5_000, 2_400, 2_420],
	[8_000, 2_000, 4_500],
])(
	"finds the e-mail addresses that slipped in the middle of a file: of %i rows, from %i to before %i",
	async (count, from, to) => {
		const checked = await examined(file(count, from, to))
		const rows = [...checked.rowsWith("email.slipped")]
		expect([rows[0], rows.at(-1), rows.length]).toEqual([from, to - 1, to - from])
		expect((await examined(file(count, 0, 0))).rowsWith("email.slipped").size).toBe(0)
	},
)
