import { describe, expect, test } from "vitest"
import { noteJudge, speaksAgainst } from "../../src/customer/speaking-notes.ts"

describe("a note speaks against its row", () => {
	test.each([
		"AVLIDEN 2025-03-01",
		"Kunden avled i mars",
		"SKA TAS BORT - dubblett av 3",
		"dubblett, se kund 12",
		"kortet tillhör kund 2",
		"obs! fel kort",
		"Customer passed away in May",
		"duplicate of 1003",
		"To be deleted after March",
		"DELETE",
		"card belongs to customer 2",
		"verstorben, Nachlass klären",
		"Dublette zu 1003",
		"Karte gehört Kunde 2",
		"zu löschen",
		"avdød 2024",
		"kortet tilhører kunde 2",
		"skal slettes",
		"Asiakas kuollut",
		"kortti kuuluu asiakkaalle 2",
		"décédé le 3 mars",
		"à supprimer",
		"la carte appartient au client 2",
		"fallecido en 2024",
		"la tarjeta pertenece al cliente 2",
		"deceduta",
		"da eliminare",
		"nie żyje",
		"do usunięcia",
		"overleden",
		"de kaart hoort bij klant 2",
	])("%s", (note) => {
		expect(speaksAgainst(note)).toBe(true)
	})

	test.each([
		"",
		"ring först",
		"Ringt 2024-03-01, inget svar",
		"vill ha faktura per post",
		"old phone removed",
		"gammalt nummer raderat",
		"ej avliden, felaktig uppgift",
		"not a duplicate",
		"new card 2024",
		"har två kort",
		"Karte nachgereicht",
		"visa le client en mai",
		"deliver to the back door",
		"Deleting of newsletters wished",
		"belongs to the club",
		"Bord 3, hör till sällskapet",
	])("and not: %s", (note) => {
		expect(speaksAgainst(note)).toBe(false)
	})

	test("only in columns of notes", () => {
		expect(noteJudge("Anmärkning")?.("avliden")).toBe(true)
		expect(noteJudge("Tags")?.("duplicate")).toBe(true)
		expect(noteJudge("Plan")).toBeUndefined()
	})
})
