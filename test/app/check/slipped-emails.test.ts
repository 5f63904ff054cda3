import { expect, it } from "vitest"
import { examiner } from "./examined.ts"

const examined = examiner()
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

it.each([
	[40, 10, 20],
	[5_000, 2_400, 2_420],
	[20_000, 6_000, 11_000],
])(
	"finds the e-mail addresses that slipped in the middle of a file: of %i rows, from %i to before %i",
	async (count, from, to) => {
		const checked = await examined(file(count, from, to))
		const rows = [...checked.rowsWith("email.slipped")]
		expect([rows[0], rows.at(-1), rows.length]).toEqual([from, to - 1, to - from])
		expect((await examined(file(count, 0, 0))).rowsWith("email.slipped").size).toBe(0)
	},
)
