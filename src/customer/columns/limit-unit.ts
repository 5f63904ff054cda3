import { type Concept, isForeign } from "../headers/concepts.ts"
import { partsOf } from "../headers/parts.ts"
import { spellings, words } from "../headers/words.ts"
import { currenciesOf, currencyOf } from "../kinds/currency.ts"
import { once } from "../kinds/display-names.ts"

/** Words for a hundredth of a currency, and for a multiple of it. */
const scales = `
cent cents ct cts pence penny pennies centime centimes öre ören øre penni penniä penniä
céntimo céntimos centavo centavos centesimo centesimi centesimos grosz grosze groszy rappen hundredths minor
k t m kk tusen tusental tusentals tusind tusinde thousand thousands tausend tausender tsd tuhat tuhatta tuhansia tuhansina
mille millier milliers miles migliaia tysiąc tysiące tysięcy tys duizend duizenden
sentti sentit senttiä sentteinä stotinki haléř haléřů fillér
tkr kkr mkr mnkr tskr kskr mskr mn mln mio million millions miljon miljoner millioner millionen miljoonaa milj milioni millones miljoen
hundra hundratal hundreds hundert hundred
`
const scaleWords = once(() => new Set(scales.trim().split(/\s+/).flatMap(spellings)))

/** `TEUR`, `kSEK`. */
const scaledCode = /^[ktm](?:sek|nok|dkk|isk|eur|usd|gbp|chf|pln)s?$/

/** Whether a column is named as a limit in another unit than the currency's own: `Kreditgräns (öre)`, `Limit kSEK`, `Limit (x1000)`. */
export function isScaledLimit(name: string): boolean {
	const concepts = partsOf(name).known.flatMap((piece): readonly Concept[] => piece.concepts)
	if (!concepts.includes("limit") || concepts.some(isForeign)) return false
	return wordsOf(name).some((word) => scaleWords().has(word) || scaledCode.test(word) || /^1?0{2,}s?$/.test(word))
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
