import { describeSystemError } from "../app/system-error.ts"
import { Refusal } from "../customer/refusal.ts"
import { hasCode } from "../journal/disk.ts"
import { UnusableState } from "../sandbox/customers.ts"
import { type Exit, exit, Usage } from "./output.ts"

/** What went wrong, for a person, with the lines below it, and the exit status it means while nothing was sent. */
export function explainError(error: unknown): { message: string; below?: readonly string[]; status: Exit } {
	if (!(error instanceof Error)) return { message: String(error), status: exit.usage }
	if (error instanceof Usage) return { message: error.explanation, below: error.below, status: exit.usage }
	if (error instanceof Refusal) return { message: error.explanation, status: exit[error.ending] }
	if (error instanceof UnusableState) return { message: error.message, status: exit.usage }
	if (error.name === "AbortError") return { message: "Stopped. Nothing was sent.", status: exit.stopped }
	const message = describeSystemError(error) ?? `${error.name}: ${error.message}`
	return { message, status: hasCode(error, "ENOSPC") ? exit.stopped : exit.usage }
}
