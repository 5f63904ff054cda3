import { Refusal } from "../customer/refusal.ts"
/** A URL that must not be sent to: a key and cards would leave in the clear, or there is no such URL. */
export class UnusableUrl extends Refusal {
	override readonly name = "UnusableUrl"
}

/** The URL, when it is https, or http on this machine. Throws `UnusableUrl` with what is wrong. */
export function checkUrl(text: string): URL {
	if (!URL.canParse(text)) throw new UnusableUrl("This is not a URL. Write it like https://merchant.intergiro.com.")
	const url = new URL(text)
	if (url.username || url.password) throw new UnusableUrl("The URL must not hold a user name or password.")
	if (url.search || url.hash) throw new UnusableUrl("The URL must end before any ? or #.")
	if (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url))) return url
	if (url.protocol === "http:") {
		throw new UnusableUrl(`${url.origin} is not encrypted: use https. Only a server on this machine may use http.`)
	}
	throw new UnusableUrl("The URL must begin with https://.")
}

/** Whether the host is this machine itself. */
export function isLoopback(url: URL): boolean {
	return url.hostname === "localhost" || url.hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(url.hostname)
}
