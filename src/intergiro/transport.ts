import type { IncomingHttpHeaders } from "node:http"
import { debuglog } from "node:util"
import type { Dispatcher } from "undici"
import { whenBytesLeave } from "./bytes-left.ts"
import { decode } from "./decode.ts"

export interface Request {
	readonly origin: string
	readonly method: "GET" | "POST"
	readonly path: string
	readonly headers: Readonly<Record<string, string>>
	readonly body?: string
}

/** What came of one request: the whole answer, or a failure that leaves it without one. */
export type Exchange =
	| {
			readonly kind: "response"
			readonly status: number
			readonly headers: IncomingHttpHeaders
			readonly body: Uint8Array
	  }
	/** `sent`: bytes of the request left, or may have. */
	| { readonly kind: "failure"; readonly sent: boolean; readonly error: Error }

export interface Limits {
	/** Milliseconds for everything, from connecting to the last byte of the answer. */
	readonly timeout: number
	/** Bytes of an answer's body. */
	readonly size: number
}

export class TimedOut extends Error {
	override readonly name = "TimedOut"
}

export class TooLarge extends Error {
	override readonly name = "TooLarge"
}

/** `NODE_DEBUG=intergiro-http` writes a line for each request to standard error, without what was sent, asked for or answered. */
const log = debuglog("intergiro-http")

/**
 * Sends one request, at most once. Never rejects.
 * @param leaving called at the last moment before bytes leave; when it throws, none does
 */
export function exchange(
	dispatcher: Dispatcher,
	request: Request,
	limits: Limits,
	leaving: () => void = () => {},
): Promise<Exchange> {
	return new Promise((resolve) => {
		let sent = false
		let started: Dispatcher.DispatchController | undefined
		let givenUp: Error | undefined
		let status = 0
		let headers: IncomingHttpHeaders = {}
		let size = 0
		const chunks: Uint8Array[] = []

		// After the process was held up, as by a computer that slept, timers come first: an answer that waits to be read must be read.
		const timer = setTimeout(() => setImmediate(expire), limits.timeout)

		function expire(): void {
			fail(new TimedOut(`No answer within ${limits.timeout} ms.`))
		}

		function fail(error: Error): void {
			givenUp ??= error
			started?.abort(error)
			settle({ kind: "failure", sent: sent || started !== undefined, error })
		}

		const begun = performance.now()

		function settle(result: Exchange): void {
			clearTimeout(timer)
			if (log.enabled) log("%s", traceOf(request, result, performance.now() - begun))
			resolve(result)
		}

		const handler: Dispatcher.DispatchHandler = {
			onRequestStart(controller) {
				// The last moment before bytes leave. A request that was given up while it waited must not leave any more, nor one that
				// left before: undici puts a request back into its queue when it takes a closed connection for an orderly reset.
				if (started) givenUp ??= new Error("The connection was reset.")
				if (givenUp) return controller.abort(givenUp)
				try {
					leaving()
				} catch (error) {
					givenUp = error instanceof Error ? error : new Error(String(error))
					return controller.abort(givenUp)
				}
				started = controller
			},
			onResponseStart(_, code, received) {
				status = code
				headers = received
			},
			onResponseData(_, chunk) {
				size += chunk.length
				if (size > limits.size) fail(new TooLarge(`The answer is larger than ${limits.size} bytes.`))
				else chunks.push(chunk)
			},
			onResponseEnd() {
				decode(headers, Buffer.concat(chunks), limits.size).then(
					(body) => settle({ kind: "response", status, headers, body }),
					(error) => settle({ kind: "failure", sent: true, error }),
				)
			},
			onResponseError(_, error) {
				fail(error)
			},
		}

		try {
			whenBytesLeave(
				() => dispatcher.dispatch({ ...request }, handler),
				() => {
					sent = true
				},
			)
		} catch (error) {
			fail(error instanceof Error ? error : new Error(String(error)))
		}
	})
}

/** @param took milliseconds */
function traceOf({ method, path }: Request, result: Exchange, took: number): string {
	const [, place = "", rest = ""] = /(\/v1\/customer)([^?]*)/.exec(path) ?? []
	// An id is nobody else's business either.
	const asked = `${method} ${place}${rest.replace(/^\/[^/]+/, "/:id")}`
	const came =
		result.kind === "response"
			? `${result.status}, ${result.body.length} bytes`
			: `${result.error.name}, ${result.sent ? "may have arrived" : "never left"}`
	return `${asked}: ${came}, ${took.toFixed()} ms`
}
