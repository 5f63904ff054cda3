import type { Environment, RunReference } from "../src/ipc.ts"
import type { OutcomeKind } from "../src/run/outcome.ts"

export interface Word {
	readonly label: string
	/** What it means for the person who looks at it. */
	readonly meaning: string
	readonly color: string
}

/** How a row ended, in words. */
export const outcomeWords: Readonly<Record<OutcomeKind, Word>> = {
	created: { label: "Created", meaning: "New customers at Intergiro.", color: "green" },
	existing: { label: "Already there", meaning: "Found before anything was sent; not created again.", color: "teal" },
	adopted: { label: "Confirmed", meaning: "The answer was lost; read back and found.", color: "blue" },
	invalid: { label: "Invalid", meaning: "Failed a check; never sent.", color: "yellow" },
	rejected: { label: "Declined", meaning: "Intergiro refused them. See errors.csv.", color: "red" },
	"verification-required": {
		label: "Cardholder needed",
		meaning: "3-D Secure has to be done by the cardholder.",
		color: "grape",
	},
	"not-sent": { label: "Not sent", meaning: "Given up, and certainly not created.", color: "orange" },
	unknown: { label: "In doubt", meaning: "Sent, and not known whether created.", color: "orange" },
	conflict: { label: "Conflict", meaning: "Intergiro has several customers of this number.", color: "red" },
}

export const environmentColors: Readonly<Record<Environment["kind"], string>> = {
	sandbox: "teal",
	test: "blue",
	live: "red",
}

export const environmentLabels: Readonly<Record<Environment["kind"], string>> = {
	sandbox: "Sandbox",
	test: "Test",
	live: "Live",
}

/** `Sandbox`, or `Live: Acme AB`. */
export function environmentTitle({ kind, name }: Pick<Environment, "kind" | "name">): string {
	return kind === "sandbox" ? environmentLabels.sandbox : `${environmentLabels[kind]}: ${name}`
}

export const runStates: Readonly<Record<RunReference["state"], Word>> = {
	running: { label: "Running", meaning: "Under way.", color: "blue" },
	interrupted: { label: "Interrupted", meaning: "The app ended while it ran; it can go on.", color: "orange" },
	stopped: { label: "Stopped", meaning: "Not at its end; it can go on.", color: "yellow" },
	finished: { label: "Finished", meaning: "Every row has its outcome.", color: "green" },
}
