import type { RunSnapshot } from "../src/contract/progress.ts"
import { duration } from "./duration.ts"

type Counted = (count: number, one: string, many?: string) => string
type Looking = { readonly [Key in "waiting" | "resends" | "listed"]?: RunSnapshot[Key] | undefined }

/** What there is to know while rows in doubt are looked for. @param left customers that are neither sent nor in doubt */
export function settlingWords({ resends }: Looking, left: number, counted: Counted): string {
	const next = resends
		? "What Intergiro does not list then is sent again, as you said."
		: left > 0
			? `${counted(left, "customer is", "customers are")} not sent yet, and not sent now: that goes on when you have it go on.`
			: "Everything else is done."
	return `${next} A request of which nobody knows what became may still take effect for a while; only after that is it certain who exists. You can stop: these rows stay in doubt, and are looked for the next time.`
}

/** The same while it is looked whether everybody is there, at the end. */
export function lookingWords(
	{ waiting, listed = 0 }: Looking,
	left: number,
	counted: Counted,
): { readonly title: string; readonly text: string } {
	const canStop = "You can stop: nothing is lost by it."
	if (waiting?.why === "settling")
		return {
			title: `Not everybody is at Intergiro as sent: looked at again in ${duration(waiting.milliseconds)}`,
			text: `What is not there yet may show later, so it waits, and asks nothing until then. ${canStop}`,
		}
	const sent = left > 0 ? "Nothing more is sent now." : "Everything was sent."
	const far = listed > 0 ? `: ${counted(listed, "customer")} so far` : ""
	return {
		title: "Looking whether Intergiro has everybody",
		text: `${sent} The customers at Intergiro are read back and compared${far}. ${canStop}`,
	}
}
