import { styleText } from "node:util"
import { Refusal } from "../customer/refusal.ts"
import { hidden, visible } from "../customer/visible.ts"
import type { EventType } from "./events.ts"

/** Exit statuses of the command line. */
export const exit = { done: 0, incomplete: 1, usage: 2, stopped: 3, inDoubt: 4 } as const

export type Exit = (typeof exit)[keyof typeof exit]

/** What was asked for cannot be done; nothing was sent. The message is for a person, and so is each line below it. */
export class Usage extends Refusal {
	override readonly name = "Usage"

	constructor(
		message: string,
		readonly below: readonly string[] = [],
	) {
		super(message)
	}
}

/** A reader that goes away (`| head`). */
const gone = ["EPIPE", "EIO"]

/**
 * Nothing that happens to its output may end a run, or change what it came to: neither a reader that goes away, nor a
 * terminal that was closed, nor a disk that is full. Only the last is worth telling, where there is still someone to tell.
 */
export function surviveLostOutput(): void {
	let told = false
	process.stdout.on("error", (error: NodeJS.ErrnoException) => {
		if (told || gone.includes(error.code ?? "")) return
		told = true
		note(`The output could not be written: ${error.message}. What was done is not affected.`)
	})
	process.stderr.on("error", () => {})
}

/** Node's own warnings are for programmers; that a part of it is experimental is nobody's business here. */
export function quietWarnings(): void {
	process.removeAllListeners("warning").on("warning", ({ name, message }) => {
		if (name !== "ExperimentalWarning") note(`${name}: ${message}`)
	})
}

/** A part of a line in a style of ours, where it is shown in colours at all. */
export interface Styled {
	readonly style: Parameters<typeof styleText>[0]
	readonly text: string
}

/** One line of several parts. */
export interface Line {
	readonly parts: readonly (string | Styled)[]
}

/** What is said to a person: a string is one line, whatever a name or a server put into it. */
export type Text = string | Line | readonly Text[]

export function styled(style: Styled["style"], text: string): Styled {
	return { style, text }
}

export function line(...parts: Line["parts"]): Line {
	return { parts }
}

/**
 * Text as a terminal gets it, the one door to it: our lines and styles as they are, and what else would steer the terminal, forge a line or
 * turn letters around, wherever it comes from, written out.
 * @param stream that it is written to; without one it has no colours
 */
export function forTerminal(text: Text, stream?: Partial<Pick<NodeJS.WriteStream, "hasColors">>): string {
	const isColoured = stream?.hasColors?.() === true && !process.env.NO_COLOR
	const shown = (part: string | Styled) => {
		if (typeof part === "string") return visible(part)
		return isColoured ? styleText(part.style, visible(part.text), { validateStream: false }) : visible(part.text)
	}
	return linesOf(text)
		.map((one) => (typeof one === "string" ? visible(one) : one.parts.map(shown).join("")))
		.join("\n")
}

function linesOf(text: Text): readonly (string | Line)[] {
	return typeof text === "string" || "parts" in text ? [text] : text.flatMap(linesOf)
}

/** With an empty line between one and the next. */
export function apart(texts: readonly Text[]): Text {
	return texts.flatMap((text, index) => (index === 0 ? [text] : ["", text]))
}

/** For the reader of the result. */
export function print(text: Text): void {
	process.stdout.write(`${forTerminal(text, process.stdout)}\n`)
}

/** What JSON may have as it is, and what a terminal takes for more than a letter. */
function inJson(sign: string): string {
	return Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`).join(
		"",
	)
}

/** A line of JSON for machines, of the form that `eventSchema` has. */
export function printJson(event: { readonly type: EventType; readonly [field: string]: unknown }): void {
	process.stdout.write(`${JSON.stringify(event).replace(hidden, inJson)}\n`)
}

/** For the person who watches. */
export function note(text: Text): void {
	process.stderr.write(`${forTerminal(text, process.stderr)}\n`)
}
