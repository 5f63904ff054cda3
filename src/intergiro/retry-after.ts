import type { IncomingHttpHeaders } from "node:http"

/**
 * How long a server asks to be left alone, in milliseconds: `x-ms-retry-after-ms`, which is exact, or `Retry-After` in seconds or as an
 * HTTP date. Nothing when neither says so clearly. `now` in milliseconds since 1970.
 */
export function retryAfter(headers: IncomingHttpHeaders, now: number): number | undefined {
	return number(headers["x-ms-retry-after-ms"]) ?? seconds(headers["retry-after"]) ?? until(headers, now)
}

function seconds(value: string | undefined): number | undefined {
	const told = number(value)
	return told === undefined ? undefined : told * 1_000
}

/** Taken against the server's own `Date`, as its clock and ours may differ. */
function until(headers: IncomingHttpHeaders, now: number): number | undefined {
	const date = httpDate(headers["retry-after"])
	return date === undefined ? undefined : Math.max(0, date - (httpDate(headers.date) ?? now))
}

function number(value: string | string[] | undefined): number | undefined {
	return typeof value === "string" && /^\d{1,12}(?:\.\d+)?$/.test(value.trim()) ? Math.ceil(Number(value)) : undefined
}

/** Every form of an HTTP date begins with the name of the day; `Date.parse` alone would take "-5" for one. */
function httpDate(value: string | undefined): number | undefined {
	const date = value !== undefined && /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN
	return Number.isNaN(date) ? undefined : date
}
