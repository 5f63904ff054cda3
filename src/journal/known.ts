import type { NumberState } from "../contract/number-state.ts"
import { isMapped } from "../contract/outcome.ts"

type Known = { readonly tokens?: readonly string[] | undefined } & (
	| { readonly id: string; readonly given?: string | undefined }
	| { readonly listed: boolean }
)

/** What a run's knowledge of a number means to later runs; nothing when it left no trace at Intergiro. */
export function knownOf(state: NumberState): Known | undefined {
	switch (state.kind) {
		case "doubt":
			return { listed: state.listed, tokens: state.tokens }
		case "in-flight":
			return { listed: state.listed || (state.before?.listed ?? false), tokens: state.tokens ?? state.before?.tokens }
		case "free":
			return undefined
		case "settled": {
			const { outcome, tokens } = state
			if (isMapped(outcome)) return { id: outcome.id, tokens, given: "given" in outcome ? outcome.given : undefined }
			return outcome.kind === "conflict" ? { listed: false, tokens } : undefined
		}
	}
}
