import { inCommands } from "./command-words.ts"
import type { Sentences } from "./sentences.ts"

/**
 * What somebody asked for cannot be done, and nothing of it was: the base of all errors that people see as they are. The message says what is
 * wrong, where, and what to do, in whole sentences. Here, since every room may know customers.
 */
export class Refusal extends Error {
	/** How a command line ends: as wrongly used, or as stopped before its end, so that the same command goes on. */
	readonly ending: "usage" | "stopped" = "usage"

	/** @param told for a shell to say in its own words; the message is in those of the command line */
	constructor(
		readonly told: Sentences,
		options?: ErrorOptions,
	) {
		super(inCommands(told), options)
	}

	/** All that a person has to be told at the command line, where only a text can be. */
	get explanation(): string {
		return this.message
	}
}
