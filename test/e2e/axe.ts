import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { AxeResults } from "axe-core"
import type { Page } from "playwright-core"
import type { App } from "./app.ts"

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What of a screen is another in another theme. */
const ofTheme = { runOnly: ["color-contrast", "link-in-text-block"] }

/** What axe finds wrong with what is on the screen: rule and the elements that break it. */
async function violations(page: Page, rules: object): Promise<string[]> {
	// Once a page: read anew it takes as long as what it looks at, and is slow again at first.
	if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(source)
	const options = JSON.stringify({ resultTypes: ["violations"], ...rules })
	const found = (await page.evaluate(
		`axe.run(document, ${options}).then(({ violations }) => violations)`,
	)) as AxeResults["violations"]
	return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}

/** The violations of a screen in both themes, with its name. */
export async function inBothThemes({ electron, page }: App, screen: string): Promise<string[]> {
	const found: string[] = []
	for (const theme of ["light", "dark"] as const) {
		await electron.evaluate(({ nativeTheme }, theme) => {
			nativeTheme.themeSource = theme
		}, theme)
		await page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor()
		// Colors move to those of the theme; axe would measure them on their way.
		await page.evaluate(() => {
			const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
			return Promise.allSettled(ending.map(({ finished }) => finished))
		})
		found.push(
			...(await violations(page, theme === "light" ? {} : ofTheme)).map(
				(violation) => `${screen}, ${theme}: ${violation}`,
			),
		)
	}
	return found
}
