import { describe, expect, test } from "vitest"
import { streetWith } from "../../src/customer/street.ts"
import { contactsOf } from "./contacts-of.ts"

const join = (country: string, ...parts: readonly string[]) =>
	parts.reduce((street, part) => streetWith(street, part, country))

describe("the parts of a street", () => {
	test.each<[string, readonly string[], string]>([
		["SE", ["Storgatan", "12"], "Storgatan 12"],
		["SE", ["12", "Storgatan"], "Storgatan 12"],
		["SE", ["12 B", "Storgatan", "1102"], "Storgatan 12 B 1102"],
		["SE", ["Storgatan", "12", "1102"], "Storgatan 12, 1102"],
		["SE", ["Storgatan 12", "lgh 1102"], "Storgatan 12, lgh 1102"],
		["SE", ["Storgatan 1", "Box 5"], "Storgatan 1, Box 5"],
		["FI", ["Mannerheimintie", "12", "A", "5"], "Mannerheimintie 12 A 5"],
		["NL", ["Dorpsstraat", "12", "bis"], "Dorpsstraat 12 bis"],
		["NL", ["Kerklaan", "7", "A"], "Kerklaan 7 A"],
		["DE", ["Straße des 17. Juni", "135"], "Straße des 17. Juni 135"],
		["DE", ["Hauptstr.", "3-5"], "Hauptstr. 3-5"],
		["GB", ["Baker Street", "221B"], "221B Baker Street"],
		["GB", ["221B", "Baker Street"], "221B Baker Street"],
		["US", ["1 Main St", "5"], "1 Main St, 5"],
		["", ["12", "Storgatan"], "12 Storgatan"],
		["", ["Storgatan", "12"], "Storgatan 12"],
		["", ["c/o Berg", "Storgatan 1"], "c/o Berg, Storgatan 1"],
		["JP", ["Ginza", "4-5"], "Ginza 4-5"],
	])("in %j: %j", (country, parts, street) => expect(join(country, ...parts)).toBe(street))
})

const file = (columns: string, cells: string, country = "FR") => {
	const { contacts } = contactsOf(`Name;${columns};Zip;City;Country`, [`Odile Noël;${cells};01000;Bourg;${country}`])
	const [contact] = contacts
	if (typeof contact !== "object" || contact.address === undefined) return contact
	return "street" in contact.address ? contact.address.street : contact.address
}

describe("what is neither the street nor its number stands before or behind both, and never between", () => {
	test.each([
		["Complément;N° voie;Bis/Ter;Voie", "Bât. C;34;ter;impasse du Moulin", "Bât. C, 34 ter impasse du Moulin"],
		["Complément;N° voie;Bis/Ter;Voie", ";12;;rue des Lilas", "12 rue des Lilas"],
		["Complément;N° voie;Bis/Ter;Voie", "Appt 12;7;bis;chemin Vert", "Appt 12, 7 bis chemin Vert"],
		["Complément;N° voie;Bis/Ter;Voie", "Lieu-dit Les Prés;;;", "Lieu-dit Les Prés"],
		["N° voie;Bis/Ter;Complément;Voie", "34;ter;Bât. C;impasse du Moulin", "Bât. C, 34 ter impasse du Moulin"],
		["N° voie;Bis/Ter;Voie;Complément", "34;ter;impasse du Moulin;Bât. C", "34 ter impasse du Moulin, Bât. C"],
		["Voie;N° voie;Bis/Ter;Complément", "rue des Lilas;7;bis;Esc. B", "7 bis rue des Lilas, Esc. B"],
	])("%s: %s", (columns, cells, street) => expect(file(columns, cells)).toBe(street))

	test.each([
		["Vej;Husnr;Etage;Dør", "Møllegade;40;1;th", "Møllegade 40, 1. th"],
		["Vej;Husnr;Etage;Dør", "Birkevej;5;st;tv", "Birkevej 5, st, tv"],
		["Vej;Husnr;Etage;Dør", "Birkevej;5;2;", "Birkevej 5, 2."],
		["Vej;Husnr;Etage;Dør", "Birkevej;5;;", "Birkevej 5"],
		["Vej;Etage;Dør", "Birkevej 5;;mf", "Birkevej 5, mf"],
		["Vej;Etage;Dør", "Birkevej 5;2;7", "Birkevej 5, Etage 2, 7"],
	])("a floor goes on with its door, without a word that no cell has: %s: %s", (columns, cells, street) =>
		expect(file(columns, cells, "DK")).toBe(street),
	)

	test("in the order of the country", () => {
		expect(file("Straße;Adresszusatz;Hausnummer", "Ringweg;Hinterhaus;7", "DE")).toBe("Ringweg 7, Hinterhaus")
		expect(file("Adresszusatz;Hausnummer;Straße", "Hinterhaus;7;Ringweg", "DE")).toBe("Hinterhaus, Ringweg 7")
		expect(file("Calle;Nº;Complemento", "Calle Mayor;12;bajo", "ES")).toBe("Calle Mayor 12, bajo")
	})
})
