import { byCountry, type Mapping } from "./columns/mapping.ts"
import type { Field, Values } from "./fields.ts"
import { decimalOf, signOf, unitOf } from "./kinds/amount.ts"
import { currencyIn } from "./kinds/country-currency.ts"
import { currenciesOf, currencyOf } from "./kinds/currency.ts"

/** What a value means by what a person said or by the other values of its row; undefined where it means what it says. */
export type Said = (value: string, values: Values) => string | undefined

/** What of a field is read by more than its own value. */
export function saidOf(field: Field, { currencies, signs }: Mapping): Said | undefined {
	if (field === "limit") return (value, { currency }) => amountSaid(value, currency, signs)
	if (field !== "currency" || currencies === undefined) return undefined
	return (value, values) => {
		const word = wordOf(value)
		const said = Object.hasOwn(currencies, word) ? (currencies[word] ?? undefined) : undefined
		if (said !== byCountry) return said
		const own = currencyOfRow(values)
		return own !== undefined && currenciesOf(value)?.includes(own) ? own : undefined
	}
}

/** The currency of the customer's country; undefined where the row has none. */
export function currencyOfRow({ country, billingCountry, deliveryCountry }: Values): string | undefined {
	return currencyIn(country || billingCountry || deliveryCountry)
}

/** A word for a currency, as a mapping has it. */
export function wordOf(value: string): string {
	return value.toLowerCase()
}

/** @param currency of the row: an amount in another one is none of it */
function amountSaid(value: string, currency: string, signs: Mapping["signs"] = {}): string | undefined {
	const parted = unitOf(value)
	if (parted !== undefined && !isUnitOf(parted.unit, currency || "SEK")) return undefined
	const amount = parted?.amount ?? value
	const sign = signOf(amount)
	const meaning = sign && signs[sign]
	if (sign !== undefined && meaning === undefined) return parted && amount
	if (sign !== undefined) return String(Number(amount.replace(sign, meaning === "thousands" ? "" : ".")))
	const plain = decimalOf(amount)
	return parted === undefined || Number.isNaN(plain) ? undefined : String(plain)
}

function isUnitOf(unit: string, currency: string): boolean {
	if (/^[:,.]-$/.test(unit)) return true
	return currencyOf(unit) === currency || currenciesOf(unit)?.includes(currency) === true
}
