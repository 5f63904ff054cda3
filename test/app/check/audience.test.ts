import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { examineFile } from "../../../src/app/check/examine.ts"
import { openFile } from "../../../src/app/check/open-file.ts"
import { defaultBrowser } from "../../../src/customer/check-options.ts"
import { allCleaning } from "../../../src/customer/cleaning.ts"
import { jwt } from "../../customer/jwt.ts"

async function codesOf(audiences: readonly unknown[], audience?: "production" | "development") {
	const path = join(mkdtempSync(join(tmpdir(), "audience-")), "customers.csv")
	const rows = audiences.map(
		(aud, index) => `c${index + 1},Name ${index + 1},${jwt({ iss: "card", aud, enc: `x${index}` })}`,
	)
	writeFileSync(path, `number,name,card token\n${rows.join("\n")}\n`)
	const options = { now: 0, browser: defaultBrowser, cleaning: allCleaning, ...(audience ? { audience } : {}) }
	const checked = await examineFile(await openFile(path), { options })
	return checked.summary
		.filter(({ code }) => /^token\.(?:test|live)-token$/.test(code))
		.map(({ code, severity, examples }) => [code, severity, examples.map(({ row }) => row)])
}

test("tokens of another audience than most are a warning", async () => {
	const [live, forTests] = ["production", "development"]
	expect(await codesOf([live, live, forTests, live])).toEqual([["token.test-token", "warning", [4]]])
	expect(await codesOf([[forTests], live, forTests])).toEqual([["token.live-token", "warning", [3]]])
	expect(await codesOf([live, live, undefined, 7, [live, forTests]])).toEqual([])
	expect(await codesOf([live, forTests])).toEqual([])
})

test("what a key says goes before what most are", async () => {
	expect(await codesOf(["production", "production"], "development")).toEqual([["token.live-token", "warning", [2, 3]]])
})
