import * as z from "zod"
import { oddInOneLine } from "./characters.ts"
import type { ValueKind } from "./kind.ts"
import { standsForValue } from "./stand-in.ts"

const yes = new Set([
	"true",
	"1",
	"yes",
	"y",
	"t",
	"on",
	"ja",
	"j",
	"kyllä",
	"oui",
	"sí",
	"si",
	"sì",
	"tak",
	"sant",
	"wahr",
	"sand",
	"tosi",
	"vrai",
	"vero",
	"verdadero",
	"prawda",
	"waar",
])
const no = new Set([
	"false",
	"0",
	"no",
	"n",
	"f",
	"off",
	"nej",
	"nein",
	"nei",
	"ei",
	"non",
	"nie",
	"nee",
	"falskt",
	"falsch",
	"usann",
	"falsk",
	"faux",
	"falso",
	"fałsz",
	"onwaar",
])

/** Yes or no in our languages. */
export function booleanOf(text: string): boolean | undefined {
	const word = text.toLowerCase()
	return yes.has(word) ? true : no.has(word) ? false : undefined
}

export const boolean = {
	example: "true",
	schema: z.boolean(),
	read: (text) => booleanOf(text) ?? text,
	invalid: "browser.invalid",
	missing: undefined,
	usual: undefined,
	plain: undefined,
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForValue,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => booleanOf(value) !== undefined,
} as const satisfies ValueKind
