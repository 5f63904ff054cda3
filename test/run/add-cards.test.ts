import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import type { CardAnswer } from "../../src/contract/answer.ts"
import { claimedCard } from "../../src/contract/cards.ts"
import type { Api, Entry, Found } from "../../src/contract/ports.ts"
import type { JournalRecord } from "../../src/contract/record.ts"
import { RunState } from "../../src/contract/state.ts"
import type { CheckedRow } from "../../src/report/checked-row.ts"
import { writeRunFiles } from "../../src/report/run-files.ts"
import { Engine } from "../../src/run/engine.ts"
import { table } from "../cli/command.ts"
import { jwt } from "../customer/jwt.ts"
import { runFacts } from "../report/run-facts.ts"
import { sample } from "../sample.ts"
import { noLedger } from "../simulation/no-ledger.ts"
import { Random } from "../simulation/random.ts"
import { ProcessClock, VirtualTime } from "../simulation/virtual-clock.ts"

const settle = 10_000

/** One that says of its card all that there is to say, or its expiry alone. */
function tokenOf(number: string, card: number): string {
	const claims = { iss: "card", owner: number, xpr: [1 + card, 30] }
	return jwt(card === 0 ? { ...claims, last4: number.slice(1).padStart(4, "1") } : claims)
}

/** A card that somebody puts there by hand. */
const byHand = jwt({ iss: "card", last4: "9999", xpr: [1, 31] })

function ownerOf(token: string): string {
	return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).owner
}

/** Customers who exist, with one card each, and the truth about every card token that arrives. */
class CardServer {
	readonly cards = new Map<string, string[]>()
	/** How often a token arrived, but for what was certainly turned away. */
	readonly arrived = new Map<string, number>()
	calm = false

	constructor(
		private readonly time: VirtualTime,
		private readonly random: Random,
	) {}

	/** @param isAlive whether whoever asked still lives: the dead neither send nor hear */
	api(isAlive: () => boolean): Api {
		const heard = async <T>(ask: () => Promise<T>): Promise<T> => {
			const value = isAlive() ? await ask() : undefined
			return isAlive() && value !== undefined ? value : new Promise(() => {})
		}
		return {
			listing: "yes",
			create: async () => {
				throw new Error("Nobody is to be created.")
			},
			list: () => heard(async () => ({ kind: "page", customers: this.#listed(), unnumbered: 0 })),
			read: (id) => heard(() => this.#read(id)),
			addCard: (id, { card }) => heard(() => this.#add(id, card)),
		}
	}

	#listed() {
		return [...this.cards].map(([id, cards]) => ({ id, number: id.slice(3), cards: cards.map(claimedCard) }))
	}

	async #read(id: string): Promise<Found> {
		await this.#pass()
		if (!this.calm && this.random.chance(0.05)) return { kind: "failed", code: "reset", message: "" }
		return { kind: "customer", others: [], cards: (this.cards.get(id) ?? []).map(claimedCard) }
	}

	async #add(id: string, card: string): Promise<CardAnswer> {
		await this.#pass()
		const fate = this.calm
			? "added"
			: this.random.pick([
					"added",
					"added",
					"added",
					"lost",
					"applied-lost",
					"late",
					"by-hand",
					"declined",
					"429",
					"page",
				])
		if (fate === "429") return { kind: "throttled", status: 429, wait: 100, message: "" }
		this.arrived.set(card, (this.arrived.get(card) ?? 0) + 1)
		const apply = () => this.cards.get(id)?.push(card)
		if (fate === "added" || fate === "applied-lost" || fate === "page") apply()
		if (fate === "late") this.time.after(this.random.next() * settle * 0.9, apply)
		if (fate === "by-hand") this.cards.get(id)?.push(byHand)
		await this.#pass()
		if (fate === "added") return { kind: "added", card: claimedCard(card) }
		if (fate === "page") return { kind: "rejected", code: "http-400", message: "", page: true }
		if (fate === "declined") return { kind: "rejected", code: "card declined", message: "" }
		return { kind: "ambiguous", code: "reset", message: "" }
	}

	#pass() {
		return this.time.wait(this.random.next() * 200)
	}
}

class Import {
	readonly time = new VirtualTime()
	readonly random: Random
	readonly server: CardServer
	/** What is durable. */
	readonly records: JournalRecord[] = []
	readonly entries: readonly Entry[]

	constructor(seed: number) {
		this.random = new Random(seed)
		this.server = new CardServer(this.time, this.random)
		this.entries = Array.from({ length: 1 + this.random.below(8) }, (_, index) => {
			const number = `c${index + 1}`
			this.server.cards.set(`id-${number}`, ["old"])
			const method = Array.from({ length: 1 + this.random.below(2) }, (_, card) => ({
				type: "token" as const,
				card: tokenOf(number, card),
			}))
			return { row: index + 2, number, creatable: { number, contact: { name: number }, method } }
		})
	}

	/** One process, killed or not. */
	async session(deadly: number): Promise<void> {
		const { time, random } = this
		const clock = new ProcessClock(time, random)
		const state = RunState.of(this.records, clock.wall())
		const engine = new Engine(
			{
				api: this.server.api(() => clock.alive),
				clock,
				journal: {
					append: async (record) => {
						await time.wait(random.next() * 5)
						if (!clock.alive) await new Promise(() => {})
						this.records.push(record)
					},
					leaving() {},
					leavingCard() {},
				},
				ledger: noLedger,
				entries: () => this.#batches(),
				state,
				mayHave: () => true,
				hashToken: (token) => token,
				truncated: false,
				total: this.entries.length,
				unsent: { invalid: 0, "left-out": 0 },
			},
			{
				rate: 0,
				concurrency: 1 + random.below(6),
				settle,
				resendUnknown: false,
				preflight: true,
				verify: true,
				addCards: true,
			},
		)
		let hasEnded = false
		void engine.run().then(() => {
			hasEnded = true
		})
		await time.rest()
		while (!hasEnded && (await time.step())) if (random.chance(deadly)) break
		clock.alive = false
		if (!hasEnded) return
		for (const [token, known] of state.cards.byToken)
			this.#judge(token, known.kind === "settled" ? known.outcome.kind : "doubt")
	}

	async *#batches(): AsyncGenerator<readonly Entry[]> {
		yield this.entries
	}

	/** What is told of a card is true for ever. */
	#judge(token: string, told: string): void {
		const number = ownerOf(token)
		const stored = (this.server.cards.get(`id-${number}`) ?? []).filter((card) => card === token).length
		if (told === "added") expect([token, stored]).toEqual([token, 1])
		if (told === "rejected") expect([token, stored]).toEqual([token, 0])
	}
}

/** Every token has one ending in the figures, and `results.csv` has as many cards as the server by its own record. */
async function judgeFiles({ server, entries, records }: Import): Promise<void> {
	const state = RunState.of(records)
	const folder = mkdtempSync(join(tmpdir(), "add-cards-"))
	try {
		const rows: readonly CheckedRow[] = entries.map(({ row, number, creatable }) => ({
			...{ row, number, creatable, cells: [number], findings: [], valid: true },
			tokens: creatable.method.map(({ card }) => card),
		}))
		const { tokens, balanced, reasons } = await writeRunFiles({
			folder,
			rows: (async function* () {
				yield rows
			})(),
			layout: { encoding: "utf-8", bom: 0, delimiter: ",", escape: '"', headerRow: 1, columns: ["number"] },
			mapping: { version: 2, columns: { number: "number" }, constants: {} },
			state,
			cardOf: (token) => state.cards.byToken.get(token),
			facts: runFacts(rows.length),
		})
		const all = rows.flatMap(({ tokens = [] }) => tokens)
		expect(balanced).toBe(true)
		expect(Object.values(tokens).reduce((sum, count) => sum + count, 0)).toBe(all.length)
		const stored = all.filter((token) => [...server.cards.values()].flat().includes(token)).length
		expect(tokens.added).toBeLessThanOrEqual(stored)
		expect(stored).toBeLessThanOrEqual(tokens.added + tokens["in-doubt"])
		expect(tokens["not-stored"]).toBe(0)
		const doubted = rows.filter(({ number = "" }) => state.cards.isInDoubt(number)).length
		expect([reasons["card-in-doubt"] ?? 0, tokens["in-doubt"]]).toEqual([doubted, doubted])
		let counted = 0
		for (const { number = "", cards_stored, cards_sent } of table(join(folder, "results.csv"))) {
			const there = server.cards.get(`id-${number}`)?.length
			if (state.cards.addedTo(number) && !state.cards.isInDoubt(number)) expect(Number(cards_stored)).toBe(there)
			// Neither what was refused nor what is in doubt counts as sent.
			const arrived = [...server.arrived.keys()].filter((one) => ownerOf(one) === number).length
			expect(Number(cards_sent)).toBeLessThanOrEqual(arrived)
			counted += Number(cards_sent)
		}
		expect(counted).toBe(tokens.sent + tokens.added + tokens.missing)
	} finally {
		rmSync(folder, { recursive: true })
	}
}

test("whatever is lost or killed, a card token is sent once, and what is told of it is true", async () => {
	const seen = { doubts: 0, added: 0, byLook: 0 }
	for (let seed = 1; seed <= sample(120); seed++) {
		const one = new Import(seed)
		const deadly = one.random.pick([0, 0.01, 0.05])
		for (let count = one.random.below(5); count > 0; count--) await one.session(deadly)
		one.server.calm = true
		await one.session(0)
		if (seed % 8 === 0) await judgeFiles(one)
		for (const [token, times] of one.server.arrived) expect([seed, token, times]).toEqual([seed, token, 1])
		const { cards } = RunState.of(one.records)
		for (const entry of one.entries)
			for (const { card } of entry.creatable.method) {
				const known = cards.byToken.get(card)
				const isBehindDoubt = cards.isInDoubt(entry.number)
				// Nothing is forgotten: each card is settled or in doubt, or waits for a doubt of its customer.
				expect([seed, card, known !== undefined || isBehindDoubt]).toEqual([seed, card, true])
				if (known?.kind === "doubt") seen.doubts += 1
				if (known?.kind === "settled" && known.outcome.kind === "added")
					seen[known.outcome.by ? "byLook" : "added"] += 1
			}
	}
	// Each of these came about.
	for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5)
})
