import { brackets, joining, keyOf, otherwise, partsOfCompanies, separator, within } from "./aside-words.ts"
import { isNegation } from "./headers/spent.ts"
import { isPlainName } from "./kinds/plain-line.ts"
import { behindLegalForm, hasLegalForm } from "./legal-form.ts"
import { isOfKin, linkedRemark } from "./linked-asides.ts"
import { hasDigit } from "./quick-look.ts"
import { isPhrase, knownRemark, raisedParts } from "./raised-asides.ts"
import { recent } from "./recent.ts"
import { smallShape } from "./small-asides.ts"

/** Where a part of a name may be set apart. */
const mayHave = /[([<*,;:/|!=?]| [-–—]|[xz]{2}/i
/** Where what a digit is part of may be set apart as well, or is long enough for a phone. */
const mayHaveCount = /[-–—] | [a-zà-ÿ]|\d(?:[ .-]?\d){6}/
/** Where words may go on behind the form of a company: `Ek AB betalar sent`. */
const mayGoOn = / \p{Ll}{2}\S* (?:\S+ )*\p{Ll}{2}/u
/**
 * No name has these: `*nytt kort*`, `Bo Ek *`, `XX Bo Ek XX`, `zzz Bo Ek`, `Bo Ek =samma som 12`, `Bo Ek !!`, `Bo Ek ?`. The asterisks of a masked
 * number are told as such.
 */
const marked =
	/(?:^|\s)(?:\*+(?![*\d\s])|x{2,6}\s|z{3,6}\s)|(?:(?<![\d*])\*+|\sx{2,6}|\sz{3,6})(?:$|\s(?![\d*]))|\s=\s?[a-zà-ÿ].*$|!{2,}\s*$|(?:\s\?|\?\?)\s*$/i
/** The last name first, and behind its comma one that is written as a first name is: `Ek, Anna`. */
const inverted = /^([^,]+), (?=\p{Lu}[\p{Ll}.])/u

/** A name as it is without the comma behind the last name. */
const uninverted = (name: string) => (name.includes(",") && !/,.*,/.test(name) ? name.replace(inverted, "$1 ") : name)

/** `Late John Smith` died. */
const late = /^Late (?!Night|Bloom|Shift|Model|Lunch)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u

/** A phone, an identity number, an e-mail address: `Eva Ström 070-1234567`, `Ek <ek@example.se>`. */
const reachable = /<[^<>\s]*@[^<>\s]*>?|(?<![\d.-] ?)\+?\d(?:[ .-]?\d){6,11}(?![ .-]?\d)/

/**
 * What is set apart in a name by brackets, an asterisk, a comma, a dash or a slash, and written as no name is: in small letters, as a sentence,
 * shouted, with an exclamation mark or a count: `Li Berg - ring först`, `Uwe Vogt (Zahlt bar)`. In any language: what the words say makes no difference.
 */
export const asideOf = recent(asideIn)

function asideIn(name: string): string | undefined {
	if (late.test(name)) return "Late"
	if (isPlainName(name)) return undefined
	const linked = hasLegalForm(name) ? undefined : linkedRemark(name)
	if (linked !== undefined) return linked
	if (!mayHave.test(name) && !(hasDigit(name) && mayHaveCount.test(name)))
		return mayGoOn.test(name) && hasLegalForm(name) ? behindCompany(name) : undefined
	const [found] = marked.exec(name) ?? reachable.exec(name) ?? []
	if (found !== undefined) return found.trim()
	const known = knownRemark(name)
	if (known !== undefined) return known.trim()
	const [head = ""] = name.split(/[([]/, 1)
	// Whoever is written small is so throughout.
	if (!/\p{Lu}/u.test(head)) return undefined
	// With a digit it is no name of a person, unless another customer is meant behind it.
	if (/\d/.test(head)) return countBehind(name)
	const isCompany = hasLegalForm(name)
	const isOfPerson = !isCompany && isPerson(head.replaceAll(",", ""), 1)
	for (const [, aside = ""] of name.matchAll(brackets))
		if (isRemark(aside) || (isOfPerson && (isCalled(aside) || isSentence(aside) || isOfKin(aside)))) return aside
	if (isCompany) return behindCompany(name)
	const [first = "", ...behind] = name.replace(brackets, "").split(separator)
	if (!/\p{Lu}/u.test(first)) return undefined
	if (behind.length === 0) return exclaimed(name)
	const [isSomebody, isWhole] = [isPerson(first, 1), isPerson(first, 2)]
	return behind.find(
		(aside) =>
			isRemark(aside) ||
			(/\p{Ll}/u.test(first) && isShouted(aside)) ||
			(isSomebody && isCalled(aside)) ||
			(isWhole && isSentence(aside)),
	)
}

/** All of `Bo Ek ring först!`, and what is exclaimed behind a name: `Uwe Ek u. Frau !!! neue Karte`. */
function exclaimed(name: string): string | undefined {
	if (/^\S+ \S+ .*[^!\s]!+\s*$/.test(name)) return name
	return /^\S+ \S.*?!+\s+(\S.*)$/.exec(name)?.[1]
}

/** `Tochter von 3`, behind a name that has no digit; `OBS ny adress fr 1/1`, with nothing between. */
function countBehind(name: string): string | undefined {
	if (hasLegalForm(name)) return behindCompany(name)
	const [first = "", ...behind] = name.split(separator)
	return (isPerson(first, 1) ? behind.find(isCalled) : undefined) ?? wordsBehind(uninverted(name))
}

/** A remark behind the form of a company, which says so what it does and where it is as well: `Ek AB - ring först`, `Ek AB betalar sent`, and not `Ek AB, bygg och plåt`. */
function behindCompany(name: string): string | undefined {
	const all = name.replace(brackets, "").split(separator)
	const at = all.findIndex(hasLegalForm)
	return [behindLegalForm(all[at] ?? ""), ...all.slice(at + 1)].find((aside) => {
		const words = aside.trim().split(/\s+/)
		if (partsOfCompanies.has(keyOf(words[0] ?? ""))) return false
		if (words.some((word) => joining.has(keyOf(word)) || /^[&+]$/.test(word))) return false
		const small = words.filter((word) => /^\p{Ll}{2,}/u.test(word) && !within.has(keyOf(word)))
		return isRemark(aside) && (small.length > 1 || /!/.test(aside))
	})
}

/** Small words, two at least that are in no name, behind the name of a person. */
function wordsBehind(name: string): string | undefined {
	const words = name.trim().split(/\s+/)
	const from = words.findIndex((word) => !isNameWord(word))
	const [isWhole, rest] = [from >= 2 && isPerson(words.slice(0, from).join(" "), 2), words.slice(from)]
	const small = rest.filter((word) => /^\p{Ll}{2,}/u.test(word) && !within.has(keyOf(word)))
	return isWhole && small.length > 1 ? rest.join(" ") : undefined
}

/** How names of a column are written that may have a remark in them, which the others of the column tell. */
export type AsideShape =
	| "raised"
	| "shouted"
	| "capitals"
	| "phrase"
	| "loud"
	| "apart"
	| "nickname"
	| "small"
	| "worded"

/** Capitals one after the other, for a quick look; a word of them has some without a sign that is rare. */
const mayShout = /[A-ZÀ-ÖØ-ÞĄĆĘŁŃŚŹŻ]{3}/

/**
 * What a name shows beside `asideOf`: what is set apart in capitals (`Ek AB - SPÄRRAD`), shouted words behind a name (`Dag Ek BETALAR SENT`) or as a last name,
 * all of it, with a word that denies (`DO NOT USE`) or as any name, several words or one that are set apart (`Anke Böhm - Neue Karte`, `Karl Berg (Kalle)`), and small letters at the end (`Bo Ek ringes først`, `Ek Bil och plåt`).
 * @param least words that make a name; none do in a column of companies
 */
export function asideShape(name: string, least: 0 | 1 | 2): AsideShape | undefined {
	if (least === 0) return shapeOfCompany(name)
	return least === 1 ? shapeOfOne(name) : shapeOfTwo(name)
}

const shapeOfOne = recent((name) => shapeIn(name, 1))
const shapeOfTwo = recent((name) => shapeIn(name, 2))
const shapeOfCompany = (name: string) => (mayShout.test(name) && raisedParts(name).length > 0 ? "raised" : undefined)

function shapeIn(name: string, least: 1 | 2): AsideShape | undefined {
	if (isPlainName(name)) return undefined
	const direct = uninverted(name)
	const written = smallShape(direct, least)
	if (mayShout.test(name)) {
		if (raisedParts(name).length > 0) return "raised"
		if (written === "small") return written
		const shouted = shoutedShape(direct, least)
		if (shouted !== undefined) return shouted
	}
	if (written !== undefined) return written
	if (!mayHave.test(name) || hasLegalForm(name)) return undefined
	if (secondPerson(name) !== undefined) return "apart"
	const part = partOf(name)
	if (part === undefined) return undefined
	const words = part.split(/\s+/)
	const isNamed = isPerson(name.split(/[([]| [-–—]/, 1)[0] ?? "", least)
	return isNamed && words.length > 1 && words.every((word) => /^\p{Lu}\p{L}+$/u.test(word)) ? "apart" : "nickname"
}

/** Somebody else behind a slash, whose whole name it is as is that before it: `Per Degerman / Anna Sjö`. */
function secondPerson(name: string): string | undefined {
	const [first = "", second, ...more] = name.split("/")
	return second !== undefined && more.length === 0 && isPerson(first, 2) && isPerson(second, 2)
		? second.trim()
		: undefined
}

/** What stands in brackets or behind a dash, or a second person behind a slash. */
export function partOf(name: string): string | undefined {
	const second = name.includes("/") ? secondPerson(name) : undefined
	if (second !== undefined) return second
	return /^[^([]*?(?:[([]([^)\]]+)[)\]]?|\s[-–—]+\s(.+))$/u.exec(name)?.slice(1).find(Boolean)?.trim()
}

const shoutedWord = /^[([]?\p{Lu}{2,}[)\].!?,]*$/u
const longShouted = /\p{Lu}{5}/u

function shoutedShape(name: string, least: number): AsideShape | undefined {
	const words = name.trim().split(/[\s-]+/)
	let from = words.length
	while (from > 0 && shoutedWord.test(words[from - 1] ?? "")) from--
	if (from === words.length) return shoutedWord.test(words[0] ?? "") ? "capitals" : undefined
	if (from === 0) {
		const isPhrase = words.length > 1 && !hasLegalForm(name) && words.some((word) => isNegation(keyOf(word)))
		return isPhrase ? "phrase" : "loud"
	}
	const isBehindName = isPerson(words.slice(0, from).join(" "), least) && /\p{Ll}/u.test(words[from - 1] ?? "")
	const behind = words.slice(from)
	const isRemark =
		isBehindName && !hasLegalForm(name) && (behind.some((word) => longShouted.test(word)) || isPhrase(behind))
	return isRemark ? "shouted" : "capitals"
}

/** Words of a name alone, so many at least: no company with an ampersand, no address. */
function isPerson(text: string, least: number): boolean {
	const words = text.trim().split(/\s+/)
	return words.length >= least && words.length <= mostWords && words.every(isNameWord)
}

function isNameWord(word: string): boolean {
	return /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) || within.has(keyOf(word))
}

const mostWords = 5

/** `KEIN VERSAND`, behind a name that is not written so. */
function isShouted(text: string): boolean {
	return /^\s*\p{Lu}{3,}(?:\s+\p{Lu}{3,})+[\s.!?]*$/u.test(text)
}

/** `Achtung Mahnung!`, `Tochter von 3`. */
function isCalled(text: string): boolean {
	if (/\p{L}.*!/u.test(text)) return true
	return /\d/.test(text) && (text.match(/\p{L}{2,}/gu) ?? []).length > 1
}

/** `Zahlt bar`: one capital at the beginning, and small words. */
function isSentence(text: string): boolean {
	const [first = "", ...words] = text.match(/[\p{L}\p{M}][\p{L}\p{M}'’./-]*/gu) ?? []
	if (!/^\p{Lu}\p{Ll}/u.test(first) || otherwise.has(keyOf(first))) return false
	return words.some((word) => /^\p{Ll}/u.test(word) && !within.has(keyOf(word)) && !otherwise.has(keyOf(word)))
}

function isRemark(text: string): boolean {
	const words = text.match(/[\p{L}\p{M}][\p{L}\p{M}'’./-]*/gu) ?? []
	const [first = ""] = words
	if (!/^\p{Ll}/u.test(first) || otherwise.has(keyOf(first))) return false
	const small = words.filter((word) => /^\p{Ll}/u.test(word))
	return small.length * 2 >= words.length && !small.every((word) => within.has(keyOf(word)))
}
