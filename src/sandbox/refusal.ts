import { cardKindOf } from "./tokens.ts"

/** An error in the API's shape. */
export interface Refusal {
	readonly status: number
	readonly type: string
	readonly content?: object
	readonly error?: string
	readonly description?: string
}

export const unauthorized: Refusal = { status: 401, type: "not authorized", description: "The API key is not valid." }
export const privateOnly: Refusal = { status: 403, type: "forbidden", description: "This needs a private API key." }
export const notFound: Refusal = { status: 404, type: "not found" }
export const methodNotAllowed: Refusal = { status: 405, type: "method not allowed" }
export const tooManyRequests: Refusal = { status: 429, type: "too many requests" }

/** What the API says of a body it cannot read. */
export function malformed(property: string, type: string, description: string): Refusal {
	return { status: 400, type: "malformed content", content: { property, type, description } }
}

/** Why the card is not taken; nothing when it is. */
export function cardRefusal(token: string, used: boolean): Refusal | undefined {
	if (used)
		return { status: 400, type: "invalid content", error: "invalid input", description: "Card token already used." }
	switch (cardKindOf(token)) {
		case "declined":
			return { status: 400, type: "invalid content", error: "card declined" }
		case "expired":
			return { status: 400, type: "invalid content", error: "card expired" }
		case "three-d-secure":
			return {
				status: 400,
				type: "missing property",
				error: "verification required",
				content: {
					property: "verification",
					type: "string",
					details: {
						visible: true,
						method: "POST",
						url: `https://3ds.intergiro.example/challenge/${Math.random().toString(36).slice(2, 12)}`,
						data: { type: "challenge" },
					},
				},
			}
		case "ok":
		case "development":
			return undefined
	}
}
