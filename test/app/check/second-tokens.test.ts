import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { noAnswers } from "../../../src/customer/columns/mapping.ts"
import { answered } from "../../../src/customer/columns/question.ts"
import { mintCardToken } from "../../../src/sandbox/tokens.ts"

const options = { now: Date.UTC(2026, 0, 1), browser: defaultBrowser, cleaning: allCleaning }

let folder: string
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "tokens-"))
})
afterAll(() => rm(folder, { recursive: true }))

async function examined(lines: readonly string[], answers = noAnswers) {
	const path = join(folder, "customers.csv")
	await writeFile(path, `${lines.join("\n")}\n`)
	return examineFile(await openFile(path), { options, answers })
}

const token = (name: string) => mintCardToken("ok", name)

test("a question about a second column of card tokens says that the first is sent anyway", async () => {
	const rows = [1, 2, 3].map((row) => `${row};Kund ${row};${token(`a${row}`)};${token(`b${row}`)}`)
	const { questions } = await examined(["Kundnr;Namn;Korttoken;Tidigare korttoken", ...rows])
	expect(questions.map(({ id }) => id)).toEqual(["token"])
	expect(questions[0]?.text).toBe('Are the card tokens of "Tidigare korttoken" further cards of the customers?')
	expect(questions[0]?.why).toContain('The card tokens of "Korttoken" are sent as well.')
})

test("what a look-up did not find is an error, and never no card, whatever is answered", async () => {
	const rows = [1, 2, 3].map((row) => `${row};Kund ${row};EUR;${row === 3 ? "#NV" : token(`c${row}`)}`)
	const lines = ["Kunden-Nr.;Firma;Währung;Token (SVERWEIS)", ...rows]
	const { questions } = await examined(lines)
	const [question] = questions
	if (question === undefined) throw new Error("nothing was asked")
	const checked = await examined(lines, answered(noAnswers, question, [question.answers[0]?.id ?? ""]))
	expect(checked.questions).toEqual([])
	expect([...checked.rowsWith("value.damaged")]).toHaveLength(1)
	expect(checked.customers).toBe(2)
})

test("a program's decimal at the end of a phone number is an error where not all of them have it", async () => {
	const checked = await examined([
		"Client ID;Name;Mobile Phone;Currency",
		"1001;Jan Nowak;491701234567.0;EUR",
		"1002;Eva Klein;+491701234568;EUR",
	])
	expect([[...checked.rowsWith("value.decimal")].length, checked.customers]).toEqual([1, 1])
})
