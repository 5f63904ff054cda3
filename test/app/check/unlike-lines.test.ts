import { expect, test } from "vitest"
import { examiner, found, sentBy, token } from "./examined.ts"

const examined = examiner()

const header = "Kundnr;Namn;E-post;Telefon;Mobil;Valuta;Kreditgräns;Korttoken"
const customer = (n: number) => `${1000 + n};Anna Berg ${n};a${n}@example.com;+46701234567;;SEK;500;${token(n)}`
const customers = (count: number) => Array.from({ length: count }, (_, n) => customer(n))

/** What programs call a sum, in languages that no list of ours has all of. */
const words = [
	"Gesamtergebnis",
	"Eindtotaal",
	"Suma końcowa",
	"Kaikkiaan",
	"Total général",
	"Celkový součet",
	"Végösszeg",
	"Genel Toplam",
	"Kokku",
	"Γενικό άθροισμα",
	"Общий итог",
	"総計",
]

test.each(words)("a line of a sum in the number's cell is not sent: %s", async (word) => {
	for (const count of [3, 8]) {
		const checked = await examined([header, ...customers(count), `${word};;;;;;4000;`])
		expect((await sentBy(checked)).map(({ number }) => number)).not.toContain(word)
		expect([checked.questions, checked.customers]).toEqual([[], count])
	}
})

test.each(words)("nor with a count as its number, wherever it stands: %s", async (word) => {
	for (const behind of [[], ["", "2026-11-20;;;;;;;"]]) {
		const checked = await examined([header, ...customers(8), `8;${word};;;;;4000;`, ...behind])
		expect([checked.questions, checked.customers]).toEqual([[], 8])
	}
	const checked = await examined([header, ...customers(4), `4;${word};;;;;2000;`, customer(8), customer(9)])
	expect([found(checked), checked.customers]).toEqual([["row.note 6"], 6])
})

test("a number alone is no customer where all others have more", async () => {
	const checked = await examined([header, ...customers(6), "4711;;;;;;;", ...customers(9).slice(6)])
	expect([found(checked), checked.customers]).toEqual([["row.bare 8"], 9])
	const kept = await examined([header, ...customers(6), "4711;;;;;;;"], {}, { cells: [], skipped: [], kept: [8] })
	expect([found(kept), kept.customers]).toEqual([[], 7])
})

test.each([
	["who has a name alone", "1008;Bo Ek;;;;;;"],
	["who has a card alone", `1008;;;;;;;${token("x")}`],
	["of another kind of number", "K8;Bo Ek;b@example.com;;;;;"],
	["with a short number", `7;Bo Ek;;;;;;${token("x")}`],
])("a customer %s is sent", async (_, row) => {
	const checked = await examined([header, ...customers(8), row, customer(9)])
	expect([found(checked), checked.customers]).toEqual([[], 10])
})

test("customers of a file that lacks much are sent, each of them", async () => {
	const rows = Array.from({ length: 40 }, (_, n) =>
		n % 3 === 0 ? `${n + 1};Anna Berg ${n};;;;;;` : n % 3 === 1 ? `${n + 1};;a${n}@example.com;;;;;` : customer(n),
	)
	const checked = await examined([header, ...rows])
	expect([found(checked), checked.customers]).toEqual([[], 40])
})

test("so are customers of one who has a name alone, in a file that counts from one", async () => {
	const rows = Array.from({ length: 120 }, (_, n) =>
		n % 20 === 6 ? `${n + 1};Anna Berg ${n};;;;;;` : `${n + 1}${customer(n).slice(4)}`,
	)
	const checked = await examined([header, ...rows])
	expect([found(checked), checked.customers]).toEqual([[], 120])
})
