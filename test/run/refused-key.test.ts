import { expect, test } from "vitest"
import { made, TestRun } from "./world.ts"

test.each([
	[401, "wrong-environment"],
	[403, "listing-failed"],
])("a list of what exists that is refused with %i stops before anything is sent, as %s", async (refuses, kind) => {
	const run = new TestRun({ answer: made, refuses }, { preflight: true })
	expect(await run.run()).toMatchObject({ kind })
	expect(run.sent).toHaveLength(0)
})
