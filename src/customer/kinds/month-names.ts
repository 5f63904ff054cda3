import { fold } from "../headers/words.ts"
import { isAscii } from "../quick-look.ts"
import { recent } from "../recent.ts"

/**
 * Folded, without a full stop, in the languages of our column names: long and short, alone and beside a day, as the CLDR has them, which
 * `Intl` takes too long to ask in each thread; and older short forms that spreadsheets write.
 */
const months: ReadonlySet<string> = new Set(
	`january february march april may june july august september october november december jan feb mar apr jun jul aug sep oct nov dec
	januari februari mars maj juni juli augusti oktober okt
	januar februar mai desember des marts marz dezember dez mrz sept
	tammikuu helmikuu maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu
	tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
	tammi helmi maalis huhti touko kesa heina elo syys loka marras joulu
	janvier fevrier avril juin juillet aout septembre octobre novembre decembre janv fevr avr juil
	enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic
	gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott
	styczen luty marzec kwiecien czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
	stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia sty lut kwi cze lip sie wrz paz lis gru
	maart mei augustus mrt`.split(/\s+/),
)

/** Whether a word is the name of a month or its short form, in any of our languages. Asked of the streets of all rows. */
export const isMonth = recent((word) => months.has(fold(word)))

const beginnings: ReadonlySet<string> = new Set([...months].map((month) => month.slice(0, 3)))

/** Whether a text may begin with the name of a month, for a quick look. */
export function mayBeginWithMonth(text: string): boolean {
	const beginning = text.slice(0, 3)
	return !isAscii(beginning) || beginnings.has(beginning.toLowerCase())
}
