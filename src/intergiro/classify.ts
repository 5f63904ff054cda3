import type { Answer, CardAnswer } from "../contract/answer.ts"
import { cardDifferences, claimedCard } from "../contract/cards.ts"
import type { Creatable } from "../customer/creatable.ts"
import { type ApiError, apiErrorOf, isObject, parseJson } from "./api-error.ts"
import { cameBack } from "./came-back.ts"
import { failureOf } from "./failure.ts"
import { retryAfter } from "./retry-after.ts"
import { scrub } from "./scrub.ts"
import { secretsOf } from "./secrets.ts"
import { storedCard } from "./stored-cards.ts"
import type { Exchange } from "./transport.ts"

/**
 * What came of `POST /v1/customer`. Whatever is not certainly created and not certainly refused is `ambiguous`, as the customer may
 * exist.
 * @param now milliseconds since 1970
 * @param proven this key has created a customer at this URL since it was opened: both are right
 */
export function classify(result: Exchange, creatable: Creatable, now: number, proven = false): Answer {
	const answer = answerTo(result, creatable, now, proven, (body) => created(body, creatable))
	const isNo = answer.kind === "rejected" || answer.kind === "wrong-environment"
	return isNo && isPage(result) ? { ...answer, page: true } : answer
}

/** Whether an answer says nothing in Intergiro's words. */
function isPage(result: Exchange): boolean {
	if (result.kind === "failure") return false
	const body = parseJson(result.body)
	return apiErrorOf(body) === undefined && isOfTheWay(result.status, body)
}

type Failed = Exclude<Answer, { readonly kind: "created" | "renumbered" }>

/** @param done what a good answer comes to */
function answerTo<Done>(
	result: Exchange,
	creatable: Creatable,
	now: number,
	proven: boolean,
	done: (body: unknown) => Done,
): Done | Failed {
	if (result.kind === "failure") return unanswered(result)
	const body = parseJson(result.body)
	const error = apiErrorOf(body)
	const { status } = result
	if (status >= 200 && status < 300) {
		// An error of the API's may arrive with any status: then it is the error that counts, where it is a plain refusal.
		return error && isRefusal(error.status) ? refused(error.status, error, creatable) : done(body)
	}
	const said = words(error, creatable)
	if (status === 429)
		return { kind: "throttled", status, ...waitIn(result, now), message: `Intergiro asks to wait (429${said}).` }
	if (proven && !error && isOfTheWay(status, body)) return ailing(`http-${status}`, onTheWay(status))
	if (isEnvironment(status)) return wrongEnvironment(status, error, said)
	if (isRefusedPlainly(status) || (error && isRefusal(status))) return refused(status, error, creatable)
	const message = `${error ? "Intergiro" : "The server"} answered ${status}${said}.`
	return status < 500
		? ambiguous(`http-${status}`, message)
		: { ...ailing(`http-${status}`, message), ...waitIn(result, now) }
}

/**
 * What came of `POST /v1/customer/:id/method`; whatever is not certainly added and not certainly refused is `ambiguous`.
 * @param creatable has the card that was sent
 * @param proven this key has added a card at this URL since it was opened
 */
export function classifyCard(result: Exchange, creatable: Creatable, now: number, proven = false): CardAnswer {
	return answerTo<CardAnswer>(result, creatable, now, proven, (body) => {
		if (!isObject(body) || isNothingOfCard(body))
			return ambiguous("bad-answer", "Intergiro's answer is not a stored card.")
		const card = storedCard(body)
		const claimed = creatable.method.map(({ card }) => claimedCard(card))
		const differs = cardDifferences(claimed, [card])
		return { kind: "added", card, ...(differs.length > 0 ? { differs } : {}) }
	})
}

/** Neither a card nor anything that says so. */
function isNothingOfCard(body: Readonly<Record<string, unknown>>): boolean {
	return body.type !== "card" && Object.keys(storedCard(body)).length === 0
}

/** The key and the URL are right, so that this comes from something in between, which may have passed the request on. */
function onTheWay(status: number): string {
	return `Something on the way to Intergiro answered in its place (${status}): the key and the URL have worked before.`
}

function unanswered({ sent, error }: Exchange & { readonly kind: "failure" }): Failed {
	const { code, message, permanent } = failureOf(error)
	if (sent && code === "continue") return { ...ambiguous(code, message), recurs: "breaker" }
	if (sent) return code === "reset" ? ailing(code, message) : ambiguous(code, message)
	return { kind: permanent ? "wrong-environment" : "not-applied", code, message: scrub(message) }
}

function created(body: unknown, creatable: Creatable): Answer {
	if (!isObject(body)) return ambiguous("bad-answer", "Intergiro's answer is not a customer.")
	const { id, number, status } = body
	if (!isId(id)) {
		const has = id === undefined || id === null || id === "" ? "no id" : "an id that cannot be read"
		return ambiguous("bad-answer", `Intergiro's answer has ${has}.`)
	}
	const customer = { id, ...(isId(status) ? { status } : undefined), ...cameBack(creatable, body) }
	if (number === undefined || isSame(number, creatable.number)) return { kind: "created", ...customer }
	const given = Number.isSafeInteger(number) ? String(number) : number
	return isNumber(given)
		? { kind: "renumbered", ...customer, given }
		: ambiguous("bad-answer", "Intergiro's answer has a customer number that cannot be read.")
}

/** A number in JSON is the same as its digits; beyond 2^53 its last digits are not known. */
function isSame(number: unknown, sent: string): boolean {
	if (typeof number === "string") return number === sent
	if (typeof number !== "number") return false
	return Number.isSafeInteger(number) ? String(number) === sent : /^\d{16,}$/.test(sent) && Number(sent) === number
}

function waitIn({ headers }: Exchange & { readonly kind: "response" }, now: number): { readonly wait?: number } {
	const wait = retryAfter(headers, now)
	return wait === undefined ? {} : { wait }
}

/**
 * Whether an answer that is none of Intergiro's errors is none of Intergiro's at all, where key and URL are right: a redirection, a
 * refusal of the key or the URL, or a refusal of what was sent with a page or with nothing.
 */
function isOfTheWay(status: number, body: unknown): boolean {
	return isRedirection(status) || isRefusedByName(status) || (isRefusedPlainly(status) && body === undefined)
}

function isRedirection(status: number): boolean {
	return status >= 300 && status < 400
}

/** Whatever the body says. */
function isRefusedPlainly(status: number): boolean {
	return status === 400 || status === 422
}

/** The key is not accepted, or the URL is not known. */
function isRefusedByName(status: number): boolean {
	return [401, 403, 404, 405].includes(status)
}

/** Redirections, 401, 403, 404, 405, and 407, which only a proxy sends. */
function isEnvironment(status: number): boolean {
	return isRedirection(status) || isRefusedByName(status) || status === 407
}

function wrongEnvironment(status: number, error: ApiError | undefined, said: string): Failed {
	const why =
		status === 401 || status === 403
			? error
				? "Intergiro does not accept the API key"
				: "The API key is not accepted, or something on the way to Intergiro refuses requests"
			: status === 407
				? "The proxy wants to know who asks"
				: "There is no Intergiro API at this URL"
	return { kind: "wrong-environment", code: `http-${status}`, message: `${why} (${status}${said}).` }
}

/** 408, 409 and 425 may follow an earlier success; 429 is about the moment, and 401 to 405 are about the environment. */
function isRefusal(status: number): boolean {
	return status >= 400 && status < 500 && !isEnvironment(status) && ![408, 409, 425, 429].includes(status)
}

/** Errors that are the merchant's, whatever row was sent. */
const merchantErrors = ["unauthorized", "merchant not found", "blocked merchant"]

function refused(status: number, error: ApiError | undefined, creatable: Creatable): Failed {
	if (error === undefined)
		return { kind: "rejected", code: `http-${status}`, message: `Intergiro refused it (${status}).` }
	const message = scrub(`Intergiro refused it${words(error, creatable)}.`)
	const said = scrub(error.error ?? error.type, secretsOf(creatable))
	const isOfMerchant = merchantErrors.includes(said)
	const code = isTokenUsed(error) && !isOfMerchant ? "token used" : said
	if (said === "verification required") {
		return {
			kind: "verification-required",
			message: "The cardholder has to go through 3-D Secure.",
			...(error.url === undefined ? undefined : { url: error.url }),
		}
	}
	return { kind: isOfMerchant ? "wrong-environment" : "rejected", code, message }
}

/** Whether its card token was used before, which only the words of an error say: no other try with it can be taken. */
function isTokenUsed({ description }: ApiError): boolean {
	return (
		/\btoken\b/i.test(description) &&
		/\b(?:token|already|been|was) (?:used|spent|consumed)\b|\bused (?:already|before)\b/i.test(description)
	)
}

function ambiguous(code: string, message: string): Extract<Answer, { kind: "ambiguous" }> {
	return { kind: "ambiguous", code, message: scrub(message) }
}

function ailing(code: string, message: string): Extract<Answer, { kind: "ambiguous" }> {
	return { ...ambiguous(code, message), ailing: true }
}

/** What Intergiro said, ready to follow on. */
function words(error: ApiError | undefined, creatable: Creatable): string {
	return error ? `: ${scrub(error.description, secretsOf(creatable))}` : ""
}

/** Something that can stand in a file as it is. */
function isId(value: unknown): value is string {
	return typeof value === "string" && /^[^\p{Cc}\p{Cf}\p{Cs}\s\ufffd]{1,200}$/u.test(value)
}

/** The same, and it may have spaces. */
function isNumber(value: unknown): value is string {
	return typeof value === "string" && /^[^\p{Cc}\p{Cf}\p{Cs}\ufffd]{1,200}$/u.test(value)
}
