import type { ChoiceColumn } from "./choice-column.ts"
import type { Concept, Piece } from "./concepts.ts"
import { pieces } from "./lexicon.ts"
import { isDenying, isDoing, isValid, type Permission, permissionsIn } from "./permission-words.ts"
import { isNegation } from "./spent.ts"
import { isTooLong, words } from "./words.ts"

/** A column that says of customers what may be done, and not who is to be moved. */
export type PermissionColumn = ChoiceColumn & Required<Pick<ChoiceColumn, "about">>

/** Whom or what it may be said of; of nothing else, such as a fee, a tax, a letter or an e-mail. */
const ofCustomers: ReadonlySet<Concept> = new Set<Concept>(
	"plain and or party served payer account user contact person company private full card payment flag status date subscription".split(
		" ",
	) as Concept[],
)

/** Whether a column of this name says of customers whether they may be charged, or are valid at all: `Do not charge`, `Får faktureras`. */
export function permissionColumn(name: string): PermissionColumn | undefined {
	if (isTooLong(name)) return undefined
	const { main, notes } = words(name)
	return chargingColumn(main, notes) ?? validColumn(main)
}

function chargingColumn(main: readonly string[], notes: readonly (readonly string[])[]): PermissionColumn | undefined {
	const found = main.map(permissionsIn)
	const says = (what: Permission) => found.some((one) => one.includes(what))
	if (!says("charging")) return undefined
	// Behind its noun it is short for a number: `Invoice no`.
	const denies = (word: string, at: number) => (word === "no" ? at === 0 : isNegation(word) || isDenying(word))
	const isDenied = main.some(denies)
	const isBarred = says("barring")
	const others = pieces(main.filter((word, at) => found[at]?.length === 0 && !denies(word, at)))
	if (main.some(isOneOfMany) || others.some(({ concepts }) => !concepts.every((one) => ofCustomers.has(one))))
		return undefined
	const isAlone = others.every(isPlain)
	// What nobody knows may make another thing of what is allowed: `Paper billing allowed`.
	if (!isDenied && !isBarred && !(isAlone && (says("allowing") || speaksOfDoing(main)))) return undefined
	const isWhole = isAlone && main[0] !== "no"
	// What more is said may turn it round: `Zahlungssperre aufgehoben`, `Charge (or not)`.
	const isClear = isAlone && !main.includes("or") && notes.every(saysWhich)
	return {
		about: "charging",
		...(isClear ? { harmless: isDenied === isBarred ? "yes" : "no" } : {}),
		isWhole: isWhole && isDenied !== isBarred,
	}
}

/** `Debiteras`, `To be charged`, `Charge customer`: to do it, and not what was done or is to be paid. */
function speaksOfDoing(main: readonly string[]): boolean {
	if (main.some(isDoing)) return true
	const isToBe = main.some((word) => word === "to" || word === "should" || word === "shall")
	return isToBe && main.some((word) => /^(?:charged|bill(?:ed)?|invoiced?|debit(?:ed)?)$/.test(word))
}

/** `Valid`, `Kund OK`, `Godkänd`: nothing else is said, and of nobody but a customer. */
function validColumn(main: readonly string[]): PermissionColumn | undefined {
	const harmless = validity(main, ofParty, true)
	return harmless && { about: "validity", harmless, isWhole: false }
}

/** Whether a name says that a card is one to be used, or that it is none: `Kort giltigt`, `Card not OK`. */
export function cardValidity(name: string): "yes" | "no" | undefined {
	const { main } = words(name)
	return isTooLong(name) ? undefined : validity(main, ofCard)
}

/**
 * What lets everybody come along by a name that says whether something is valid, and of what else than these says nothing.
 * @param mayBeAlone whether it is of these as well where it does not say of what it is
 */
function validity(main: readonly string[], of: ReadonlySet<Concept>, mayBeAlone = false): "yes" | "no" | undefined {
	if (!main.some(isValid)) return undefined
	const others = main.filter(
		(word) => !isValid(word) && !isNegation(word) && !permissionsIn(word).includes("auxiliary"),
	)
	if (others.length === 0 && !mayBeAlone) return undefined
	if (!pieces(others).every(({ concepts }) => concepts.some((one) => of.has(one)))) return undefined
	return main.some(isNegation) ? "no" : "yes"
}

const ofParty: ReadonlySet<Concept> = new Set<Concept>(["party", "served", "payer", "account", "user", "subscription"])
const ofCard: ReadonlySet<Concept> = new Set<Concept>(["card"])

const isPlain = ({ concepts }: Piece) => concepts.length > 0 && concepts.every((one) => ofCustomers.has(one))
/** Of one of many charges, which says nothing of the next: `Last payment OK`. */
const isOneOfMany = (word: string) => oneOfMany.test(word)
const oneOfMany =
	/^(?:last|latest|first|next|senaste|sista|forsta|nasta|letzte|erste|nachste|siste|sidste|forste|neste|naeste|viimeisin|viimeinen|derniere?|ultim[oa]|ostatni[a]?|laatste)$/

/** `(J/N)`, `(yes/no)`, `(X)`: how it is written. */
const saysWhich = (note: readonly string[]) =>
	note.every(
		(word) =>
			word.length === 1 || /^(?:or|ja|nej|nein|nee|nei|yes|no|oui|non|si|tak|nie|kylla|ei|true|false)$/.test(word),
	)
