import { partsOf } from "./headers/parts.ts"
import { isHouseNumber } from "./street.ts"

/** What stands before the number of a flat, a floor or a box in an address, by the words of columns that hold the number alone. */
const words: Readonly<Record<string, string>> = {
	lagenhet: "lgh",
	lagenhets: "lgh",
	lgh: "lgh",
	leilighet: "leil.",
	leilighets: "leil.",
	bolignummer: "leil.",
	bolignr: "leil.",
	lejlighed: "lejl.",
	lejligheds: "lejl.",
	asunto: "as.",
	asunnon: "as.",
	huoneisto: "as.",
	huoneiston: "as.",
	wohnung: "Wohnung",
	wohnungs: "Wohnung",
	wohnungsnummer: "Wohnung",
	wohnungsnr: "Wohnung",
	apartment: "Apt",
	apt: "Apt",
	flat: "Flat",
	unit: "Unit",
	suite: "Suite",
	appartement: "App.",
	mieszkanie: "m.",
	nrmieszkania: "m.",
	numermieszkania: "m.",
	lokal: "lok.",
	nrlokalu: "lok.",
	numerlokalu: "lok.",
	piso: "piso",
	floor: "Floor",
	etage: "Etage",
	etasje: "etg.",
	vaning: "vån.",
	kerros: "krs",
	stockwerk: "Stock",
	stock: "Stock",
	verdieping: "verd.",
	postbox: "Box",
	pobox: "PO Box",
	postboks: "Postboks",
	postfach: "Postfach",
	postbus: "Postbus",
	postilokero: "PL",
}

/** What a column of flats puts before a number; undefined where its name is of none. */
export function flatWord(name: string): string | undefined {
	const pieces = partsOf(name).known.filter(({ concepts }) => concepts.includes("unit"))
	const [piece] = pieces
	return piece && Object.hasOwn(words, piece.text) ? words[piece.text] : undefined
}

/** A number of a flat, which behind a street would pass for that of a house, with its word: `1156` → `lgh 1156`. */
export function withFlatWord(word: string, text: string): string {
	return isHouseNumber(text) ? `${word} ${text}` : text
}
