import { spellings } from "./words.ts"

const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).flatMap(spellings))

let made: Readonly<Record<"conditions" | "differing" | "others", ReadonlySet<string>>> | undefined

function sets() {
	made ??= {
		conditions: setOf(
			"if when om ifall falls wenn sofern hvis dersom jos mikäli si lorsque cuando se jeśli jeżeli gdy indien als wanneer",
		),
		differing: setOf(`
			different differs differing deviating avvikande avviker abweichend abweichender abweichende abweichendes abweichenden avvikende
			afvigende poikkeava différent différente diffère distinto distinta diferente diverso diversa differente odmienny afwijkend afwijkende
		`),
		others: setOf(`
			other another else not no annan annat annorlunda ej inte andere anderer anderes anders nicht annen annet andre anden andet ikke
			eri muu toinen autre otro otra altro altra inny inna inne andere niet
		`),
	}
	return made
}

/** Whether a folded word says that somebody or something is another one. */
export const isDiffering = (word: string): boolean => sets().differing.has(word)

/** Whether a note says no more than when a column is filled: `(if different)`, `(om annan än kunden)`, `(falls abweichend)`. */
export function saysIfDifferent(words: readonly string[]): boolean {
	const { conditions, others } = sets()
	const isElse = words.some((word) => isDiffering(word) || others.has(word))
	return isElse && (words.some(isDiffering) || conditions.has(words[0] ?? ""))
}
