import { describe, expect, test } from "vitest"
import { sample } from "../../sample.ts"
import { examiner, found, inSek } from "./examined.ts"

const examined = examiner(inSek)

const first = ["Anna", "Bo", "Christina", "Erik", "Margareta", "Li", "Katarina", "Olof", "Per-Olov", "Eva"]
const last = ["Lindqvist", "Ek", "Bergström", "Andersson", "Holm", "Wallenberg", "Dahl", "Sjöström", "Ljungberg", "Öst"]
const name = (n: number) => `${first[n % 10]} ${last[Math.floor(n / 10 + n * 3) % 10]}`
const mail = (n: number) =>
	`${first[n % 10]?.toLowerCase()}.${last[Math.floor(n / 10 + n * 3) % 10]?.toLowerCase()}@${["gmail.com", "example.com", "telia.se"][n % 3]}`.replaceAll(
		"ö",
		"o",
	)
const numbers = Array.from({ length: 60 }, (_, n) => n)

describe("e-mail addresses that were cut at one length", () => {
	test.each([20, 22, 24])("are not sent, whole as they may look: %d", async (length) => {
		const lines = ["Kundnr;Namn;E-post", ...numbers.map((n) => `${n + 1};Anna Berg;${mail(n).slice(0, length)}`)]
		const checked = await examined(lines)
		const cut = numbers.filter((n) => mail(n).length > length).map((n) => n + 2)
		const refused = [...checked.rowsWith("error")].map((position) => position + 2)
		expect(cut.filter((row) => !refused.includes(row))).toEqual([])
	})

	test("are found where one of them is an address still, and sent where a person says that the row is right", async () => {
		const lines = [
			"Kundnr;Namn;E-post",
			...["anna.ek@gmail.co", "anna.berg@gmail.", "anna.lund@gmail.", "a@b.se"].map((one, n) => `${n + 1};A Ek;${one}`),
		]
		const checked = await examined(lines)
		expect([...found(checked)].sort()).toEqual(["email.cut 2", "email.invalid 3 4"])
		expect(found(await examined(lines, {}, { cells: [], skipped: [], kept: [2] }))).toEqual(["email.invalid 3 4"])
	})
})

test.each([14, 15])("names that were cut are told, and counted: %d", async (length) => {
	const lines = ["Kundnr;Namn", ...numbers.map((n) => `${n + 1};${name(n).slice(0, length)}`)]
	const checked = await examined(lines)
	expect(checked.questions).toEqual([])
	expect(found(checked, "warning").map((one) => one.split(" ")[0])).toEqual(["value.cut"])
})

describe("names of which most were cut", () => {
	const given = ["Dolores", "Manuel", "Verónica", "Gonzalo", "Pilar", "Carlos", "Lucía", "Begoña"]
	const family = ["García", "Benítez", "Muñoz", "Domínguez", "Rodríguez", "Fernández", "Ortega"]
	const whole = (n: number) =>
		`${given[n % 8]} ${family[(n * 3) % 7]} ${family[Math.floor(n / 7 + n * 5) % 7]}-Domínguez Villanueva`
	const cutAt = async (length: number, rows: number, others: readonly string[] = []) => {
		const names = [...numbers.slice(0, rows).map((n) => whole(n).slice(0, length).trim()), ...others]
		const checked = await examined(["Kundnr;Namn", ...names.map((one, n) => `${n + 1};${one}`)])
		return [checked.rowsWith("value.cut").size > 0, checked.rowsWith("error").size]
	}

	test.each([15, 20, 25, 30])("are told: %d", async (length) => {
		expect(await cutAt(length, 10)).toEqual([true, 0])
		expect(await cutAt(length, 18, ["Ana Ruiz", "Eva Sanz", "Leo Gil", "Ana Ruiz", "Bo Ek"])).toEqual([true, 0])
	})

	test("are none where one name stands in all rows, and where numbers make the length", async () => {
		const all = async (name: (n: number) => string) => {
			const checked = await examined(["Kundnr;Namn", ...numbers.map((n) => `${n + 1};${name(n)}`)])
			return checked.rowsWith("value.cut").size
		}
		expect(await all(() => "Margareta Wallenberg")).toBe(0)
		expect(await all((n) => `Medlem nummer ${1000 + n}`)).toBe(0)
		expect(await all((n) => `Brf Solgläntan hus ${"ABCDEFGH"[n % 8]}`)).toBe(0)
	})
})

/** The same numbers again each time. */
function random(seed: number): () => number {
	let state = seed
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0
		return state / 2 ** 32
	}
}

const ordinaryFiles = sample(30)
const syllables = ["an", "ber", "lund", "ek", "sjö", "dal", "hol", "ma", "ri", "tor", "vik", "gren", "son", "kar", "lo"]

test(`ordinary columns are none: ${ordinaryFiles} of all kinds`, async () => {
	const wrong: string[] = []
	for (let seed = 1; seed <= ordinaryFiles; seed++) {
		const next = random(seed)
		const pick = <Value>(values: readonly Value[]) => values[Math.floor(next() * values.length)] as Value
		const word = (most: number) => Array.from({ length: 1 + Math.floor(next() * most) }, () => pick(syllables)).join("")
		const some = Array.from({ length: 8 }, () => word(3))
		const kinds = [
			() => `${word(2)} ${word(3)}`,
			() => `${pick(some)} ${pick(some)}`,
			() => `Kund ${Math.floor(next() * 1000)}`,
			() => pick(["Umeå", "Stockholm", "Göteborg", "Helsingborg"]),
			() => `K${10000 + Math.floor(next() * 80000)}`,
			() => `${word(3)}gatan ${Math.floor(next() * 120)}`,
			() => `user${1000 + Math.floor(next() * 9000)} test`,
		]
		const kind = pick(kinds)
		const rows = 10 + Math.floor(next() * 150)
		const lines = ["Kundnr;Namn", ...Array.from({ length: rows }, (_, n) => `${n + 1};${kind()}`)]
		const checked = await examined(lines)
		if (checked.rowsWith("value.cut").size > 0) wrong.push(`${seed} ${lines[1]}`)
	}
	expect(wrong).toEqual([])
}, 120_000)

test("nor are ordinary e-mail addresses", async () => {
	const lines = ["Kundnr;Namn;E-post", ...numbers.map((n) => `${n + 1};Anna Berg;${mail(n)}`)]
	expect(found(await examined(lines))).toEqual([])
	const alike = numbers.map((n) => `${n + 1};Anna Berg;user${1000 + n}@example.com`)
	expect(found(await examined(["Kundnr;Namn;E-post", ...alike, "99;Bo Ek;kund999@example"]))).toEqual([
		"email.invalid 62",
	])
})

test("addresses of one length are not taken for cut where some of them lack their sign", async () => {
	const address = (n: number) => `kund${100 + n}${n % 20 === 7 ? "." : "@"}example.se`
	const checked = await examined(["Kundnr;Namn;E-post", ...numbers.map((n) => `${n + 1};Anna Berg;${address(n)}`)])
	expect(found(checked)).toEqual(["email.invalid 9 29 49"])
})
