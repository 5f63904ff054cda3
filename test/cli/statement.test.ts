import { expect, it } from "vitest"
import { nextSteps, statement } from "../../src/cli/statement.ts"
import { noCards } from "../../src/contract/card-fate.ts"
import { noCounts } from "../../src/contract/progress.ts"
import { type RunFacts, summarize } from "../../src/report/summary.ts"

const said = (...given: Parameters<typeof statement>) => statement(...given).join("\n")

const facts: RunFacts = {
	tool: "test",
	run: "r1",
	source: { name: "customers.csv", size: 1, sha256: "00" },
	environment: { url: "https://merchant.intergiro.com", merchant: "m", kind: "unknown", key: "private" },
	settings: {},
	rows: 1_250,
	started: "",
	ended: "",
	throughput: { requests: 1_300, seconds: 65.04, perSecond: 19.99 },
	warnings: ["Something to know."],
}
const tally = {
	rows: 1_250,
	pending: 0,
	pendingCustomers: 0,
	pendingRows: "",
	found: 0,
	asked: 0,
	customers: 1_250,
	met: 1_250,
	known: 1_250,
	shared: 0,
	existed: 0,
	earlier: {},
	checked: {
		yes: 0,
		missing: 0,
		removed: 0,
		"other-number": 0,
		twice: 0,
		"card-missing": 0,
		"card-twice": 0,
		"card-unknown": 0,
	},
	given: { errors: "", unknown: "" },
	accepted: 0,
	renumbered: 0,
	addable: 0,
	cameBack: { differing: 0, withoutCard: 0, cardNotStored: 0, cardTwice: 0 },
	metCards: 0,
	knownCards: 0,
	tokens: noCards(),
	followUps: 0,
	reasons: {},
}

it("says that everything is there, and where", () => {
	const outcomes = { ...noCounts(), created: 1_050, existing: 200 }
	const summary = summarize(facts, { ...tally, outcomes, earlier: { r0: 150 } }, ["results.csv"])
	const text = said(summary, "out")
	expect(text).toMatch(/^customers\.csv to https:\/\/merchant\.intergiro\.com$/m)
	expect(text).toMatch(/created +1,050/)
	expect(text).toMatch(/existing +200 .*\n +150 known since run r0\n/)
	expect(text).toMatch(/rows in the file +1,250 {2}balanced/)
	expect(text).toContain("1,300 requests in 65 s, 20.0 per second")
	expect(text).toContain("out/results.csv")
	expect(text).toContain("Warning: Something to know.")
	expect(text).toContain("Every customer of the file exists at Intergiro.")
})

it("says of a file of errors without a row that there is none", () => {
	const text = (errors: string) => {
		const given = { errors, unknown: "" }
		const outcomes = { ...noCounts(), created: 1_250 }
		return said(summarize(facts, { ...tally, outcomes, given }, ["errors.csv"]), "out")
	}
	expect(text("")).toMatch(/out\/errors\.csv\n +no row is in it/)
	expect(text("7")).toMatch(/out\/errors\.csv\n +rows that do not exist at Intergiro/)
})

it("says which environment it was where that is known", () => {
	const environment = { ...facts.environment, merchantName: "Test AB", kind: "sandbox" } as const
	const summary = summarize({ ...facts, environment }, { ...tally, outcomes: { ...noCounts(), created: 1_250 } }, [])
	expect(said(summary, "out")).toContain("customers.csv to Test AB, https://merchant.intergiro.com (sandbox)")
})

it("calls a rehearsal one at its head and its end, and says of nobody that they are at Intergiro", () => {
	const environment = { url: "http://127.0.0.1:1", merchant: "m", kind: "sandbox", key: "private" } as const
	const outcomes = { ...noCounts(), created: 1_248, rejected: 1, conflict: 1 }
	const folder = "/Intergiro imports/out"
	const summary = summarize({ ...facts, environment }, { ...tally, outcomes }, ["results.csv"])
	expect(summary.rehearsal).toBe(true)
	const text = said(summary, folder)
	const [, second] = text.split("\n")
	expect(second).toBe("Rehearsal: nothing was sent to Intergiro.")
	expect(text.split("\n").at(-1)).toMatch(/^Rehearsal: nothing was sent to Intergiro\. .*without --sandbox/)
	expect(text).toContain(`${folder}/results.csv`)
	expect(text).toContain("refused by the sandbox")
	expect(text.replaceAll(folder, "").match(/Intergiro/g)).toHaveLength(2)
})

it("counts rows, and says how many customers they are where several are one", () => {
	const text = (customers: number) =>
		said(summarize(facts, { ...tally, customers, outcomes: { ...noCounts(), created: 1_250 } }, []), "out")
	expect(text(1_000)).toMatch(/rows in the file +1,250 .*\n +customers +1,000 {2}/)
	expect(text(1_250)).not.toMatch(/^ +customers/m)
})

it("says of one request that it was one, and of no rows that there was nothing to create", () => {
	const few = { ...facts, rows: 0, throughput: { requests: 1, seconds: 1, perSecond: 1 } }
	const nothing = { ...tally, rows: 0, customers: 0, met: 0, known: 0, outcomes: noCounts() }
	const text = said(summarize(few, nothing, []), "out")
	expect(text).toContain("1 request in")
	expect(text).toContain("The file has no rows below its header: there was nothing to create.")
	expect(text).not.toContain("Every customer")
})

it("says what to do with each file, and when to run the same again", () => {
	const steps = (outcomes: object, pending = 0, found = 0, asked = 0) =>
		nextSteps(
			summarize(facts, { ...tally, pending, found, asked, outcomes: { ...noCounts(), ...outcomes } }, []),
			"out",
		).join(" ")
	expect(steps({ created: 1_249, invalid: 1 })).toMatch(/Mend the rows of out\/errors\.csv/)
	expect(steps({ created: 1_249, "not-sent": 1 })).toMatch(/Run out\/errors\.csv as it is/)
	expect(steps({ created: 1_249, unknown: 1 })).toMatch(/out\/unknown\.csv/)
	expect(steps({ created: 1_249 }, 1)).toMatch(/did not come to 1 row, .*: run the same command again/)
	const inVain = /Run the same command again/
	expect(steps({ created: 1_249, unknown: 1 }, 0, 1)).not.toMatch(inVain)
	expect(steps({ created: 1_249, unknown: 1 }, 0, 1)).toMatch(/Look at them at Intergiro.*settle/)
	expect(steps({ created: 1_248, unknown: 2 }, 0, 1)).toMatch(inVain)
	expect(steps({ created: 1_249, unknown: 1 }, 0, 0, 1)).not.toMatch(inVain)
	expect(steps({ created: 1_249, unknown: 1 }, 0, 0, 1)).toMatch(/another spelling.*settle/)
	expect(steps({ created: 1_249, conflict: 1 })).not.toMatch(inVain)
	expect(steps({ created: 1_249, conflict: 1 })).toMatch(/Decide which one stays.*run out\/unknown\.csv/)
})

it("is loud about counts that do not balance", () => {
	const summary = summarize(facts, { ...tally, outcomes: { ...noCounts(), created: 1_249 } }, [])
	const text = said(summary, "out")
	expect(text).toContain("THE COUNTS DO NOT BALANCE")
	expect(text).toContain("1250 rows, but 1249 outcomes and pending rows.")
	expect(text).toContain("Do not go on")
})

it("says what it came to, and what to do about what Intergiro does not list as it should", () => {
	const looked = (checked: typeof tally.checked, outcomes: object = { created: 1_250 }) =>
		said(summarize(facts, { ...tally, checked, outcomes: { ...noCounts(), ...outcomes } }, []), "out")
	expect(looked({ ...tally.checked, yes: 1_250 })).toMatch(/^Finished\.$/m)
	const missing = looked({ ...tally.checked, yes: 1_248, missing: 1, twice: 1 })
	expect(missing).toMatch(/missing +1 .*\n +twice +1 /)
	expect(missing).toContain("Finished, and somebody has to look")
	expect(missing).toMatch(/Do not create them anew: verify out/)
	expect(looked(tally.checked, { created: 1_249, unknown: 1 })).toMatch(/^Finished, some in doubt\.$/m)
})
