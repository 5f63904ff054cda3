import type { Answer } from "../contract/answer.ts"
import type { Api, Found, Page } from "../contract/ports.ts"
import { maskCardNumbers } from "../customer/card-number.ts"
import type { Creatable } from "../customer/creatable.ts"
import { classify, classifyCard } from "./classify.ts"
import { type Clean, cleaner } from "./clean.ts"
import { concealer, concealIn, concealInAddress } from "./conceal.ts"
import { customerOf, type Shown, shownOf } from "./customer.ts"
import { openDispatcher, type Route } from "./dispatcher.ts"
import { bearer, checkKey, claimsOf, listingOf } from "./key.ts"
import { inSnakeCase, type LetterCase } from "./letter-case.ts"
import { pageOf } from "./page.ts"
import { idWithoutPrivate, withoutPrivate } from "./private.ts"
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
	/**
	 * Reads one customer as a person is to see it, with what of it is other than the file has it. Never rejects.
	 * @param expected what the file has
	 */
	show(id: string, expected: Creatable): Promise<Shown>
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
	const get = (id: string) =>
		exchange(
			dispatcher,
			{ origin, method: "GET", path: `${path}/${encodeURIComponent(id)}`, headers },
			{ timeout, size: largestCustomer },
		)
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
			const clean = cleaner(conceal, creatable)
			const cleaned = { text: clean(withoutPrivate), id: clean(idWithoutPrivate) }
			return withoutSecrets(answer, creatable, cleaned, [...secrets, ...identifying(creatable)])
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
			const creatable = { number: "", method: [method] }
			const answer = classifyCard(result, creatable, Date.now(), provenForCards)
			provenForCards ||= answer.kind === "added"
			return withoutAddress(concealIn(answer, cleaner(conceal, creatable)(withoutPrivate)), answer, [
				...secrets,
				method.card,
			])
		},
		async show(id, expected) {
			const shown = shownOf(await get(id), id, expected, Date.now())
			// Names and addresses are what it is for; what may be seen nowhere is not.
			return concealIn(shown, cleaner(conceal, expected)(maskCardNumbers))
		},
		async read(id, number, expected) {
			const result = await get(id)
			const read = customerOf(result, id, number, expected, Date.now())
			return asRead(concealIn(read, cleaner(conceal, expected)(withoutPrivate)), read, expected)
		},
		async list(continuation, compared) {
			const query = continuation === undefined ? "" : `?continuation=${encodeURIComponent(continuation)}`
			const result = await exchange(
				dispatcher,
				{ origin, method: "GET", path: path + query, headers },
				{ timeout, size: largestPage },
			)
			const page = pageOf(result, Date.now(), compared)
			return asListed(page, conceal)
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

/** What names a customer is written down as it came: where it cannot be, nobody can tell whom an answer names. */
function withoutSecrets(
	answer: Answer,
	{ number }: Creatable,
	clean: { readonly text: Clean; readonly id: Clean },
	secrets: readonly string[],
): Answer {
	if ("id" in answer && answer.id !== clean.id(answer.id)) return unreadable("an id")
	const concealed = concealIn(answer, clean.text)
	const shown = "id" in answer && "id" in concealed ? { ...concealed, id: answer.id } : concealed
	if ("given" in answer && "given" in shown && answer.given !== shown.given) {
		if (!isSameInLetters(answer.given, number)) return unreadable("a customer number")
		return { ...shown, given: answer.given }
	}
	return withoutAddress(shown, answer, secrets)
}

function unreadable(what: string): Answer {
	return {
		kind: "ambiguous",
		code: "bad-answer",
		message: `Intergiro's answer has ${what} that cannot be read: it looks like a key, a token, an e-mail address or a card number.`,
	}
}

/** The number of the file is no secret, whatever it looks like. */
function isSameInLetters(one: string, other: string): boolean {
	return one.toLowerCase() === other.toLowerCase()
}

/** A number that cannot be written down is none. */
function asRead(shown: Found, read: Found, { number }: Creatable): Found {
	if (!("number" in shown && "number" in read) || shown.number === read.number) return shown
	return { ...shown, number: isSameInLetters(read.number ?? "", number) ? read.number : "" }
}

/** A page as it may be kept: of customer numbers, which may be e-mail addresses, nothing but the key is a secret. */
function asListed(page: Page, conceal: Clean): Page {
	if (page.kind !== "page") return "message" in page ? { ...page, message: conceal(page.message) } : page
	const clean = (text: string) => withoutPrivate(conceal(text))
	const isNamed = page.customers.every(
		({ id, number }) => idWithoutPrivate(conceal(id)) === id && conceal(number) === number,
	)
	if (!isNamed)
		return {
			kind: "unusable",
			message:
				"Intergiro's listing has a customer whose id or number looks like a key or a token, so nobody can tell who that is.",
		}
	// What names them is clean by now: to look twice would cost a long listing seconds.
	const customers = page.customers.map(({ id, number, ...more }) => ({ ...concealIn(more, clean), id, number }))
	return { ...page, customers }
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
