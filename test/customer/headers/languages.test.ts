import { expect, test } from "vitest"
import { languagesOf } from "../../../src/customer/headers/languages.ts"

test.each([
	["Borger-ID;Navn;Adresse;Postnr/By;CPR;Kontakt 1 navn;Kontakt 1 tlf;Bemærkning", ["da"]],
	["Navn;Adresse;Postnr;Abonnement;Tlf;CPR;Bemærkning;Fylke", ["da", "no"]],
	["Medlemsnr;Fornavn;Efternavn;Adresse;By", ["da"]],
	["Medlemsnr;Fornavn;Etternavn;Adresse;Postnr;Poststed", ["no"]],
	["Kundnr;Namn;Adress;Postnr;Ort", ["sv"]],
	["Name;Street;Postcode;Town;Card token", []],
] as const)("what the names of columns are written in, the likeliest first: %s", (names, languages) => {
	expect(languagesOf(names.split(";"))).toEqual(languages)
})
