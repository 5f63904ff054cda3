import { describe, expect, test } from "vitest"
import { examiner, found, inSek, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

const columns = ["Kundnr", "Namn", "Telefon", "E-post", "Adress", "Postnr", "Ort", "Land"]
const usual = ["1001", "Anna Ek", "0701234567", "anna@example.com", "Storgatan 2", "75320", "Uppsala", "SE"]

/** Rows of ordinary customers, the third of which has this in a column. */
const file = (column: string, cell: string) => [
	`${[...columns, "Saldo", "Korttoken"].join(";")}`,
	...["1001", "1002", "1003"].map((number, at) => {
		const cells = usual.map((value, place) => (at === 2 && columns[place] === column ? cell : value))
		return [number, ...cells.slice(1), at === 2 && column === "Saldo" ? cell : "12,50", token(at)].join(";")
	}),
]

describe("where a spreadsheet found a value too wide to show, it is lost, whatever it was", () => {
	test.each(columns.slice(1).flatMap((column) => ["##", "########"].map((cell) => [column, cell])))(
		"%s: %s",
		async (column, cell) => {
			const checked = await examined(file(column, cell))
			expect(found(checked)).toEqual(["value.damaged 4"])
			expect(checked.summary.map(({ code }) => code)).not.toContain("cleaned.placeholder")
			expect((await sentBy(checked)).length).toBe(2)
		},
	)

	test("but for what is not sent", async () => {
		expect(found(await examined(file("Saldo", "########")))).toEqual([])
	})
})
