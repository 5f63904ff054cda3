import { describe, expect, it } from "vitest"
import { decode } from "../../src/csv/decode.ts"
import { detectEncoding } from "../../src/csv/encoding.ts"
import { encodings } from "../../src/csv/layout.ts"
import { charactersOf, encode } from "./dialects.ts"

describe("decode", () => {
	it.each(encodings.filter((encoding) => !encoding.startsWith("utf")))("knows every character of %s", (encoding) => {
		expect(charactersOf(encoding).size).toBeGreaterThan(90)
		for (const [character, byte] of charactersOf(encoding))
			expect(decode(Uint8Array.of(byte), encoding)).toEqual({ text: character, intact: true })
	})

	it.each([
		["utf-8", [0x61, 0xe5, 0x62], "a\ufffdb"],
		["utf-8", [0xed, 0xa0, 0x80], "\ufffd\ufffd\ufffd"],
		["windows-1252", [0x61, 0x81], "a\ufffd"],
		["utf-16le", [0x61, 0x00, 0x00, 0xd8], "a\ufffd"],
		["utf-16le", [0x61, 0x00, 0x62], "a\ufffd"],
	] as const)("tells where %s does not decode", (encoding, bytes, text) => {
		expect(decode(Uint8Array.from(bytes), encoding)).toEqual({ text, intact: false })
	})

	it("takes a replacement character that the file itself has for what it is", () => {
		expect(decode(Buffer.from("a\ufffd"), "utf-8")).toEqual({ text: "a\ufffd", intact: true })
	})
})

const swedish = "number;name;city\r\n1;Åsa Öberg;Malmö\r\n2;Jörgen Ärlig;Växjö\r\n3;Zoë Dupré;Ängelholm\r\n"
const danish = "nr,navn,by\n1,Søren Ærø,Ålborg\n2,Jørn Bødker,Næstved\n"

describe("detectEncoding", () => {
	it.each([
		["utf-8", swedish, "utf-8"],
		["windows-1252", swedish, "windows-1252"],
		["iso-8859-1", swedish, "windows-1252"],
		["windows-1252", `${danish}3,“Café” – 5 €,x\n`, "windows-1252"],
		["iso-8859-15", `${danish}3,5 € per månad,Košice\n`, "iso-8859-15"],
		["macintosh", swedish, "macintosh"],
		["macintosh", danish, "macintosh"],
		["utf-16le", swedish, "utf-16le"],
		["utf-16be", danish, "utf-16be"],
	] as const)("finds %s", (encoding, text, expected) => {
		const detected = detectEncoding(encode(text, encoding, false))
		expect(detected).toMatchObject({ encoding: expected, bom: 0 })
		expect(detected.evidence).not.toBe("")
	})

	it.each([
		["utf-8", 3],
		["utf-16le", 2],
		["utf-16be", 2],
	] as const)("finds the byte order mark of %s", (encoding, bom) => {
		expect(detectEncoding(encode(swedish, encoding, true))).toMatchObject({ encoding, bom })
	})

	it("stays with UTF-8 when a byte among many is wrong", () => {
		const bytes = Buffer.concat([encode(swedish, "utf-8", false), Buffer.from([0x34, 0x3b, 0xe5, 0x0a])])
		expect(detectEncoding(bytes).encoding).toBe("utf-8")
	})

	it("stays with UTF-8 when a few bytes among a few are wrong", () => {
		const bytes = Buffer.concat([encode(swedish, "utf-8", false), Buffer.from("\xf8\x88\x80\x80\x80\xe5\n", "latin1")])
		expect(detectEncoding(bytes).encoding).toBe("utf-8")
	})

	it("is not misled by a character cut off at the end of the sample", () => {
		expect(detectEncoding(Buffer.from("namn\nÅsa\nÅ").subarray(0, -1)).evidence).toContain("well-formed")
	})
})
