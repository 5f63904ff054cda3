import { describe, expect, test } from "vitest"
import { readHeader } from "../../../src/customer/headers/read-header.ts"

const fieldsOf = (name: string) => readHeader(name).meanings.map(({ field }) => field)

describe("who owes, pays or holds something is somebody, whatever it is", () => {
	test.each([
		"Gebührenschuldner|Gebührenzahler|Kostenschuldner|Beitragsschuldner|Preisschuldner|Tarifkunde|Rateninhaber|Jahresmitglied",
		"Avgiftsbetalare|Prisinnehavare|Avtalskund|Prenumerationsinnehavare|Priskund|Webbkund",
		"Kontingentbetaler|Gebyrbetaler|Avtalekunde|Kontraktindehaver|Abonnementskunde|Skattebetaler",
		"Sopimusasiakas|Maksunmaksaja|Tilausasiakas|Veronmaksaja",
		"Tariefhouder|Contracthouder|Premiebetaler|Abonnementhouder",
		"Ratepayer|Rate Payer|Rate-payer|Feepayer|Planholder|Plan holder|Plan Member|Taxpayer|Tax Payer|Bondholder",
		"Prix Titulaire|Titulaire du contrat|Contribuable|Redevable|Titular del plan|Contribuyente|Contribuente|Podatnik",
		"Steuerzahler|Skattebetalare|Belastingbetaler|Grundejer|Anschlussinhaber|Anschlussnehmer",
	])("%s", (names) => {
		const read = names.split("|").map((name) => [name, fieldsOf(name).includes("name")])
		expect(read.filter(([, isName]) => !isName)).toEqual([])
	})

	test("and what is said of them is theirs", () => {
		expect(fieldsOf("Gebührenschuldnernummer")).toEqual(["number"])
		expect(fieldsOf("Tarifkunden-Nr.")).toEqual(["number"])
		expect(fieldsOf("Ratepayer e-mail")).toEqual(["email"])
		expect(fieldsOf("Taxpayer ID")).toEqual(["identityNumber"])
		expect(fieldsOf("Tax payer no")).toEqual(["identityNumber"])
	})

	test("but what somebody has, or who somebody else is, is not", () => {
		const names =
			"Kundenrabatt|Mitgliedsbeitrag|Medlemsavgift|Status Kunde|Preis Kunde|Anzahl Mitglieder|Kundenpreis|Bankkunde|Lieferantenkunde"
		const read = names.split("|").map((name) => [name, ...fieldsOf(name)])
		expect(read.filter(([, ...fields]) => fields.length > 0)).toEqual([])
	})
})

test.each([
	["landline", "Tel (H)|Tel (W)|Phone H|Tel. dienst.|Tél. prof.|Tel (P)|H Phone|Telefon (B)|Tel. dom."],
	["cellphone", "Tel (M)|Tel. M|Phone (M)|Natel|Mob (W)"],
	["phone", "Tel. priv.|Tel (F)|Phone (C)|Tel. perso"],
	["name", "Name (M)"],
])("a letter behind a phone says which it is: %s", (field, names) => {
	for (const name of names.split("|")) expect([name, ...fieldsOf(name)]).toEqual([name, field])
})
