import type { StoredCard } from "../contract/outcome.ts"
import { expiryIn } from "../customer/claims.ts"
import { isObject } from "./api-error.ts"

/** The cards of an answer's `method`, as far as it says something of them; nothing where it is no list. Never their tokens. */
export function storedCards(method: unknown): readonly StoredCard[] | undefined {
	return Array.isArray(method) ? method.map(storedCard) : undefined
}

/** One stored card; what is not as documented is left out. */
export function storedCard(method: unknown): StoredCard {
	if (!isObject(method)) return {}
	const { scheme, iin, last4 } = method
	const expires = expiryIn({ xpr: method.expires })
	return {
		...(fits(scheme, /^[\w -]{1,20}$/) ? { scheme } : {}),
		...(fits(iin, /^\d{6}$/) ? { iin } : {}),
		...(fits(last4, /^\d{4}$/) ? { last4 } : {}),
		...(expires ? { expires: [expires.month, expires.year] as const } : {}),
	}
}

function fits(value: unknown, form: RegExp): value is string {
	return typeof value === "string" && form.test(value)
}
