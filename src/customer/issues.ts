import type * as z from "zod"
import type { Field } from "./fields.ts"
import type { FindingCode } from "./finding-codes.ts"

/** The field and the code that a schema issue is about. */
export interface Blame {
	readonly field?: Field
	readonly code: FindingCode
}

const paths: Readonly<Record<string, Blame>> = {
	number: { field: "number", code: "number.missing" },
	"contact.type": { field: "type", code: "type.invalid" },
	"contact.identityNumber": { field: "identityNumber", code: "identity-number.invalid" },
	"contact.name": { field: "name", code: "name.invalid" },
	"contact.name.first": { field: "firstName", code: "name.invalid" },
	"contact.name.last": { field: "lastName", code: "name.invalid" },
	"contact.email": { field: "email", code: "email.invalid" },
	"contact.email.primary": { field: "email", code: "email.invalid" },
	"contact.email.billing": { field: "billingEmail", code: "email.invalid" },
	"contact.phone": { field: "phone", code: "phone.invalid" },
	"contact.phone.primary": { field: "phone", code: "phone.invalid" },
	"contact.phone.cellphone": { field: "cellphone", code: "phone.invalid" },
	"contact.phone.landline": { field: "landline", code: "phone.invalid" },
	"contact.address": { field: "street", code: "address.incomplete" },
	"contact.address.primary": { field: "street", code: "address.incomplete" },
	"contact.address.billing": { field: "billingStreet", code: "address.incomplete" },
	"contact.address.delivery": { field: "deliveryStreet", code: "address.incomplete" },
	"contact.address.countryCode": { field: "country", code: "country.invalid" },
	"contact.address.primary.countryCode": { field: "country", code: "country.invalid" },
	"contact.address.billing.countryCode": { field: "billingCountry", code: "country.invalid" },
	"contact.address.delivery.countryCode": { field: "deliveryCountry", code: "country.invalid" },
	currency: { field: "currency", code: "currency.invalid" },
	limit: { field: "limit", code: "limit.invalid" },
	schedule: { field: "schedule", code: "schedule.invalid" },
	"method.card": { field: "token", code: "token.invalid" },
	"method.client.ip": { field: "ip", code: "ip.invalid" },
	"method.client.browser.colorDepth": { field: "colorDepth", code: "browser.invalid" },
	"method.client.browser.resolution": { field: "resolution", code: "browser.invalid" },
	"method.client.browser.java": { field: "java", code: "browser.invalid" },
	"method.client.browser.javascript": { field: "javascript", code: "browser.invalid" },
	"method.client.browser.locale": { field: "locale", code: "browser.invalid" },
	"method.client.browser.timezone": { field: "timezone", code: "browser.invalid" },
	"method.client.browser.parent": { field: "parent", code: "browser.invalid" },
}

/** What the issues of the schema blame, each field once. */
export function blamesOf(issues: readonly z.core.$ZodIssue[]): readonly Blame[] {
	const blames = new Map<string, Blame>()
	for (const path of issues.flatMap((issue) => pathsOf(issue, []))) {
		const key = path.filter((step) => typeof step === "string").join(".")
		const blame = paths[key] ?? { code: "row.invalid" }
		blames.set(blame.field ?? "", blame)
	}
	return [...blames.values()]
}

/** Of a union, only the branch that fits the value best is to blame. */
function pathsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): readonly (readonly PropertyKey[])[] {
	const path = [...above, ...issue.path]
	if (issue.code !== "invalid_union") return [path]
	const branch = issue.errors.find((errors) => !errors.some(isMisfit))
	return branch ? branch.flatMap((nested) => pathsOf(nested, path)) : [path]
}

/** The value is not of the branch's shape at all. */
function isMisfit(issue: z.core.$ZodIssue): boolean {
	return issue.code === "unrecognized_keys" || (issue.code === "invalid_type" && issue.path.length === 0)
}
