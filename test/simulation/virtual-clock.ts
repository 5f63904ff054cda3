import type { Clock, StopSignal } from "../../src/contract/ports.ts"
import type { Random } from "./random.ts"

interface Timer {
	readonly at: number
	readonly order: number
	readonly fire: () => void
}

/** Time that passes only when nothing else can happen: everything the simulation waits for is a timer here. */
export class VirtualTime {
	now = 0
	/** By how much somebody has set the clock on the wall, all in all. */
	set = 0
	#timers: Timer[] = []
	#order = 0

	after(milliseconds: number, fire: () => void): void {
		const timer = { at: this.now + Math.max(0, milliseconds), order: this.#order++, fire }
		let place = this.#timers.length
		while (place > 0 && (this.#timers[place - 1]?.at ?? 0) > timer.at) place -= 1
		this.#timers.splice(place, 0, timer)
	}

	wait(milliseconds: number): Promise<void> {
		return new Promise((resolve) => this.after(milliseconds, resolve))
	}

	/** Lets everything run that can without time passing. */
	rest(): Promise<void> {
		return new Promise((resolve) => setImmediate(resolve))
	}

	/** Fires the next timer and lets everything run that can without more time passing. False when no timer is left. */
	async step(): Promise<boolean> {
		const timer = this.#timers.shift()
		if (timer) {
			this.now = timer.at
			timer.fire()
		}
		await this.rest()
		return timer !== undefined || this.#timers.length > 0
	}
}

/** The clock of one simulated process: it stands still for ever once the process is dead. */
export class ProcessClock implements Clock {
	readonly #time: VirtualTime
	readonly #random: Random
	/** 2026-01-01T00:00:00Z */
	static readonly epoch = 1_767_225_600_000
	alive = true

	constructor(time: VirtualTime, random: Random) {
		this.#time = time
		this.#random = random
	}

	now(): number {
		return this.#time.now
	}

	wall(): number {
		return ProcessClock.epoch + this.#time.now + this.#time.set
	}

	random(): number {
		return this.#random.next()
	}

	sleep(milliseconds: number, signal?: StopSignal): Promise<void> {
		return new Promise((resolve) => {
			const wake = () => {
				if (this.alive) resolve()
			}
			if (signal?.aborted) wake()
			else {
				signal?.addEventListener("abort", wake, { once: true })
				// A real timer is late by up to a few milliseconds, and at times by a stall of the event loop.
				const late = this.#random.chance(0.001) ? this.#random.below(400) : this.#random.next() * 2
				this.#time.after(milliseconds + late, wake)
			}
		})
	}
}
