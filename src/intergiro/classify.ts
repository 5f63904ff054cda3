import type { Answer } from "../contract/answer.ts"
import type { Creatable } from "../customer/creatable.ts"
import { type ApiError, apiErrorOf, isObject, parseJson } from "./api-error.ts"
import { failureOf } from "./failure.ts"
import { retryAfter } from "./retry-after.ts"
import { scrub } from "./scrub.ts"
import { secretsOf } from "./secrets.ts"
import type { Exchange } from "./transport.ts"

/**
 * What came of `POST /v1/customer`. Whatever is not certainly created and not certainly refused is `ambiguous`, as the customer may
 * exist. `now` in milliseconds since 1970.
 */
export function classify(result: Exchange, creatable: Creatable, now: number): Answer {
	if (result.kind === "failure") return unanswered(result)
	const body = parseJson(result.body)
	const error = apiErrorOf(body)
	const { status } = result
	if (status >= 200 && status < 300) {
		// An error of the API's may arrive with any status: then it is the error that counts, where it is a plain refusal.
		return error && isRefusal(error.status) ? refused(error.status, error, creatable) : created(body, creatable)
	}
	if (status === 429 || status === 503) return throttled(result, now, error, creatable)
	if (isEnvironment(status)) return wrongEnvironment(status, error, creatable)
	if (status === 400 || status === 422 || (error && isRefusal(status))) return refused(status, error, creatable)
	return ambiguous(`http-${status}`, `Intergiro answered ${status}${words(error, creatable)}.`)
}

function unanswered({ sent, error }: Exchange & { readonly kind: "failure" }): Answer {
	const { code, message, permanent } = failureOf(error)
	if (sent) return ambiguous(code, message)
	return { kind: permanent ? "wrong-environment" : "not-applied", code, message: scrub(message) }
}

function created(body: unknown, creatable: Creatable): Answer {
	if (!isObject(body)) return ambiguous("bad-answer", "Intergiro's answer is not a customer.")
	const { id, number, status } = body
	if (!isId(id)) return ambiguous("bad-answer", "Intergiro's answer has no id.")
	if (number !== undefined && String(number) !== creatable.number) {
		return ambiguous("other-number", "Intergiro's answer is about another customer number.")
	}
	return { kind: "created", id, ...(isId(status) ? { status } : undefined) }
}

function throttled(
	{ status, headers }: Exchange & { readonly kind: "response" },
	now: number,
	error: ApiError | undefined,
	creatable: Creatable,
): Answer {
	const wait = retryAfter(headers, now)
	const message = `Intergiro asks to wait (${status}${words(error, creatable)}).`
	if (wait !== undefined) return { kind: "throttled", status, wait, message }
	return status === 429 ? { kind: "throttled", status, message } : ambiguous("http-503", message)
}

/** Redirections, 401, 403, 404, 405, and 407, which only a proxy sends. */
function isEnvironment(status: number): boolean {
	return (status >= 300 && status < 400) || [401, 403, 404, 405, 407].includes(status)
}

function wrongEnvironment(status: number, error: ApiError | undefined, creatable: Creatable): Answer {
	const code = `http-${status}`
	const why =
		status === 401 || status === 403
			? "Intergiro does not accept the API key"
			: status === 407
				? "The proxy wants to know who asks"
				: "There is no Intergiro API at this URL"
	return { kind: "wrong-environment", code, message: `${why} (${status}${words(error, creatable)}).` }
}

/** 408, 409 and 425 may follow an earlier success; 429 is about the moment, and 401 to 405 are about the environment. */
function isRefusal(status: number): boolean {
	return status >= 400 && status < 500 && !isEnvironment(status) && ![408, 409, 425, 429].includes(status)
}

/** Errors that are the merchant's, whatever row was sent. */
const merchantErrors = ["unauthorized", "merchant not found", "blocked merchant"]

function refused(status: number, error: ApiError | undefined, creatable: Creatable): Answer {
	if (error === undefined)
		return { kind: "rejected", code: `http-${status}`, message: `Intergiro refused it (${status}).` }
	const message = scrub(`Intergiro refused it${words(error, creatable)}.`)
	const code = scrub(error.error ?? error.type, secretsOf(creatable))
	if (code === "verification required") {
		return {
			kind: "verification-required",
			message: "The cardholder has to go through 3-D Secure.",
			...(error.url === undefined ? undefined : { url: error.url }),
		}
	}
	return { kind: merchantErrors.includes(code) ? "wrong-environment" : "rejected", code, message }
}

function ambiguous(code: string, message: string): Answer {
	return { kind: "ambiguous", code, message: scrub(message) }
}

/** What Intergiro said, ready to follow on. */
function words(error: ApiError | undefined, creatable: Creatable): string {
	return error ? `: ${scrub(error.description, secretsOf(creatable)).replace(/\.$/, "")}` : ""
}

/** Something that can stand in a file as it is. */
function isId(value: unknown): value is string {
	return typeof value === "string" && /^[^\p{Cc}\s]{1,200}$/u.test(value)
}
