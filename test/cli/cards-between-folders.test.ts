import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { sample } from "../sample.ts"
import { Random } from "../simulation/random.ts"
import { table } from "./command.ts"
import { fixture } from "./fixture.ts"
import { card, last4Of, tokenOf } from "./stored-cards.ts"

const own = fixture()

const numbers = ["c1", "c2", "c3", "c4", "c5", "c6"] as const
/** The first ones come back as they were sent, so that the run goes on. */
const proof: readonly string[] = numbers.slice(0, 3)

/** The cards of a file, each by its last digits. */
type Cards = ReadonlyMap<string, readonly string[]>

/** A card that was sent, and what the file had beside it. */
interface Sent {
	readonly last4: string
	readonly beside: readonly string[]
}

/** Folders with other cards of the same customers, and a merchant who loses, makes twice and takes away: who is to be told follows from its record. */
class World {
	readonly folders = new Map<string, Cards>()
	/** In the order in which they left. */
	readonly sent = new Map<string, Sent[]>()
	#next = 0

	constructor(private readonly random: Random) {
		own.merchant.keep = ({ number, contact, method = [] }) => ({
			contact,
			method: method.flatMap((one) =>
				!proof.includes(number) && this.random.chance(0.4) ? [] : [card(last4Of(one.card))],
			),
		})
		own.merchant.keepCard = (token) => card(last4Of(token))
		own.merchant.cardTrick = () =>
			this.random.chance(0.2) ? { status: 400, body: { status: 400, type: "x", error: "card declined" } } : "create"
		for (const number of numbers.filter((one) => !proof.includes(one) && this.random.chance(0.3)))
			own.merchant.put({ id: `id-of-${number}`, number, status: "active", method: [], contact: this.#contact(number) })
	}

	/** The same customers, each with a card or two: such as another file has, or new ones. */
	newFile(): Cards {
		const known = [...this.folders.values()]
		const some = (number: string) => {
			const before = this.random.among(known)?.get(number) ?? []
			const kept = before.filter(() => this.random.chance(0.6))
			return kept.length === 0 || (kept.length < 2 && this.random.chance(0.5)) ? [...kept, this.#new()] : kept
		}
		return new Map(numbers.map((number) => [number, some(number)]))
	}

	async run(folder: string, key: "public" | "private", ...more: string[]): Promise<void> {
		const cards = this.folders.get(folder) ?? this.newFile()
		this.folders.set(folder, cards)
		const rows = numbers.map((number) => {
			const [first = "", second = ""] = cards.get(number) ?? []
			const { name, email } = this.#contact(number)
			return [number, name, email, tokenOf(first, true), second && tokenOf(second, true)].join()
		})
		const file = own.write(`${folder}.csv`, ["number,name,email,card token,card token 2", ...rows, ""].join("\n"))
		const [made, added] = [own.merchant.created.length, own.merchant.added.length]
		own.environment.INTERGIRO_API_KEY = key === "public" ? own.merchant.alsoPublic : own.merchant.key
		const { status, stdout } = await own.run(file, folder, "--concurrency", "1", ...more)
		for (const { number } of own.merchant.created.slice(made)) {
			const those = cards.get(number) ?? []
			this.sent.set(
				number,
				those.map((last4) => ({ last4, beside: those })),
			)
		}
		for (const { number, card: token } of own.merchant.added.slice(added)) {
			const last4 = last4Of(token)
			const sent = { last4, beside: cards.get(number) ?? [] }
			this.sent.set(number, [...(this.sent.get(number) ?? []), sent])
		}
		this.judge(folder, status, stdout)
	}

	/** Somebody at Intergiro takes a card away, or one is there twice. */
	change(): void {
		const number = this.random.pick(numbers)
		const customer = own.merchant.customers.find((one) => one.number === number)
		const there = this.#there(number)
		const [first] = there
		if (customer === undefined || first === undefined) return
		own.merchant.remove(customer.id)
		const isTwice = new Set(there).size < there.length
		const others = isTwice ? [...new Set(there)] : this.random.chance(0.5) ? [...there, first] : there.slice(1)
		own.merchant.put({ ...customer, method: others.map((one) => card(one)) })
	}

	/** A folder names those of whom a card of its file is not there, or another is twice, and nobody else; and its figures say so too. */
	judge(folder: string, status: number | null, stdout: string): void {
		const cards = this.folders.get(folder) ?? new Map()
		const unwell = numbers.filter((number) => this.#lacks(number, cards.get(number) ?? []) || this.#hasMore(number))
		const path = own.path(folder, "follow-up.csv")
		const lines = existsSync(path) ? table(path) : []
		const words = (some: readonly string[]) =>
			[...some].sort().map((number) => `${number} ${cards.get(number)} there ${this.#there(number)}`)
		expect(
			words(lines.map(({ number = "" }) => number)),
			`${folder} ${lines.map(({ number, reason, message }) => [number, reason, message])}`,
		).toEqual(words(unwell))
		const { tokens, reasons } = JSON.parse(readFileSync(own.path(folder, "summary.json"), "utf8"))
		const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, one) => total + one, 0)
		expect([sum(tokens), sum(reasons)]).toEqual([[...cards.values()].flat().length, lines.length])
		if (status === 0) for (const { reason } of lines) expect(["card-not-stored", "card-unknown"]).toContain(reason)
		const isAll = stdout.includes("Every customer of the file exists")
		expect([folder, isAll && unwell.length > 0]).toEqual([folder, false])
		for (const { number, cards_stored, last4 } of table(own.path(folder, "results.csv")))
			if (cards_stored)
				expect([number, cards_stored, last4?.split(" ").filter(Boolean).sort()]).toEqual([
					number,
					String(this.#there(number ?? "").length),
					this.#there(number ?? "").sort(),
				])
	}

	/** One of the cards is not there, and none in its place. */
	#lacks(number: string, cards: readonly string[]): boolean {
		const there = this.#there(number)
		const sent = this.sent.get(number) ?? []
		const taken = new Set<string>()
		return cards.some((last4) => {
			if (there.includes(last4)) return false
			const place = sent.findIndex((one) => one.last4 === last4)
			if (place < 0) return true
			const later = sent
				.slice(place + 1)
				.find((one) => !one.beside.includes(last4) && there.includes(one.last4) && !taken.has(one.last4))
			if (later) taken.add(later.last4)
			return later === undefined
		})
	}

	#hasMore(number: string): boolean {
		const there = this.#there(number)
		// Of those that were declined nobody can tell that they are not there.
		return there.length > (this.sent.get(number) ?? []).length
	}

	#there(number: string): string[] {
		const { method = [] } = own.merchant.customers.find((one) => one.number === number) ?? {}
		return method.flatMap((one) => ("last4" in one ? [String(one.last4)] : []))
	}

	#new(): string {
		this.#next += 1
		return String(1000 + this.#next)
	}

	#contact(number: string) {
		return { name: `Name ${number}`, email: `${number}@example.com` }
	}
}

it.each(Array.from({ length: sample(3) }, (_, index) => index + 1))(
	"every folder says of each card what the record of the merchant says, whichever folder sent or saw it (%i)",
	async (seed) => {
		const random = new Random(seed)
		const world = new World(random)
		await world.run("a", "private")
		for (let step = 0; step < 6; step++) {
			const folder = random.pick(["a", "b", "c", "d"] as const)
			switch (random.pick(["look", "look", "add", "add", "change"] as const)) {
				case "look":
					await world.run(folder, random.pick(["public", "private"]))
					break
				case "add":
					await world.run(folder, "private", "--add-cards")
					break
				case "change":
					world.change()
					// What nobody looked at, nobody knows.
					await world.run(folder, "private")
			}
		}
	},
)
