import { isOfArrangement } from "./arrangement.ts"
import type { Concept, Piece } from "./concepts.ts"
import { pieces } from "./lexicon.ts"
import { isNegation, isSpent } from "./spent.ts"
import { isTooLong, words } from "./words.ts"

/** A column whose name says that somebody decided, row by row, who is to be moved. */
export interface ChoiceColumn {
	/** What lets every row come along: a yes, as to a consent, or a no, as to being deleted; nothing where that depends. */
	readonly harmless?: "yes" | "no"
	/** Whether the name says nothing else: any words are then an answer, and so is a date. */
	readonly isWhole: boolean
	/** What else is decided than who is to be moved: who may be charged, or who is valid at all. */
	readonly about?: "charging" | "validity"
}

type Speaking = "moving" | "consenting" | "deleting"

/** Stems, wherever they stand in a word, in all our languages, folded; those of few letters are whole words. */
const stems: Readonly<Record<Speaking, RegExp>> = {
	// To move, import, migrate, take over, include, keep.
	moving:
		/import(?!an[ctz]|[eio]$|eur)|(?<!^e|im)migr|transfer|trasfer|traslad|flytt|overfor|(?:ub|ueb)er(?:nehm|nahm|nomm|trag)|siir[rt]|tuodaan|tuonti|przenie|przenos|over(?:zet|gezet|nem|nam|genom)|meenem|mitnehm|medta[gs]|reprendr|inclu(?!siv|b)|inklud|einschl|uwzgled|insluit|sisallyt|behall|behalt(?!er|nis)|behold(?!er)|behoud|sailyt|conserv(?!at[oó])|manten(?!im)|zachow|zostaw|^(?:moved?|moves|flyt|flyttes|keep|kept|retain|reprise|garder|bewahren|bewaren|intergiro)$|^(?:umzieh|cession|cesion)/,
	consenting: /^consen[ts]|samtyck|samtykk|einwillig|zustimm|toestemm|suostum|^zgod[ay]$|tokeni/,
	// To delete, exclude, skip, hold back.
	deleting:
		/delet|remov|^(?:erase|purge|skip|bort|fjern|fjernes|slet|borrar|salta|saltare|wissen|ohita|ohitetaan)$|ta(?:s)?bort|radera|l(?:o|oe)sch(?:en|t|ung)|entfern|^slett|poist|supprim|elimin|rimuov|rimoz|cancel|usun|verwijder|makuler|exclu(?!siv)|exklud|ekskl?ud|ausschl|esclu|wyklucz|uitsluit|(?<!s)ignor|(?<!s)hoppa|uberspring|ueberspring|springover|overslaan|pomin|omitir/,
}

/** Whose or of what the choice may be; of nothing else, such as an e-mail or a tax that is included. */
const ofCustomers: ReadonlySet<Concept> = new Set<Concept>([
	..."plain and or party served payer account user contact person private full".split(" "),
	..."card token payment method intergiro merchant flag status date deleted subscription old".split(" "),
] as Concept[])

/** What a name says besides and that makes it no other thing. */
const besides: ReadonlySet<Concept> = new Set<Concept>(
	"plain and or party served account user intergiro card token payment flag merchant".split(" ") as Concept[],
)

/** How words begin for pictures of people, folded: that they are given to somebody moves nobody. */
const ofPictures = /^(?:imag|immagin|foto|photo|bild|billed|video|film|kuva|valokuv|zdjec|wizerun|beeld|afbeeld|portr)/

/** Whether a column of this name says who is to be moved, imported, kept, deleted, or agreed to it; with whatever other words. */
export function choiceColumn(name: string): ChoiceColumn | undefined {
	if (isTooLong(name)) return undefined
	const { main, notes } = words(name)
	if (main.some((word) => ofPictures.test(word))) return undefined
	const found = main.map(speakingOf)
	// What was agreed to and is not any more: `Consent withdrawn`.
	const isWithdrawn = found.includes("consenting") && main.some(isSpent)
	const spoken = isWithdrawn ? main.map((word, at) => (found[at] || isSpent(word) ? "deleting" : undefined)) : found
	const kinds = new Set(spoken.filter((kind) => kind !== undefined))
	const joined = main.join("")
	if (/^tas?bort$|onhold$/.test(joined)) kinds.add("deleting")
	// `Skal med over`, `Tas med`, `Ska följa med`, `Med til ny`.
	const isAlong = /^(?:skal?l?)?(?:tae?s|folja|folge|blive?r?|komme?r?)?med(?:over|tillny.*|tilny.*|til|till)?$/.test(
		joined,
	)
	if (isAlong) kinds.add("moving")
	if (kinds.size === 0) return undefined
	const others = isAlong
		? []
		: [
				...pieces(main.filter((_, index) => spoken[index] === undefined)),
				...main.flatMap((word, index) => (spoken[index] === "consenting" ? pieces(agreedTo(word)) : [])),
			]
	// What somebody agreed to of a card, as that it is kept on file, decides whether it may be moved.
	const isOfCard = kinds.has("consenting") && (others.some(speaksOfCard) || main.some((word) => /tokeni/.test(word)))
	const isOther = ({ concepts }: Piece) =>
		!concepts.every((one) => ofCustomers.has(one) || (isOfCard && one === "file"))
	if (others.some(isOther)) return undefined
	// Whoever cancelled a mandate is a customer all the same.
	if (!kinds.has("moving") && isOfArrangement(name)) return undefined
	const isDenied = [...main, ...notes.flat()].some(isNegation)
	// To what somebody agreed is said, or it is what every register asks of everybody.
	if (!kinds.has("moving") && !kinds.has("deleting") && !isOfCard) return undefined
	const [kind] = kinds.size === 1 && !isDenied ? kinds : kinds.has("consenting") && !isDenied ? ["consenting"] : []
	return {
		...(kind === "consenting" ? { harmless: "yes" } : kind === "deleting" ? { harmless: "no" } : {}),
		isWhole:
			!main.some((word) => dated.test(word)) &&
			(isOfCard ||
				others.every(({ concepts }) => concepts.length > 0 && concepts.every((concept) => besides.has(concept)))),
	}
}

/** What stands before the consent in a compound: `foto` of `Fotosamtycke`. */
function agreedTo(word: string): readonly string[] {
	const before = word.slice(0, stems.consenting.exec(word)?.index ?? 0)
	return before.length < 3 ? [] : [before]
}

/** Also as the beginning of a word: `Kartenspeicherung`. */
function speaksOfCard({ text, concepts }: Piece): boolean {
	return concepts.includes("card") || concepts.includes("token") || /^(?:kort|karten|kaart)/.test(text)
}

/** `Importdatum`. */
const dated = /(?:dat(?:um|o|e|a)|tid|time)$/

function speakingOf(text: string): Speaking | undefined {
	return (["moving", "consenting", "deleting"] as const).find((kind) => stems[kind].test(text))
}
