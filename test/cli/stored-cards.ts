import { jwt } from "../customer/jwt.ts"
import type { Merchant } from "./merchant.ts"

/** A card as Intergiro stores it. */
export const card = (last4: string, expires: readonly number[] = [12, 39]) => ({
	...{ type: "card", scheme: "visa", iin: "411111" },
	...{ last4, expires },
})

/**
 * The usual token says of its card when it expires, and nothing else: which one it is only the answer tells.
 * @param isNamed it names its card by the last digits, too
 */
export const tokenOf = (last4: string, isNamed = false) =>
	jwt({ iss: "card", xpr: [12, 39], enc: last4, ...(isNamed ? { last4 } : {}) })

/** The last digits of the card of such a token, as the merchant knows them. */
export const last4Of = (token: string): string => JSON.parse(atob(token.split(".")[1] ?? "")).enc

/** The merchant stores the card of each token, with a creation or added. */
export function keepCards(merchant: Merchant): void {
	merchant.keep = ({ contact, method = [] }) => ({ contact, method: method.map((one) => card(last4Of(one.card))) })
	merchant.keepCard = (token) => card(last4Of(token))
}
