import { expect, test } from "vitest"
import { namesOf } from "../contacts-of.ts"

test.each([
	["Gravrättsinnehavare", "Gravsatt"],
	["Grabnutzungsberechtigter", "Bestatteter"],
	["Gravstedsindehaver", "Begravet"],
	["Concessionnaire", "Inhumé"],
	["Concesionario", "Inhumado"],
	["Concessionario", "Sepolto"],
	["Rechthebbende", "Begravene"],
])("who holds a grave is the customer, and not who is in it: %s, %s", (holder, buried) => {
	const { asked, names } = namesOf(`${holder};${buried}`, [
		"Kerstin Sandström;Johan Sandström",
		"Linnea Lindqvist;Håkan Lindqvist",
		"Åsa Sjögren;Oskar Sjögren",
	])
	expect(asked).toEqual([])
	expect(names).toEqual(["Kerstin Sandström", "Linnea Lindqvist", "Åsa Sjögren"])
})
