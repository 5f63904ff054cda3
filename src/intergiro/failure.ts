import { Undecodable } from "./decode.ts"
import { TunnelFailed } from "./dispatcher.ts"
import { TimedOut, TooLarge } from "./transport.ts"

/** A failure in the words of a person who has to do something about it. */
export interface Failure {
	readonly code: string
	readonly message: string
	/** Trying again cannot help: certificate, proxy, request or what the server speaks are wrong. */
	readonly permanent: boolean
}

/** Why a request without a (whole) answer has none. */
export function failureOf(error: Error): Failure {
	if (error instanceof TunnelFailed && error.cause instanceof Error) return tunnelFailure(error.cause)
	if (error instanceof TimedOut) return passing("timeout", error.message)
	if (error instanceof TooLarge) return passing("too-large", error.message)
	if (error instanceof Undecodable) return passing("bad-answer", error.message)
	const code = codeOf(error)
	if (isTls(code)) return permanent("certificate", `No trusted connection: ${error.message}.`)
	if (error.name === "HTTPParserError") return passing("bad-answer", "The answer is not HTTP.")
	switch (code) {
		case "ECONNREFUSED":
			return passing("refused", `Nothing listens at ${addressOf(error)}: the connection was refused.`)
		case "ENOTFOUND":
			return passing("dns", "The name of the server is not found. Check the URL and the network.")
		case "EAI_AGAIN":
			return passing("dns", "The name of the server cannot be looked up at the moment. Check the network.")
		case "ENETUNREACH":
		case "EHOSTUNREACH":
		case "ENETDOWN":
		case "EADDRNOTAVAIL":
			return passing("unreachable", "The server is out of reach. Check the network.")
		case "UND_ERR_CONNECT_TIMEOUT":
			return passing("timeout", "The server does not take the connection. Check the network.")
		case "ETIMEDOUT":
			return passing("timeout", "The server does not answer any more. Check the network.")
		case "ECONNRESET":
		case "EPIPE":
			return passing("reset", "The connection was closed before the answer was complete.")
		case "UND_ERR_SOCKET":
			return isUnaskedContinue(error)
				? permanent(
						"continue",
						"The server, or something before it, sent “100 Continue” unasked, which this program cannot read past.",
					)
				: passing("reset", "The connection was closed before the answer was complete.")
		case "UND_ERR_HEADERS_OVERFLOW":
			return passing("bad-answer", "The head of the answer is too large.")
		case "UND_ERR_RES_CONTENT_LENGTH_MISMATCH":
			return passing("bad-answer", "The answer is not as long as it says.")
		case "UND_ERR_DESTROYED":
		case "UND_ERR_CLOSED":
			return passing("closed", "The connection was given up.")
		case "UND_ERR_INVALID_ARG":
		case "UND_ERR_NOT_SUPPORTED":
			return permanent("request", `The request cannot be sent: ${error.message}.`)
		default:
			return passing("connection", `The connection failed: ${error.message}.`)
	}
}

/** A proxy that answers with an error of its own has decided; one that cannot get through may do so later. */
function tunnelFailure(cause: Error): Failure {
	const status = Number(cause.message.match(/^Proxy response \((\d+)\)/)?.[1] ?? 0)
	if (status >= 500) return passing("proxy", `The proxy could not reach the server (${status}).`)
	if (status > 0) return permanent("proxy", `The proxy refused the connection (${status}).`)
	const failure = failureOf(cause)
	return failure.code === "refused" ? passing("proxy", "The proxy does not answer.") : failure
}

/** undici gives up a connection on which it comes, and says no more than this. */
function isUnaskedContinue(error: Error): boolean {
	return error.message === "bad response"
}

function isTls(code: string): boolean {
	return /CERT|^ERR_TLS|^ERR_SSL|^EPROTO$|^UNABLE_TO_|^UND_ERR_PRX_TLS$|^HOSTNAME_MISMATCH$|^INVALID_CA$|^CRL_/.test(
		code,
	)
}

/** Where it was connected to, which may be a proxy. */
function addressOf(error: Error): string {
	return "address" in error && "port" in error ? `${error.address}, port ${error.port}` : "this address"
}

function codeOf(error: Error): string {
	return "code" in error && typeof error.code === "string" ? error.code : ""
}

function passing(code: string, message: string): Failure {
	return { code, message, permanent: false }
}

function permanent(code: string, message: string): Failure {
	return { code, message, permanent: true }
}
