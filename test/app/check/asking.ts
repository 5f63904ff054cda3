import type { Question } from "../../../src/customer/columns/question.ts"
import { token } from "./examined.ts"

const rows = (count: number, cells: (row: number) => string) =>
	Array.from({ length: count }, (_, row) => cells(row + 1))

/** A file for each kind of question. */
export const files: Readonly<Record<string, readonly string[]>> = {
	"a word for several currencies, and a row without a country": [
		"Kundnummer;Företag;Land;Valuta",
		"1;A AS;Norge;kr",
		"2;B AB;Sverige;kr",
		"3;C ApS;;kr",
	],
	"a word for no currency": [
		"Kundnummer;Företag;Land;Valuta",
		"1;A AS;Norge;NOK",
		"2;B AB;Sverige;SEC",
		"3;C ApS;;SEC",
	],
	"rows without a currency": ["Kundnummer;Företag;Land;Valuta", "1;A AS;Norge;NOK", "2;B AB;Norge;", "3;C ApS;;"],
	"no currency and a foreign country": ["Kundnummer;Företag;Land", "1;A AS;Norge", "2;B AB;Norge", "3;C ApS;"],
	amounts: ["Kundnummer;Företag;Kreditgräns", "1;A AS;1.500", "2;B AB;2.000", "3;C;100"],
	"several numbers": ["Nummer;Referens;Namn", ...rows(3, (row) => `${row};A-${row};Anna Ek`)],
	"card tokens of an unknown name": ["Kundnr;Namn;Spalte X", ...rows(3, (row) => `${row};Anna Ek;${token(row)}`)],
	"further card tokens": [
		"Kundnr;Namn;Korttoken;Tidigare korttoken",
		...rows(3, (row) => `${row};Anna Ek;${token(row)};${token(`b${row}`)}`),
	],
	"words among card tokens": [
		"Kundnr;Namn;Korttoken",
		...rows(9, (row) => `${row};Anna Ek;${row === 4 ? "faktura" : token(row)}`),
	],
	statuses: ["Kundnr;Namn;Status", ...rows(4, (row) => `${row};Anna Ek;${row % 2 ? "grön" : "vilande x"}`)],
	"deleted customers": ["Kundnr;Namn;Status", ...rows(4, (row) => `${row};Anna Ek;${row % 2 ? "aktiv" : "raderad"}`)],
	"cards of one customer in several rows": [
		"Kundnr;Namn;Korttoken",
		`1;Anna Ek;${token(1)}`,
		`1;Anna Ek;${token(2)}`,
		`2;Bo Ek;${token(3)}`,
	],
	"remarks in names": ["Kundnr;Namn", ...rows(4, (row) => `${row};Anna Ek${row === 3 ? " (ring först)" : ""}`)],
	decimals: ["Kundnr;Namn", ...rows(4, (row) => `${row}.0;Anna Ek`)],
	"two values": ["Kundnr;Namn;E-post;E-post 2", "1;Anna Ek;a@example.com;b@example.com", "2;Bo Ek;;c@example.com"],
	"a person and a company": ["Kundnr;Namn;Företag", "1;Anna Ek;Ek AB", "2;Bo Ek;"],
	"two parties": [
		"Elev-nr;Elev;Betalare;Betalar-nr",
		"1;Anna Ek;Eva Ek;11",
		"2;Bo Ek;Eva Ek;11",
		"3;Cia Ek;Olle Ek;12",
	],
	"two parties, of which some rows have one": [
		"Elevnr;Elev;Målsman;Mobil;E-post",
		...rows(3, (row) => `${row};Anna Ek;${row === 3 ? ";;" : `Eva Ek;070-123456${row};eva${row}@example.com`}`),
	],
	"halves of a name that nobody knows": [
		"Kundnr;Foo;Bar",
		...["Camille;PERRIN", "Luc;GIRARD", "Odile;NOËL"].map((name, row) => `${row};${name}`),
	],
	"no name that says number": ["Foo;Namn;Bar", ...rows(3, (row) => `F${row};Anna Ek ${row};B${row}`)],
	"nothing but a name and an e-mail": ["Namn;E-post", ...rows(3, (row) => `Anna Ek;a${row}@example.com`)],
	"a customer number that repeats": ["Ref;Namn;Korttoken", "7;Anna Ek;", "7;Bo Ek;", "8;Cia Ek;", "9;Di Ek;"],
	"a number and a name in one cell, beside a number": [
		"Kundnr;Namn;Korttoken",
		...rows(3, (row) => `${row};1023${row} Anna Ek;${token(row)}`),
	],
	"a number and a name in one cell of two": [
		"Kund;Kundnr",
		...rows(2, (row) => `1023${row} Anna Ek;1023${row} Anna Ek`),
	],
	"no header": rows(4, (row) => `${row};Anna Ek;anna${row}@example.com;x${row};${token(row)}`),
	"columns without a name": ["Kundnr;Namn;;Kolumn2", ...rows(3, (row) => `${row};Anna;Ek;z${row}`)],
	"card tokens of two names": [
		"Kundnr;Namn;Token Visa;Token MC",
		...rows(4, (row) => `${row};Anna Ek;${token(`a${row}`)};${token(`b${row}`)}`),
	],
	"two streets": [
		"Kundnr;Namn;Adress;Postnr;Ort;Ny adress;Nytt postnr;Ny ort",
		...rows(3, (row) => `${row};Anna Ek;Storgatan ${row};111 22;Lund;Lillgatan ${row};222 33;Umeå`),
	],
	"a limit in another unit": ["Kundnr;Namn;Kreditgräns (öre)", ...rows(3, (row) => `${row};Anna Ek;${row}0000`)],
	"two persons": ["Id;Forename1;Surname1;Forename2;Surname2", ...rows(3, (row) => `${row};Ann;Reed;Bo;Reed`)],
	"dialling codes of either": ["Kundnr;Name;Vorwahl;Telefon", ...rows(3, (row) => `${row};Uwe Stein;89;234561${row}`)],
	"cards without tokens": ["Kundnr;Namn;Kort sista 4", ...rows(3, (row) => `${row};Anna Ek;123${row}`)],
	"dead cards": [
		"Kundnr;Namn;Korttoken;Card status",
		...rows(4, (row) => `${row};Anna Ek;${token(row)};${row % 2 ? "blocked" : "active"}`),
	],
	"a street with a zip code": ["Kundnr;Namn;Adress", ...rows(3, (row) => `${row};Anna Ek;111 2${row} Lund`)],
	"states as countries": ["Kundennr;Name;Land", "1;A;BY", "2;B;SN", "3;C;BE"],
	"an address where something is supplied": [
		"Kundnr;Namn;Objektsadress;Objektspostnr;Objektsort;Adress;Postnr;Ort",
		...rows(3, (row) => `${row};Anna Ek;Storgatan ${row};111 22;Lund;${row === 2 ? "Torget 1;222 33;Umeå" : ";;"}`),
	],
	"a former address": ["Kundnr;Namn;Old e-mail", ...rows(3, (row) => `${row};Anna Ek;a${row}@example.com`)],
	parents: [
		"Elev-nr;Elev;Förälder 1;Förälder 2;Bill payer",
		...rows(3, (row) => `${row};Anna Ek;Eva Ek;Olle Ek;Förälder ${(row % 2) + 1}`),
	],
}

/** Everything that may be answered, one of the answers, or none where that is one; but what creates nobody leaves its question open. */
export const choices = ({ answers, several }: Question): readonly (readonly string[])[] => [
	...answers.filter(({ id }) => id !== "stop").map(({ id }) => [id]),
	...(several ? [[]] : []),
]
