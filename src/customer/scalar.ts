/** A whole number, or NaN. */
export function integerOf(text: string): number {
	return /^[+-]?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
}

/**
 * An amount in the spelling of any of our countries, or NaN: `1500`, `1500,50`, `1 500.50`, `1.500,50`, `1'500`.
 * `1.500` and `1,500` are NaN: a thousand and a half to some, one and a half to others, and money is not guessed.
 */
export function decimalOf(text: string): number {
	const compact = text.replace(/(?<=\d)[\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, "")
	if (/^\d+(?:[.,]\d{1,2})?$/.test(compact)) return Number(compact.replace(",", "."))
	if (/^(?:0|\d{4,})[.,]\d+$/.test(compact)) return Number(compact.replace(",", "."))
	if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)$|^\d{1,3}(?:\.\d{3}){2,}$/.test(compact))
		return Number(compact.replaceAll(".", "").replace(",", "."))
	if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)$|^\d{1,3}(?:,\d{3}){2,}$/.test(compact)) return Number(compact.replaceAll(",", ""))
	return Number.NaN
}

const yes = new Set(["true", "1", "yes", "y", "t", "on", "ja", "j", "kyllä", "sant", "wahr", "sand", "tosi"])
const no = new Set([
	"false",
	"0",
	"no",
	"n",
	"f",
	"off",
	"nej",
	"nein",
	"nei",
	"ei",
	"falskt",
	"falsch",
	"usann",
	"falsk",
])

/** Yes or no in our languages. */
export function booleanOf(text: string): boolean | undefined {
	const word = text.toLowerCase()
	return yes.has(word) ? true : no.has(word) ? false : undefined
}

/** Width and height: `2560x1440`, `2560 × 1440`, `[2560, 1440]`; NaN where it is something else. */
export function resolutionOf(text: string): [number, number] {
	const match = /^\[?\s{0,2}(\d{1,6})\s{0,2}[x×*,; ]\s{0,2}(\d{1,6})\s{0,2}\]?$/i.exec(text)
	return [Number(match?.[1]), Number(match?.[2])]
}
