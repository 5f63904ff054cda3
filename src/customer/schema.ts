import * as z from "zod"
import { kinds } from "./kinds/kinds.ts"

const text = kinds.text.schema
const email = kinds.email.schema
const phone = kinds.phone.schema

/** For these countries Intergiro takes an address only whole. */
export const wholeAddress: ReadonlySet<string> = new Set(["SE", "NO", "DK", "FI", "DE"])

/** What makes an address whole, beside its country. */
export const partsOfAddress = ["street", "zipCode", "city"] as const

const address = z
	.strictObject({
		street: text.exactOptional(),
		zipCode: kinds.zipCode.schema.exactOptional(),
		city: text.exactOptional(),
		countryCode: kinds.country.schema.exactOptional(),
	})
	.refine(
		(value) =>
			value.countryCode === undefined ||
			!wholeAddress.has(value.countryCode) ||
			partsOfAddress.every((part) => value[part] !== undefined),
	)

const contact = z.strictObject({
	type: kinds.customerType.schema.exactOptional(),
	identityNumber: kinds.identityNumber.schema.exactOptional(),
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

/** Browser values; those for rows whose file has none are part of the settings. */
export const browserSchema = z.strictObject({
	colorDepth: kinds.colorDepth.schema.exactOptional(),
	resolution: kinds.resolution.schema.exactOptional(),
	java: kinds.boolean.schema.exactOptional(),
	javascript: kinds.boolean.schema.exactOptional(),
	locale: kinds.locale.schema.exactOptional(),
	timezone: kinds.timezone.schema.exactOptional(),
	parent: kinds.url.schema.exactOptional(),
})

const method = z.strictObject({
	type: z.literal("token"),
	card: kinds.cardToken.schema,
	client: z
		.strictObject({ ip: kinds.ip.schema.exactOptional(), browser: browserSchema.exactOptional() })
		.exactOptional(),
})

/** The body of one `POST /v1/customer`, `Customer.Creatable` of the Intergiro API; of the type see `creatable.ts`. */
export const creatableSchema = z.strictObject({
	number: kinds.customerNumber.schema,
	contact: contact.exactOptional(),
	method: z.array(method),
	/** Intergiro takes SEK when it is left out. */
	currency: kinds.currency.schema.exactOptional(),
	limit: kinds.amount.schema.exactOptional(),
	schedule: kinds.schedule.schema.exactOptional(),
})
