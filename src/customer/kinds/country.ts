import { isoly } from "isoly"
import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { codesByName, nameKey, namesOf, once } from "./display-names.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

/** ISO 3166-1 alpha-2. */
const codes: ReadonlySet<string> = new Set(isoly.CountryCode.Alpha2.values)

const furtherCountries: Readonly<Record<string, string>> = {
	// As on cars, and long before zip codes.
	A: "AT",
	B: "BE",
	D: "DE",
	F: "FR",
	L: "LU",
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

const byName = once(() =>
	codesByName(isoly.CountryCode.Alpha2.values, namesOf("region", isoly.CountryCode.Alpha2.values), {
		...Object.fromEntries(
			isoly.CountryCode.Alpha2.values.flatMap((code) => {
				const alpha3 = isoly.CountryCode.Alpha3.from(code)
				return alpha3 ? [[alpha3, code]] : []
			}),
		),
		...furtherCountries,
	}),
)

/** ISO 3166 alpha-2 of a code, alpha-3 code or name in any of our languages; undefined when it is none of them. */
export function countryOf(text: string): string | undefined {
	return byName().get(nameKey(text))
}

export const country = {
	example: "SE",
	schema: z.string().refine((code) => codes.has(code)),
	read: asItIs,
	invalid: "country.invalid",
	missing: undefined,
	usual: {
		switch: "country",
		cleaned: "cleaned.country",
		is: /^(?!UK$)[A-Z]{2}$/,
		clean: countryOf,
		unlikely: undefined,
	},
	plain: (value) => codes.has(value),
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	// The names of all countries in all languages are made for a file that has one.
	fits: (value) => codes.has(value) || countryOf(value) !== undefined,
} as const satisfies ValueKind
