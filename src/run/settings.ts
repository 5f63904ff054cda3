import type { Confirmed } from "../contract/card-word.ts"

/** How a run goes about its work. */
export interface RunSettings {
	/** Requests per second; 0 as fast as the server allows. */
	readonly rate: number
	/** Requests in flight at most. */
	readonly concurrency: number
	/** Milliseconds after which a request that was not answered has been applied, or never will be. */
	readonly settle: number
	/** Sends at most so many rows, then stops. */
	readonly first?: number
	/** Rows in doubt that two listings do not hold are sent again. */
	readonly resendUnknown: boolean
	/** Lists what exists before anything is sent, where the key allows it. */
	readonly preflight: boolean
	/** Lists at the end whether everybody is there, where the key allows it. */
	readonly verify: boolean
	/** Milliseconds for which what cannot be reached, and has answered before, is tried again; 15 minutes by default. */
	readonly patience?: number
	/** After many refusals in a row for one reason: stop, the default, or pause and ask. */
	readonly onRefusals?: "stop" | "ask"
	/** Adds cards to customers who exist, and creates nobody. */
	readonly addCards?: boolean
	/** What a person answers to what is asked before cards are sent. */
	readonly confirmCards?: Confirmed
	/** How the fields of requests are written; camelCase by default. */
	readonly letterCase?: "camel" | "snake"
	/** When the first customers come back other than they were sent: stop, the default, ask, or accept it and go on. */
	readonly onDifferences?: "stop" | "ask" | "accept"
	/** A person has looked at what came back otherwise so far, and it is right: it is not asked about again. */
	readonly seenDifferences?: boolean
}

/** As a run is begun where nobody says anything else. */
export const defaultSettings = {
	rate: 20,
	concurrency: 10,
	settle: 120_000,
	patience: 900_000,
	resendUnknown: false,
	preflight: true,
	verify: true,
} as const satisfies RunSettings
