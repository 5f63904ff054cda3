import type { Api } from "../contract/ports.ts"
import { classify, classifyCard } from "./classify.ts"
import { customerOf } from "./customer.ts"
import { openDispatcher, type Route } from "./dispatcher.ts"
import { bearer, checkKey, claimsOf, listingOf } from "./key.ts"
import { inSnakeCase, type LetterCase } from "./letter-case.ts"
import { pageOf } from "./page.ts"
import { exchange } from "./transport.ts"
import { checkUrl } from "./url.ts"

export interface Connection extends Route {
	/** https, or http on this machine; a path in it stands before `/v1/customer`. */
	readonly url: string
	readonly key: string
	/** Milliseconds for a whole request, 30,000 by default. */
	readonly timeout?: number
	/** How the fields of a request are written, and those of its answer are asked for; camelCase by default. */
	readonly letterCase?: LetterCase
}

export interface Client extends Api {
	/** Gives up what is in flight, which is then ambiguous. */
	close(): Promise<void>
}

const accepted: Readonly<Record<LetterCase, string>> = {
	camel: "application/json+camelCase, application/json;q=0.9",
	snake: "application/json",
}
const largestCustomer = 1_000_000
const largestPage = 64_000_000

/** Intergiro's API at a URL, with a key. Nothing is sent yet. Throws `UnusableUrl` or `UnusableKey`. */
export function connect({
	url: text,
	key: pasted,
	timeout = 30_000,
	letterCase = "camel",
	...route
}: Connection): Client {
	const url = checkUrl(text)
	const key = checkKey(pasted)
	const dispatcher = openDispatcher(url, route)
	const { origin } = url
	const path = `${url.pathname.replace(/\/+$/, "")}/v1/customer`
	// The documentation writes Authentication, Intergiro's own client Authorization; without this Accept, some answers are in snake_case.
	const headers = {
		authentication: bearer(key),
		authorization: bearer(key),
		"accept-encoding": "identity",
		accept: accepted[letterCase],
	}
	const written = letterCase === "snake" ? inSnakeCase : (value: unknown) => value
	let proven = false
	let provenForCards = false
	return {
		listing: listingOf(claimsOf(key)),
		async create(creatable, leaving) {
			const result = await exchange(
				dispatcher,
				{
					origin,
					method: "POST",
					path,
					headers: { ...headers, "content-type": "application/json" },
					body: JSON.stringify(written(creatable)),
				},
				{ timeout, size: largestCustomer },
				leaving,
			)
			const answer = classify(result, creatable, Date.now(), proven)
			proven ||= answer.kind === "created" || answer.kind === "renumbered"
			return answer
		},
		async addCard(id, method) {
			const result = await exchange(
				dispatcher,
				{
					origin,
					method: "POST",
					path: `${path}/${encodeURIComponent(id)}/method`,
					headers: { ...headers, "content-type": "application/json" },
					body: JSON.stringify(written(method)),
				},
				{ timeout, size: largestCustomer },
			)
			const answer = classifyCard(result, { number: "", method: [method] }, Date.now(), provenForCards)
			provenForCards ||= answer.kind === "added"
			return answer
		},
		async read(id, number, expected) {
			const result = await exchange(
				dispatcher,
				{ origin, method: "GET", path: `${path}/${encodeURIComponent(id)}`, headers },
				{ timeout, size: largestCustomer },
			)
			return customerOf(result, number, expected, Date.now())
		},
		async list(continuation) {
			const query = continuation === undefined ? "" : `?continuation=${encodeURIComponent(continuation)}`
			const result = await exchange(
				dispatcher,
				{ origin, method: "GET", path: path + query, headers },
				{ timeout, size: largestPage },
			)
			return pageOf(result, Date.now())
		},
		close: () => dispatcher.destroy(),
	}
}
