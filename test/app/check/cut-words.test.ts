import { describe, expect, test } from "vitest"
import { examiner, found, inSek, onlyQuestion, token } from "./examined.ts"

const examined = examiner(inSek)

const names = ["Anna Ek", "Bo Lind", "Cai Berg", "Dag Holm", "Eva Ström"]
const file = (column: string, cell: string) => [
	`Kundnr;Namn;${column};Korttoken`,
	...names.map((name, at) => `100${at};${name};${at === 1 ? cell : ""};${token(at)}`),
]

describe("a word for having died or left is known where it is cut short, with a point or a day behind it", () => {
	const words = {
		deleted: ["avl.", "Avl 2024", "AVL. 2024-03-01", "verst.", "Verst. 3.2.2021", "overl. 2024", "makul.", "dødsb."],
		ended: [
			"Utm. 12/25",
			"utg.",
			"Avsl 2024",
			"avsl. 2024",
			"gek. 31.12.25",
			"künd. zum 31.12.",
			"Udm. pr. 1.1.2025",
			"inakt.",
			"opgez. 1-1-2025",
			"canc. 3/24",
		],
	}
	const all = Object.entries(words).flatMap(([id, list]) => list.map((word) => [word, id]))

	test.each(all)("in a note: %s", async (word, id) => {
		const checked = await examined(file("Anm", word))
		expect([onlyQuestion(checked).id, found(checked), found(checked, "warning")]).toEqual([id, [`row.${id} 3`], []])
	})

	test.each(["Typ", "Grupp", "Xyz", "Produkt"])("in a column that is not sent: %s", async (column) => {
		expect(found(await examined(file(column, "Utm. 12/25")))).toEqual(["row.ended 3"])
	})

	test.each([
		..."Avd. 3|afd. 2024|Abt. 2024|Fall 2024|Dec 2024|dim. 12/25|Pass. 12/25|Res. 12/25|utg. 2|Rad. 12|Start 2024|Okt. 2024".split(
			"|",
		),
		..."Medl. 2024|Inv. 2024|Tel. 12-34|Best. 12/25|Faktura 2024|Kontr. 2024|Verl. 12/25|Stor. 2|Term. 2024|Arch. 2024|Annual 2024|Suppl. 2024".split(
			"|",
		),
		"avl",
		"Gek",
		"utm",
	])("and of other words nothing: %s", async (word) => {
		const checked = await examined(file("Anm", word))
		expect([checked.questions, found(checked), found(checked, "warning")]).toEqual([[], [], []])
	})
})

test("of a row that is not sent it is not said that it is, whatever its notes say", async () => {
	for (const note of ["Avliden 2025-03-11", "avliden", "Utträde 260131", "deceased"]) {
		const checked = await examined(file("Anm", note))
		expect([note, found(checked).length, found(checked, "warning")]).toEqual([note, 1, []])
	}
	const both = [
		"Kundnr;Namn;Status;Anm;Korttoken",
		...names.map(
			(name, at) => `100${at};${name};${at === 1 ? "Avslutad" : "Aktiv"};${at < 3 ? "har sagt upp" : ""};${token(at)}`,
		),
	]
	expect(found(await examined(both), "warning")).toEqual(["row.note-speaks 2 4"])
	const created = await examined(both, { ended: "created" })
	expect([found(created), found(created, "warning")]).toEqual([[], ["row.note-speaks 2 3 4"]])
})
