import { cardDifferences, claimedCard } from "../contract/cards.ts"
import type { CameBack } from "../contract/outcome.ts"
import { type Same, sameCode, sameEmail, samePhone, sameText, wholeName } from "../contract/same-value.ts"
import { isGroup, addressUses as uses } from "../contract/values.ts"
import type { Address, Contact, Creatable } from "../customer/creatable.ts"
import { isObject } from "./api-error.ts"
import { fieldOf } from "./letter-case.ts"
import { storedCards } from "./stored-cards.ts"

/**
 * What an answer says of the customer that was sent, in either letter case: its cards, and the fields that came back other than they were
 * sent. What an answer does not carry says nothing, and is named; but what is missing inside a contact or an address that it carries was dropped.
 */
export function cameBack(sent: Creatable, answer: Readonly<Record<string, unknown>>): Omit<CameBack, "status"> {
	const cards = storedCards(answer.method)
	const claimed = sent.method.map(({ card }) => claimedCard(card))
	const contact = [answer.contact, answer.customer].find(isObject)
	const isCarried = contact !== undefined && Object.keys(sent.contact ?? {}).some((field) => carries(contact, field))
	const differs = [
		...(sent.contact && isCarried ? contactDifferences(sent.contact, contact) : []),
		...(cards ? cardDifferences(claimed, cards) : []),
		...(isOther(sent.currency, answer.currency) ? ["currency"] : []),
		...(isOther(sent.schedule, answer.schedule) ? ["schedule"] : []),
		...(typeof answer.limit === "number" && sent.limit !== undefined && answer.limit !== sent.limit ? ["limit"] : []),
	]
	const said: Partial<Record<(typeof compared)[number], boolean>> = {
		contact: isCarried,
		method: cards !== undefined,
		limit: typeof answer.limit === "number",
	}
	const unsaid = compared.filter((field) => isSent(sent[field]) && !(said[field] ?? typeof answer[field] === "string"))
	return {
		...(cards ? { cards } : claimed.some((card) => Object.keys(card).length > 0) ? { claimed } : {}),
		...(differs.length > 0 ? { differs } : {}),
		...(unsaid.length > 0 ? { unsaid } : {}),
	}
}

/** What is compared, where an answer carries it. */
const compared = ["contact", "method", "currency", "schedule", "limit"] as const

function isSent(value: unknown): boolean {
	return Array.isArray(value) ? value.length > 0 : value !== undefined
}

type Answered = Readonly<Record<string, unknown>>

function carries(contact: Answered, field: string): boolean {
	return fieldOf(contact, field) !== undefined
}

function isOther(sent: string | undefined, back: unknown): boolean {
	return sent !== undefined && typeof back === "string" && !sameCode(sent, back)
}

/** A person's name, e-mail and phone, however a contact writes them. */
export function contactDifferences(sent: Contact, back: Answered): readonly string[] {
	const { type, identityNumber, name, email, phone, address } = sent
	const differs = (field: string, value: string | undefined, same: Same = sameText) =>
		value === undefined || same(value, fieldOf(back, field)) ? [] : [`contact.${field}`]
	const addresses: Addresses | undefined = address && (isGroup(address) ? address : { "": address })
	return [
		...differs("type", type),
		...differs("identityNumber", identityNumber),
		...(name === undefined || sameText(wholeName(name), wholeName(back.name)) ? [] : ["contact.name"]),
		...valueDifferences("contact.email", email, back.email, sameEmail),
		...valueDifferences("contact.phone", phone, back.phone, samePhone),
		...(addresses ? addressDifferences(addresses, back.address) : []),
	]
}

/** One value, or several by what they are for: the only one is the primary one. */
function valueDifferences(
	path: string,
	sent: string | Readonly<Record<string, string | undefined>> | undefined,
	back: unknown,
	same: Same,
): readonly string[] {
	if (sent === undefined) return []
	const there = isObject(back) ? back : { primary: back }
	if (typeof sent === "string") return same(sent, there.primary) ? [] : [path]
	if (back === undefined) return [path]
	return Object.entries(sent).flatMap(([use, value]) =>
		value === undefined || same(value, there[use]) ? [] : [`${path}.${use}`],
	)
}

type Addresses = Readonly<Record<string, Address | undefined>>

/** Addresses by what they are for; the only one has no name, and is the primary one. */
function addressDifferences(sent: Addresses, back: unknown): readonly string[] {
	if (!isObject(back)) return ["contact.address"]
	const isGrouped = uses.some((use) => isObject(back[use]))
	return Object.entries(sent).flatMap(([use, address]) => {
		const path = use === "" ? "contact.address" : `contact.address.${use}`
		const there = isGrouped ? back[use || "primary"] : use === "" || use === "primary" ? back : undefined
		if (address === undefined) return []
		if (!isObject(there)) return [path]
		return Object.entries(address).flatMap(([part, value]) => {
			const same = part === "countryCode" ? sameCode : sameText
			return value === undefined || same(value, fieldOf(there, part)) ? [] : [`${path}.${part}`]
		})
	})
}
