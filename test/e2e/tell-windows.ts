import { afterEach } from "vitest"
import { windows } from "./app.ts"

/** Milliseconds: a window that does not answer has said enough. */
const longest = 5_000

// That something did not come does not say what was there instead, and a machine that nobody watches is not asked twice.
afterEach(async ({ task }) => {
	const error = task.result?.errors?.[0]
	if (error === undefined) return
	for (const page of windows) {
		const shown = await page
			.locator("body")
			.ariaSnapshot({ timeout: longest })
			.catch((reason: unknown) => `nothing: ${reason}`)
		error.message += `\n\nA window showed:\n${shown}`
	}
})
