import { expect, test } from "vitest"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { withoutLigatures } from "../../../src/customer/letters/ligatures.ts"
import { rowChecker } from "../../../src/customer/row-checker.ts"
import { ordinary } from "./ordinary.ts"

const columns = ["number", "name", "email", "street", "city", "zipCode"] as const
const mapping = { version: 2, columns: Object.fromEntries(columns.map((one) => [one, one])), constants: {} } as const
const check = (row: Partial<Record<(typeof columns)[number], string>>, cleaning = allCleaning) => {
	const checker = rowChecker(mapping, columns, { now: 0, browser: defaultBrowser, cleaning })
	const { creatable, findings } = checker(
		columns.map((one) => row[one] ?? (one === "number" ? "1" : "")),
		2,
	)
	return { contact: creatable?.contact, number: creatable?.number, codes: findings.map(({ code }) => code) }
}

test.each([
	["So\ufb01a Gri\ufb03ths", "Sofia Griffiths"],
	["O\ufb00e \ufb02orian", "Offe florian"],
	["Bü\ufb04er \ufb06ein", "Büffler stein"],
	["Ａｎｎａ　Ｅｋ", "Anna Ek"],
	["𝐀𝐧𝐧𝐚 Ek", "Anna Ek"],
	["ⒶⓃⓃⒶ", "ANNA"],
	["D\u0133kstra", "Dijkstra"],
	["Karl Ⅻ", "Karl XII"],
	["\u01c9ubica", "ljubica"],
	["Sant Ga\u0140la", "Sant Gal·la"],
])("the name %s is sent as %s, and that is told", (name, plain) => {
	const { contact, codes } = check({ name })
	expect(contact).toEqual({ name: plain })
	expect(codes).toContain("cleaned.ligature")
})

test("in whatever is sent", () => {
	expect(
		check({
			number: "Ｋ１０",
			name: "Eva",
			email: "so\ufb01a＠ｘ.se",
			street: "Grü\ufb03weg １",
			city: "Hu\ufb02ar",
			zipCode: "１１１２２",
		}),
	).toMatchObject({
		number: "K10",
		contact: { email: "sofia@x.se", address: { street: "Grüffiweg 1", city: "Huflar", zipCode: "11122" } },
	})
})

test.each([
	"sofiª@x.se",
	"anna‐ek@x.se",
	"anna–ek@x.se",
	"anna²@x.se",
	"anna’ek@x.se",
	"anna…@x.se",
	"eva©@x.se",
	"eva@x。se",
	"so\ue0faa@x.se",
	"so\ufb01a\uf001@x.se",
])("an e-mail address with a sign that nobody types is an error: %s", (email) =>
	expect(check({ name: "Eva", email }).contact).toBeUndefined(),
)

test.each(["åsa.öberg@exämple.se", "用户@例子.中国", "o'brien+x@x.co.uk", "ирина@почта.рф"])("%s is one", (email) =>
	expect(check({ name: "Eva", email })).toMatchObject({ contact: { email }, codes: [] }),
)

test("where letters are to be left as they are, no e-mail address with one is sent", () => {
	const off = { ...allCleaning, compose: false }
	expect(check({ name: "Eva", email: "so\ufb01a@x.se" }, off).codes).toEqual(["email.invalid"])
	expect(check({ name: "So\ufb01a" }, off)).toMatchObject({ contact: { name: "So\ufb01a" }, codes: [] })
})

test("a letter that only a font knew is lost", () =>
	expect(check({ name: "So\ue0faa" }).codes).toEqual(["text.replacement-character"]))

test.each([...ordinary, "1º A", "Mª José", "Kv. 12½", "Œuvre", "Straße", "Karl 2:a", "Café №5", "5 m²"])(
	"%s has none",
	(text) => expect(withoutLigatures(text)).toBe(text),
)
