import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { AxeResults } from "axe-core"
import type { Page } from "playwright-core"

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What axe finds wrong with what is on the screen: rule and the elements that break it. */
export async function violations(page: Page): Promise<string[]> {
	await page.evaluate(source)
	const found = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as AxeResults
	return found.violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
	)
}
