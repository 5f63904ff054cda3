import { subscribe } from "node:diagnostics_channel"

/**
 * Tells when a request's first bytes are handed to its socket. An error code cannot tell (`ECONNRESET` occurs before and after), but
 * undici announces every request it makes and every head it writes.
 */

const watched = new WeakMap<object, () => void>()
let dispatching: (() => void) | undefined

subscribe("undici:request:create", (message) => {
	const { request } = message as { readonly request: object }
	if (dispatching) watched.set(request, dispatching)
	dispatching = undefined
})

subscribe("undici:client:sendHeaders", (message) => {
	const { request } = message as { readonly request: object }
	watched.get(request)?.()
})

/** Runs `dispatch`, which makes one request at once, and calls `onSent` just before that request's bytes leave. */
export function whenBytesLeave(dispatch: () => void, onSent: () => void): void {
	dispatching = onSent
	try {
		dispatch()
	} finally {
		dispatching = undefined
	}
}
