import { expect, test } from "vitest"
import { examiner, found, saying, sentBy, token } from "./examined.ts"

const examined = examiner()

const file = (header: string, rows: readonly (readonly [place: string, rest?: string])[]) => [
	header,
	...rows.map(([place, rest = ""], index) => `${100 + index};Jan Bos;Weg ${index};${place};${rest}EUR;${token(index)}`),
]

test.each([
	["Kundennr;Name;Straße;Ort;Währung;Token", "10115 Berlin", { zipCode: "10115", city: "Berlin" }],
	["Kundnr;Namn;Gata;Ort;Valuta;Token", "111 22 Stockholm", { zipCode: "111 22", city: "Stockholm" }],
	[
		"Asiakasnro;Nimi;Katuosoite;Postitoimipaikka;Valuutta;Token",
		"00100 Helsinki",
		{ zipCode: "00100", city: "Helsinki" },
	],
	["Customer No;Name;Street;Town;Currency;Token", "London SW1A 1AA", { zipCode: "SW1A 1AA", city: "London" }],
])(
	"a zip code in the cells of the city is asked about where not all have one, and told apart: %s",
	async (header, place, parts) => {
		const lines = file(header, [[place], [place], [place], [place], [`${place} 2`]])
		const checked = await examined(lines)
		expect(checked.questions.map(({ id }) => id)).toEqual(["zipCode"])
		const answered = await examined(lines, saying(checked, "parted"))
		expect(answered.questions).toEqual([])
		expect(found(answered)).toEqual(["address.not-parted 6"])
		expect((await sentBy(answered)).map(({ contact }) => contact?.address)).toMatchObject([parts, parts, parts, parts])
		const every = await examined(
			file(
				header,
				["a", "b", "c"].map((end) => [place.replace(/\p{Ll}\b/u, end)]),
			),
		)
		expect([every.questions, found(every)]).toEqual([[], []])
		expect((await sentBy(every)).map(({ contact }) => contact?.address)).toMatchObject(
			Array(3).fill({ zipCode: parts.zipCode }),
		)
		const kept = await examined(lines, saying(checked, "street"))
		expect((await sentBy(kept)).map(({ contact }) => contact?.address)).toMatchObject([
			...Array(4).fill({ city: place }),
			{ city: `${place} 2` },
		])
	},
)

test("the few cities that hold a zip code are told of", async () => {
	const header = "Kundennr;Name;Straße;Ort;Währung;Token"
	const checked = await examined(file(header, [["Berlin"], ["01067 Dresden"], ["Köln"], ["Wien 2"]]))
	expect([checked.questions, found(checked, "warning")]).toEqual([[], ["address.zip-in-city 3"]])
})

test.each([
	["2511 BT 's-Gravenhage", { zipCode: "2511 BT", city: "'s-Gravenhage" }],
	["9711LM Groningen", { zipCode: "9711LM", city: "Groningen" }],
	["1012 ab Amsterdam", undefined],
	["7100 LA LOUVIERE", undefined],
	["1424 DE Kwakel", { zipCode: "1424 DE", city: "Kwakel" }],
])("a Dutch zip code is not torn apart: %s", async (place, parts) => {
	const lines = file("Klantnr;Naam;Adres;PC/Plaats;Valuta;Token", [[place], ["3511 CD Utrecht"], ["3511 CD Utrecht"]])
	const checked = await examined(lines)
	expect(found(checked)).toEqual(parts === undefined ? ["address.not-parted 2"] : [])
	const [first] = await sentBy(checked)
	expect(first?.contact?.address).toMatchObject(parts ?? { city: "Utrecht" })
})
