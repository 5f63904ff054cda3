import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { fixture } from "./fixture.ts"
import { type Merchant, startMerchant } from "./merchant.ts"

const own = fixture()

function file(name: string, tokens: string): string {
	const lines = Array.from({ length: 5 }, (_, at) => {
		const token = jwt({ iss: "card", xpr: [12, 39], enc: `${tokens} ${at}` })
		return `c${at},Anna Berg,anna${at}@example.com,${token}`
	})
	return own.write(name, ["number,name,email,card token", ...lines, ""].join("\n"))
}

/** Into a folder, at one merchant or the other. */
async function into(folder: string, path: string, { url, key, received }: Merchant, ...more: string[]) {
	own.environment.INTERGIRO_API_KEY = key
	const before = received.length
	const { status, stderr } = await own.run(path, folder, "--url", url, ...more)
	return { status, stderr, sent: received.length - before }
}

it("sends no card tokens to a merchant that were sent to another one, before a person says that they are meant for it", async () => {
	const other = await startMerchant("Other AB")
	try {
		const path = file("a.csv", "a")
		expect(await into("first", path, own.merchant)).toMatchObject({ status: 0, sent: 5 })
		const refused = await into("second", path, other)
		expect(refused).toMatchObject({ status: 2, sent: 0 })
		expect(refused.stderr).toContain("Card tokens of this file were sent to another merchant: Test AB, by run ")
		expect(refused.stderr).toMatch(/ of 20\S+, with \S+\.csv\. A token/)
		expect(refused.stderr).toContain("--sent-elsewhere")
		// Another file with the same cards is no other.
		const again = own.write("b.csv", readFileSync(path, "utf8").replace("anna0@", "anna.0@"))
		expect(await into("second", again, other)).toMatchObject({ status: 2, sent: 0 })
		// Of the same merchant, and of a file of its own, nobody is asked.
		expect((await into("third", again, own.merchant)).stderr).not.toContain("another merchant")
		expect(await into("fourth", file("c.csv", "c"), other, "--first", "2")).toMatchObject({ sent: 2 })
		expect(await into("second", path, other, "--sent-elsewhere", "--first", "2")).toMatchObject({ sent: 2 })
		// It was said, and is not asked again where the run goes on.
		expect(await into("second", path, other)).toMatchObject({ status: 0, sent: 1 })
	} finally {
		await other.close()
	}
})
