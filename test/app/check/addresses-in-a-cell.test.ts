import { expect, test } from "vitest"
import { examiner, found, inSek, saying, sentBy, token } from "./examined.ts"

const examined = examiner(inSek)

const file = (column: string, cells: readonly string[]) => [
	`Customer No;Name;${column};Card token`,
	...cells.map((cell, at) => `${100 + at};Ann Lee ${"abc"[at]};"${cell}";${token(at)}`),
]

const austin = { street: "31 Cedar Ct", zipCode: "78704", city: "Austin" }

test.each([
	["Bill address", "31 Cedar Ct\nAustin, TX 78704", "billing", austin],
	["Bill address", "31 Cedar Ct\r\nAustin TX  78704-1234", "billing", { ...austin, zipCode: "78704-1234" }],
	["Address", "31 Cedar Ct, Austin, TX 78704", "primary", austin],
	["Address", "C/o Jo Day\n31 Cedar Ct\nAustin, TX 78704", "primary", { ...austin, street: "C/o Jo Day, 31 Cedar Ct" }],
	[
		"Address",
		"5 King St, Toronto, ON M5V 2T6",
		"primary",
		{ street: "5 King St", zipCode: "M5V 2T6", city: "Toronto" },
	],
	[
		"Address",
		"7 Elkhorn Ave\nSurfers Paradise QLD 4217",
		"primary",
		{ street: "7 Elkhorn Ave", zipCode: "4217", city: "Surfers Paradise" },
	],
	["Address", "1 High St\nLondon\nSW1A 1AA", "primary", { street: "1 High St", zipCode: "SW1A 1AA", city: "London" }],
	["Adress", "Storgatan 1\n111 22 Stockholm", "primary", { zipCode: "111 22", city: "Stockholm" }],
])("an address in the cells of a street is asked about, and told apart: %s %j", async (column, cell, place, parts) => {
	const lines = file(column, [cell, cell, cell])
	const checked = await examined(lines)
	expect(checked.questions.map(({ text }) => text)).toEqual([expect.stringMatching(/in one cell\?$/)])
	const answered = await examined(lines, saying(checked, "parted"))
	expect([answered.questions, found(answered, "warning"), found(answered)]).toEqual([[], [], []])
	const [{ contact } = {}] = await sentBy(answered)
	const address = contact?.address ?? {}
	expect(place in address ? address[place as keyof typeof address] : address).toMatchObject(parts)
})

test.each([
	["31 Cedar Ct\nAustin, TX 78704", true],
	["1 High St, London, SW1A 1AA", false],
])("who tells %j apart is told what of it is not sent", async (cell, isTold) => {
	const { questions } = await examined(file("Full Address", [cell, cell, cell]))
	const labels = questions.flatMap(({ answers }) => answers.map(({ label }) => label))
	expect(labels.some((label) => label.includes("state"))).toBe(isTold)
})

test.each([
	["31 Cedar Ct, Austin, TX 78704, USA", "US"],
	["Storgatan 1\n111 22 Stockholm\nSverige", "SE"],
])("the country behind an address is sent as that: %j", async (cell, countryCode) => {
	const lines = file("Address", [cell, cell, cell])
	const answered = await examined(lines, saying(await examined(lines), "parted"))
	const [{ contact } = {}] = await sentBy(answered)
	expect(contact?.address).toMatchObject({ countryCode })
})

test.each([["Villa Ro, Hus 3"], ["12 Mill Ln\nUnit 4"], ["Box 12, TX 99"], ["Station Road, XX 12345"]])(
	"lines of a street are no address: %j",
	async (cell) => {
		expect((await examined(file("Address", [cell, cell, cell]))).questions).toEqual([])
	},
)

test("the zip code and city of a second list beside the first are those of its rows", async () => {
	const both = (postal: string) => [
		"Kundnr;Namn;Adress;Postnr;Ort;Medlemsnummer;Medlem;Gatuadress;Postadress;Korttoken",
		...[1, 2, 3].map((at) => `${at};Bo Ek ${"abc"[at - 1]};Byvägen ${at};22350;Lund;;;;${postal};${token(at)}`),
		...[1, 2, 3].map((at) => `;;;;;M${at};Eva Alm ${"abc"[at - 1]};Ågatan ${at};903 26 Umeå;${token(`m${at}`)}`),
	]
	const checked = await examined(both(""))
	expect([checked.questions, found(checked, "warning")]).toEqual([[], []])
	expect((await sentBy(checked)).map(({ contact }) => contact?.address)).toMatchObject([
		...[1, 2, 3].map((at) => ({ street: `Byvägen ${at}`, zipCode: "22350", city: "Lund" })),
		...[1, 2, 3].map((at) => ({ street: `Ågatan ${at}`, zipCode: "903 26", city: "Umeå" })),
	])
	const { decision } = await examined(both("223 50 Lund"))
	expect(decision?.columns.find(({ column }) => column === "Postadress")?.fields).toEqual([])
})
