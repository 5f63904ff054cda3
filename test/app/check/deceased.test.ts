import { expect, test } from "vitest"
import { examiner, found, inSek, token } from "./examined.ts"

const examined = examiner()
const inKronor = examiner(inSek)

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

const widows = ["1;Eva Holm;Karl Holm", "2;Bo Lind;Märta Lind", "3;Li Berg;Sven Berg"]

test.each(["Avliden", "Défunt", "Deceased"])(
	"names of whom the customers survive are no states of theirs: %s",
	async (column) => {
		const header = `Kundnr;Namn;${column}`
		const checked = await inKronor([header, ...widows])
		expect([checked.questions, found(checked), checked.customers]).toEqual([[], [], 3])
		const unclear = await inKronor([header, ...widows, "4;Ed Ros;Ulf Ros", "5;Di Ek;oklart", "6;Cia Ek;"])
		expect(unclear.questions.map(({ id }) => id)).toEqual([`status.${column}`])
		expect(found(unclear)).toEqual(["row.status 6"])
		const died = await inKronor([header, ...widows, "4;Ed Ros;Ulf Ros", "5;Di Ek;ja"])
		expect(found(died)).toEqual(["row.deleted 6"])
		const few = await inKronor([header, "1;Eva Holm;Ej Aktiv", "2;Bo Lind;Gone Away", "3;Li Berg;Ej Känd"])
		expect(found(few).length).toBeGreaterThan(0)
	},
)
