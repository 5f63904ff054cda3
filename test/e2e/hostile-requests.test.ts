import fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Request, requests } from "../../src/ipc/requests.ts"
import { sample } from "../sample.ts"
import { type App, launch } from "./app.ts"

let app: App

beforeAll(async () => {
	app = await launch()
	// What a valid request may open is opened by nobody here.
	await app.electron.evaluate(({ dialog, shell }) => {
		dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
		dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: "" })
		dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
		shell.openPath = () => Promise.resolve("not here")
		shell.openExternal = () => Promise.reject(new Error("A link was opened"))
	})
})
afterAll(() => app?.close())

const strings = fc.oneof(
	fc.string(),
	fc.constantFrom("__proto__", "constructor", "../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "\u0000", "‮"),
	fc.integer({ min: 0, max: 5_000 }).map((length) => "x".repeat(length)),
)
const values = fc.oneof(fc.jsonValue(), strings, fc.double(), fc.constantFrom(undefined, null, -1, 2 ** 53, 1e308))

/** Anything, or an object with the keys that the request wants and anything in them. */
function argumentsOf(name: Request): fc.Arbitrary<unknown> {
	const { argument } = requests[name] as { readonly argument: { readonly shape?: Readonly<Record<string, unknown>> } }
	const keys = Object.keys(argument.shape ?? { kind: 0, run: 0, id: 0, row: 0 })
	return fc.oneof(values, fc.record(Object.fromEntries(keys.map((key) => [key, values])), { requiredKeys: [] }))
}

it("answers whatever is asked in words, and goes on", async () => {
	const names = Object.keys(requests) as Request[]
	const asked = names.flatMap((name, index) =>
		fc.sample(argumentsOf(name), { numRuns: sample(50), seed: index }).map((argument) => [name, argument] as const),
	)
	expect(asked.length).toBeGreaterThan(2_000)
	const odd = await app.page.evaluate(async (asked) => {
		const odd: string[] = []
		for (const [name, argument] of asked) {
			const answer = await window.intergiro
				.ask(name as never, argument as never)
				.catch((error: unknown) => String(error))
			if (typeof answer === "object" && answer.ok) continue
			const said = typeof answer === "object" ? answer.problem.message : undefined
			// By the contract, or by whoever answers, in words of ours and not of the language.
			const isRefused = said?.startsWith("This cannot be used.")
			const isWorded = said !== undefined && !/undefined|not a function|Cannot read|\[object|ENOENT|Error/.test(said)
			if (!isRefused && !isWorded)
				odd.push(`${name} ${JSON.stringify(argument)?.slice(0, 100)}: ${JSON.stringify(answer).slice(0, 200)}`)
		}
		return odd
	}, asked)
	expect(odd.slice(0, 10)).toEqual([])
	expect(await app.page.evaluate("intergiro.ask('state')")).toMatchObject({ ok: true })
	expect(app.electron.windows()).toHaveLength(1)
})
