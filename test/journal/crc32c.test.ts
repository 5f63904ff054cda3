import { expect, it } from "vitest"
import { crc32c } from "../../src/journal/crc32c.ts"

it.each([
	["nothing", Buffer.alloc(0), "00000000"],
	["the check value of the CRC catalogue", Buffer.from("123456789"), "e3069283"],
	["32 bytes of zeros (RFC 3720, B.4)", Buffer.alloc(32), "8a9136aa"],
	["32 bytes of ones (RFC 3720, B.4)", Buffer.alloc(32, 0xff), "62a8ab43"],
	["32 bytes incrementing (RFC 3720, B.4)", Buffer.from(Array.from({ length: 32 }, (_, at) => at)), "46dd794e"],
	["32 bytes decrementing (RFC 3720, B.4)", Buffer.from(Array.from({ length: 32 }, (_, at) => 31 - at)), "113fdb5c"],
])("crc32c of %s", (_, bytes, expected) => {
	expect(crc32c(bytes)).toBe(expected)
})
