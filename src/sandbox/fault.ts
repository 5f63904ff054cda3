/** A request as the sandbox saw it. */
export interface Seen {
	readonly method: string
	/** Without the query. */
	readonly path: string
	readonly body: string
	/** When it arrived: milliseconds since 1970, with a fraction. */
	readonly at: number
}

/** How a server differs from the documentation. */
export interface Quirks {
	/** Names of fields, in camelCase, that it does not keep. */
	readonly drops?: readonly string[]
	/** It answers in snake_case. */
	readonly answersInSnakeCase?: boolean
	/** It takes names of fields in camelCase for nothing. */
	readonly takesSnakeCaseOnly?: boolean
	/** It spends card tokens and keeps no card. */
	readonly forgetsCards?: boolean
}

/** Something that goes wrong with one request, for tests. */
export interface Fault extends Quirks {
	/** Whether the request has its effect all the same; true by default. */
	readonly apply?: boolean
	/** Milliseconds before the answer, on top of the latency. */
	readonly delay?: number
	/** The customer gets this number instead of the one that was sent. */
	readonly number?: string
	/** The answer comes packed, although nobody asked for that. */
	readonly encoding?: "gzip" | "br" | "deflate"
	/** `100 Continue` comes before the answer, unasked. */
	readonly continues?: boolean
	/** Milliseconds after the answer in which the connection is closed, without a word before. */
	readonly closes?: number
	/**
	 * `drop`: the connection is closed without an answer. `stall`: there never is one. `garbage`: HTML under the right status.
	 * `truncate`: half of the answer, then the connection is closed. Otherwise this status, headers and body.
	 */
	readonly answer?:
		| "normal"
		| "drop"
		| "stall"
		| "garbage"
		| "truncate"
		| { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
}
