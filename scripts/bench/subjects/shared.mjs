/** What all that import the benchmark's file have in common. */

/** Requests in flight. */
export const inFlight = 50

const claims = { iss: "bench", sub: "bench", name: "Bench", aud: "private", iat: 1_700_000_000 }
const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url")
/** An API key that may list. */
export const key = `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}.signature`

export const browser = {
	colorDepth: 24,
	resolution: [1920, 1080],
	java: false,
	javascript: true,
	locale: "en-GB",
	timezone: 0,
	parent: "https://example.com",
}

/** A row as a customer. */
export function creatableOf({ number, firstName, lastName, email, phone, street, zip, city, country, token }) {
	return {
		number,
		method: [{ type: "token", card: token, client: { browser } }],
		contact: {
			name: { first: firstName, last: lastName },
			email,
			phone,
			address: { street, zipCode: zip, city, countryCode: country },
		},
	}
}
