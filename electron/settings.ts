import { join } from "node:path"
import * as z from "zod"
import { JsonFile } from "../src/app/json-file.ts"
import { allCleaning, cleaningSchema } from "../src/customer/cleaning.ts"
import { type Settings, settingsSchema } from "../src/ipc/settings.ts"

const defaults: Settings = {
	theme: "auto",
	rate: 20,
	concurrency: 10,
	settle: 120,
	browser: { colorDepth: 24, width: 2560, height: 1440, locale: "en-GB", timezone: -120, parent: "" },
	cleaning: allCleaning,
	fullResults: false,
	environment: "sandbox",
	letterCase: "camel",
}

/** What `settings.json` holds. */
export const keptSchema = z.object({
	// Settings of before there were these switches stay good.
	settings: settingsSchema.extend({
		cleaning: cleaningSchema.default(allCleaning),
		fullResults: z.boolean().default(false),
		letterCase: settingsSchema.shape.letterCase.default("camel"),
	}),
	recent: z.array(z.string()),
	/** Of recent workbooks, the sheet that was meant. */
	sheets: z.record(z.string(), z.string()).default({}),
	/** Where new run folders are made, where a person chose that. */
	runs: z.string().optional(),
	window: z
		.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), maximized: z.boolean() })
		.optional(),
})

/** What the app remembers of its person: settings, recent files, the place of the window. */
export class Preferences {
	readonly #file: JsonFile<typeof keptSchema>

	constructor(home: string) {
		this.#file = new JsonFile(join(home, "settings.json"), keptSchema, {
			settings: defaults,
			recent: [],
			sheets: {},
		})
	}

	/** What a person should know of how it was read. */
	get told(): readonly string[] {
		return this.#file.told
	}

	get settings(): Settings {
		return this.#file.value.settings
	}

	/** Throws when it cannot be written. */
	change(settings: Partial<Settings>): Settings {
		const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
		this.#file.value = { ...this.#file.value, settings: { ...this.settings, ...given } }
		return this.settings
	}

	get recent(): readonly string[] {
		return this.#file.value.recent
	}

	/** @param sheet of a workbook, the one that is meant, where that is said */
	opened(path: string, sheet?: string) {
		const recent = [path, ...this.recent.filter((one) => one !== path)].slice(0, 8)
		const all = { ...this.#file.value.sheets, ...(sheet === undefined ? {} : { [path]: sheet }) }
		const sheets = Object.fromEntries(Object.entries(all).filter(([of]) => recent.includes(of)))
		this.#keepIfPossible({ recent, sheets })
	}

	/** The sheet of a workbook that was meant the last time. */
	sheetOf(path: string): string | undefined {
		return this.#file.value.sheets[path]
	}

	get runs() {
		return this.#file.value.runs
	}

	/** Throws when it cannot be written. */
	keepRunsIn(runs: string) {
		this.#file.value = { ...this.#file.value, runs }
	}

	get window() {
		return this.#file.value.window
	}

	placed(window: NonNullable<z.infer<typeof keptSchema>["window"]>) {
		this.#keepIfPossible({ window })
	}

	/** What nobody would miss: no work ends because of it. */
	#keepIfPossible(more: Partial<z.infer<typeof keptSchema>>) {
		try {
			this.#file.value = { ...this.#file.value, ...more }
		} catch {
			// Not kept.
		}
	}
}
