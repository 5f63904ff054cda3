import { readFile } from "node:fs/promises"
import { expect, test } from "vitest"
import * as z from "zod"
import { keptSchema } from "../../electron/settings.ts"
import { inJsonFile } from "../../src/app/json-file.ts"
import { eventSchema } from "../../src/cli/events.ts"
import { mappingSchema } from "../../src/customer/columns/mapping.ts"
import { questionEventSchema } from "../../src/customer/columns/question-schema.ts"
import { summarySchema } from "../../src/report/summary.ts"

/** `npm run docs:findings` writes them. */
test.each([
	["question", "A question, as --json writes it", questionEventSchema],
	["events", "What --json writes: a line of JSON for each event", eventSchema],
	["mapping", "A mapping file of version 2", mappingSchema],
	["summary", "summary.json of a run folder, of version 2; what is not required is not in version 1", summarySchema],
	["settings", "settings.json of the desktop app", inJsonFile(keptSchema)],
])("docs/schemas/%s.schema.json is what the code says", async (name, title, schema) => {
	const text = `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: "input" }) }, undefined, "\t")}\n`
	await expect(text).toMatchFileSnapshot(`../../docs/schemas/${name}.schema.json`)
})

test("every schema says of which version of the form it is", async () => {
	for (const name of ["mapping", "summary", "settings"]) {
		const schema: unknown = JSON.parse(
			await readFile(new URL(`../../docs/schemas/${name}.schema.json`, import.meta.url), "utf8"),
		)
		expect(schema).toMatchObject({ properties: { version: {} }, required: expect.arrayContaining(["version"]) })
	}
})
