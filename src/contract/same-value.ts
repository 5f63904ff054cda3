/** Whether what came back is what was sent, by what a field means; whatever came back, nothing is thrown. */
export type Same = (sent: string, back: unknown) => boolean

/** The same letters; spaces and how letters are composed do not count. */
export const sameText: Same = (sent, back) => compact(sent) === compact(back)

/** The same, whatever the case: a code of a country or a currency. */
export const sameCode: Same = (sent, back) => compact(sent).toLowerCase() === compact(back).toLowerCase()

/** The case of a domain says nothing, that of a mailbox may. */
export const sameEmail: Same = (sent, back) => mailbox(sent) === mailbox(back)

/** The same digits, with the country's or without: `+46 (0)70 123 45 67` is `070-1234567`. */
export const samePhone: Same = (sent, back) => {
	const [one, other] = [digits(sent), digits(back)]
	if (one === other) return one !== ""
	const [short, long] = one.length < other.length ? [one, other] : [other, one]
	const national = short.replace(/^0/, "")
	return national.length >= shortestPhone && long.endsWith(national)
}

const shortestPhone = 6

/** The digits of a phone number, without what only says that it is an international one. */
export function digits(value: unknown): string {
	return textOf(value).replace(/\(0\)/g, "").replace(/\D/g, "").replace(/^00/, "")
}

/** An e-mail address, its domain in small letters. */
export function mailbox(value: unknown): string {
	const text = compact(value)
	const at = text.lastIndexOf("@")
	return text.slice(0, at) + text.slice(at).toLowerCase()
}

/** A text without its spaces. */
export function compact(value: unknown): string {
	return textOf(value).normalize("NFC").replace(/\s+/g, "")
}

/** Only text and numbers are values; anything else is as good as none. */
function textOf(value: unknown): string {
	return typeof value === "string" ? value : typeof value === "number" ? String(value) : ""
}

/** First and last name joined. */
export function wholeName(name: unknown): string {
	if (typeof name !== "object" || name === null) return typeof name === "string" ? name : ""
	const { first, last } = name as { readonly first?: unknown; readonly last?: unknown }
	return [first, last].filter((part) => typeof part === "string").join(" ")
}
