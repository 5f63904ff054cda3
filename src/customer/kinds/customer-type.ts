import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { matches } from "./plain-text.ts"
import { standsForValue } from "./stand-in.ts"
import { word, wordMap } from "./words.ts"

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

const meanings = wordMap(types)

/** `person` or `organization` in any of our languages. */
export function typeOf(text: string): string | undefined {
	return meanings.get(word(text))
}

export const customerType = {
	example: "person",
	schema: z.enum(["person", "organization"]),
	read: asItIs,
	invalid: "type.invalid",
	missing: undefined,
	usual: {
		switch: "spelling",
		cleaned: "cleaned.type",
		is: /^(?:person|organization)$/,
		clean: typeOf,
		unlikely: undefined,
	},
	plain: matches(/^(?:person|organization)$/),
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => typeOf(value) !== undefined,
} as const satisfies ValueKind
