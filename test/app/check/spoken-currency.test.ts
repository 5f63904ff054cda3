import { describe, expect, test } from "vitest"
import { examiner, token } from "./examined.ts"

const examined = examiner()

describe("the country that speaks against SEK", () => {
	test.each([
		["phones of North America", "Phone", (n: number) => `(212) 736-50${10 + n}`, "USD"],
		["mobile phones of Britain", "Mobile", (n: number) => `07700 9001${10 + n}`, "GBP"],
		["codes of Ireland", "Postcode", () => "D02 X285", "EUR"],
	])("is seen by %s", async (_, column, value, currency) => {
		const lines = [1, 2, 3, 4].map((n) => `${n},Ann Lee${"abcd"[n - 1]},${value(n)},${token(n)}`)
		const checked = await examined([`Customer ID,Name,${column},Card token`, ...lines])
		expect(checked.questions.map(({ id, answers }) => [id, answers[0]?.id])).toEqual([["currency", currency]])
	})

	test.each([
		["Kundennr;Name;Straße;PLZ;Ort;Token", "Graben 5;1010;Wien", ["EUR", "CHF"]],
		["Numéro client;Nom complet;Rue;Code postal;Localité;Jeton carte", "rue Haute 5;4000;Liège", ["EUR", "CHF"]],
		["Klantnr;Naam;Straat;Postcode;Gemeente;Kaarttoken", "Dorp 5;9000;Gent", ["EUR"]],
		["N.º cliente;Nome;Morada;Código postal;Cidade;Token", "Rua 5;1000-205;Lisboa", ["EUR"]],
		["Kundenr;Navn;Adresse;Postnr;By;Korttoken", "Torvet 5;8000;Aarhus", ["DKK"]],
		["Customer No;Name;Street;Postcode;Town;Card token", "Main St 5;4217;Benowa", ["DKK"]],
	])(
		"offers the euro wherever a country of it writes zip codes so, the language's own first: %s",
		async (header, rest, first) => {
			const lines = [1, 2, 3, 4].map((n) => `${n};Ann Lee${"abcd"[n - 1]};${rest};${token(n)}`)
			const { questions } = await examined([header, ...lines])
			const offered = questions.find(({ id }) => id === "currency")?.answers.map(({ id }) => id) ?? []
			expect(offered.slice(0, first.length)).toEqual(first)
			expect(offered).toContain("EUR")
		},
	)
})
