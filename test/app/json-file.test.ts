import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import * as z from "zod"
import { JsonFile } from "../../src/app/json-file.ts"

const list = z.array(z.object({ name: z.string(), rows: z.number().optional() }))
const nested = z.object({
	pace: z.object({ rate: z.number().max(100), lanes: z.number() }),
	recent: z.array(z.string()),
	folder: z.string().optional(),
})
const initial = { pace: { rate: 20, lanes: 10 }, recent: [] }

let folder = ""
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "json-file-"))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const path = () => join(folder, "kept.json")
const others = () => readdirSync(folder).filter((name) => name !== "kept.json")

describe("a small file", () => {
	it("comes back as it was written, readable by nobody else, and says nothing", () => {
		new JsonFile(path(), list, []).value = [{ name: "a", rows: 1 }]
		const again = new JsonFile(path(), list, [])
		expect(again.value).toEqual([{ name: "a", rows: 1 }])
		expect(again.told).toEqual([])
		expect(others()).toEqual([])
		expect(statSync(path()).mode & 0o777).toBe(0o600)
	})

	it("says of which version its form is, and takes what 0.1.0 wrote, which said none", () => {
		writeFileSync(path(), '[{"name":"a"}]')
		const file = new JsonFile(path(), list, [])
		expect([file.value, file.told, others()]).toEqual([[{ name: "a" }], [], []])
		file.value = [{ name: "b" }]
		expect(JSON.parse(readFileSync(path(), "utf8"))).toEqual({ version: 1, data: [{ name: "b" }] })
	})

	it("keeps what a newer version wrote aside, also where all of it seems to fit, and says so", () => {
		const text = '{"version":2,"data":[{"name":"a"}]}'
		writeFileSync(path(), text)
		const file = new JsonFile(path(), list, [])
		expect(file.value).toEqual([{ name: "a" }])
		const [aside = ""] = others()
		expect(file.told.join()).toMatch(/A newer version of this app wrote kept\.json\./)
		file.value = [{ name: "b" }]
		expect(readFileSync(join(folder, aside), "utf8")).toBe(text)
	})

	it.each([
		["an entry that does not fit", list, '[{"name":"a"},{"name":7},{"name":"b"}]', [], [{ name: "a" }, { name: "b" }]],
		["what a newer version added to an entry", list, '[{"name":"a","mood":"new"}]', [], [{ name: "a" }]],
		["a version that is none", list, '{"version":"?","data":[{"name":"a"}]}', [], [{ name: "a" }]],
		["what stands beside it", list, '{"version":1,"data":[{"name":"a"}],"more":1}', [], [{ name: "a" }]],
		["no JSON", list, "[{", [], []],
		["nothing in it", list, "", [], []],
		[
			"a value out of range, deep inside",
			nested,
			'{"pace":{"rate":5000,"lanes":3},"recent":["x"],"folder":"f"}',
			initial,
			{ pace: { rate: 20, lanes: 3 }, recent: ["x"], folder: "f" },
		],
	])("takes all but %s, and keeps it aside as it was before it is written", (_, schema, text, start, expected) => {
		writeFileSync(path(), text)
		const file = new JsonFile<z.ZodType>(path(), schema, start)
		expect(file.value).toEqual(expected)
		const [aside = ""] = others()
		expect(file.told.join()).toContain(aside)
		file.value = expected
		expect(readFileSync(join(folder, aside), "utf8")).toBe(text)
		// Once, however often it is read.
		writeFileSync(path(), text)
		expect(new JsonFile<z.ZodType>(path(), schema, start).told).toHaveLength(1)
		expect(others()).toEqual([aside])
	})

	it("takes the place of whatever is no file, which gets another name as it is, and says so once", () => {
		new JsonFile(join(path(), "inner.json"), list, []).value = [{ name: "inner" }]
		const file = new JsonFile(path(), list, [])
		expect([file.value, file.told]).toEqual([[], [expect.stringContaining("is called kept.set-aside-1.json now")]])
		file.value = [{ name: "a" }]
		expect(new JsonFile(path(), list, [])).toMatchObject({ value: [{ name: "a" }], told: [] })
		expect(new JsonFile(join(folder, "kept.set-aside-1.json/inner.json"), list, []).value).toEqual([{ name: "inner" }])
	})

	it("is not written over where it could not be read", () => {
		writeFileSync(join(folder, "file"), "")
		const file = new JsonFile(join(folder, "file", "kept.json"), list, [])
		expect(file.told.join()).toMatch(/is a file, not a folder/)
		expect(() => {
			file.value = [{ name: "a" }]
		}).toThrow()
		expect(file.value).toEqual([])
	})

	it("leaves what is there, and no draft, where it cannot be written", () => {
		const file = new JsonFile(path(), list, [])
		file.value = [{ name: "a" }]
		const cyclic: { name: string; self?: unknown } = { name: "b" }
		cyclic.self = cyclic
		expect(() => {
			file.value = [cyclic]
		}).toThrow()
		expect(file.value).toEqual([{ name: "a" }])
		expect(new JsonFile(path(), list, []).value).toEqual([{ name: "a" }])
		expect(others()).toEqual([])
	})
})
