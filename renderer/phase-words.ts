import type { RunSnapshot, Waiting } from "../src/contract/progress.ts"
import { duration } from "./duration.ts"

type Counted = (count: number, one: string, many?: string) => string
/** A time of day, of milliseconds since 1970. */
type Time = (at: number) => string
type Looking = {
	readonly [Key in "waiting" | "resends" | "listed" | "ambiguous" | "paused"]?: RunSnapshot[Key] | undefined
}

interface Words {
	readonly title: string
	readonly text: string
}

const phases: Readonly<Record<RunSnapshot["phase"], string>> = {
	ready: "Opening the import",
	preflight: "Reading the customers that exist already",
	sending: "Creating customers",
	settling: "Looking for what is in doubt",
	looking: "Looking whether everybody is there",
	ended: "Writing the files",
}

const stopping: Readonly<Record<RunSnapshot["phase"], string>> = {
	ready: "Stopping before anything is sent",
	preflight: "Stopping: nothing more is read or sent",
	sending: "Stopping: requests on their way are finished first",
	settling: "Stopping: what is in doubt stays so until it is looked for again",
	looking: "Stopping: nothing more is read",
	ended: "Stopping: the files are being written",
}

/** While nothing but time has to pass. */
const waitings: Readonly<Partial<Record<RunSnapshot["phase"], string>>> = {
	preflight: "Waiting before anything is sent",
	settling: "Waiting to look for what is in doubt",
	looking: "Waiting to look once more",
}

/** What a run does now, in a few words. */
export function phaseTitle(snapshot: RunSnapshot | undefined, isRehearsal: boolean, isStopping: boolean): string {
	const { phase = "ready", paused = false, asking, waiting, cards } = snapshot ?? {}
	if (isStopping) return stopping[phase]
	if (asking) return "Paused: go on?"
	if (paused) return "Paused"
	if (waiting?.why === "throttled") return "Waiting for Intergiro"
	if (waiting?.why === "unreachable") return "Waiting for the connection"
	if (waiting?.why === "settling") return waitings[phase] ?? phases[phase]
	if (phase !== "sending") return phases[phase]
	if (cards) return "Adding cards"
	return isRehearsal ? "Rehearsing" : phases.sending
}

/** What there is to know while rows in doubt are looked for. @param left customers that are neither sent nor in doubt */
export function settlingWords(
	{ waiting, resends, ambiguous = 0, paused = false }: Looking,
	left: number,
	counted: Counted,
	time: Time,
): Words {
	// Cards that were to be added are no rows.
	const what = ambiguous === 0 ? "Cards" : counted(ambiguous, "row")
	const creating =
		ambiguous === 0 ? "storing the card" : ambiguous === 1 ? "creating the customer" : "creating customers"
	const next = resends
		? "What Intergiro does not list then is sent again, as you said."
		: left > 0
			? `${counted(left, "customer is", "customers are")} not sent yet, and not sent now: that goes on when you have it go on.`
			: "Everything else is done."
	const stop = "You can stop: what is in doubt stays so, and is looked for the next time."
	if (waiting?.why !== "settling")
		return {
			title: paused ? `Paused with ${what} in doubt` : `${what} in doubt: reading the customers at Intergiro`,
			text: `${next} ${stop}`,
		}
	return {
		title: paused ? `Paused with ${what} in doubt` : `${what} in doubt: looked for at ${until(waiting, time)}`,
		text: `A request was sent, and its answer was lost. Intergiro may still be ${creating}, so it is looked at when that is over; what is not there then is looked for once more a while later. ${next} ${stop}`,
	}
}

/** The same while it is looked whether everybody is there, at the end. */
export function lookingWords({ waiting, listed = 0 }: Looking, left: number, counted: Counted, time: Time): Words {
	const canStop = "You can stop: nothing is lost by it."
	if (waiting?.why === "settling")
		return {
			title: `Not everybody is at Intergiro as sent: looked at again at ${until(waiting, time)}`,
			text: `What is not there yet may show later, so it waits, and asks nothing until then. ${canStop}`,
		}
	const sent = left > 0 ? "Nothing more is sent now." : "Everything was sent."
	const far = listed > 0 ? `: ${counted(listed, "customer")} so far` : ""
	return {
		title: "Looking whether Intergiro has everybody",
		text: `${sent} The customers at Intergiro are read back and compared${far}. ${canStop}`,
	}
}

/** The same before anything is sent. */
export function preflightWords({ waiting, listed = 0 }: Looking, counted: Counted, time: Time): Words {
	if (waiting?.why === "settling")
		return {
			title: `Nothing is sent yet: who is at Intergiro is read at ${until(waiting, time)}`,
			text: "Records of what imports on this computer sent are missing. Something may still be on its way, so it waits until Intergiro shows it. You can stop: nothing was sent.",
		}
	return {
		title: `Reading who is at Intergiro already: ${counted(listed, "customer")} so far`,
		text: "Whoever is there is not created again. How many there are, Intergiro does not say beforehand. Nothing is sent meanwhile.",
	}
}

function until({ at, milliseconds }: Extract<Waiting, { readonly why: "settling" }>, time: Time): string {
	return `${time(at)}, in ${duration(milliseconds)}`
}
