import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { mintCardToken } from "../../src/sandbox/tokens.ts"

const header = [
	"Kundnummer",
	"Förnamn",
	"Efternamn",
	"E-post",
	"Gatuadress",
	"Postnummer",
	"Ort",
	"Land",
	"Valuta",
	"Korttoken",
]
const given = ["Åsa", "Björn", "Cecilia", "Göran", "Hanna", "Kåre"]
const family = ["Öberg", "Lindström", "Ek", "Sjögren", "Dahl"]

export interface Sample {
	readonly path: string
	/** Rows that fail a check, that the sandbox declines, and that need the cardholder. */
	readonly invalid: number
	readonly declined: number
	readonly verification: number
	readonly rows: number
}

/** A file as a Swedish spreadsheet saves it: semicolons, a byte order mark, CRLF. Every 20th row has a wrong e-mail address. */
export async function writeSample(folder: string, rows: number): Promise<Sample> {
	const lines = Array.from({ length: rows }, (_, index) => {
		const first = given[index % given.length] ?? ""
		const last = family[index % family.length] ?? ""
		const number = `K-${String(index + 1).padStart(5, "0")}`
		const email = index % 20 === 7 ? `kund${index}.example.se` : `kund${index}@example.se`
		const card = index % 25 === 3 ? "declined" : index % 50 === 9 ? "three-d-secure" : "ok"
		const street = index % 30 === 5 ? `"c/o ${last}; port ""B"""` : `Storgatan ${index}`
		return [number, first, last, email, street, "211 20", "Malmö", "SE", "SEK", mintCardToken(card, number)].join(";")
	})
	const path = join(folder, "kunder höst.csv")
	await writeFile(path, `\uFEFF${[header.join(";"), ...lines].join("\r\n")}\r\n`)
	const where = (fits: (index: number) => boolean) =>
		Array.from({ length: rows }, (_, index) => index).filter(fits).length
	const invalid = (index: number) => index % 20 === 7
	return {
		path,
		rows,
		invalid: where(invalid),
		declined: where((index) => index % 25 === 3 && !invalid(index)),
		verification: where((index) => index % 50 === 9 && index % 25 !== 3 && !invalid(index)),
	}
}
