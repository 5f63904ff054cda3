import { readdirSync, readFileSync } from "node:fs"
import Papa from "papaparse"
import { describe, expect, it } from "vitest"
import { run, table } from "./command.ts"
import { fixture } from "./fixture.ts"

const own = fixture()

/** A customer as a merchant's old system has it, and the body that Intergiro's documentation asks for. */
function customer(index: number): { row: Record<string, string>; body: object } {
	const number = `0${1000 + index}`
	const token = `token-${index}`
	const organization = index % 7 === 0
	const names = ["Åsa Öberg", "Lindqvist, Göran", 'Eva "Evy" Ek', "Nils\nHolm", "李小龍"]
	const name = names[index % names.length] ?? ""
	const hasCard = index % 9 !== 0
	const resolution = index % 2 === 0 ? "1920x1080" : ""
	return {
		row: {
			Kundnummer: number,
			Namn: name,
			"E-post": `kund${index}@example.com`,
			Phone: `+4670123${1000 + index}`,
			"Street address": `Storgatan ${index}`,
			"Zip code": "211 34",
			City: "Malmö",
			Country: "SE",
			Type: organization ? "organization" : "person",
			Currency: index % 2 === 0 ? "SEK" : "EUR",
			Schedule: "monthly",
			Limit: index % 3 === 0 ? String(index * 10) : "",
			"Card token": hasCard ? token : "",
			Resolution: resolution,
			Locale: index % 2 === 0 ? "sv-SE" : "",
			"Internal note": "not ours",
		},
		body: {
			number,
			method: hasCard
				? [
						{
							type: "token",
							card: token,
							client: {
								browser: {
									colorDepth: 24,
									resolution: resolution ? [1920, 1080] : [2560, 1440],
									java: false,
									javascript: true,
									locale: resolution ? "sv-SE" : "en-GB",
									timezone: -120,
								},
							},
						},
					]
				: [],
			contact: {
				type: organization ? "organization" : "person",
				name,
				email: `kund${index}@example.com`,
				phone: `+4670123${1000 + index}`,
				address: { street: `Storgatan ${index}`, zipCode: "211 34", city: "Malmö", countryCode: "SE" },
			},
			currency: index % 2 === 0 ? "SEK" : "EUR",
			schedule: "monthly",
			...(index % 3 === 0 ? { limit: index * 10 } : {}),
		},
	}
}

const customers = Array.from({ length: 400 }, (_, index) => customer(index + 1))

describe("a file of 400 customers", () => {
	it("arrives exactly, and comes back with the ids that were given", async () => {
		const text = Papa.unparse(
			customers.map(({ row }) => row),
			{ delimiter: ";", newline: "\r\n" },
		)
		const { status, stdout } = await own.run(own.write("kunder.csv", `\uFEFF${text}\r\n`), "out")
		expect(status).toBe(0)
		expect(stdout).toContain("400")

		const bodies = new Map(own.merchant.received.map(({ number, body }) => [number, JSON.parse(body) as object]))
		expect(own.merchant.received).toHaveLength(400)
		for (const { row, body } of customers) expect(bodies.get(row.Kundnummer ?? "")).toEqual(body)
		for (const { headers } of own.merchant.received) {
			expect(headers["content-type"]).toMatch(/^application\/json/)
			expect(headers.authentication).toBe(headers.authorization)
		}

		const results = table(own.path("out/results.csv"), ";")
		expect(results).toEqual(
			customers.map(({ row }, index) => ({
				number: row.Kundnummer,
				id: own.merchant.ledger.get(row.Kundnummer ?? "")?.[0],
				status: "active",
				outcome: "created",
				row: String(index + 2),
				cards_sent: row["Card token"] ? "1" : "0",
				cards_stored: expect.any(String),
				scheme: expect.any(String),
				last4: expect.any(String),
				expires: expect.any(String),
				run: expect.stringMatching(/^[\w-]+$/),
				checked: expect.stringMatching(/^(?:yes)?$/),
				given_number: "",
				note: "",
			})),
		)
		expect(
			readdirSync(own.path("out"))
				.filter((name) => !name.startsWith("journal.log"))
				.sort(),
		).toEqual([
			"errors.csv",
			"follow-up.csv",
			"journal.head",
			"journal.sent",
			"results.csv",
			"rows.jsonl",
			"summary.json",
		])
		expect(table(own.path("out/errors.csv"))).toEqual([])
		const journal = readFileSync(own.path("out/journal.log"), "utf8")
		for (const secret of ["token-1", "kund1@example.com", "Malmö", own.merchant.key])
			expect(journal).not.toContain(secret)

		const again = await own.run(own.path("kunder.csv"), "out")
		expect(again.status).toBe(0)
		expect(own.merchant.received).toHaveLength(400)

		const elsewhere = await own.run(own.path("kunder.csv"), "out2")
		expect(elsewhere.status).toBe(0)
		expect(own.merchant.received).toHaveLength(400)
		expect(table(own.path("out2/results.csv"), ";").map(({ outcome }) => outcome)).toEqual(
			customers.map(() => "existing"),
		)

		const verified = await run(["verify", own.path("out"), "--url", own.merchant.url], own.environment)
		expect(verified.stdout).toContain("400")
		expect(verified.status).toBe(0)
	})

	it("gives back what was not created with its own columns and reasons, and creates it when mended", async () => {
		const refused = new Set(["01005", "01010", "01015"])
		const verify = "https://acs.example.com/3ds?id=1"
		own.merchant.trick = (number) =>
			number === "01010"
				? {
						status: 400,
						body: {
							status: 400,
							type: "missing property",
							error: "verification required",
							content: { details: { visible: true, method: "POST", url: verify, data: { type: "challenge" } } },
						},
					}
				: refused.has(number)
					? { status: 400, body: { status: 400, type: "invalid content", error: "card declined" } }
					: "create"
		const rows = customers.slice(0, 40).map(({ row }, index) => ({
			...row,
			...(index === 19 ? { "E-post": "nobody.example.com" } : {}),
			...(index === 29 ? { Kundnummer: "" } : {}),
			...(index === 34 ? { City: "" } : {}),
		}))
		const text = Papa.unparse(rows)
		const first = await own.run(own.write("customers.csv", text), "out")
		expect(first.status).toBe(1)
		expect(own.merchant.received).toHaveLength(37)

		const errors = table(own.path("out/errors.csv"))
		expect(errors.map(({ import_row, import_outcome }) => `${import_row} ${import_outcome}`)).toEqual([
			"6 rejected",
			"11 verification-required",
			"16 rejected",
			"21 invalid",
			"31 invalid",
			"36 invalid",
		])
		for (const error of errors) {
			const { import_row, import_outcome, import_code, import_message, import_run, ...own } = error
			expect(import_run).toMatch(new RegExp(`^[\\w-]+/${import_row}/[0-9a-f]{4}(\\?|$)`))
			const source = rows[Number(import_row) - 2]
			expect(Object.keys(own)).toEqual(Object.keys(source ?? {}))
			// A phone number begins with +, which a spreadsheet would take for a formula.
			expect({ ...own, Phone: own.Phone?.slice(1) }).toEqual(source)
			expect(import_code).not.toBe("")
			expect(import_message).not.toBe("")
		}
		expect(errors[0]?.import_code).toBe("card declined")
		expect(errors[1]?.import_message).toContain(verify)
		expect(errors[3]).toMatchObject({ import_code: "email.invalid" })
		expect(errors[4]).toMatchObject({ import_code: "number.missing" })
		expect(errors[5]).toMatchObject({ import_code: "address.incomplete" })

		own.merchant.trick = () => "create"
		const mended = errors.map((error) => ({
			...error,
			"E-post": "mended@example.com",
			Kundnummer: error.Kundnummer || "01030",
			City: "Lund",
			"Card token": `new-${error.import_row}`,
		}))
		// As a Swedish spreadsheet saves it.
		const saved = Papa.unparse(mended, { delimiter: ";", newline: "\r\n" })
		const second = await own.run(own.write("mended.csv", `\uFEFF${saved}`), "out-mended")
		expect(second.status).toBe(0)
		expect([...own.merchant.ledger.values()].map((ids) => ids.length)).toEqual(Array(40).fill(1))
		expect(table(own.path("out-mended/results.csv"), ";")).toHaveLength(6)
		const sent = JSON.parse(own.merchant.received.at(-1)?.body ?? "") as { contact: { phone: string } }
		expect(sent.contact.phone).toMatch(/^\+46/)
	})
})
