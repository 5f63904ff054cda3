import { expect, it } from "vitest"
import { RunState } from "../../src/contract/state.ts"
import { openHeldLedger } from "../../src/journal/ledger.ts"
import { type Hook, ModelDisk } from "./model-disk.ts"

const numbers = Array.from({ length: 1_100 }, (_, index) => `${index}`)
const customers = new Map(numbers.map((number) => [number, [{ id: `id-${number}`, number }]]))
const at = "2026-01-02T03:04:05.678Z"
const open = (disk: ModelDisk) => openHeldLedger({ home: "/home", merchant: "m" }, disk)

/** A disk with the ledger of a merchant that waits for a run of which nothing is left. */
async function prepared(): Promise<ModelDisk> {
	const disk = new ModelDisk()
	const ledger = await open(disk)
	await ledger.register("lost", "/lost")
	await ledger.close()
	return disk
}

async function crash(start: ModelDisk, index: number, work: (disk: ModelDisk) => Promise<void>): Promise<ModelDisk> {
	const hook: Hook = (operation) => (operation.index === index ? { kind: "death" } : undefined)
	const disk = start.afterKill(hook)
	await Promise.race([disk.died, work(disk)])
	return disk
}

async function operations(start: ModelDisk, work: (disk: ModelDisk) => Promise<void>): Promise<number> {
	const disk = start.afterKill()
	await work(disk)
	return disk.count
}

it("a crash at every operation of taking over a listing ends no waiting before everybody who was listed is known", async () => {
	const start = await prepared()
	const work = async (disk: ModelDisk) => {
		const ledger = await open(disk)
		await ledger.takeListing(customers)
		await ledger.close()
	}
	const ends = { waits: 0, knows: 0 }
	for (let index = 0; index < (await operations(start, work)); index++) {
		const crashed = await crash(start, index, work)
		const survivals = [
			() => 0,
			() => 1_000_000,
			(path: string, units: number) => (path === "/home/ledger" ? 1 : units >> 1),
		]
		for (const disk of [crashed.afterKill(), ...survivals.map((one) => crashed.afterPowerLoss(one))]) {
			const ledger = await open(disk)
			const waits = ledger.warnings.map(({ reason }) => reason)
			if (waits.length > 0) expect(waits).toEqual(["missing"])
			else for (const number of numbers) expect(ledger.lookup(number)).toMatchObject({ id: `id-${number}` })
			ends[waits.length > 0 ? "waits" : "knows"]++
			await ledger.close()
		}
	}
	expect(ends.waits).toBeGreaterThan(20)
	expect(ends.knows).toBeGreaterThan(5)
})

it("a crash at every operation of a merge leaves the run to be looked for, or everybody known", async () => {
	const start = await prepared()
	const state = RunState.of(
		numbers.map((number) => ({
			type: "outcome",
			at,
			number,
			row: 2,
			outcome: { kind: "created", id: `id-${number}` },
		})),
	)
	const work = async (disk: ModelDisk) => {
		const ledger = await open(disk)
		await ledger.merge("lost", state)
		await ledger.close()
	}
	for (let index = 0; index < (await operations(start, work)); index++) {
		const disk = (await crash(start, index, work)).afterPowerLoss((_, units) => units >> 1)
		const ledger = await open(disk)
		if (ledger.warnings.length === 0) for (const number of numbers) expect(ledger.lookup(number)?.state).toBe("exists")
		else expect(ledger.warnings).toMatchObject([{ run: "lost", reason: "missing" }])
		await ledger.close()
	}
})
