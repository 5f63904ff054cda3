import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib"
import { afterEach, expect, test } from "vitest"
import { connect } from "../../src/intergiro/client.ts"
import { created, startFaultServer } from "./fault-server.ts"

const cleanups: (() => unknown)[] = []
afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

const customer = { number: "1", method: [] }

/** A server that answers so, whatever was asked for. */
async function open(body: Buffer, encoding: string, status = 201) {
	const heads: string[] = []
	const server = await startFaultServer({
		onRequest({ socket, head }) {
			heads.push(head)
			const lines = [`HTTP/1.1 ${status} X`, `content-encoding: ${encoding}`, `content-length: ${body.length}`, "", ""]
			socket.write(Buffer.concat([Buffer.from(lines.join("\r\n")), body]))
		},
	})
	cleanups.push(server.close)
	const client = connect({ url: `http://127.0.0.1:${server.port}`, key: "key" })
	cleanups.push(client.close)
	return { client, heads }
}

const good = Buffer.from(created("1"))

test.each<[string, Buffer]>([
	["gzip", gzipSync(good)],
	["x-gzip", gzipSync(good)],
	["GZIP", gzipSync(good)],
	["br", brotliCompressSync(good)],
	["deflate", deflateSync(good)],
	["deflate", deflateRawSync(good)],
	["identity", good],
	["", good],
	["gzip, br", brotliCompressSync(gzipSync(good))],
])("an answer in %s is read, although it was asked for as it is", async (encoding, body) => {
	const { client, heads } = await open(body, encoding)
	expect(await client.create(customer)).toEqual({ kind: "created", id: "id-1", status: "active" })
	expect(heads[0]).toContain("accept-encoding: identity")
})

test.each<[string, string, Buffer]>([
	["cut off", "gzip", gzipSync(good).subarray(0, -3)],
	["cut off", "br", brotliCompressSync(good).subarray(0, -3)],
	["cut off", "deflate", deflateSync(good).subarray(0, -3)],
	["not packed at all", "gzip", good],
	["packed otherwise", "br", gzipSync(good)],
	["packed as nobody knows", "zstd", good],
	["packed so that it fills the memory", "gzip", gzipSync(Buffer.alloc(2_000_000, 32))],
])("an answer that is %s (%s) is none", async (_, encoding, body) => {
	for (const status of [201, 400, 403]) {
		const { client } = await open(body, encoding, status)
		expect(await client.create(customer)).toMatchObject({ kind: "ambiguous", code: "bad-answer" })
	}
})

test("a refusal that comes packed is read", async () => {
	const body = gzipSync(JSON.stringify({ status: 400, type: "x", error: "card declined" }))
	const { client } = await open(body, "gzip", 400)
	expect(await client.create(customer)).toMatchObject({ kind: "rejected", code: "card declined" })
})

test("a page that comes packed is read", async () => {
	const { client } = await open(gzipSync('[{"id":"a","number":"1"}]'), "gzip", 200)
	expect(await client.list()).toMatchObject({ kind: "page", customers: [{ id: "a", number: "1" }] })
})
