import { type Agent, type Dispatcher, EnvHttpProxyAgent, ProxyAgent } from "undici"
import { RestedPool } from "./rested-pool.ts"
import { isLoopback, UnusableUrl } from "./url.ts"

export interface Route {
	/** A proxy's URL, or `environment` for what `HTTPS_PROXY` and `NO_PROXY` say. A server on this machine is never proxied. */
	readonly proxy?: string
	/** Certificate authorities in PEM to trust instead of the built-in ones. */
	readonly ca?: readonly string[]
}

/** The proxy did not open a tunnel, or what is at its end could not be reached; the cause says which. Nothing was sent. */
export class TunnelFailed extends Error {
	override readonly name = "TunnelFailed"
}

const connectTimeout = 10_000

/**
 * How requests travel: one at a time on a connection that had a rest, HTTP/1.1 only, nothing repeated and nothing followed. A connection
 * is given up after 4 idle seconds, before servers do (Node's close at 5, most others later), for a request that meets a closing
 * connection can only be called ambiguous. Throws `UnusableUrl` for the proxy's.
 */
export function openDispatcher(url: URL, { proxy, ca }: Route): Dispatcher {
	const tls = { rejectUnauthorized: true, ...(ca === undefined ? undefined : { ca: [...ca] }) }
	const options = {
		allowH2: false,
		pipelining: 1,
		keepAliveTimeout: 4_000,
		keepAliveMaxTimeout: 4_000,
		connectTimeout,
		headersTimeout: 0,
		bodyTimeout: 0,
		connect: { ...tls, timeout: connectTimeout },
	}
	if (proxy === undefined || isLoopback(url)) return new RestedPool(url.origin, options)
	const proxied = { ...options, factory: tunnelled, requestTls: tls, proxyTls: tls }
	try {
		return proxy === "environment" ? new EnvHttpProxyAgent(proxied) : new ProxyAgent({ ...proxied, uri: proxy })
	} catch {
		throw new UnusableUrl("The proxy's URL cannot be used. Write it like http://proxy.example:3128.")
	}
}

/**
 * undici connects again at once, and for ever, when a connection ends with one of its own socket errors, as one to a proxy does that
 * hangs up: under another name the failure ends the request.
 */
function tunnelled(origin: string | URL, options: Agent.Options): Dispatcher {
	const { connect } = options
	if (typeof connect !== "function") return new RestedPool(origin, options)
	return new RestedPool(origin, {
		...options,
		connect: (target, callback) =>
			connect(target, (...[error, socket]) =>
				error ? callback(new TunnelFailed(error.message, { cause: error }), null) : callback(null, socket),
			),
	})
}
