import * as z from "zod"
import { notTyped } from "../letters/ligatures.ts"
import { oddInOneLine } from "./characters.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { mayBeNoEmail, standsForEmail } from "./stand-in.ts"

const atom = "[\\p{L}\\p{M}\\p{Nd}!#$%&'*+/=?^_`{|}~-]"
/** Dots only between atoms, any script, a domain of at least two labels, the last of which never ends in a digit; lengths as in RFC 5321. None begins with an apostrophe, which spreadsheets put before a text. */
const pattern = new RegExp(
	`^(?=.{3,254}$)(?!')(?!.*[${notTyped}])${atom}{1,64}(?:\\.${atom}+)*@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]{0,60}\\p{L}$`,
	"u",
)

/** An e-mail address with its domain in lower case; the part before the @ is the mailbox's own business. */
export function emailOf(text: string): string {
	const at = text.lastIndexOf("@")
	return at < 0 ? text : text.slice(0, at) + text.slice(at).toLowerCase()
}

/** Whether a text is an e-mail address, as Intergiro takes it. */
export function isEmail(text: string): boolean {
	return pattern.test(text)
}

const plain = /^\w[\w+-]{0,39}(?:\.[\w+-]{1,20}){0,3}@(?:[a-z0-9]{1,30}(?:-[a-z0-9]{1,20}){0,3}\.){1,3}[a-z]{2,10}$/

export const email = {
	example: "asa@example.com",
	schema: z.string().regex(pattern),
	read: asItIs,
	invalid: "email.invalid",
	missing: undefined,
	usual: { switch: "email", cleaned: "cleaned.email", is: /^[^A-Z]*$/, clean: emailOf, unlikely: undefined },
	plain: (value) => plain.test(value) && !mayBeNoEmail(value),
	damage: undefined,
	odd: oddInOneLine,
	standIn: standsForEmail,
	isWhole: false,
	oneOf: undefined,
	fits: (value) => value.includes("@"),
} as const satisfies ValueKind
