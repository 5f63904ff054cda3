import type { Outcome, Search, Spelled } from "./outcome.ts"

/** How a number ended for good. What is `unknown` is a doubt, and no end. */
export type FinalOutcome = Exclude<Outcome, { kind: "unknown" }>

/**
 * What the journal says of one customer number. Whatever was ever sent and has no proof is a `doubt`, or has one in it: there is no
 * state in which it could be forgotten.
 */
export type NumberState =
	| {
			readonly kind: "settled"
			readonly row: number
			readonly attempt: number
			readonly outcome: FinalOutcome
			/** The card tokens that it was sent with last, each as the hash that the ledger knows it by. */
			readonly tokens?: readonly string[]
			/** As of what is free, where the outcome proves nothing of it: nobody was found, or the row has an error now. */
			readonly ended?: Doubt
	  }
	/** The request is under way: in doubt if the program ends now, or if it was in doubt before. */
	| {
			readonly kind: "in-flight"
			readonly row: number
			readonly attempt: number
			/** When it was written down: milliseconds since 1970. */
			readonly at: number
			/** A complete listing before the request did not hold the number: one match later is ours. */
			readonly listed: boolean
			readonly tokens?: readonly string[]
			readonly before: Doubt | undefined
			/** As of what is free. */
			readonly ended?: Doubt
	  }
	| Doubt
	/** Tried, and certainly not applied, or said to be absent by a person: free to be sent. */
	| {
			readonly kind: "free"
			readonly attempt: number
			readonly code: string
			readonly row?: number
			/**
			 * It was sent, and in doubt, before a person said that it is not there: who is found all the same was made by that, and a refusal
			 * proves nothing, as its card token may be spent.
			 */
			readonly ended?: Doubt
	  }

export type Settled = Extract<NumberState, { kind: "settled" }>

/** Sent, or perhaps sent, and not known whether applied. Never sent again without consent. */
export interface Doubt extends Search {
	readonly kind: "doubt"
	readonly row: number
	readonly attempt: number
	/** When it was sent at the latest: milliseconds since 1970. */
	readonly at: number
	readonly code: string
	readonly message: string
	/** A complete listing before one of its requests did not hold the number: one match later is ours. */
	readonly listed: boolean
	readonly tokens?: readonly string[]
	/** In this session it may be sent once more. */
	readonly consented: boolean
	/** This run sent it, and it was refused: whoever is there was not made by that. */
	readonly refused?: true
	/** Never sent: this one may be the same customer. */
	readonly other?: Spelled
}

/** This run did not send it, or what it sent was refused: whoever is there was made by another. */
export function isOfOthers({ attempt, refused }: Pick<Doubt, "attempt" | "refused">): boolean {
	return attempt === 0 || refused === true
}

/** Another run may have sent it, and so spent its card token: by its ledger, or by the file. */
const sentByOthers: readonly string[] = ["earlier-run", "from-unknown"]

/** Whether it may have been sent, by whichever run: then a refusal proves nothing. */
export function mayBeSent({ attempt, code }: Pick<Doubt, "attempt" | "code">): boolean {
	return attempt > 0 || sentByOthers.includes(code)
}

/** The code of what is free since a person said that Intergiro does not have it. */
export const saidAbsent = "said-absent"

/** A person said that Intergiro does not have it, and it was not sent since. */
export function isSaidAbsent(state: NumberState | undefined): state is Extract<NumberState, { kind: "free" }> {
	return state?.kind === "free" && state.code === saidAbsent
}

/** The doubt in a state, if any: an answer still awaited is none, but what was in doubt before it is. */
export function doubtIn(state: NumberState | undefined): Doubt | undefined {
	switch (state?.kind) {
		case "doubt":
			return state
		case "in-flight":
			return state.before
		case "settled":
		case "free":
		case undefined:
			return undefined
	}
}

/** What was in doubt until a person said that Intergiro does not have it. */
export function endedDoubt(state: NumberState | undefined): Doubt | undefined {
	return state === undefined || state.kind === "doubt" ? undefined : state.ended
}

/** The card tokens that a number was sent with last, and that may be spent. */
export function tokensOf(state: NumberState | undefined): { readonly tokens?: readonly string[] } {
	if (state === undefined) return {}
	const own = state.kind === "free" ? state.ended?.tokens : state.tokens
	const tokens = own ?? (state.kind === "in-flight" ? state.before?.tokens : undefined)
	return tokens ? { tokens } : {}
}

/** How a number ended so far; nothing while it is still to be sent. */
export function outcomeOf(state: NumberState | undefined): Outcome | undefined {
	if (state?.kind === "settled") return state.outcome
	const doubt = doubtIn(state)
	if (!doubt) return undefined
	const { code, message, other } = doubt
	return { kind: "unknown", code, message, ...(other ? { other } : {}), ...searchOf(doubt) }
}

/** What looking for it came to, and nothing else. */
export function searchOf({ sought, there }: Search): Search {
	return { ...(sought ? { sought } : {}), ...(there ? { there } : {}) }
}
