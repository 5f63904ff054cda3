import { type AddressInfo, createServer, type Server, type Socket } from "node:net"
import { createServer as createTlsServer, type TlsOptions } from "node:tls"

/** A request that has arrived whole, and the connection to misbehave on. */
export interface Arrival {
	readonly socket: Socket
	readonly head: string
	readonly number: string
	/** How many requests came before it. */
	readonly index: number
}

export interface FaultServer {
	readonly port: number
	/** How often each customer number was received, wholly or in part, on any connection. */
	deliveries(): Map<string, number>
	connections(): number
	close(): Promise<void>
}

export interface Behaviour {
	onConnection?(socket: Socket): void
	onRequest?(arrival: Arrival): void
	readonly tls?: TlsOptions
}

/** A server on a raw socket, which can do what no HTTP library would. */
export async function startFaultServer({ onConnection, onRequest, tls }: Behaviour): Promise<FaultServer> {
	const received: string[] = []
	const sockets = new Set<Socket>()
	let requests = 0

	function serve(socket: Socket): void {
		const slot = received.push("") - 1
		let pending = ""
		sockets.add(socket)
		socket.on("error", () => socket.destroy())
		socket.on("close", () => sockets.delete(socket))
		onConnection?.(socket)
		socket.on("data", (chunk) => {
			received[slot] += chunk.toString()
			pending += chunk.toString()
			for (;;) {
				const end = pending.indexOf("\r\n\r\n")
				if (end === -1) return
				const head = pending.slice(0, end)
				const length = Number(head.match(/content-length: (\d+)/i)?.[1] ?? 0)
				if (pending.length < end + 4 + length) return
				const body = pending.slice(end + 4, end + 4 + length)
				pending = pending.slice(end + 4 + length)
				const number = body.match(/"number":"([^"]*)"/)?.[1] ?? ""
				onRequest?.({ socket, head, number, index: requests++ })
			}
		})
	}

	const server: Server = tls ? createTlsServer(tls, serve).on("tlsClientError", () => {}) : createServer(serve)
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
	return {
		port: (server.address() as AddressInfo).port,
		connections: () => received.length,
		deliveries() {
			const count = new Map<string, number>()
			for (const bytes of received) {
				for (const [, number = ""] of bytes.matchAll(/"number":"([^"]*)"/g))
					count.set(number, (count.get(number) ?? 0) + 1)
			}
			return count
		},
		async close() {
			const closed = new Promise((resolve) => server.close(resolve))
			for (const socket of sockets) socket.destroy()
			await closed
		},
	}
}

/** A good answer; the id is the number with `id-` before it. */
export function created(number: string): string {
	return JSON.stringify({ id: `id-${number}`, number, status: "active" })
}

/** An answer as bytes, with a correct length unless told otherwise. */
export function http(
	status: number,
	body: string,
	headers: readonly string[] = [`content-length: ${body.length}`],
): string {
	return [`HTTP/1.1 ${status} Something`, "content-type: application/json", ...headers, "", body].join("\r\n")
}
