import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, it } from "vitest"
import { testKey } from "../../src/app/test-key.ts"

const server = createServer((_, response) => {
	response.writeHead(401, { "content-type": "application/json" })
	response.end('{"status":401,"type":"not authorized"}')
})
beforeAll(async () => {
	await once(server.listen(0, "127.0.0.1"), "listening")
})
afterAll(() => {
	server.close()
})

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url")
const keyOf = (expires: number) =>
	[encoded({ alg: "RS256", typ: "JWT" }), encoded({ sub: "acme", aud: "private", exp: expires }), "c2lnbmF0dXJl"].join(
		".",
	)

it("says of a refused key first that it has expired", async () => {
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
	const old = await testKey(url, keyOf(Date.UTC(2023, 4, 6) / 1_000))
	expect(old).toMatchObject({ kind: "refused", message: expect.stringMatching(/^This API key says .* 2023-05-06/) })
	const other = await testKey(url, keyOf(Date.UTC(2100, 0, 1) / 1_000))
	expect(other).toMatchObject({ kind: "refused", message: expect.not.stringMatching(/expired/) })
})
