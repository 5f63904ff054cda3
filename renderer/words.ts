import { type OutcomeKind, outcomeKinds } from "../src/contract/outcome.ts"
import { inRehearsal } from "../src/contract/rehearsal.ts"
import type { RunReference } from "../src/ipc/run.ts"
import type { Environment } from "../src/ipc/settings.ts"
import { outcomeWords as words } from "../src/run/outcome-words.ts"

export interface Word {
	readonly label: string
	/** What it means for the person who looks at it. */
	readonly meaning: string
	readonly color: string
}

const outcomeColors: Readonly<Record<OutcomeKind, string>> = {
	created: "green",
	existing: "teal",
	adopted: "blue",
	renumbered: "grape",
	invalid: "yellow",
	"left-out": "gray",
	rejected: "red",
	"verification-required": "grape",
	"not-sent": "orange",
	unknown: "orange",
	conflict: "red",
}

/** How a row ended: in words, and in a color that never stands alone. */
export const outcomeWords = Object.fromEntries(
	outcomeKinds.map((kind) => [kind, { ...words[kind], color: outcomeColors[kind] }]),
) as Readonly<Record<OutcomeKind, Word>>

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

/** What a run imports, as a person calls it: a file, or rows that an import of one gave back. */
export function importTitle({ id, file, whole }: Pick<RunReference, "id" | "file" | "whole">): string {
	if (whole === undefined || whole.id === id) return file
	return `${file.startsWith("unknown") ? "Rows in doubt" : "Mended rows"} of ${whole.file}`
}

/** On the sandbox: nothing that is said of it is true of Intergiro. */
export function isRehearsal({ environment }: Pick<RunReference, "environment">): boolean {
	return environment.kind === "sandbox"
}

/** A sentence about Intergiro as it is true of a run. */
export function said(run: Pick<RunReference, "environment">, text: string): string {
	return isRehearsal(run) ? inRehearsal(text) : text
}

const unsaidWords: Readonly<Record<string, string>> = {
	contact: "the name and how to reach them",
	method: "the card",
	currency: "the currency",
	schedule: "the payment schedule",
	limit: "the credit limit",
}

/** What was sent and Intergiro's answer did not say, so that nobody compared it. */
export function unsaidWord(fields: readonly string[]): string {
	const words = fields.map((field) => unsaidWords[field] ?? field)
	return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}

/** How a run ended: all but `finished` left somebody something to do. */
export type End = "nobody" | "open" | "needs" | "finished"

/** How a run stands. */
export type Standing = Exclude<RunReference["state"], "finished"> | End

export function standingOf(run: Pick<RunReference, "state"> & Rest): Standing {
	return run.state === "finished" ? endOf(run) : run.state
}

/** What decides how a run ended: customers who exist, rows that are none, and customers whom somebody has to look after. */
type Rest = Pick<RunReference, "created" | "open" | "needs" | "wrong" | "verified">

/** The one rule by which both the history and a result itself say it. */
export function endOf({ created, open, needs, wrong, verified }: Rest): End {
	if (created === 0) return "nobody"
	if (open > 0) return "open"
	return needs + wrong > 0 || differs(verified) ? "needs" : "finished"
}

/** Whether a comparison with Intergiro found anything that is not as the import left it, or could not tell. */
export function differs(verified: RunReference["verified"]): boolean {
	return verified !== undefined && verified.lines + verified.leftOut - verified.same + verified.inDoubt > 0
}

export const standings: Readonly<Record<Standing, Word>> = {
	running: { label: "Running", meaning: "Under way.", color: "blue" },
	interrupted: { label: "Interrupted", meaning: "The app ended while it ran; it can go on.", color: "orange" },
	stopped: { label: "Stopped", meaning: "Not at its end; it can go on.", color: "yellow" },
	nobody: { label: "Nobody created", meaning: "No row is known to be a customer.", color: "red" },
	open: { label: "Rows left", meaning: "Some rows are no customers: open it to see what to do.", color: "yellow" },
	needs: {
		label: "Needs somebody",
		meaning: "Every row that was not left out is a customer; some have to be looked at: open it to see who.",
		color: "yellow",
	},
	finished: { label: "Finished", meaning: "Every row that was not left out is a customer.", color: "green" },
}

export const keyWords: Readonly<Record<Environment["key"], string>> = {
	private: "private key",
	public: "public key",
	unknown: "key of unknown kind",
	missing: "key missing",
}

/** Whose customers an environment creates, and with which key; of a key that is missing nobody knows what it named. */
export function merchantWords({ kind, merchant, key }: Pick<Environment, "kind" | "merchant" | "key">): string {
	if (kind === "sandbox") return merchant ?? ""
	const named = merchant ?? (key === "missing" ? undefined : "the key does not name its merchant")
	return [named, keyWords[key]].filter((part) => part !== undefined).join(" · ")
}

interface Counting {
	count(value: number): string
	counted(count: number, one: string, many?: string): string
}

/** What a comparison with Intergiro came to, in a line. */
export function verifiedWords(
	{ lines, same, leftOut, inDoubt, notCreated }: NonNullable<RunReference["verified"]>,
	{ count, counted }: Counting,
): string {
	const different = lines + leftOut - same
	const all = notCreated === 0 ? "all there" : `all ${count(lines)} there`
	return [
		different === 0 ? all : `${count(different)} differ`,
		...(inDoubt === 0 ? [] : [`${count(inDoubt)} in doubt`]),
		...(notCreated === 0 ? [] : [`${counted(notCreated, "row")} not created`]),
	].join(", ")
}
