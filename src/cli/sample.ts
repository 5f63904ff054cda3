import type { OutcomeKind } from "../contract/outcome.ts"
import { formatRow } from "../csv/writer.ts"
import { type CardKind, mintCardToken } from "../sandbox/tokens.ts"

/** One customer of a generated file, and how a run against the sandbox must end for it. */
export interface SampleRow {
	readonly cells: readonly string[]
	readonly number: string
	readonly expected: Extract<OutcomeKind, "created" | "invalid" | "rejected" | "verification-required">
}

const header = [
	"Kundnummer",
	"Name",
	"E-mail",
	"Phone",
	"Street",
	"Zip code",
	"City",
	"Country",
	"Currency",
	"Schedule",
	"Card token",
]

const first = [
	"Åsa",
	"Björn",
	"Cecilia",
	"Daniel",
	"Eva",
	"Fredrik",
	"Göran",
	"Hanna",
	"Ingrid",
	"Jörgen",
	"Kåre",
	"Lena",
]
const last = ["Andersson", "Björklund", "Dahlström", "Ek", "Fält", "Grönwall", "Holm", "Lindqvist", "Nyström", "Öberg"]
const streets = ["Storgatan", "Ågatan", "Kungsvägen", "Östra Hamngatan", "Skolgränd", "Björkallén"]
const cities = ["Malmö", "Göteborg", "Västerås", "Umeå", "Kiruna", "Norrköping"]
const schedules = ["monthly", "monthly", "monthly", "quarterly", "yearly"]

/** A file of `rows`, as a spreadsheet saves it: with a byte order mark and CRLF. */
export function sampleFile(rows: readonly SampleRow[]): string {
	return `\uFEFF${[header, ...rows.map(({ cells }) => cells)].map((cells) => `${formatRow(cells, ",")}\r\n`).join("")}`
}

/** Customers with the usual nuisances of a legacy export; the same `count` always gives the same rows. */
export function sampleRows(count: number): SampleRow[] {
	const pick = picker()
	return Array.from({ length: count }, (_, index) => {
		const number = `C-${String(index + 1).padStart(6, "0")}`
		const given = pick(first)
		const family = pick(last)
		const plain: Customer = {
			number,
			name: `${given} ${family}`,
			email: `${ascii(given)}.${ascii(family)}.${index + 1}@example.com`,
			phone: `+46 70 ${100 + (index % 900)} ${10 + (index % 90)} ${10 + (index % 89)}`,
			street: `${pick(streets)} ${1 + (index % 120)}`,
			zip: `${211 + (index % 700)} ${10 + (index % 90)}`,
			city: pick(cities),
			country: "SE",
			card: "ok",
		}
		const { expected, ...nuisance } = nuisances(index, plain)
		const customer = { ...plain, ...nuisance }
		const token = customer.card === "none" ? "" : mintCardToken(customer.card, number)
		const { name, email, phone, street, zip, city, country } = customer
		return {
			cells: [customer.number, name, email, phone, street, zip, city, country, "SEK", pick(schedules), token],
			number: customer.number,
			expected: expected ?? "created",
		}
	})
}

interface Customer {
	readonly number: string
	readonly name: string
	readonly email: string
	readonly phone: string
	readonly street: string
	readonly zip: string
	readonly city: string
	readonly country: string
	readonly card: CardKind | "none"
}

/** What is odd about the customer at `index`: about one in four. */
function nuisances(
	index: number,
	{ name, street }: Customer,
): Partial<Customer> & Partial<Pick<SampleRow, "expected">> {
	const [given = "", family = ""] = name.split(" ")
	switch (index % 50) {
		case 3:
			return { name: `${family}, ${given}` }
		case 7:
			return { name: `${given} "${family.slice(0, 3)}" ${family}` }
		case 11:
			return { street: `c/o ${family}\n${street}` }
		case 14:
		case 15:
		case 16:
			return { card: "none" }
		case 19:
			return { name: `  ${given}\u00A0${family} ` }
		case 23:
			return { card: "declined", expected: "rejected" }
		case 29:
			return { card: "three-d-secure", expected: "verification-required" }
		case 31:
			return { phone: "", street: "", zip: "", city: "", country: "" }
		case 37:
			return { email: `${ascii(given)}.example.com`, expected: "invalid" }
		case 41:
			return { city: "", expected: "invalid" }
		case 43:
			return { number: "", expected: "invalid" }
		case 47:
			return { country: "Atlantis", expected: "invalid" }
		default:
			return {}
	}
}

function ascii(text: string): string {
	return text
		.normalize("NFD")
		.replaceAll(/[^a-z]/gi, "")
		.toLowerCase()
}

/** Picks at random, but always the same. */
function picker(): (list: readonly string[]) => string {
	let state = 1
	return (list) => {
		state = (state * 48_271) % 2_147_483_647
		return list[state % list.length] ?? ""
	}
}
