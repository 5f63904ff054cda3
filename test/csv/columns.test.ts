import { describe, expect, it } from "vitest"
import { nameGroups } from "../../src/csv/columns.ts"

const line = (text: string) => text.split(";")
const header = line("Nr;Name;Straße;PLZ;Straße;PLZ;Token")

describe("a line of groups above the header", () => {
	it("tells names apart that stand several times, and leaves the others", () => {
		expect(nameGroups(header, line("Kunde;;Lieferadresse;;Rechnungsadresse;;Karte"))).toEqual(
			line("Nr;Name;Lieferadresse Straße;Lieferadresse PLZ;Rechnungsadresse Straße;Rechnungsadresse PLZ;Token"),
		)
	})

	it.each([
		["a title", "Kundenliste;;;;;;"],
		["nothing", ""],
		["a group over one of them alone", "Kunde;;;;;;Karte"],
		["a group that has begun for the second one only", ";;;;Rechnungsadresse;;Karte"],
	])("is none where there is %s", (_, above) => {
		expect(nameGroups(header, line(above))).toEqual(header)
	})
})
