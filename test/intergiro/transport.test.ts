import type { Dispatcher } from "undici"
import { expect, test } from "vitest"
import { exchange } from "../../src/intergiro/transport.ts"

const request = { origin: "http://127.0.0.1", method: "POST", path: "/", headers: {}, body: "{}" } as const

/** Hands the handler over instead of sending anything. */
function capture() {
	let handler: Dispatcher.DispatchHandler | undefined
	const aborted: Error[] = []
	const dispatcher = {
		dispatch(_: unknown, given: Dispatcher.DispatchHandler) {
			handler = given
		},
	}
	const controller = { abort: (reason: Error) => void aborted.push(reason) }
	return {
		dispatcher: dispatcher as unknown as Dispatcher,
		aborted,
		start: () => handler?.onRequestStart?.(controller as unknown as Dispatcher.DispatchController, {}),
		fail: (error: Error) => handler?.onResponseError?.(controller as unknown as Dispatcher.DispatchController, error),
	}
}

test("a request that was given up while it waited never leaves", async () => {
	const { dispatcher, start, aborted } = capture()
	const result = await exchange(dispatcher, request, { timeout: 1, size: 1 })
	expect(result).toMatchObject({ kind: "failure", sent: false, error: { name: "TimedOut" } })
	start()
	expect(aborted).toHaveLength(1)
})

test("a request that is about to leave a second time is stopped, and counts as sent", async () => {
	const { dispatcher, start, fail, aborted } = capture()
	const pending = exchange(dispatcher, request, { timeout: 30_000, size: 1 })
	start()
	expect(aborted).toHaveLength(0)
	start()
	expect(aborted).toHaveLength(1)
	fail(aborted[0] ?? new Error())
	expect(await pending).toMatchObject({ kind: "failure", sent: true })
})

test("a request that cannot be dispatched was not sent", async () => {
	const dispatcher = {
		dispatch() {
			throw new Error("no")
		},
	} as unknown as Dispatcher
	expect(await exchange(dispatcher, request, { timeout: 30_000, size: 1 })).toMatchObject({ sent: false })
})
