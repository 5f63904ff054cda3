import { extname } from "node:path"
import { writeXlsx } from "hucre/xlsx"
import { formatRow } from "../csv/writer.ts"
import { DraftFile } from "./draft-file.ts"

/** The columns of a file that raises no question, with what to write in each. */
export const templateColumns: readonly (readonly [name: string, note: string])[] = [
	[
		"Customer number",
		"Required. Your own number of the customer; letters and zeros at the beginning count. Each customer once.",
	],
	["Name", "First name and surname, or the name of the company."],
	["E-mail", "One address."],
	["Phone", "With the country, as in +46 70 123 45 67; or as people write it in the country of the row."],
	["Street", "With the number of the house."],
	["Zip code", "As the post of the country writes it."],
	["City", ""],
	["Country", "Two letters, as in SE, or its name."],
	["Currency", "Three letters, as in SEK. Intergiro takes SEK where it is empty."],
	["Schedule", "How often the customer pays: monthly, quarterly or yearly; or empty."],
	[
		"Card token",
		"The token of the card at Intergiro, whole; never the number of a card. Empty for a customer without a card.",
	],
]

/** Rows that are ready to be filled. */
const rows = 2_000

/** Wide enough for most names and addresses, in characters. */
const width = 22

/** Writes an empty file of customers: a workbook where the name ends in `.xlsx`, else CSV, with a note for each column. */
export async function writeTemplate(path: string): Promise<void> {
	await DraftFile.save(path, extname(path).toLowerCase() === ".xlsx" ? await workbook() : csv())
}

/** Every cell is a text, so that no zero is lost; a note hangs at each name. */
async function workbook(): Promise<Uint8Array> {
	const notes = templateColumns.flatMap(([, note], column) =>
		note === "" ? [] : [[`0,${column}`, { comment: { text: note } }] as const],
	)
	return await writeXlsx({
		sheets: [
			{
				name: "Customers",
				columns: templateColumns.map(() => ({ width, style: { numFmt: "@" } })),
				// Only a cell that is there already keeps the zeros of what is typed into it.
				rows: [
					templateColumns.map(([name]) => name),
					...Array.from({ length: rows }, () => templateColumns.map(() => null)),
				],
				cells: new Map(notes),
				freezePane: { rows: 1 },
			},
		],
	})
}

/** The notes stand above the names: lines above the header are no customers. */
function csv(): string {
	const lines = [templateColumns.map(([, note]) => note), templateColumns.map(([name]) => name)]
	return `\uFEFF${lines.map((cells) => `${formatRow(cells, ",")}\r\n`).join("")}`
}
