import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { Random } from "../simulation/random.ts"
import { table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Kept, Sent } from "./merchant.ts"

const own = fixture()

/** What becomes of a customer and its card at Intergiro. */
const fates = ["well", "well", "forgotten", "lost later", "silent", "other card", "declined", "removed later"] as const
type Fate = (typeof fates)[number]

const count = 10
/** The first ones come back as they were sent, so that the run goes on. */
const proof = 3
const numbers = Array.from({ length: count }, (_, index) => `c${1001 + index}`)
const last4 = (number: string) => number.slice(1)
const tokenOf = (number: string) => jwt({ iss: "card", xpr: [12, 39], last4: last4(number), enc: number })
const card = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] })
const declined = { status: 400, body: { status: 400, type: "x", error: "card declined" } }

const lines = (folder: string, name: string) =>
	existsSync(own.path(folder, name)) ? table(own.path(folder, name)).map(({ number = "" }) => number) : []

/** Makes a customer as its fate has it. */
function keep({ number, contact }: Sent, fate: Fate): object {
	switch (fate) {
		case "forgotten":
			return { contact, method: [] }
		case "silent":
			return { contact, method: undefined }
		case "other card":
			return { contact, method: [card("9999")] }
		default:
			return { contact, method: [card(last4(number))] }
	}
}

/** Somebody at Intergiro takes away what does not stay there. */
function takeAway(fateOf: ReadonlyMap<string, Fate>): void {
	for (const customer of [...own.merchant.customers]) {
		const fate = fateOf.get(customer.number)
		if (fate !== "lost later" && fate !== "removed later") continue
		own.merchant.remove(customer.id)
		if (fate === "lost later") own.merchant.put({ ...customer, method: [] })
	}
}

function hasItsCard({ number, method = [] }: Kept): boolean {
	return method.some((one) => "last4" in one && one.last4 === last4(number))
}

/** A folder names everybody who is without the card of the file, and nobody else; and no token arrived twice. */
function judge(folder: string, stdout: string, fateOf: ReadonlyMap<string, Fate>): void {
	const well = new Set(own.merchant.customers.filter(hasItsCard).map(({ number }) => number))
	const told = new Set(["follow-up.csv", "unknown.csv", "errors.csv"].flatMap((name) => lines(folder, name)))
	const fatesOf = (some: Iterable<string>) => [...some].map((number) => `${number} ${fateOf.get(number)}`).sort()
	expect(fatesOf(told)).toEqual(fatesOf(numbers.filter((number) => !well.has(number))))
	expect(stdout.includes("Every customer of the file exists")).toBe(well.size === count)
	const { tokens } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
	expect(Object.values<number>(tokens).reduce((sum, one) => sum + one)).toBe(count)
	const sent = own.merchant.received.flatMap(({ body }) => (JSON.parse(body) as Sent).method ?? [])
	expect(new Set(sent.map(({ card }) => card)).size).toBe(sent.length)
}

it.each([1, 2, 3, 4, 5, 6])(
	"every folder knows of every card, whichever way it looks, after a kill too (%i)",
	async (seed) => {
		const random = new Random(seed)
		const fateOf = new Map(numbers.map((number, place) => [number, place < proof ? "well" : random.pick(fates)]))
		const rows = numbers.map((number) => `${number},Name ${number},${number}@example.com,${tokenOf(number)}`)
		const file = (name: string) => own.write(name, ["number,name,email,card token", ...rows, ""].join("\n"))
		const { INTERGIRO_API_KEY: key = "" } = own.environment
		const first = file("first.csv")
		own.merchant.keep = (sent) => keep(sent, fateOf.get(sent.number) ?? "well")
		own.merchant.keepCard = () => card("0000")
		const killed = random.among(numbers.slice(proof))
		const { child, finished } = own.start(first, "out", "--concurrency", "1")
		own.merchant.trick = (number) => {
			if (number === killed) child.kill("SIGKILL")
			return fateOf.get(number) === "declined" ? declined : "create"
		}
		await finished
		own.merchant.trick = (number) => (fateOf.get(number) === "declined" ? declined : "create")
		await own.run(first, "out")
		takeAway(fateOf)
		const looked = await own.run(first, "out")
		judge("out", looked.stdout, fateOf)
		for (let index = 1; index <= 4; index++) {
			const way = random.pick(["public", "private", "blind", "out"])
			const folder = way === "out" ? "out" : `other-${index}`
			if (way === "public") own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
			const blind = way === "blind" ? ["--no-preflight", "--no-verify"] : []
			const { stdout } = await own.run(way === "out" ? first : file(`${folder}.csv`), folder, ...blind)
			own.environment.INTERGIRO_API_KEY = key
			judge(folder, stdout, fateOf)
		}
	},
)
