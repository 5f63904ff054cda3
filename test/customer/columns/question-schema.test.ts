import { expect, test } from "vitest"
import * as z from "zod"
import { questionEventSchema } from "../../../src/customer/columns/question-schema.ts"

/** `npm run docs:findings` writes it. */
test("docs/question.schema.json is what the code says", async () => {
	const schema = z.toJSONSchema(questionEventSchema, { io: "input" })
	const text = `${JSON.stringify({ title: "A question, as --json writes it", ...schema }, undefined, "\t")}\n`
	await expect(text).toMatchFileSnapshot("../../../docs/question.schema.json")
})
