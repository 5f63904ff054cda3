import { type Concept, isForeign } from "../headers/concepts.ts"
import { partsOf } from "../headers/parts.ts"
import { words } from "../headers/words.ts"
import { currenciesOf, currencyOf } from "../kinds/currency.ts"
import { isScale } from "../kinds/money-unit.ts"

/** `TEUR`, `kSEK`. */
const scaledCode = /^[ktm](?:sek|nok|dkk|isk|eur|usd|gbp|chf|pln)s?$/

/** Whether a column is named as a limit in another unit than the currency's own: `Kreditgräns (öre)`, `Limit kSEK`, `Limit (x1000)`. */
export function isScaledLimit(name: string): boolean {
	const concepts = partsOf(name).known.flatMap((piece): readonly Concept[] => piece.concepts)
	if (!concepts.includes("limit") || concepts.some(isForeign)) return false
	return wordsOf(name).some((word) => isScale(word) || scaledCode.test(word) || /^1?0{2,}s?$/.test(word))
}

const ofLimits: ReadonlySet<Concept> = new Set<Concept>(["limit", "credit", "maximum", "amount"])

/** Whether a name speaks of a limit, or of amounts: `Kreditvaluta`, `amount_unit`. */
export function speaksOfLimit(name: string): boolean {
	return partsOf(name).known.some(({ concepts }) => concepts.some((concept) => ofLimits.has(concept)))
}

/** Codes that are words as well, as in `Max limit all`. */
const ordinary: ReadonlySet<string> = new Set(["all", "top", "try", "cup"])

/** The currencies that a name may say an amount is in: of `Limit (USD)`, `Kreditgräns kr`; none where it says nothing. */
export function currenciesIn(name: string): readonly string[] {
	const said = [...wordsOf(name).filter((word) => !ordinary.has(word)), ...(name.match(/[$£]/g) ?? [])]
	return [...new Set(said.flatMap(currenciesMeant))]
}

/** The currencies that a text may mean: none, one, or several that are called so. */
export function currenciesMeant(text: string): readonly string[] {
	const one = currencyOf(text)
	return one === undefined ? (currenciesOf(text) ?? []) : [one]
}

function wordsOf(name: string): readonly string[] {
	const { main, notes } = words(name)
	return [...main, ...notes.flat()]
}
