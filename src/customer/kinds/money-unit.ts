import { isoly } from "isoly"
import { fold, spellings } from "../headers/words.ts"
import { once } from "./display-names.ts"

/** Words for a hundredth of a currency, and for a multiple of it. */
const scales = `
cent cents ct cts pence penny pennies centime centimes öre ören øre penni penniä
céntimo céntimos centavo centavos centesimo centesimi centesimos grosz grosze groszy rappen hundredths minor
k t m kk tusen tusental tusentals tusind tusinde thousand thousands tausend tausender tsd tuhat tuhatta tuhansia tuhansina
mille millier milliers miles migliaia tysiąc tysiące tysięcy tys duizend duizenden
sentti sentit senttiä sentteinä stotinki haléř haléřů fillér
tkr kkr mkr mnkr tskr kskr mskr mn mln mio million millions miljon miljoner millioner millionen miljoonaa milj milioni millones miljoen
hundra hundratal hundreds hundert hundred
`
const scaleWords = once(() => new Set(scales.trim().split(/\s+/).flatMap(spellings)))

/** Whether a folded word is a hundredth or a multiple of a currency: `ore`, `tkr`. */
export function isScale(word: string): boolean {
	return scaleWords().has(word)
}

const codes: ReadonlySet<string> = new Set(isoly.Currency.values)
/** Those of which neither a code nor a sign is to be seen. */
const called =
	/^(?:kr\.?|kron[aoe]r?|kroner|euros?|pounds?|dollars?|zł|kč|ft|sfr\.?|minor units?|\p{Sc}|[a-z]{1,3}\$)$/iu

/**
 * Whether a text is a unit that amounts are in: `cents`, `EUR`, `kr`, `tkr`. A single letter may be of anything, as a gender. Quick: it
 * is asked of the values of columns that nothing else is known of.
 */
export function isMoneyUnit(text: string): boolean {
	if (text.length === 0 || text.length > 12) return false
	return codes.has(text) || called.test(text) || (text.length > 1 && isScale(fold(text)))
}
