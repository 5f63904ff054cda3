import { isoly } from "isoly"
import { decimalOf } from "./scalar.ts"

const types: Readonly<Record<string, readonly string[]>> = {
	person:
		"person private individual consumer b2c natural privat privatperson privatkund konsument fysisk einzelperson privatkunde verbraucher privatkunde forbruker forbruger yksityinen yksityishenkilö kuluttaja henkilö henkilöasiakas naturalperson naturligperson fysiskperson natürlicheperson luonnollinenhenkilö".split(
			" ",
		),
	organization:
		"organization organisation company business corporate corporation b2b legal företag foretag organisationen bolag juridisk förening unternehmen firma geschäftskunde gewerblich bedrift selskap organisasjon virksomhet virksomhed selskab erhverv forening yritys organisaatio yhteisö legalentity legalperson juridiskperson juridischeperson oikeushenkilö företagskund foretagskund firmakund firmenkunde firmakunde bedriftskunde erhvervskunde yritysasiakas kommun kommune kunta myndighet verein yhdistys".split(
			" ",
		),
}

const schedules: Readonly<Record<string, readonly string[]>> = {
	daily: "daily day days 1day everyday daglig dagligen dag täglich tag päivittäin päivä".split(" "),
	weekly:
		"weekly week weeks 1week everyweek veckovis vecka varjevecka wöchentlich woche ukentlig uke ugentlig uge viikoittain viikko".split(
			" ",
		),
	monthly:
		"monthly month months 1month everymonth permonth p1m permånad prmåned promonat månad månadsvis månatlig månatligen varjemånad monatlich monat månedlig måned månedsvis kuukausittain kuukausi kk".split(
			" ",
		),
	quarterly:
		"quarterly quarter quarters 1quarter perquarter p3m perkvartal prkvartal proquartal 3months 3month everyquarter kvartal kvartalsvis vierteljährlich quartalsweise quartal kvartalsvist neljännesvuosittain".split(
			" ",
		),
	yearly:
		"yearly year years annual annually 1year peryear p1y p12m perår prår projahr 12months everyyear år årlig årligen årsvis jährlich jahr årligt vuosittain vuosi".split(
			" ",
		),
}

function wordMap(words: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
	return new Map(Object.entries(words).flatMap(([meaning, spellings]) => spellings.map((word) => [word, meaning])))
}

const typeWords = wordMap(types)
const scheduleWords = wordMap(schedules)

function word(text: string): string {
	return text.toLowerCase().replace(/[\s._-]/g, "")
}

/** `person` or `organization` in any of our languages. */
export function typeOf(text: string): string | undefined {
	return typeWords.get(word(text))
}

/** The payment schedule that a word of our languages means. */
export function scheduleOf(text: string): string | undefined {
	return scheduleWords.get(word(text))
}

/** `sv_se` → `sv-SE`; a language alone takes the country of the row, else the one it is at home in. */
export function localeOf(text: string, country: string): string | undefined {
	const match = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?(?:\.[\w-]+)?$/i.exec(text)
	if (!match?.[1]) return undefined
	const language = match[1].toLowerCase()
	// What Norwegian alone means to nearly everyone.
	if (language === "no" && !match[2]) return "nb-NO"
	if (match[2]) return `${language}-${match[2].toUpperCase()}`
	if (!isoly.Language.is(language)) return undefined
	return (
		isoly.Locale.toLocale(language, isoly.CountryCode.Alpha2.is(country) ? country : undefined) ??
		isoly.Locale.toLocale(language)
	)
}

/** `+02:00`, `UTC+2`, `GMT-05:30` as `getTimezoneOffset()` counts: minutes from local time to UTC. */
export function timezoneOf(text: string): string | undefined {
	if (/^(?:z|utc|gmt)$/i.test(text)) return "0"
	const match = /^(?:utc|gmt)?\s*([+\-−])(\d{1,2}):?(\d{2})?$/i.exec(text)
	// A signed number without UTC, a colon or a 0 before the hour is minutes already.
	if (!match || !/[a-z:]|[+\-−]0\d{3}/i.test(text)) return undefined
	const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
	return String(match[1] === "+" ? -minutes || 0 : minutes)
}

/** An amount as a plain number: `1 500,50` → `1500.5`. */
export function amountOf(text: string): string | undefined {
	const amount = decimalOf(text)
	return Number.isNaN(amount) ? undefined : String(amount)
}

/** An e-mail address with its domain in lower case; the part before the @ is the mailbox's own business. */
export function emailOf(text: string): string {
	const at = text.lastIndexOf("@")
	return at < 0 ? text : text.slice(0, at) + text.slice(at).toLowerCase()
}
