import { describe, expect, test } from "vitest"
import { examiner, found, inSek, token } from "./examined.ts"

const examined = examiner(inSek)

const header = "Child Ref,Child,Bill Payer,Payer Email,Payer Address,Payer Postcode,Postcode area,Card Token"
const row = (at: number) => `N20${at},Ann Hall,Eva Hall,e${at}@example.com,${at} High Street,BA1 1AA,,${token(at)}`

describe("of a column that is in question it is not said that it is left out", () => {
	test("the zip code of one of two parties", async () => {
		const checked = await examined([header, row(1), row(2), row(3)])
		expect(checked.questions.map(({ id }) => id)).toEqual(["customer"])
		expect(found(checked, "warning").filter((one) => one.includes("left-out"))).toEqual([])
	})

	test("but of one that a person left out", async () => {
		const columns = { Number: "number", Name: "name", Street: "street", "Zip code": null } as const
		const lines = [1, 2].map((at) => `${at};Ann Hall;${at} High Street;BA1 1AA;${token(at)}`)
		const checked = await examined(["Number;Name;Street;Zip code;Card token", ...lines], { columns })
		expect(found(checked, "warning")).toContain("address.zip-left-out 2 3")
	})
})

test("another table is not said to have its columns in another order where they are called otherwise", async () => {
	const line = (at: number) => `${at};Ann Hall;0701234${at}${at}${at};a${at}@example.com;${token(at)}`
	const checked = await examined([
		"Medlemsnr;Navn;Mobil;E-mail;Token",
		...[1, 2].map(line),
		"Kundeid;Navn;Telefon;Mail;Token",
		...[5, 6].map(line),
	])
	expect(found(checked)).toContain("row.other-header 4")
	for await (const { message } of checked.findingsOf("row.other-table")) expect(message).toContain("other columns or")
})
