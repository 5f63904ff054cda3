import { spellings } from "./headers/words.ts"
import { isMonth } from "./kinds/month-names.ts"

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))

/** What stands before a day or a month, and how somebody said so. */
const before = `
from since until till on in at by of end late early mid phone email mail post letter
från sedan fr f o m t per den i vid om till slutet av början mitten via telefon mejl brev
ab seit zum im am bis ende anfang mitte vom mit schriftlich telefonisch
fra siden til ved pr mail slutten begynnelsen midten den
alkaen lähtien
à a le la au en du de début fin mi depuis partir dès par téléphone courrier
desde del el finales principios mediados hasta por teléfono
da dal di fine inizio metà dopo il per
od do w we z na pod koniec początku dnia
vanaf sinds eind begin per op
`
const seasons = `
spring summer autumn winter year month today yesterday
våren våras sommaren somras hösten höstas vintern vintras vår sommar höst årsskiftet nyår
frühjahr frühling sommer herbst jahresende jahreswechsel monatsende
våren sommeren høsten vinteren årsskiftet årsskifte nyttår foråret efteråret
keväällä kesällä syksyllä talvella vuodenvaihteessa
printemps été automne hiver année
primavera verano otoño invierno año
estate autunno inverno anno
wiosną latem jesienią zimą
voorjaar zomer najaar herfst
`
/** Polish and Finnish months as they stand behind a word for when. */
const inflected =
	/^(?:\p{L}+kuu(?:ssa|n|sta|hun)|styczniu|lutym|marcu|kwietniu|maju|czerwcu|lipcu|sierpniu|wrzesniu|pazdzierniku|listopadzie|grudniu)$/u
const weeks = "v vecka week wk w kw woche uke uge viikko viikolla vk semaine sem semana settimana tydzień"

let made: Readonly<Record<"before" | "seasons" | "weeks", ReadonlySet<string>>> | undefined

function known() {
	made ??= { before: setOf(before), seasons: setOf(seasons), weeks: setOf(weeks) }
	return made
}

/** Whether a folded word may stand before a day: `per`, `zum`, `f`, `o` and `m` of `fr.o.m.`. */
export const leadsToDay = (word: string): boolean => known().before.has(word)

/** Whether folded words begin with a day, a week, a month or a season, in whatever few words: `v. 23`, `by phone 3/11`, `fin décembre`. */
export function saysWhen(folded: string): boolean {
	const words = folded.match(/\p{L}+|\d+/gu) ?? []
	const { before, seasons, weeks } = known()
	const isTime = (word: string, next = "") =>
		(/^\d/.test(word) && (next === "" || /^\d/.test(next) || isMonth(next))) ||
		isMonth(word) ||
		seasons.has(word) ||
		inflected.test(word) ||
		(weeks.has(word) && /^\d/.test(next))
	const at = words.findIndex((word, index) => !before.has(word) || isTime(word, words[index + 1]))
	return at >= 0 && isTime(words[at] ?? "", words[at + 1])
}
