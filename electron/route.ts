import tls from "node:tls"
import { session } from "electron"
import type { Route } from "../src/intergiro/dispatcher.ts"

/** How this computer reaches a URL: the proxy of the system, and the certificates it trusts where Node can tell. */
export async function systemRoute(url: string): Promise<Route> {
	const proxy = proxyOf(await session.defaultSession.resolveProxy(url))
	const ca = "getCACertificates" in tls ? systemCertificates(tls) : undefined
	return { ...(proxy === undefined ? {} : { proxy }), ...(ca === undefined ? {} : { ca }) }
}

/** The first of what a proxy configuration answers, for example `PROXY proxy.example:3128; DIRECT`. */
export function proxyOf(answer: string): string | undefined {
	const [kind, host] = (answer.split(";")[0] ?? "").trim().split(/\s+/)
	if (kind === "PROXY" && host) return `http://${host}`
	return kind === "HTTPS" && host ? `https://${host}` : undefined
}

/** Those of the system beside the built-in ones. Node has it since 22.15. */
function systemCertificates(tls: object): string[] | undefined {
	const { getCACertificates } = tls as { getCACertificates?: (kind: "default" | "system") => string[] }
	return getCACertificates && [...new Set([...getCACertificates("default"), ...getCACertificates("system")])]
}
