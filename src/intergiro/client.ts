import type { Answer } from "../contract/answer.ts"
import type { Api } from "../contract/ports.ts"
import type { Creatable } from "../customer/creatable.ts"
import { classify, classifyCard } from "./classify.ts"
import { concealer, concealIn, concealInAddress } from "./conceal.ts"
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
	const secrets = secretsOfRoute(key, route)
	const conceal = concealer(secrets)
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
			return withoutSecrets(answer, conceal, [...secrets, ...identifying(creatable)])
		},
		async addCard(id, method, leaving) {
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
				leaving,
			)
			const answer = classifyCard(result, { number: "", method: [method] }, Date.now(), provenForCards)
			provenForCards ||= answer.kind === "added"
			return withoutAddress(concealIn(answer, conceal), answer, [...secrets, method.card])
		},
		async read(id, number, expected) {
			const result = await exchange(
				dispatcher,
				{ origin, method: "GET", path: `${path}/${encodeURIComponent(id)}`, headers },
				{ timeout, size: largestCustomer },
			)
			const read = customerOf(result, id, number, expected, Date.now())
			return "message" in read ? { ...read, message: conceal(read.message) } : read
		},
		async list(continuation, compared) {
			const query = continuation === undefined ? "" : `?continuation=${encodeURIComponent(continuation)}`
			const result = await exchange(
				dispatcher,
				{ origin, method: "GET", path: path + query, headers },
				{ timeout, size: largestPage },
			)
			const page = pageOf(result, Date.now(), compared)
			return "message" in page ? { ...page, message: conceal(page.message) } : page
		},
		close: () => dispatcher.destroy(),
	}
}

/** What a server may repeat and nobody may read: the key, and who the proxy is told that we are. */
function secretsOfRoute(key: string, { proxy }: Route): readonly string[] {
	const named = proxy === "environment" ? [process.env.HTTPS_PROXY, process.env.https_proxy] : [proxy]
	const passwords = named.flatMap((url) => {
		if (url === undefined || !URL.canParse(url)) return []
		const { password } = new URL(url)
		return password === "" ? [] : [decodeURIComponent(password)]
	})
	return [key.replace(/^Bearer +/, ""), ...passwords]
}

/** The card tokens and e-mail addresses of a customer. */
function identifying({ method, contact }: Creatable): readonly string[] {
	const { email } = contact ?? {}
	const emails = typeof email === "string" ? [email] : Object.values(email ?? {}).filter((one) => one !== undefined)
	return [...method.map(({ card }) => card), ...emails]
}

/** An id is written down as it came; one that is a part of the key is none that Intergiro would give. */
function withoutSecrets(answer: Answer, conceal: (text: string) => string, secrets: readonly string[]): Answer {
	const shown = concealIn(answer, conceal)
	if ("id" in answer && "id" in shown && answer.id !== shown.id)
		return { kind: "ambiguous", code: "bad-answer", message: "Intergiro's answer repeats the API key as an id." }
	if ("given" in shown && "given" in answer) return { ...shown, given: answer.given }
	return withoutAddress(shown, answer, secrets)
}

/** An address is concealed by itself, as it has to lead on. */
function withoutAddress<Said extends { readonly url?: string } | object>(
	shown: Said,
	answer: Said,
	secrets: readonly string[],
): Said {
	const url = "url" in answer ? answer.url : undefined
	return typeof url === "string" ? { ...shown, url: concealInAddress(url, secrets) } : shown
}
