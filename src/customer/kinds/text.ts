import * as z from "zod"
import { recent } from "../recent.ts"
import { oddInLines } from "./characters.ts"
import { isDate } from "./damage.ts"
import { isDitto } from "./ditto.ts"
import { asItIs, type ValueKind } from "./kind.ts"
import { isOfOtherKind } from "./other-kind.ts"
import { isPlainLine } from "./plain-line.ts"
import { isPlainText } from "./plain-text.ts"
import { mayStandIn, standsForText } from "./stand-in.ts"

/** Any text but none. */
export const anyText = z.string().min(1)

/** Whether a line is fine as it stands, in whatever country. */
function isPlain(line: string): boolean {
	if (isPlainLine(line)) return !mayStandIn(line) && !isDitto(line) && !isDate(line)
	if (line === "0" || !isPlainText(line, "") || line.endsWith("..")) return false
	return !mayStandIn(line) && !isDitto(line) && !isDate(line) && !isOfOtherKind(line)
}

/** The name of somebody or something, or a line of an address. */
export const text = {
	example: "Åsa Öberg",
	schema: anyText,
	read: asItIs,
	invalid: undefined,
	missing: undefined,
	usual: undefined,
	plain: recent(isPlain),
	// What a look-up in a spreadsheet gives for an empty cell; and what it makes of `3 maj`.
	damage: (value) =>
		value === "0"
			? "value.damaged"
			: isDate(value)
				? "value.date"
				: isOfOtherKind(value)
					? "value.other-kind"
					: undefined,
	odd: oddInLines,
	standIn: standsForText,
	isWhole: false,
	oneOf: undefined,
	fits: undefined,
} as const satisfies ValueKind
