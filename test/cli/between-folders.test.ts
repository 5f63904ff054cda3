import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { jwt } from "../customer/jwt.ts"
import { sample } from "../sample.ts"
import { Random } from "../simulation/random.ts"
import { table } from "./command.ts"
import { fixture } from "./fixture.ts"
import type { Kept, Sent } from "./merchant.ts"

const own = fixture()

/** What becomes of a customer and its card at Intergiro. */
const fates = [
	...["well", "well", "forgotten", "lost later", "silent", "other card"],
	...["declined", "refused", "removed later", "twice later", "renumbered"],
] as const
type Fate = (typeof fates)[number]

const count = 12
/** The first ones come back as they were sent, so that the run goes on. */
const proof = 3
const numbers = Array.from({ length: count }, (_, index) => `c${1001 + index}`)
/** The cards of a customer: the one of the file, and those that came in its place, the last digits of which begin with another one. */
const last4 = (number: string, time = 1) => `${time}${number.slice(2)}`
const tokenOf = (number: string, time = 1) =>
	jwt({ iss: "card", xpr: [12, 39], last4: last4(number, time), enc: `${number}-${time}` })
const card = (last4: string) => ({ type: "card", scheme: "visa", iin: "411111", last4, expires: [12, 39] })
const refusal = (error: string) => ({ status: 400, body: { status: 400, type: "x", error } })

const lines = (folder: string, name: string) =>
	existsSync(own.path(folder, name)) ? table(own.path(folder, name)).map(({ number = "" }) => number) : []

/** A merchant, what becomes of customers there, and what the folders of this computer have of them. */
class World {
	readonly fateOf: Map<string, Fate>
	/** Folders, each with the customers of its file. */
	readonly folders = new Map<string, readonly string[]>()
	/** How many cards were sent for a customer, one in the place of the other. */
	readonly times = new Map<string, number>()
	/** Whether the next cards are lost. */
	isForgetful = false

	constructor(private readonly random: Random) {
		this.fateOf = new Map(numbers.map((number, place) => [number, place < proof ? "well" : random.pick(fates)]))
		own.merchant.keep = (sent) => this.#keep(sent)
		own.merchant.trick = (number) => this.trick(number)
		own.merchant.cardTrick = (number) =>
			this.isForgetful ? { status: 201, body: card(last4(number, this.#time(number))) } : "create"
	}

	file(name: string, some: readonly string[]): string {
		this.folders.set(name, some)
		const rows = some.map((number) => `${number},Name ${number},${number}@example.com,${this.#token(name, number)}`)
		return own.write(`${name}.csv`, ["number,name,email,card token", ...rows, ""].join("\n"))
	}

	trick(number: string): ReturnType<typeof own.merchant.trick> {
		const fate = this.fateOf.get(number)
		if (fate === "declined") return refusal("card declined")
		if (fate === "refused") return refusal("invalid input")
		if (fate !== "renumbered") return "create"
		const body = { id: "", number: `r${number}`, method: [card(last4(number))] }
		return { status: 201, creates: `r${number}`, body }
	}

	/** Somebody at Intergiro takes away what does not stay there, and makes some a second time. */
	takeAway(): void {
		for (const customer of [...own.merchant.customers]) {
			const fate = this.fateOf.get(customer.number)
			if (fate === "twice later") own.merchant.put({ ...customer, id: `twin-of-${customer.number}` })
			if (fate !== "lost later" && fate !== "removed later") continue
			own.merchant.remove(customer.id)
			if (fate === "lost later") own.merchant.put({ ...customer, method: [] })
			else this.#removed.set(customer.number, customer)
		}
	}

	/** Somebody at Intergiro puts right what is wrong with some of them. */
	putRight(): void {
		for (const number of numbers.filter((one) => !this.isWell(one) && this.random.chance(0.5))) {
			const method = [card(last4(number, this.#time(number)))]
			const [first = this.#removed.get(number), ...others] = own.merchant.customers.filter((one) =>
				[number, `r${number}`].includes(one.number),
			)
			if (first === undefined) continue
			for (const { id } of [first, ...others])
				if (own.merchant.customers.some((one) => one.id === id)) own.merchant.remove(id)
			// Of two it is the one that was made first that stays.
			own.merchant.put({ ...first, number, method })
			this.fateOf.set(number, "well")
		}
	}

	/** The rows that were given back by the first folder, with new cards. */
	async mend(): Promise<void> {
		const some = lines("out", "errors.csv")
		const isMended = some.some((number) => own.merchant.customers.some((one) => one.number === number))
		if (some.length === 0 || isMended) return
		let text = readFileSync(own.path("out/errors.csv"), "utf8")
		for (const number of some) {
			const before = this.#token("out", number)
			this.times.set(number, this.#time(number) + 1)
			this.fateOf.set(number, this.isForgetful ? "forgotten" : "well")
			text = text.replace(before, tokenOf(number, this.#time(number)))
		}
		const name = `mended-${this.folders.size}`
		this.folders.set(name, some)
		const file = own.write(`${name}.csv`, text)
		const { stdout, status } = await this.#run(
			file,
			name,
			this.random.pick(["public", "private"]),
			"--accept-differences",
		)
		const finished = status === 3 ? await this.#run(file, name, "private", "--accept-differences") : { stdout }
		this.judge(name, finished.stdout)
	}

	/** New cards for customers who are there without any. */
	async add(): Promise<void> {
		const some = numbers.filter((number) => {
			const [first, ...others] = own.merchant.customers.filter((one) => one.number === number)
			return first && others.length === 0 && (first.method ?? []).length === 0
		})
		if (some.length === 0) return
		const before = new Map(some.map((number) => [number, this.#time(number)]))
		for (const number of some) this.times.set(number, this.#time(number) + 1)
		own.merchant.keepCard = (token) => {
			const number = some.find((one) => tokenOf(one, this.#time(one)) === token) ?? ""
			return card(last4(number, this.#time(number)))
		}
		const name = `added-${this.folders.size}`
		const { stdout } = await this.#run(this.file(name, some), name, "private", "--add-cards")
		// A card that was not sent is in nobody's place.
		const sent = new Set(own.merchant.added.map(({ card }) => card))
		const unsent = some.filter((number) => !sent.has(tokenOf(number, this.#time(number))))
		for (const number of unsent) this.times.set(number, before.get(number) ?? 1)
		this.#unsent.set(name, new Set(unsent))
		this.judge(name, stdout)
	}

	/** A folder, new or not, looks in whichever way. */
	async look(way: "public" | "private" | "blind", isNew = this.random.chance(0.4)): Promise<void> {
		const name = isNew ? `other-${this.folders.size}` : (this.random.among([...this.folders.keys()]) ?? "out")
		const path = isNew ? this.file(name, numbers) : own.path(`${name}.csv`)
		const { stdout } = await this.#run(path, name, way)
		this.judge(name, stdout)
	}

	async #run(file: string, name: string, way: "public" | "private" | "blind", ...more: string[]) {
		const { INTERGIRO_API_KEY: key = "" } = own.environment
		if (way === "public") own.environment.INTERGIRO_API_KEY = own.merchant.alsoPublic
		const blind = way === "blind" ? ["--no-preflight", "--no-verify"] : []
		const finished = await own.run(file, name, ...blind, ...more)
		own.environment.INTERGIRO_API_KEY = key
		return finished
	}

	/** It is there once, under its number, with the card that was sent for it last or one before. */
	isWell(number: string): boolean {
		const [first, ...others] = own.merchant.customers.filter((one) => one.number === number)
		return first !== undefined && others.length === 0 && this.#hasItsCard(first)
	}

	/** And the card of this folder was sent. */
	isWellIn(folder: string, number: string): boolean {
		return this.isWell(number) && !this.#unsent.get(folder)?.has(number)
	}

	/** A folder names everybody who is not well, and nobody else, and its figures do too; no token made two customers. */
	judge(folder: string, stdout: string): void {
		const some = this.folders.get(folder) ?? []
		const unwell = some.filter((number) => !this.isWellIn(folder, number))
		const told = new Set(["follow-up.csv", "unknown.csv", "errors.csv"].flatMap((name) => lines(folder, name)))
		const fatesOf = (those: Iterable<string>) =>
			[...those].map((number) => `${number} ${this.fateOf.get(number)}`).sort()
		expect(fatesOf(told), folder).toEqual(fatesOf(unwell))
		expect(stdout.includes("Every customer of the file exists"), folder).toBe(unwell.length === 0)
		const { tokens } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
		expect(Object.values<number>(tokens).reduce((sum, one) => sum + one)).toBe(some.length)
		if (unwell.length === 0) expect(tokens.sent + tokens.added + tokens.there + tokens.replaced).toBe(some.length)
		const ids = new Map(own.merchant.customers.map(({ id, number }) => [id, number]))
		for (const { number, id = "", given_number } of table(own.path(folder, "results.csv")))
			expect([number, given_number, undefined]).toContain(ids.get(id))
		const sent = own.merchant.created.flatMap(({ body }) => (JSON.parse(body) as Sent).method ?? [])
		const all = [...sent, ...own.merchant.added].map(({ card }) => card)
		expect(new Set(all).size).toBe(all.length)
	}

	readonly #removed = new Map<string, Kept>()
	/** By folder, customers whose new cards were not sent. */
	readonly #unsent = new Map<string, ReadonlySet<string>>()

	#time(number: string): number {
		return this.times.get(number) ?? 1
	}

	/** Whoever exists has the card of the folder in which it was sent; what was never sent anew is the file's. */
	#token(folder: string, number: string): string {
		return tokenOf(number, folder.startsWith("added") ? this.#time(number) : 1)
	}

	#hasItsCard({ number, method = [] }: Kept): boolean {
		return method.some((one) => "last4" in one && String(one.last4).slice(1) === number.slice(2))
	}

	#keep({ number, contact }: Sent): object {
		switch (this.fateOf.get(number)) {
			case "forgotten":
				return { contact, method: [] }
			case "silent":
				return { contact, method: undefined }
			case "other card":
				return { contact, method: [card("9999")] }
			default:
				return { contact, method: [card(last4(number, this.#time(number)))] }
		}
	}
}

it.each(Array.from({ length: sample(3) }, (_, index) => index + 1))(
	"every folder knows of every customer and card, whichever way it looks, after a kill too (%i)",
	async (seed) => {
		const random = new Random(seed)
		const world = new World(random)
		const first = world.file("out", numbers)
		const killed = random.among(numbers.slice(proof))
		const { child, finished } = own.start(first, "out", "--concurrency", "1")
		own.merchant.trick = (number) => {
			if (number === killed) child.kill("SIGKILL")
			return world.trick(number)
		}
		await finished
		own.merchant.trick = (number) => world.trick(number)
		await own.run(first, "out")
		world.takeAway()
		const looked = await own.run(first, "out")
		world.judge("out", looked.stdout)
		for (let step = 0; step < 7; step++) {
			world.isForgetful = random.chance(0.3)
			switch (random.pick(["look", "look", "look", "put right", "mend", "add"] as const)) {
				case "look":
					await world.look(random.pick(["public", "private", "blind"]))
					break
				case "put right":
					world.putRight()
					// What nobody looked at, nobody knows.
					await world.look("private", true)
					break
				case "mend":
					await world.mend()
					break
				case "add":
					await world.add()
			}
		}
	},
)
