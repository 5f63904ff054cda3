import { readAlternatives } from "./alternatives.ts"
import type { Piece } from "./concepts.ts"
import type { Meanings } from "./forms.ts"
import type { Parts } from "./parts.ts"
import { buyers, owners, phrasesOf, recipients, relatives } from "./vocabulary/parties.ts"
import { spellings } from "./words.ts"

/** Of whom a column may be in a file that tells of two: of who pays, or of whom is paid for. */
export type Party = "payer" | "served"

/** As what somebody is named: who buys or owns something pays, as relatives may, and who receives something is served. */
export type Role = Party | "buyer" | "recipient" | "owner" | "relative"

export interface PartyReading {
	readonly party: Party
	readonly role: Role
	/** What the column would be if its party were the customer. */
	readonly meanings: Meanings
}

/** Whose a column of a name of these pieces is; nothing where it does not say, or holds what customers do not have. */
export function readParty({ known, differs }: Parts): PartyReading | undefined {
	const role = roleOf(known, differs)
	if (role === undefined) return undefined
	const { meanings } = readAlternatives(known.flatMap((piece) => asCustomer(piece, role)))
	return meanings && { party: role === "served" || role === "recipient" ? "served" : "payer", role, meanings }
}

/** `Pupil's parent` is the parent, and another one who has the bills pays them. */
function roleOf(known: readonly Piece[], differs: boolean): Role | undefined {
	if (known.some(isPayer) || (differs && known.some(isBillee))) return "payer"
	if (known.some(isServed)) return "served"
	// Who receives a bill or a payment receives no goods.
	const isBilled = known.some(({ concepts }) => concepts.includes("billing") || concepts.includes("payment"))
	if (!isBilled && known.some(({ text }) => wordsOf("recipient").has(text))) return "recipient"
	if (!isBilled && known.some(({ text }) => wordsOf("buyer").has(text))) return "buyer"
	if (known.some(({ text }) => wordsOf("relative").has(text))) return "relative"
	const isKept = known.every(({ concepts }) => !ofSales.some((one) => concepts.includes(one)))
	return isKept && known.some(({ text }) => wordsOf("owner").has(text)) ? "owner" : undefined
}

/** Whoever owns an account, or a contact, sells to it. */
const ofSales = ["account", "contact", "user"] as const

const isBillee = ({ concepts }: Piece) => concepts.includes("billing") && concepts.includes("party")
const isServed = ({ concepts }: Piece) => concepts.includes("served")
/** The holder of an account pays by it. */
const isPayer = ({ concepts }: Piece) =>
	concepts.includes("payer") || (concepts.includes("account") && concepts.includes("holder"))

const whose: ReadonlySet<string> = new Set([
	"served",
	"payer",
	"other",
	"parent",
	"party",
	"account",
	"holder",
	"delivery",
	"billing",
])

/** A party as if it were the customer. */
function asCustomer(piece: Piece, role: Role): readonly Piece[] {
	const { text, concepts } = piece
	if (role === "owner" && concepts.includes("vehicle")) return []
	const isOfRole = role === "payer" || role === "served" ? isServed(piece) || isPayer(piece) : wordsOf(role).has(text)
	if (!isOfRole) return [piece]
	return [{ text, concepts: ["party", ...concepts.filter((one) => !whose.has(one) && one !== "delivery")] }]
}

const phrases = { buyer: buyers, recipient: recipients, owner: owners, relative: relatives }
const made = new Map<keyof typeof phrases, ReadonlySet<string>>()

/** The folded words for somebody. */
function wordsOf(role: keyof typeof phrases): ReadonlySet<string> {
	const words = made.get(role) ?? new Set(phrasesOf(phrases[role]).flatMap(spellings))
	made.set(role, words)
	return words
}
