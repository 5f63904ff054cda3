import { describe, expect, test } from "vitest"
import type { StopSignal } from "../../src/contract/ports.ts"
import { Pacer } from "../../src/run/pacer.ts"
import { Random } from "../simulation/random.ts"
import { ProcessClock, VirtualTime } from "../simulation/virtual-clock.ts"

/** Knows how many sleep. */
class WatchedClock extends ProcessClock {
	asleep = 0

	override async sleep(milliseconds: number, signal?: StopSignal): Promise<void> {
		this.asleep++
		await super.sleep(milliseconds, signal)
		this.asleep--
	}
}

/** Asks for turns as fast as they come for so many milliseconds; when they came. */
async function sends(rate: number, milliseconds: number, seed = 1, during?: (pacer: Pacer, now: number) => void) {
	const time = new VirtualTime()
	const pacer = new Pacer(new ProcessClock(time, new Random(seed)), rate)
	const times: number[] = []
	const ask = async () => {
		while (time.now < milliseconds) {
			await pacer.ready()
			if ((await pacer.turn()) === "go") times.push(time.now)
			during?.(pacer, time.now)
		}
	}
	// As with several deliveries under way, one always waits.
	const work = Promise.all([ask(), ask(), ask()])
	while (await time.step());
	await work
	return times.filter((at) => at < milliseconds)
}

function busiestSecond(times: readonly number[]): number {
	let most = 0
	let first = 0
	times.forEach((at, last) => {
		while ((times[first] ?? 0) <= at - 1_000) first += 1
		most = Math.max(most, last - first + 1)
	})
	return most
}

describe("pacer", () => {
	test.each([1, 3, 20, 50, 100, 500])("keeps %i a second, late timers and stalls included", async (rate) => {
		const times = await sends(rate, 20_000)
		expect(times.length / 20 / rate).toBeGreaterThanOrEqual(rate < 20 ? 0.9 : 0.93)
		expect(busiestSecond(times)).toBeLessThanOrEqual(rate)
	})

	test("spaces a rate below one a second", async () => {
		const times = await sends(0.5, 60_000)
		expect(times.length).toBeGreaterThanOrEqual(28)
		expect(times.length).toBeLessThanOrEqual(31)
	})

	test("does not make up for the time in which nobody asked", async () => {
		const time = new VirtualTime()
		const pacer = new Pacer(new ProcessClock(time, new Random(1)), 50)
		time.after(5_000, () => {})
		await time.step()
		const times: number[] = []
		const work = Promise.all(
			Array.from({ length: 10 }, async () => {
				await pacer.turn()
				times.push(time.now)
			}),
		)
		await time.rest()
		while (await time.step());
		await work
		expect(times.filter((at) => at < 5_015)).toHaveLength(2)
	})

	test("begins with an empty bucket", async () => {
		const times = await sends(10, 1_000)
		expect(times.filter((at) => at < 100)).toHaveLength(1)
	})

	test("never sends more than the lower rate after it was changed", async () => {
		const times = await sends(100, 10_000, 7, (pacer, now) => {
			if (now > 5_000) pacer.rate = 10
		})
		expect(busiestSecond(times.filter((at) => at > 6_100))).toBeLessThanOrEqual(10)
	})

	test("a pause blocks who waits, and nobody goes before its end", async () => {
		const times = await sends(100, 5_000, 3, (pacer, now) => {
			if (now > 1_000 && now < 1_100) pacer.throttleFor(2_000)
		})
		expect(times.filter((at) => at > 1_130 && at < 3_000)).toEqual([])
		expect(times.some((at) => at > 3_500)).toBe(true)
	})

	test("a stop ends every wait", async () => {
		const time = new VirtualTime()
		const pacer = new Pacer(new ProcessClock(time, new Random(1)), 1)
		const turns = [pacer.turn(), pacer.turn(), pacer.turn()]
		pacer.stop()
		expect(await Promise.all(turns)).toEqual(["go", "stopped", "stopped"])
		await pacer.ready()
	})

	test("only the newest wait stays, and a stop ends it: nothing keeps the program from ending", async () => {
		const time = new VirtualTime()
		const clock = new WatchedClock(time, new Random(1))
		const pacer = new Pacer(clock, 1)
		const turn = pacer.turn()
		await time.step()
		expect(await turn).toBe("go")
		const second = pacer.turn()
		expect(clock.asleep).toBe(1)
		pacer.throttleFor(3_600_000)
		expect(await second).toBe("blocked")
		const ready = Promise.all([pacer.ready(), pacer.ready()])
		await time.rest()
		expect(clock.asleep).toBe(1)
		pacer.stop()
		await ready
		await time.rest()
		expect(clock.asleep).toBe(0)
		expect(time.now).toBeLessThan(1_000)
	})

	test("stopped while paused, nobody waits and nobody is asked to come back", async () => {
		const pacer = new Pacer(new ProcessClock(new VirtualTime(), new Random(1)), 100)
		pacer.pause()
		pacer.stop()
		await pacer.ready()
		expect(await pacer.turn()).toBe("stopped")
	})

	test("paused, nobody goes until it is resumed", async () => {
		const time = new VirtualTime()
		const pacer = new Pacer(new ProcessClock(time, new Random(1)), 100)
		pacer.pause()
		expect(await pacer.turn()).toBe("blocked")
		let ready = false
		const opened = pacer.ready().then(() => {
			ready = true
		})
		while (await time.step());
		expect(ready).toBe(false)
		pacer.resume()
		await opened
		expect(await pacer.turn()).toBe("go")
	})
})
