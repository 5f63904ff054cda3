import type { Audience } from "./claims.ts"
import type { Cleaning } from "./cleaning.ts"
import type { Browser } from "./creatable.ts"
import type { FileFacts } from "./lines/file-facts.ts"

/** How rows are checked. Plain JSON, so that a worker can be told and the journal can keep it. */
export interface CheckOptions {
	/** Milliseconds since 1970: what "expired" is measured against. */
	readonly now: number
	/** Browser values for rows whose file has none. */
	readonly browser: Browser
	readonly cleaning: Cleaning
	/** What kind of card tokens the API key takes, when that is known. */
	readonly audience?: Audience
	/** What is known of the whole file; without it each row is judged by itself. */
	readonly facts?: FileFacts
	/** Names of columns that a question is about: of none it is said that it is left out. */
	readonly inQuestion?: readonly string[]
}

/** The browser values of the API's own sample. */
export const defaultBrowser: Browser = {
	colorDepth: 24,
	resolution: [2560, 1440],
	java: false,
	javascript: true,
	locale: "en-GB",
	timezone: -120,
}
