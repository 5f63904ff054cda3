import { expect, it } from "vitest"
import { examiner, found, inSek, token } from "./examined.ts"

const examined = examiner()
const names = ["Hanna Bech", "Karl Kjær", "Bo Wallin", "Eva Holm", "Nils Ek", "Sara Lind"]

const check = async (column: string, said: (last: string, at: number) => string) => {
	const lines = names.map((name, at) => {
		const last = name.split(" ")[1] ?? ""
		return `${at + 1};${name};p${at}@example.com;${said(last, at)};${token(at)}`
	})
	return found(await examined([`Kundnr;Namn;E-post;${column};Korttoken`, ...lines], inSek))
}

it.each<[string, (last: string, at: number) => string]>([
	["Båt", (last, at) => `${last} ${((at + 2) % 6) + 1}`],
	["Användarnamn", (last, at) => `${last}${at % 2 === 0 ? "" : ((at + 2) % 6) + 1}`],
])("digits beside the name of a row are nobody's number: %s", async (column, said) => {
	expect(JSON.stringify(await check(column, said))).not.toContain("other-customer")
})

it("those of a column that has the numbers of its rows are", async () => {
	expect(JSON.stringify(await check("Korttext", (last, at) => `KUND-${at === 4 ? 2 : at + 1} ${last}`))).toContain(
		"other-customer",
	)
})
