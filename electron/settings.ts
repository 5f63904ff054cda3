import { join } from "node:path"
import * as z from "zod"
import { allCleaning, cleaningSchema } from "../src/customer/cleaning.ts"
import { type Mapping, mappingSchema } from "../src/customer/mapping.ts"
import { type Settings, settingsSchema } from "../src/ipc.ts"
import { JsonFile } from "./json-file.ts"

const defaults: Settings = {
	theme: "auto",
	rate: 20,
	concurrency: 10,
	settle: 120,
	browser: { colorDepth: 24, width: 2560, height: 1440, locale: "en-GB", timezone: -120, parent: "" },
	cleaning: allCleaning,
	environment: "sandbox",
}

const keptSchema = z.object({
	// Settings of before there were these switches stay good.
	settings: settingsSchema.extend({ cleaning: cleaningSchema.default(allCleaning) }),
	recent: z.array(z.string()),
	/** Header → mapping, newest last. */
	mappings: z.array(z.object({ header: z.string(), mapping: mappingSchema })),
	window: z
		.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), maximized: z.boolean() })
		.optional(),
})

/** What the app remembers of its person: settings, recent files, mappings, the place of the window. */
export class Preferences {
	readonly #file: JsonFile<typeof keptSchema>

	constructor(home: string) {
		this.#file = new JsonFile(join(home, "settings.json"), keptSchema, { settings: defaults, recent: [], mappings: [] })
	}

	get settings(): Settings {
		return this.#file.value.settings
	}

	change(settings: Partial<Settings>): Settings {
		const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
		this.#file.value = { ...this.#file.value, settings: { ...this.settings, ...given } }
		return this.settings
	}

	get recent(): readonly string[] {
		return this.#file.value.recent
	}

	opened(path: string) {
		this.#file.value = { ...this.#file.value, recent: [path, ...this.recent.filter((one) => one !== path)].slice(0, 8) }
	}

	/** The mapping that was used for a file with this header. */
	mappingFor(columns: readonly string[]): Mapping | undefined {
		const header = JSON.stringify(columns)
		return this.#file.value.mappings.find((one) => one.header === header)?.mapping
	}

	remember(columns: readonly string[], mapping: Mapping) {
		const header = JSON.stringify(columns)
		const others = this.#file.value.mappings.filter((one) => one.header !== header)
		this.#file.value = { ...this.#file.value, mappings: [...others.slice(-49), { header, mapping }] }
	}

	get window() {
		return this.#file.value.window
	}

	placed(window: NonNullable<z.infer<typeof keptSchema>["window"]>) {
		this.#file.value = { ...this.#file.value, window }
	}
}
