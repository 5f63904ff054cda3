import { randomBytes, randomInt, randomUUID } from "node:crypto"
import { afterEach, beforeEach, expect, test } from "vitest"
import { connect } from "../../src/intergiro/client.ts"
import { idWithoutPrivate } from "../../src/intergiro/private.ts"
import { type Merchant, startMerchant } from "../cli/merchant.ts"

const key = "sk_live-Zq81mKp04vTn55Rw"
const token = `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify({ iss: "card", enc: "x".repeat(60) })).toString("base64url")}.${"Zk3".repeat(20)}`
const payload = token.split(".")[1] ?? ""

let merchant: Merchant
beforeEach(async () => {
	merchant = await startMerchant()
	merchant.accept(key)
})
afterEach(() => merchant.close())

async function created(body: object, number = "K1") {
	merchant.trick = () => ({ status: 201, creates: number, body })
	const client = connect({ url: merchant.url, key })
	const answer = await client.create({ number, method: [{ type: "token", card: token }] }, () => {})
	await client.close()
	return answer
}

const asTheyAre: readonly (readonly [name: string, value: string])[] = [
	["the key", key],
	["a part of the key", `K1 ${key.slice(2, 18)}`],
	["the key in numbers", Array.from(Buffer.from(key), String).join(" ")],
	["a card token", token],
	["a segment of the token", payload],
	["a part of the token", payload.slice(30, 50)],
	["another's card token", token.replace("Zk3", "Ab1").replace("RlbmMi", "RlbmNi")],
	["an e-mail address", "anna@else.example"],
	["a card number", "4111111111111111"],
	["one with gaps", "4111 1111 1111 1111"],
]

const secrets: readonly (readonly [name: string, value: string])[] = [
	...asTheyAre,
	...hidden("an e-mail address", "anna.svensson65@kundpost65.example"),
	...hidden("a card number", "4111111111111111"),
	...hidden("a part of the token", payload.slice(30, 54)),
	...hidden("another's card token", `eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJjYXJkIn0.${"Ab1".repeat(20)}`),
	["an e-mail address with its sign escaped", "anna%40else.example"],
	["an e-mail address with its sign as a page writes it", "anna&#64;else.example"],
	["a card number with other signs between", "4111%2D1111%2D1111%2D1111"],
	["a card number as a list of its digits", JSON.stringify([..."4111111111111111"].map(Number))],
	...within("the key", key),
	...within("a part of the token", payload.slice(30, 90)),
	...glued("the key", key),
	...glued("a part of the token", payload.slice(30, 60)),
	...glued("an e-mail address", "anna.svensson65@kundpost65.example"),
	...glued("a card number", "4111111111111111"),
	[
		"another's card token in lines of Base64",
		Buffer.from(JSON.stringify({ card: token.replace("Zk3", "Ab1") }))
			.toString("base64")
			.replace(/.{40}/g, "$&\\n"),
	],
	["the token in pieces", (payload.slice(30, 62).match(/.{8}/g) ?? []).join(" ")],
]

/** What is private in other signs than its own. */
function hidden(name: string, value: string): readonly (readonly [name: string, value: string])[] {
	const bytes = [...Buffer.from(value)]
	return [
		[`${name} in hexadecimal digits`, Buffer.from(value).toString("hex")],
		[`${name} in pairs of them`, bytes.map((byte) => byte.toString(16)).join(" ")],
		[`${name} in Base64`, Buffer.from(`to ${value}`).toString("base64")],
		[`${name} in numbers`, bytes.join(",")],
		[`${name} as a URL may have it`, bytes.map((byte) => `%${byte.toString(16)}`).join("")],
		[`${name} in wide letters`, value.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
	]
}

/** Where one path has it among other words, and itself written as something else. */
function within(name: string, value: string): readonly (readonly [name: string, value: string])[] {
	const forms = {
		Base64: Buffer.from(value).toString("base64url"),
		"Base64 of Base64": Buffer.from(Buffer.from(value).toString("base64")).toString("base64"),
		"Base64 of hexadecimal digits": Buffer.from(Buffer.from(value).toString("hex")).toString("base64"),
		"Base64 of UTF-16": Buffer.from(value, "utf16le").toString("base64"),
	}
	return Object.entries(forms).flatMap(([form, written]) =>
		["c/", "/a/", "/v1/abc/", "x"].map(
			(before) => [`${name} as ${form} behind ${before}`, `${before}${written}/go`] as const,
		),
	)
}

/** What has nothing between its characters that says where one ends, or what nobody sees. */
function glued(name: string, value: string): readonly (readonly [name: string, value: string])[] {
	const bytes = [...Buffer.from(value)]
	const wide = (text: string) => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
	return [
		[`${name} in numbers of three digits without gaps`, bytes.map((byte) => String(byte).padStart(3, "0")).join("")],
		[
			`${name} in octal numbers of three digits without gaps`,
			bytes.map((byte) => byte.toString(8).padStart(3, "0")).join(""),
		],
		[`${name} in octal numbers of four`, bytes.map((byte) => byte.toString(8).padStart(4, "0")).join("")],
		[`${name} in numbers of four digits`, bytes.map((byte) => String(byte).padStart(4, "0")).join("")],
		[`${name} in hexadecimal numbers`, bytes.map((byte) => `0x${byte.toString(16)}`).join("")],
		[`${name} in the numbers of wide letters`, Array.from(wide(value), (one) => one.charCodeAt(0)).join(",")],
		[`${name} in those, hexadecimal`, Array.from(wide(value), (one) => one.charCodeAt(0).toString(16)).join(",")],
		...["\u2800", "\ufdd0", "\ue000"].map(
			(gap) => [`${name} with U+${gap.charCodeAt(0).toString(16)} between`, [...value].join(gap)] as const,
		),
		[`${name} in wide hexadecimal digits`, wide(Buffer.from(value).toString("hex"))],
		[`${name} in wide Base64`, wide(Buffer.from(value).toString("base64"))],
		[`${name} in half a byte less`, Buffer.from(`x${value}`).toString("hex").slice(1)],
	]
}

test.each(secrets)("a customer number that is %s cannot be read", async (_, number) => {
	const answer = await created({ id: "abcdefghijklmnop", number })
	expect(answer).toMatchObject({ kind: "ambiguous", code: "bad-answer" })
	expect(JSON.stringify(answer)).not.toContain(number)
})

test.each(secrets.filter(([name, value]) => !value.includes(" ") && !/card number/.test(name)))(
	"nor an id that is %s",
	async (_, id) => {
		merchant.trick = () => ({ status: 201, body: { id, number: "K1" } })
		const client = connect({ url: merchant.url, key })
		const answer = await client.create({ number: "K1", method: [{ type: "token", card: token }] }, () => {})
		await client.close()
		expect(answer).toMatchObject({ kind: "ambiguous", code: "bad-answer" })
		expect(JSON.stringify(answer)).not.toContain(id)
	},
)

test.each(secrets)("a status is kept without %s", async (_, value) => {
	const answer = await created({ id: "", number: "K1", status: value, method: [{ scheme: "visa" }] })
	expect(answer.kind).toBe("created")
	expect(JSON.stringify(answer)).not.toContain(value.slice(0, 19))
})

// Of its numbers a card has room for five.
test.each(asTheyAre.filter(([name]) => !/numbers/.test(name)))("a card is kept without %s", async (_, value) => {
	const answer = await created({ id: "", number: "K1", method: [{ scheme: value.slice(0, 19) }] })
	expect(answer.kind).toBe("created")
	expect(JSON.stringify(answer)).not.toContain(value.slice(0, 19))
})

test.each([
	["anna@kund.example", "anna@kund.example", "created"],
	["4111111111111111", "4111111111111111", "created"],
	["Anna@Kund.example", "anna@kund.example", "renumbered"],
])("the number that was sent stays itself: %s, answered %s", async (number, back, kind) => {
	expect(await created({ id: "", number: back }, number)).toMatchObject({
		kind,
		...(number === back ? {} : { given: back }),
	})
})

test.each([
	"d965f9367e406bef69802655",
	"94213c1a53dd4041503baf9946fee0e0",
	"6578394421996865",
	"urn:uuid:97216bc5-1994-40ba-a97f-1db46888dd33",
])("an id like %s is one, in an answer and in a listing", async (id) => {
	merchant.trick = () => ({ status: 201, body: { id, number: "K1" } })
	merchant.put({ id, number: "K1", status: "active" })
	const client = connect({ url: merchant.url, key })
	const answer = await client.create({ number: "K1", method: [{ type: "token", card: token }] }, () => {})
	expect(answer).toMatchObject({ kind: "created", id })
	expect(await client.list()).toMatchObject({ kind: "page", customers: [{ id }] })
	await client.close()
})

test("no id is taken for anything else by chance", () => {
	const ids = Array.from({ length: 3_000 }, () => [
		...[12, 16, 24].map((length) => randomBytes(length).toString("hex")),
		...[12, 16, 24].map((length) => randomBytes(length).toString("base64url")),
		`urn:uuid:${randomUUID()}`,
		String(randomInt(1e14)).padEnd(18, "7"),
	]).flat()
	expect(ids.filter((id) => idWithoutPrivate(id) !== id)).toEqual([])
})

test("an ordinary answer is kept as it came", async () => {
	const body = {
		id: "",
		number: "K-1002 b",
		status: "active",
		method: [{ scheme: "visa", iin: "411111", last4: "1111" }],
	}
	expect(await created(body)).toMatchObject({
		kind: "renumbered",
		given: "K-1002 b",
		status: "active",
		cards: [{ scheme: "visa", iin: "411111", last4: "1111" }],
	})
})

test.each([
	{ id: key, number: "K1" },
	{ id: "abcdefghijklmnop", number: key },
	{ id: payload, number: "K1" },
	{ id: "anna@else.example", number: "K1" },
])("a listing in which $id is $number cannot be used", async (customer) => {
	merchant.put({ ...customer, status: "active" })
	const client = connect({ url: merchant.url, key })
	expect((await client.list()).kind).toBe("unusable")
	await client.close()
})

test("a listing may have any number, and says nothing private beside it", async () => {
	merchant.put({ id: "abcdefghijklmnop", number: "anna@kund.example", status: key })
	merchant.put({ id: "abcdefghijklmnoq", number: "4111111111111111", status: "4111111111111111" })
	const client = connect({ url: merchant.url, key })
	expect(await client.list()).toMatchObject({
		kind: "page",
		customers: [
			{ number: "anna@kund.example", status: "[…]" },
			{ number: "4111111111111111", status: "[number]" },
		],
	})
	await client.close()
})

test("a number that is read alone and is private is none", async () => {
	merchant.put({ id: "abcdefghijklmnop", number: "4111111111111111", status: "active" })
	const client = connect({ url: merchant.url, key })
	expect(await client.read("abcdefghijklmnop", "K1", { number: "K1", method: [] })).toMatchObject({
		others: ["number"],
		number: "",
	})
	await client.close()
})
