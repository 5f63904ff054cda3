import currencyOfCountry from "country-to-currency"
import { once } from "./display-names.ts"

/** The language of a country, as the platform knows it. */
function languageIn(country: string): Intl.Locale | undefined {
	try {
		return new Intl.Locale("und", { region: country }).maximize()
	} catch {
		return undefined
	}
}

/** A sign as it is compared: no case, no spaces, no full stop behind it. */
const keyOf = (sign: string) =>
	sign
		.normalize("NFKC")
		.toLowerCase()
		.replace(/\s|\.$/g, "")

function signIn(locale: Intl.Locale | string, currency: string, currencyDisplay: "symbol" | "narrowSymbol"): string {
	const parts = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay }).formatToParts(1)
	return parts.find(({ type }) => type === "currency")?.value ?? currency
}

/** Of many currencies at home; elsewhere each has a sign of its own, as in `A$`. */
const isShared = (sign: string) => /[$£]/.test(sign)
/** A single letter may stand for anything. */
const isSign = (sign: string) => !/^(?:\p{L}|[A-Z]{3})$/u.test(sign)

/** The sign of each country's currency, as it is written there. */
const atHome = once(() =>
	Object.entries(currencyOfCountry).map(
		([country, code]) => [signIn(languageIn(country) ?? "en", code, "narrowSymbol"), code] as const,
	),
)

const written = once(() => {
	const found = new Map<string, string[]>()
	for (const [sign, code] of atHome()) found.set(sign, [...new Set([...(found.get(sign) ?? []), code])])
	return found
})

const bySign = once(() => {
	const found = new Map<string, Set<string>>()
	const add = (sign: string, code: string) => {
		if (isSign(sign)) found.set(keyOf(sign), (found.get(keyOf(sign)) ?? new Set()).add(code))
	}
	for (const [sign, code] of atHome()) if (!isShared(sign)) add(sign, code)
	for (const code of new Set(Object.values(currencyOfCountry))) add(signIn("en-GB", code, "symbol"), code)
	return found
})

/** The currencies whose amounts are written so at home, to the letter: `kr.` in Denmark and Iceland, `kr` elsewhere. */
export function currenciesWritten(sign: string): readonly string[] {
	return written().get(sign) ?? []
}

/** The currencies that have a sign at home, or in English: `zł`, `Kč`, `₺`, `A$`; the platform says so. None where it is no sign. */
export function currenciesBySign(text: string): readonly string[] {
	return [...(bySign().get(keyOf(text)) ?? [])]
}

/** What currencies are called in the languages of their own countries. */
export function ownNames(): readonly (readonly [name: string, code: string])[] {
	return Object.entries(currencyOfCountry).flatMap(([country, code]) => {
		const locale = languageIn(country)
		const name = locale && new Intl.DisplayNames(locale, { type: "currency", fallback: "none" }).of(code)
		return name === undefined ? [] : [[name, code] as const]
	})
}
