/** Where the number of a house stands behind the street. */
const numberLast: ReadonlySet<string> = new Set(
	"SE NO DK FI IS AX FO GL DE AT CH LI NL BE PL CZ SK HU SI HR RO BG RS IT ES PT GR EE LV LT TR".split(" "),
)
/** And where before it. */
const numberFirst: ReadonlySet<string> = new Set("GB IE US CA AU NZ FR LU MC ZA IN".split(" "))

/** `12`, `12 B`, `12-14`, `7A/12`, `12 bis`: a number of a house, with that of a flat behind a stroke, and nothing else. */
const houseNumber = /^\d{1,5}(?: ?\p{L}| ?(?:bis|ter|quater))?(?: ?[-/] ?\d{1,4} ?\p{L}?)?$/iu
/** The same with a word before that of the flat: `12 m. 3`, `12 bus 4`. */
const houseAndFlat =
	/^\d{1,5} ?\p{L}?,? (?:m|lok|lgh|bus|bte|apt|app|appt|top|whg|as|bost|leil|lejl|krs|int|scala|esc|piso|flat|unit)\b\.? ?\w{1,5}$/iu
/** Whether a text could be the number of a house and nothing else. */
export function isHouseNumber(text: string): boolean {
	return houseNumber.test(text)
}

/** Whether it could be that of a house, with or without that of a flat. */
export function isOfHouse(text: string): boolean {
	return houseNumber.test(text) || houseAndFlat.test(text)
}

/** What may stand behind the number of a house: a letter, `bis`. */
const addition = /^(?:\p{L}|bis|ter|quater|hs)$/iu

/** A kind of street, with or without the number before it, behind which its name belongs: `23 rue`, `ul.`. */
const kindOfStreet =
	/^(?:\d{1,5} ?(?:\p{L}|bis|ter|quater)? )?(?:rue|avenue|av|ave|boulevard|bd|bld|blvd|place|pl|impasse|imp|all[ée]e|chemin|ch|route|rte|quai|cours|square|sq|passage|pass|cit[ée]|r[ée]sidence|villa|voie|sentier|faubourg|fg|calle|cl|c\/|avenida|avda|av|plaza|pza|paseo|carretera|ctra|camino|ronda|traves[íi]a|v[íi]a|viale|vle|corso|piazza|pzza|piazzale|largo|vicolo|strada|contrada|ulica|ul|aleja|al|osiedle|os|plac|rondo)\.?$/iu

/** Whether a text may stand behind the number of a house, and goes on with it. */
export function isAddition(text: string): boolean {
	return addition.test(text)
}

/** Whether a text is the kind of a street, as `rue`, and not all of its name. */
export function isKindOfStreet(text: string): boolean {
	return kindOfStreet.test(text)
}

/** The number of a flat in Poland, which stands behind that of the house: `Polna 7/12`. */
const slashed = /^(?:m|lok)\. (?=\d)/

/**
 * Adds a further part to a line of an address, as the country writes it where that is certain: `Storgatan` and `12` are
 * `Storgatan 12` in Sweden, and so are `12` and `Storgatan`. Behind a number, another one is that of a flat, which stands
 * after a comma, as any other part does.
 * @param country ISO 3166 alpha-2; empty where it is not known: then the order is that of the file
 */
export function streetWith(street: string, part: string, country: string): string {
	if (kindOfStreet.test(street) && !houseNumber.test(part)) return `${street} ${part}`
	if (slashed.test(part) && /\d\p{L}?$/u.test(street)) return `${street}/${part.replace(slashed, "")}`
	if (houseNumber.test(street) && !houseNumber.test(part) && !addition.test(part))
		return numberLast.has(country) ? `${part} ${street}` : `${street} ${part}`
	const isFirst = numberFirst.has(country)
	if (!isFirst && !/\d/.test(street) && houseAndFlat.test(part)) return `${street} ${part}`
	if (!houseNumber.test(part))
		return addition.test(part) && (endsInNumber(street) || !/\d/.test(street))
			? `${street} ${part}`
			: `${street}, ${part}`
	if (endsInNumber(street) || (isFirst && /^\d/.test(street))) return `${street}, ${part}`
	return isFirst && !/\d/.test(street) ? `${part} ${street}` : `${street} ${part}`
}

function endsInNumber(street: string): boolean {
	return /\d$/.test(street)
}
