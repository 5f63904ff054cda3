import { isoly } from "isoly"
import * as z from "zod"
import type { Address, Creatable } from "./creatable.ts"

/** For these countries Intergiro takes an address only whole. */
export const wholeAddress: ReadonlySet<string> = new Set(["SE", "NO", "DK", "FI", "DE"])

/** Dots only between atoms, any script, a domain of at least two labels; lengths as in RFC 5321. */
const emailPattern =
	/^(?=.{3,254}$)[^\s@"(),:;<>[\]\\.]{1,64}(?:\.[^\s@"(),:;<>[\]\\.]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{0,60}[\p{L}\p{N}]$/u

const text = z.string().min(1)
const email = z.string().regex(emailPattern)
const phone = z
	.string()
	.regex(/^\+\d{4,17}$|^(?=.{4,40}$)(?=(?:\D*\d){4,17}\D*$)\+?[\d\s()./-]+(?:\s*(?:x|ext\.?)\s*\d+)?$/i)
/** ISO 3166-1 alpha-2. */
export const countries: ReadonlySet<string> = new Set(isoly.CountryCode.Alpha2.values)
const country = z.string().refine((code) => countries.has(code))
/** ISO 4217, without the codes that say that there is no currency, or that this is a test. */
export const currencies: ReadonlySet<string> = new Set(
	isoly.Currency.values.filter((code) => code !== "XXX" && code !== "XTS"),
)
const currency = z.string().refine((code) => currencies.has(code))

const address = z
	.strictObject({
		street: text.exactOptional(),
		zipCode: text.exactOptional(),
		city: text.exactOptional(),
		countryCode: country.exactOptional(),
	})
	.refine(isWhole, { params: { code: "address.incomplete" } })

const contact = z.strictObject({
	type: z.enum(["person", "organization"]).exactOptional(),
	identityNumber: text.exactOptional(),
	name: z.union([text, z.strictObject({ first: text, last: text })]).exactOptional(),
	email: z
		.union([email, z.strictObject({ primary: email.exactOptional(), billing: email.exactOptional() })])
		.exactOptional(),
	phone: z
		.union([
			phone,
			z.strictObject({
				primary: phone.exactOptional(),
				cellphone: phone.exactOptional(),
				landline: phone.exactOptional(),
			}),
		])
		.exactOptional(),
	address: z
		.union([
			address,
			z.strictObject({
				primary: address.exactOptional(),
				billing: address.exactOptional(),
				delivery: address.exactOptional(),
				visit: address.exactOptional(),
			}),
		])
		.exactOptional(),
})

const whole = (minimum: number, maximum: number) => z.int().min(minimum).max(maximum)

const browser = z.strictObject({
	colorDepth: whole(1, 64).exactOptional(),
	resolution: z.tuple([whole(1, 100_000), whole(1, 100_000)]).exactOptional(),
	java: z.boolean().exactOptional(),
	javascript: z.boolean().exactOptional(),
	locale: z
		.string()
		.regex(/^[a-z]{2,3}-[A-Z]{2}$/)
		.exactOptional(),
	timezone: whole(-14 * 60, 12 * 60).exactOptional(),
	parent: z.url({ protocol: /^https?$/ }).exactOptional(),
})

const method = z.strictObject({
	type: z.literal("token"),
	card: text,
	client: z
		.strictObject({ ip: z.union([z.ipv4(), z.ipv6()]).exactOptional(), browser: browser.exactOptional() })
		.exactOptional(),
})

/** Browser values for rows whose file has none; part of the settings. */
export const browserSchema = browser

export const creatableSchema = z.strictObject({
	number: text,
	contact: contact.exactOptional(),
	method: z.array(method),
	currency: currency.exactOptional(),
	limit: z.number().min(0).exactOptional(),
	schedule: z.enum(["daily", "weekly", "monthly", "quarterly", "yearly"]).exactOptional(),
})

function isWhole(value: Address): boolean {
	return (
		value.countryCode === undefined ||
		!wholeAddress.has(value.countryCode) ||
		(value.street !== undefined && value.zipCode !== undefined && value.city !== undefined)
	)
}

const compiled = z.compile(creatableSchema)

/** The schema and the type are in step: this does not compile when one of them takes what the other does not. */
type InStep = [z.infer<typeof creatableSchema>, Mutable<Creatable>] extends [Mutable<Creatable>, infer Schema]
	? Schema extends z.infer<typeof creatableSchema>
		? Creatable
		: never
	: never

type Mutable<T> = T extends readonly [infer A, infer B]
	? [A, B]
	: T extends readonly (infer Item)[]
		? Mutable<Item>[]
		: T extends object
			? { -readonly [Key in keyof T]: Mutable<T[Key]> }
			: T

/**
 * Reads a Creatable; compiled ahead of time where code may be generated, which is twice as fast on valid rows.
 */
export const readCreatable = (draft: unknown): z.ZodSafeParseResult<InStep> => compiled.safeParse(draft)
