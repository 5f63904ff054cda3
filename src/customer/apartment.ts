import type { Concept } from "./headers/concepts.ts"
import { partsOf } from "./headers/parts.ts"
import { readHeader } from "./headers/read-header.ts"
import { isHouseNumber } from "./street.ts"

/** With whom somebody lives, which stands where the file has it. */
export const careOf = "c/o"

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
	puerta: "puerta",
	escalera: "esc.",
	scala: "scala",
	interno: "int.",
	stiege: "Stiege",
	staircase: "Staircase",
	door: "Door",
	room: "Room",
	entrance: "Entrance",
	building: "Building",
	batiment: "Bât.",
	uppgang: "uppg.",
	oppgang: "oppg.",
	trappa: "tr.",
	pietro: "p.",
	co: careOf,
	coadress: careOf,
	coadresse: careOf,
	coosoite: careOf,
	cozusatz: careOf,
	bus: "bus",
	busnummer: "bus",
	boite: "bte",
	bte: "bte",
	side: "",
	skrytkapocztowa: "skr. poczt.",
	casellapostale: "C.P.",
	apartadodecorreos: "Apdo.",
	boitepostale: "BP",
	bp: "BP",
	box: "Box",
	postbox: "Box",
	pobox: "PO Box",
	postboks: "Postboks",
	postfach: "Postfach",
	postbus: "Postbus",
	postilokero: "PL",
}

/** What a column of flats puts before a number; undefined where its name is of none. */
export function flatWord(name: string): string | undefined {
	const { known } = partsOf(name)
	if (isOfBoth(known.flatMap(({ concepts }) => concepts))) return undefined
	// `Interno` is called as what is internal.
	const piece = known.find(({ concepts }) => concepts.includes("unit")) ?? (known.length === 1 ? known[0] : undefined)
	return piece && Object.hasOwn(words, piece.text) ? words[piece.text] : undefined
}

/** Whether a column of this name may go on with a flat: a door behind a floor, whose values need no word. */
export function isUnit(name: string): boolean {
	const concepts = partsOf(name).known.flatMap((piece) => piece.concepts)
	return concepts.includes("unit") && flatWord(name) === undefined
}

/** `Nr domu/mieszkania`, `Nr/bus`: the number of a house and of a flat in one cell. */
function isOfBoth(concepts: readonly Concept[]): boolean {
	return (
		concepts.includes("house") || (concepts.includes("number") && (concepts.includes("or") || concepts.includes("and")))
	)
}

/** A number or a letter of a flat, which behind a street would pass for that of a house, with its word: `1156` → `lgh 1156`. */
export function withFlatWord(word: string, text: string): string {
	if (word === careOf) return text === "" || /^(?:c\s*[/.]\s*o|co|att|attn)\b/i.test(text) ? text : `${careOf} ${text}`
	return word !== "" && (isHouseNumber(text) || /^(?:\p{L}|\d[\d ]*)$/u.test(text)) ? `${word} ${text}` : text
}

/** Whether a value is the number of a flat as Swedish and Norwegian registers give every home: `1102`, `lgh 1102`, `H0203`. */
export const isFlatOfHome = (value: string): boolean => /^(?:lgh\.?\s*)?1\d{3}$|^[HKLU]\d{4}$/i.test(value)

const floors: ReadonlySet<string | undefined> = new Set("Etage,etg.,vån.,krs,Stock,verd.,Floor,tr.,p.,piso".split(","))

/** Whether a column of this name holds the floors of houses. */
export const isFloor = (name: string): boolean => floors.has(flatWord(name))

/** A floor and the door that stands in the column behind it: `1` and `th` are `1. th`, and only a door that is a number needs a word before. */
export function floorAndDoor(word: string, floor: string, door: string): string {
	if (/^\d/.test(door)) return `${withFlatWord(word, floor)}, ${door}`
	if (/^\d{1,2}$/.test(floor)) return `${floor}. ${door}`.trim()
	return door === "" ? floor : `${floor}, ${door}`
}

const boxes: ReadonlySet<string | undefined> = new Set(
	"Box,PO Box,Postboks,Postfach,Postbus,PL,BP,Apdo.,C.P.,skr. poczt.".split(","),
)

/** Whether a column of this name holds numbers of boxes at a post office, which are an address without any street. */
export const isBox = (name: string): boolean => boxes.has(flatWord(name))

/** Whether a column is of what stands behind the numbers of houses: `Toev.`, `Huisnummertoevoeging`. */
export function isOfAdditions(name: string): boolean {
	return /toev(?:oeging)?\.?$/i.test(name)
}

/** Whether a column of this name holds names of houses, which stand before all of a street: `Rose Cottage, 2 Mill Lane`. */
export function isHouseName(name: string): boolean {
	const concepts = partsOf(name).known.flatMap((piece) => piece.concepts)
	return concepts.includes("house") && concepts.includes("name")
}

/** Whether a column of this name beside a street may hold numbers alone: those of houses, or nobody knows what. */
export function isOfNumbers(name: string): boolean {
	const concepts = partsOf(name).known.flatMap((piece) => piece.concepts)
	if (concepts.includes("name")) return false
	return concepts.some((one) => one === "house" || one === "number") || readHeader(name).meanings.length === 0
}

/** Whether a value says itself that it is a box at a post office. */
export const startsWithBox = (value: string): boolean =>
	/^(?:box|p\.? ?o\.? ?box|post(?:box|boks|fach|bus)|pl|b\.?p\.?|apdo\.?|apartado|c\.p\.|casella|skr)\s*\.?\s*\d/iu.test(
		value,
	)
