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

/** Of a row of a doubtful file, counted from 0: what it is to be created as, where "Ref" is the number and "Company" goes first. */
export function doubtful(index: number) {
	return {
		number: `C-${String(index).padStart(3, "0")}`,
		name: index < 75 ? `Anna Berg ${index}` : `Firm ${index} AB`,
		email: `anna${index}@example.se`,
		pays: index % 3 === 2 ? "invoice" : "card",
	} as const
}

interface Doubtful {
	readonly rows?: number
	/** Further columns of card tokens, in some rows. */
	readonly backups?: number
}

/**
 * A file that leaves three questions open: two columns may be the number, one the e-mail, and one in three customers pays by
 * invoice. Behind row 76 there is a fourth: customers have two names.
 */
export async function writeDoubtful(path: string, { rows = 80, backups = 0 }: Doubtful = {}): Promise<void> {
	const names = ["Backup", "Reserve", "Spare"].slice(0, backups)
	const lines = Array.from({ length: rows }, (_, index) => {
		const { number, email, pays } = doubtful(index)
		return [
			9000 + index,
			number,
			index < 75 ? "" : `Firm ${index} AB`,
			`Anna Berg ${index}`,
			email,
			pays === "invoice" ? pays : mintCardToken("ok", `${path} ${index}`),
			...names.map((name) => (index % 20 === 0 ? mintCardToken("ok", `${path} ${name} ${index}`) : "")),
			"2024-01-02",
			"not ours",
		].join(",")
	})
	const header = ["Id", "Ref", "Company", "Name", "Column X", "Payment method"]
	header.push(...names, "Created", "Notes")
	await writeFile(path, `${[header.join(","), ...lines].join("\n")}\n`)
}
