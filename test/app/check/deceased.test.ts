import { expect, test } from "vitest"
import { examiner, found, token } from "./examined.ts"

const examined = examiner()

test.each([
	["Avslutsorsak", "Avliden"],
	["Stop code", "DECEASED"],
	["Orsak", "avliden 2024-03-01"],
	["Kündigungsgrund", "Verstorben"],
	["Motif", "Décédé"],
	["Motivo baja", "Fallecido"],
	["Memo 2", "Overleden (12-03-2024)"],
	["Title", "Exors of Mr"],
	["Salutation", "The late Mrs"],
	["Addressee", "The Executors of"],
	["Anrede", "Erben von Herrn"],
	["Civilité", "Succession de Mme"],
])("who died by a cell of any column is not sent: %s, %s", async (column, cell) => {
	const checked = await examined([
		`Kundnr;Namn;${column};Valuta;Korttoken`,
		...["", cell, ""].map((said, at) => `${at + 1};Anna Berg ${at};${said};SEK;${token(at)}`),
	])
	const isAsked = checked.questions.some(({ id }) => id === "deleted")
	expect([isAsked || found(checked).includes("row.says-deleted 3"), checked.customers]).toEqual([true, 2])
})

test.each([
	"Dödsboet efter Bo Ek",
	"Ek Anna dödsbo",
	"Estate of Mr J Smith",
	"Dødsboet etter Ola Moen",
	"Nachlass Karl Weiß",
	"Kuolinpesä Salo",
	"Erven van Jan Bos",
])("an estate is asked about: %s", async (name) => {
	const { questions } = await examined([
		"Kundnr;Namn;Valuta;Korttoken",
		...["Anna Berg", name, "Eva Lund"].map((one, at) => `${at + 1};${one};SEK;${token(at)}`),
	])
	expect(questions.map(({ id }) => id)).toEqual(["deleted"])
})

test.each(["Succession planning", "Late payer", "Estate", "Mrs"])(
	"a cell that says something else is none: %s",
	async (cell) => {
		const checked = await examined([
			"Kundnr;Namn;Memo;Valuta;Korttoken",
			...["", cell, ""].map((said, at) => `${at + 1};Anna Berg;${said};SEK;${token(at)}`),
		])
		expect([checked.questions, found(checked)]).toEqual([[], []])
	},
)

test.each(["Real Estate of London Ltd", "Dödsbohjälpen AB", "Nachlassverwaltung Weiß", "Mort Fisher", "Erben Huber"])(
	"others are not: %s",
	async (name) => {
		const { questions } = await examined([
			"Kundnr;Namn;Valuta;Korttoken",
			...["Anna Berg", name, "Eva Lund"].map((one, at) => `${at + 1};${one};SEK;${token(at)}`),
		])
		expect(questions).toEqual([])
	},
)
