import { joining, keyOf, otherwise, within } from "./aside-words.ts"
import { isNegation } from "./headers/spent.ts"
import { isBarred } from "./headers/state-column.ts"
import { fold } from "./headers/words.ts"
import { hasLegalForm } from "./legal-form.ts"

/** Where words in small letters may stand behind a name, for a quick look. */
const mayHave = / \p{Ll}{2}/u
const small = /^\p{Ll}{2,}/u
const capital = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u

/** Who or what else a name goes on with: `Per Ek med familj`, `Karl Berg sen.` */
const goingOn: ReadonlySet<string> = new Set(
	"med mit with avec con met kanssa mfl m jun sen junior senior yngre äldre eldre ældre för för for fur für til till pa på vid uppa"
		.split(" ")
		.map(keyOf),
)
/** What ends the name of a house, a society or a trade, which is written small behind others: `Västra Frölunda ridklubb`. */
const ofOrganisations =
	/(?:foren\w*|forbund|klubb?|club|lag|laget|bolag|stift\w*|fond|forsamling|menighet|kyrka|kirke|skol\w*|skole|koulu|school|hotell?|hotel|bibliotek|restaurang|restaurant|bageri|verein\w*|gemeinde|schule|gymnasium|yhdistys|seura|seurakunta|saatio|kommune?|hus|huset|gard|garden|gaard|affar|butik|byra|teater|museum|museo|centrum|center|sjukhus|apotek|salong|klinik\w*|bygg|maleri|snickeri|konsult|trafik|akeri|service)$/

/** A longer word is hardly one that joins others. */
const leastLetters = 4

/**
 * How a name ends in words of small letters: as a remark does behind the name of somebody (`Bo Ek ringes først`, `Li Berg sperret`), or as companies and
 * societies are written (`Lunds el och bygg`). Nothing where it does not.
 * @param least words that make a name
 */
export function smallShape(name: string, least: 1 | 2): "small" | "worded" | undefined {
	if (!mayHave.test(name) || hasLegalForm(name) || /[&/,;:|*([]/.test(name)) return undefined
	const words = name.trim().split(/\s+/)
	let from = words.findIndex((word) => small.test(word) && !within.has(keyOf(word)))
	if (from <= 0) return undefined
	// `do not contact` begins as `do Rosário` does.
	while (isNegation(keyOf(words[from] ?? "")) && within.has(words[from - 1] ?? "")) from--
	const [head, tail] = [words.slice(0, from), words.slice(from)]
	// Without a capital nobody is written so; a small word before the last is a part of the name.
	if (!capital.test(head.at(-1) ?? "")) return "worded"
	if (head.length < least || !head.every((word) => capital.test(word) || within.has(keyOf(word)))) return "worded"
	return isRemark(tail, head.at(-1) ?? "", least) ? "small" : "worded"
}

function isRemark(tail: readonly string[], before: string, least: 1 | 2): boolean {
	const keys = tail.map(keyOf)
	const [first = ""] = keys
	if (isBarred(first)) return true
	if (otherwise.has(first) || goingOn.has(first) || keys.some((key) => joining.has(key))) return false
	const own = tail.filter((word) => small.test(word) && !within.has(keyOf(word)))
	if (own.some((word) => ofOrganisations.test(keyOf(word)))) return false
	if (own.length > 1) return true
	// `ul Haq`, `het Broek`.
	const isLong = first.length >= leastLetters
	if (tail.length > 1) return /^\d/.test(tail[1] ?? "") ? !isLong : isLong
	// `Svenska Kyrkans barn`; of a last name of several words one may be written small.
	return isLong && least > 1 && !/\p{Ll}s$/u.test(before)
}

/** Whether the small words behind a name stand in the e-mail address of its row as well: a name that was written carelessly. */
export function isOfEmail(name: string, cells: readonly string[]): boolean {
	const words = name.trim().split(/\s+/)
	const own = words.filter((word) => small.test(word) && !within.has(keyOf(word))).map(keyOf)
	return cells.some((cell) => cell.includes("@") && own.every((word) => fold(cell).includes(word)))
}
