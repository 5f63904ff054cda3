import { readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { expect, it } from "vitest"
import { fixture } from "./fixture.ts"

const own = fixture()

const folder = resolve(import.meta.dirname, "../fixtures/columns")

interface Customer {
	readonly number: string
	readonly name?: unknown
	readonly email?: string
	readonly city?: string
	readonly currency?: string
	/** Third parts of the tokens, which are told apart by them. */
	readonly cards: readonly string[]
}

const people = (count: number, cards: (index: number) => readonly string[]): readonly Customer[] =>
	Array.from({ length: count }, (_, index) => ({ number: `${index + 1}`, name: "Anna Berg", cards: cards(index) }))

const two = (first: string, second: string, more: Partial<Customer> = {}): readonly Customer[] => [
	{ number: first, name: "Anna Berg", cards: ["sig1"], ...more },
	{ number: second, name: "Bo Ek", cards: ["sig2"], ...more },
]

/** Small files that went wrong once: exactly these customers, or nothing before a person has answered. */
const cases: Readonly<Record<string, readonly Customer[] | "asked">> = {
	"01-id-before-kundnummer": two("10023", "10024"),
	"03-house-number-en": two("10023", "10024", { city: "Paris" }),
	"05-vorname-name": [{ number: "10023", name: { first: "Anna", last: "Müller" }, cards: ["sig1"] }],
	"06-second-card-late": people(51, (index) => (index === 50 ? ["sig50", "sig100"] : [`sig${index}`])),
	"09-payment-method-mixed": "asked",
	"11-card-null": people(9, (index) => (index % 3 ? [] : [`sig${index}`])),
	"12-jwt-with-xxx": people(3, (index) => [`xxx${index + 1}`]),
	"14-us-state": two("1", "2"),
	"18-sales-rep-email": two("1", "2"),
	"19-braintree-two-tokens": two("1", "2"),
	"24-shifted-row": [{ number: "1", name: "Anna Berg", city: "Paris", cards: [] }],
	"25-totals-line": two("1", "2"),
	"27-cp850": [{ number: "1", name: "Åsa Sjöström", city: "Malmö", cards: ["sig1"] }],
	"31-two-tables": [{ number: "1", name: "Anna Berg", email: "a@example.com", cards: ["sig1"] }],
	"34-card-repeated-rows": "asked",
	"36-group-header": two("1001", "1002", { currency: "EUR" }),
	"38-header-with-notes": [{ number: "1", name: { first: "Anna", last: "Berg" }, cards: ["sig1"] }],
	"42-name-or-company": [
		{ number: "1", name: "Anna Berg", cards: ["sig1"] },
		{ number: "2", name: "Acme AB", cards: ["sig2"] },
	],
	"curly-quotes": [
		{ number: "K1", name: "Joe Smith", cards: ["c2ln1"] },
		{ number: "K2", name: "Ann Lee", cards: ["c2ln2"] },
	],
	"two-tokens-in-one-cell": [],
	"wrong-customer-number-column": Array.from({ length: 34 }, (_, index) => ({
		number: `K${index + 27}`,
		name: `Joe ${index + 27}`,
		cards: [`c2ln${index + 27}`],
	})),
}

it("tries every file there is", () => {
	expect(Object.keys(cases).map((name) => `${name}.csv`)).toEqual(readdirSync(folder).sort())
})

it.each(Object.entries(cases))("%s", async (name, customers) => {
	const { status, stderr } = await own.run(join(folder, `${name}.csv`), "out")
	const sent = own.merchant.received.map(({ body }) => JSON.parse(body))
	if (customers === "asked") {
		expect([status, sent]).toEqual([2, []])
		expect(stderr).toContain("so nothing was sent.")
		return
	}
	// Several requests are in flight at a time.
	const byNumber = (a: Pick<Customer, "number">, b: Pick<Customer, "number">) =>
		a.number.localeCompare(b.number, "en", { numeric: true })
	expect(sent.map(seen).sort(byNumber)).toEqual(
		customers.map((one) => ({ email: undefined, country: undefined, ...one })),
	)

	function seen({ number, contact, method, currency }: Body) {
		const of = customers.length > 0 ? (customers[0] as Customer) : undefined
		return {
			number,
			name: contact.name,
			email: contact.email,
			country: contact.address?.countryCode,
			cards: method.map(({ card }) => card.slice(card.lastIndexOf(".") + 1)),
			...(of?.city === undefined ? {} : { city: contact.address?.city }),
			...(of?.currency === undefined ? {} : { currency }),
		}
	}
})

interface Body {
	readonly number: string
	readonly contact: {
		readonly name?: unknown
		readonly email?: string
		readonly address?: { readonly city?: string; readonly countryCode?: string }
	}
	readonly method: readonly { readonly card: string }[]
	readonly currency?: string
}
