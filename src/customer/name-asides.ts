import { fold } from "./headers/words.ts"
import { hasLegalForm } from "./legal-form.ts"

/** Where a part of a name may be set apart. */
const mayHave = /[([*,;:/|!]| [-–—]|[xz]{2}/i
const brackets = /[([]([^)\]]*)/g
const separator = /[,;:]| \||\| | [-–—]+|[-–—]+ |(?<=\p{L}\p{L})\s*\/\s*(?=\p{L}{2})/u
/** No name has these: `*nytt kort*`, `Bo Ek *`, `XX Bo Ek XX`, `zzz Bo Ek`. The asterisks of a masked number are told as such. */
const marked = /(?:^|\s)(?:\*+(?![*\d\s])|x{2,6}\s|z{3,6}\s)|(?:(?<![\d*])\*+|\sx{2,6}|\sz{3,6})(?:$|\s(?![\d*]))/i

/** `f.d.` and `geb.` as they are without points. */
const keyOf = (word: string) => fold(word).replace(/[^\p{L}]/gu, "")
const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(keyOf))

/** Small words and titles within names. */
const within = setOf(`
	von van vom vor vander der den ter ten te zu zum zur la le les du de des da do dos das di del della dei degli af av al el bin ibn abu y e i in of the
	och und and et og ja en op 't auf am an
	jr sr dr prof med mag dipl ing tekn fil lic jur phd mba esq msc bsc mr mrs ms hr fr herr frau fru mme dj dy dä aîné fils père ii iii iv
`)
/** What a second name of the same person or company stands behind: from birth, in business, or at whose address. */
const otherwise = setOf(`
	fd f född fødd født föd geb geborene geborener geborne vorm vormals ehem früher gen genannt née né nee born formerly fka aka alias dba ta
	nacida nacido nata nato di ur urodzona dawniej zd z domu geboren meisjesnaam ent entinen os omaa sukua syntyjään tidl tidligere tidigare
	co attn att zhd zhv zh v ved gm genom genm ifm per via
`)

/**
 * What is set apart in a name by brackets, an asterisk, a comma, a dash or a slash, and written in small letters or shouted as no name is:
 * `Li Berg - ring först`, `Astrid Lindqvist (betalar för Olle)`. In any language: what the words say makes no difference.
 */
export function asideOf(name: string): string | undefined {
	if (!mayHave.test(name)) return undefined
	if (marked.test(name)) return marked.exec(name)?.[0].trim()
	const [head = ""] = name.split(/[([]/, 1)
	// Whoever is written small is so throughout; and with a digit it is no name of a person.
	if (!/\p{Lu}/u.test(head) || /\d/.test(head)) return undefined
	for (const [, aside = ""] of name.matchAll(brackets)) if (isRemark(aside)) return aside
	// A company says so what it does.
	if (hasLegalForm(name)) return undefined
	const [first = "", ...behind] = name.replace(brackets, "").split(separator)
	if (!/\p{Lu}/u.test(first)) return undefined
	return behind.find((aside) => isRemark(aside) || (/\p{Ll}/u.test(first) && isShouted(aside)))
}

/** `KEIN VERSAND`, behind a name that is not written so. */
function isShouted(text: string): boolean {
	return /^\s*\p{Lu}{3,}(?:\s+\p{Lu}{3,})+[\s.!?]*$/u.test(text)
}

function isRemark(text: string): boolean {
	const words = text.match(/[\p{L}\p{M}][\p{L}\p{M}'’./-]*/gu) ?? []
	const [first = ""] = words
	if (!/^\p{Ll}/u.test(first) || otherwise.has(keyOf(first))) return false
	const small = words.filter((word) => /^\p{Ll}/u.test(word))
	return small.length * 2 >= words.length && !small.every((word) => within.has(keyOf(word)))
}
