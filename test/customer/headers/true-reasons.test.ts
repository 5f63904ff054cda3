import { describe, expect, test } from "vitest"
import { foreign } from "../../../src/customer/headers/concepts.ts"
import { readHeader } from "../../../src/customer/headers/read-header.ts"

const fieldsOf = (name: string) => readHeader(name).meanings.map(({ field }) => field)

describe("what is not ours is said to be what it is", () => {
	test.each([
		["amount", "Amount due|Rent Due (GBP)|Total due|Balance due|Fee per month|Beitrag pro Jahr|Montant de la commande"],
		["product", "Hinta €/kk|Price per month|Preis pro Monat|Prix par mois|Prijs per maand"],
		[
			"date",
			"Betalt til|Betald till|Paid until|Paid to|Bezahlt bis|Betaald tot|Date de mise en service|Date de commande|Rent due date|Due date",
		],
		["group", "Membership Level|Level|Nivå|Stufe|Niveau|Livello|Tier"],
		["vehicle", "Behälter|Kärl|Bin Size|Bin type|Tonne|Container|Bac|Contenedor|Contenitore|Pojemnik|Afvalbak|Astia"],
		[
			"vehicle",
			"N° compteur|Nr wodomierza|Meter no|Zählernummer|Nº contador|Numero contatore|Vandmåler|Vattenmätare|Vesimittari",
		],
		[
			"licence",
			"N° permis|Driving licence no|Führerscheinnummer|Körkortsnr|Kørekort|Førerkort|Ajokortti|Patente|Carnet de conducir|Prawo jazdy|Rijbewijsnr",
		],
		[
			"other",
			"Co-titulaire|Cotitulaire|Cotitular|Cointestatario|Co-tenant|Co-member|Joint holder|Second holder|Mitinhaber|Mitmieter|Medsökande|Medejer|Medehuurder|Współwłaściciel",
		],
		["count", "Frontmeter"],
		["consent", "Droit à l’image|Droit à l'image"],
		["vehicle", "Kiinteistötunnus|Fastighetsbeteckning|Flurstück|Flurstücksnummer|Referencia catastral"],
	] as const)("%s: %s", (kind, names) => {
		const read = names.split("|").map((name) => [name, readHeader(name).foreign])
		expect(read.filter(([, is]) => is !== foreign[kind])).toEqual([])
	})

	test("and who is addressed is somebody there", () => {
		for (const name of ["Att.", "Attn", "z. Hd.", "Attention"]) expect(readHeader(name).foreign).toContain("somebody")
	})

	test("a container keeps nobody, and nothing that is kept is a container", () => {
		for (const name of ["Behälter", "Beholder", "Behältergröße"])
			expect([name, readHeader(name).choice]).toEqual([name, undefined])
		for (const name of ["Behalten", "Behold", "Behålla"])
			expect([name, readHeader(name).choice !== undefined]).toEqual([name, true])
	})

	test("the first digits of a card stay what they are", () => {
		for (const name of ["BIN", "Card BIN", "Bin number"]) expect(readHeader(name).foreign).toBe(foreign.bin)
	})
})

test("a friend of a museum has a number as a member has", () => {
	for (const name of ["Vriendnummer", "Friend No", "Freundesnummer", "Vännummer"])
		expect(fieldsOf(name)).toEqual(["number"])
	expect(fieldsOf("C/O namn")).toEqual(["street"])
})
