import { isoly } from "isoly"
import { currencies as currencyCodes } from "./schema.ts"

const languages = ["en", "sv", "de", "nb", "da", "fi"]

/** A name reduced to its letters and digits: no case, accents or punctuation. */
export function nameKey(name: string): string {
	return name
		.normalize("NFKD")
		.toLowerCase()
		.replace(/ø/g, "o")
		.replace(/æ/g, "ae")
		.replace(/[^\p{L}\p{N}]/gu, "")
}

/** Codes by their names in all our languages; a name that means two codes is left out. */
function codesByName(
	type: "region" | "currency",
	codes: readonly string[],
	further: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
	const byName = new Map<string, string | undefined>()
	for (const language of languages) {
		const names = new Intl.DisplayNames([language], { type, fallback: "none" })
		for (const code of codes) {
			const key = nameKey(names.of(code) ?? code)
			byName.set(key, byName.has(key) && byName.get(key) !== code ? undefined : code)
		}
	}
	for (const code of codes) byName.set(nameKey(code), code)
	for (const [name, code] of Object.entries(further)) byName.set(nameKey(name), code)
	return new Map([...byName].flatMap(([name, code]) => (code === undefined ? [] : [[name, code]])))
}

const furtherCountries: Readonly<Record<string, string>> = {
	// As on cars, and long before zip codes.
	A: "AT",
	D: "DE",
	N: "NO",
	S: "SE",
	UK: "GB",
	"Great Britain": "GB",
	Großbritannien: "GB",
	Grossbritannien: "GB",
	England: "GB",
	Scotland: "GB",
	Wales: "GB",
	"Northern Ireland": "GB",
	USA: "US",
	"United States of America": "US",
	"Förenta staterna": "US",
	"De forente stater": "US",
	"De forenede stater": "US",
	Amerika: "US",
	Yhdysvallat: "US",
	Holland: "NL",
	Hollanti: "NL",
	"The Netherlands": "NL",
	"Czech Republic": "CZ",
	"Tjeckiska republiken": "CZ",
	"Republic of Ireland": "IE",
	Eire: "IE",
	"Kingdom of Sweden": "SE",
	"Konungariket Sverige": "SE",
	Noreg: "NO",
	"Bundesrepublik Deutschland": "DE",
	BRD: "DE",
	Daenemark: "DK",
	Oesterreich: "AT",
	België: "BE",
	Belgique: "BE",
	Suisse: "CH",
	Svizzera: "CH",
	Česko: "CZ",
	Slovensko: "SK",
	Slovenija: "SI",
	Hrvatska: "HR",
	România: "RO",
	Åland: "AX",
	Turkey: "TR",
	Macedonia: "MK",
	Swaziland: "SZ",
	España: "ES",
	Italia: "IT",
	Polska: "PL",
	Eesti: "EE",
	Latvija: "LV",
	Lietuva: "LT",
	Ísland: "IS",
	Magyarország: "HU",
	"Hong Kong": "HK",
	"Hong-Kong": "HK",
	Macau: "MO",
	"Russian Federation": "RU",
	"Korea, Republic of": "KR",
	Vietnam: "VN",
}

const furtherCurrencies: Readonly<Record<string, string>> = {
	skr: "SEK",
	"svenska kronor": "SEK",
	"swedish kronor": "SEK",
	"schwedische kronen": "SEK",
	nkr: "NOK",
	"norska kronor": "NOK",
	"norwegian kroner": "NOK",
	dkr: "DKK",
	"danska kronor": "DKK",
	"danish kroner": "DKK",
	euros: "EUR",
	euroa: "EUR",
	pounds: "GBP",
	"us dollars": "USD",
}

/** Made when first asked for: that takes as long as checking ten thousand rows, and most files need neither. */
function once<Value>(make: () => Value): () => Value {
	let made: Value | undefined
	return () => (made ??= make())
}

const countries = once(() =>
	codesByName("region", isoly.CountryCode.Alpha2.values, {
		...Object.fromEntries(
			isoly.CountryCode.Alpha2.values.flatMap((code) => {
				const alpha3 = isoly.CountryCode.Alpha3.from(code)
				return alpha3 ? [[alpha3, code]] : []
			}),
		),
		...furtherCountries,
	}),
)

const currencies = once(() => codesByName("currency", [...currencyCodes], furtherCurrencies))

/** ISO 3166 alpha-2 of a code, alpha-3 code or name in any of our languages; undefined when it is none of them. */
export function countryOf(text: string): string | undefined {
	return countries().get(nameKey(text))
}

/** ISO 4217 of a code, name or sign that means one currency only; undefined otherwise (`kr` and `$` mean several). */
export function currencyOf(text: string): string | undefined {
	return text === "€" ? "EUR" : text === "£" ? "GBP" : currencies().get(nameKey(text))
}
