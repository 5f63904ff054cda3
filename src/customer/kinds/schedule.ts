import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { standsForValue } from "./stand-in.ts"
import { word, wordMap } from "./words.ts"

const schedules: Readonly<Record<string, readonly string[]>> = {
	daily:
		"daily day days 1day everyday daglig dagligen dag täglich tag päivittäin päivä quotidien quotidienne journalier diario diaria giornaliero giornaliera codziennie dziennie dagelijks".split(
			" ",
		),
	weekly:
		"weekly week weeks 1week everyweek veckovis vecka varjevecka wöchentlich woche ukentlig uke ugentlig uge viikoittain viikko hebdomadaire semaine semanal semanalmente semana settimanale settimana tygodniowo tygodniowy tydzień wekelijks week perweek".split(
			" ",
		),
	monthly:
		"monthly month months 1month everymonth permonth p1m permånad prmåned promonat månad månadsvis månatlig månatligen varjemånad monatlich monat månedlig måned månedsvis kuukausittain kuukausi kk mensuel mensuelle mensuellement mois parmois mensual mensualmente mes pormes mensile mensilmente mese almese miesięcznie miesięczny miesięczna miesiąc maandelijks maand permaand".split(
			" ",
		),
	quarterly:
		"quarterly quarter quarters 1quarter perquarter p3m perkvartal prkvartal proquartal 3months 3month everyquarter kvartal kvartalsvis vierteljährlich quartalsweise quartal kvartalsvist neljännesvuosittain trimestriel trimestrielle trimestriellement trimestre partrimestre trimestral trimestralmente portrimestre trimestrale trimestralmente kwartalnie kwartalny kwartalna kwartał kwartaal perkwartaal driemaandelijks".split(
			" ",
		),
	yearly:
		"yearly year years annual annually 1year peryear p1y p12m perår prår projahr 12months everyyear år årlig årligen årsvis jährlich jahr årligt vuosittain vuosi annuel annuelle annuellement année paran anual anualmente año poraño annuale annualmente anno allanno rocznie roczny roczna rok jaarlijks jaar perjaar".split(
			" ",
		),
}

const meanings = wordMap(schedules)

/** The payment schedule that a word of our languages means. */
export function scheduleOf(text: string): string | undefined {
	return meanings.get(word(text))
}

const usual = /^(?:daily|weekly|monthly|quarterly|yearly)$/

export const schedule = {
	example: "monthly",
	schema: z.enum(["daily", "weekly", "monthly", "quarterly", "yearly"]),
	read: asItIs,
	invalid: "schedule.invalid",
	missing: undefined,
	usual: { switch: "spelling", cleaned: "cleaned.schedule", is: usual, clean: scheduleOf, unlikely: undefined },
	plain: matches(usual),
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => scheduleOf(value) !== undefined,
} as const satisfies ValueKind
