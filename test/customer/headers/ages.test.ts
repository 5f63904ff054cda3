import { describe, expect, test } from "vitest"
import { shades } from "../../../src/customer/headers/concepts.ts"
import { readHeader } from "../../../src/customer/headers/read-header.ts"

const former = [
	"Ancien e-mail|Ancienne adresse|Adresse précédente|Frühere Anschrift|Alte E-Mail|Altes Telefon|Bisheriger Name|Ehemalige Adresse",
	"Gammal e-post|Gamla adressen|Tidigare namn|Gammel adresse|Gammelt telefonnummer|Tidligere e-post|Forrige adresse",
	"Vanha sähköposti|Entinen osoite|Aikaisempi osoite|Vecchio indirizzo|Vecchia email|Indirizzo precedente|Antigua dirección",
	"Correo anterior|Stary adres|Stara ulica|Poprzednie nazwisko|Dawny adres|Oud adres|Oude straat|Vroegere naam|Previous phone",
	"Former address|Legacy email|old_email|E-post (gammal)",
]
const present: Readonly<Record<string, string>> = {
	email:
		"Nouvel e-mail|Nouvelle adresse e-mail|Neue E-Mail|Ny e-post|Ny e-mail|New email|Uusi sähköposti|Nuova email|Nuevo correo|" +
		"Nieuw e-mailadres|Nowy e-mail|Aktualny e-mail|Huidig e-mailadres|Jetzige E-Mail|Nuvarande e-post|email_new",
	street: "Jetzige Anschrift|Nueva dirección|Nowa ulica|Gegenwärtige Anschrift|Nykyinen osoite|Indirizzo attuale",
	phone: "Neues Telefon|Nyt telefonnummer|Nouveau téléphone|Obecny telefon|Current phone",
	lastName: "Nowe nazwisko|Nytt efternamn|Nieuwe achternaam|Nom d'usage|Married name",
}
const born =
	"Geburtsname|Nom de jeune fille|Nom de naissance|Flicknamn|Née|Tyttönimi|Cognome da nubile|Nazwisko panieńskie"

const each = (lines: readonly string[]) => lines.flatMap((line) => line.split("|"))

describe("a word for what was once, or is now", () => {
	test("makes a column doubtful, or known as not ours", () => {
		const read = each(former).map((name) => [name, readHeader(name)] as const)
		const taken = read.filter(
			([, { meanings, foreign }]) =>
				foreign === undefined && !meanings.some(({ otherwise }) => otherwise.includes(shades.old)),
		)
		expect(taken.filter(([, { meanings }]) => meanings.length > 0)).toEqual([])
	})

	test.each(Object.entries(present))("changes nothing: %s", (field, names) => {
		for (const name of names.split("|"))
			expect([name, readHeader(name).meanings]).toEqual([name, [{ field, otherwise: [] }]])
	})

	test("a name of birth is no name of the customer's", () => {
		for (const name of born.split("|")) expect([name, readHeader(name).meanings]).toEqual([name, []])
	})
})

describe("an abbreviation", () => {
	test("is the word that it begins, where its full stop says so and no other word is meant", () => {
		const is = (name: string) => readHeader(name).meanings.map(({ field }) => field)
		expect(is("Efternav.")).toEqual(["lastName"])
		expect(is("Eftern.")).toEqual(["lastName"])
		expect(is("Miejsc.")).toEqual(["city"])
		expect(is("Efternav")).toEqual([])
		expect(is("Kont.")).toEqual([])
		expect(is("Kon.")).toEqual([])
	})
})
