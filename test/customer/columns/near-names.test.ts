import { describe, expect, test } from "vitest"
import { askedIn, decisionOf, usedIn } from "../decide-of.ts"

/** What is used and asked of a file of columns and rows, each a text with its cells between semicolons. */
function decided(header: string, ...rows: readonly string[]) {
	const decision = decisionOf(
		header.split(";"),
		rows.map((row) => row.split(";")),
	)
	return { asked: askedIn(decision), used: usedIn(decision) }
}

describe("one address", () => {
	test.each(["Leveringsadresse", "Lieferadresse", "Fakturaadresse"])(
		"is that of the only street, with the only zip code and city: %s",
		(street) => {
			const { asked, used } = decided(
				`Kundenr;Navn;${street};Postnr;Poststed`,
				"1;Kari Moen;Storgata 1;0150;Oslo",
				"2;Ola Nes;Storgata 2;0150;Oslo",
			)
			expect([asked, used[street], used.Postnr, used.Poststed]).toEqual([[], "street", "zipCode", "city"])
		},
	)

	test("may be that of a plant", () => {
		expect(decided("Kundnr;Namn;Anläggningsadress;Postnr;Ort", "1;Bo Lind;Storgatan 1;11122;Lund").asked).toEqual([
			"street",
		])
	})
})

describe("an Italian Paese", () => {
	test("of towns is asked about as the city", () => {
		const rows = ["1;Eva Po;Via Roma 1;00184;Roma;Italia", "2;Ida Re;Via Po 2;10121;Torino;Italia"]
		expect(decided("Codice cliente;Nome;Indirizzo;CAP;Paese;Nazione", ...rows).asked).toEqual(["city"])
	})

	test("of countries is the country", () => {
		const { asked, used } = decided("Codice cliente;Nome;Città;Paese", "1;Eva Po;Roma;Italia", "2;Ida Re;Torino;Italia")
		expect([asked, used.Paese]).toEqual([[], "country"])
	})
})

describe("what comes daily or weekly", () => {
	test.each(["Delivery frequency", "Leveringsfrekvens", "Lieferturnus"])("is no payment: %s", (name) => {
		expect(decided(`Kundnr;Namn;${name}`, "1;Bo Lind;Weekly", "2;An Ek;Daily")).toMatchObject({ asked: [] })
		expect(decided(`Kundnr;Namn;${name}`, "1;Bo Lind;Weekly").used[name]).toBeUndefined()
	})

	test.each(["Frequency", "Turnus"])("may be a payment: %s", (name) => {
		expect(decided(`Kundnr;Namn;${name}`, "1;Bo Lind;Weekly", "2;An Ek;Daily").asked).toEqual(["schedule"])
	})

	test.each(["Payment frequency;weekly", "Interval;monthly", "Betalningsintervall;Daglig"])(
		"is a payment where the name or the values say so: %s",
		(column) => {
			const [name = "", value = ""] = column.split(";")
			const { asked, used } = decided(`Kundnr;Namn;${name}`, `1;Bo Lind;${value}`)
			expect([asked, used[name]]).toEqual([[], "schedule"])
		},
	)
})

test.each(["Guest limit", "Data limit", "Datenlimit (GB)", "Gästegräns"])("%s is no credit limit", (name) => {
	expect(decided(`Kundnr;Namn;${name}`, "1;Bo Lind;20").used[name]).toBeUndefined()
})

test.each(["Straße Nr.", "Straße Nr", "Straße/Hausnr."])("%s may be a whole street", (name) => {
	const { asked, used } = decided(
		`Kundennr;Name;${name};PLZ;Ort`,
		"1;Eva Roth;Weg 1;80331;Ulm",
		"2;Ida Voss;Am Weg 2a;80331;Ulm",
	)
	expect([asked, used[name]]).toEqual([[], "street"])
})
