import currencyOfCountry from "country-to-currency"
import { getCountries, getCountryCallingCode } from "libphonenumber-js/min"
import { countryOf } from "./country.ts"
import { once } from "./display-names.ts"

const currencies: ReadonlyMap<string, string> = new Map(Object.entries(currencyOfCountry))

/** The currency of a country, by its code or name; undefined where it is none. */
export function currencyIn(country: string): string | undefined {
	const own = currencies.get(country)
	if (own !== undefined || country === "") return own
	const code = countryOf(country)
	return code === undefined ? undefined : currencies.get(code)
}

const byCallingCode = once(() => {
	const found = new Map<string, string>()
	for (const country of getCountries()) {
		const [code, currency] = [getCountryCallingCode(country), currencies.get(country)]
		if (currency !== undefined && !found.has(code)) found.set(code, currency)
	}
	// Of several countries, the largest.
	return found.set("1", "USD").set("7", "RUB").set("61", "AUD").set("44", "GBP")
})

/** The currency of the country whose dialling code digits begin with: EUR of `4917`. */
export function currencyDialled(digits: string): string | undefined {
	for (let length = 1; length <= 3; length++) {
		const found = byCallingCode().get(digits.slice(0, length))
		if (found !== undefined) return found
	}
	return undefined
}
