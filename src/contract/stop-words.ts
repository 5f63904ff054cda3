import type { StopReason } from "./progress.ts"

/** What a person is told of an import that stopped. */
export interface StopWords {
	readonly title: string
	/** What it is for, where that has to be explained. */
	readonly why?: string
	readonly what: readonly string[]
	/** Nothing went wrong. */
	readonly calm?: boolean
}

/** Why an import stopped before its end, and what to do about it. */
export const stopWords: Readonly<Record<StopReason["kind"], StopWords>> = {
	asked: {
		title: "You stopped the import",
		what: ["Go on with the rest whenever you like: nobody is created twice."],
		calm: true,
	},
	// Where some were sent, they are shown instead.
	first: {
		title: "Only rows in doubt were looked for; nothing was sent",
		what: ["Go on with the rest whenever you like: nobody is created twice."],
		calm: true,
	},
	breaker: {
		title: "Stopped to be safe: too many requests had no clear answer",
		why: "An answer that is lost or says nothing leaves a customer in doubt. After five in a row, or more than half of the last twenty, nothing more is sent, so that there are no more of them.",
		what: [
			"Look whether this computer is on the internet, and whether Intergiro has an outage.",
			"Wait a few minutes, then go on with the rest, with fewer requests per second if it happens again.",
		],
	},
	unreachable: {
		title: "Intergiro could not be reached",
		why: "It was tried again for as long as makes sense. What did not get through created nobody.",
		what: ["Look whether this computer is on the internet, and whether the URL is right.", "Then go on with the rest."],
	},
	refusals: {
		title: "Stopped to be safe: many customers in a row were declined for one reason",
		why: "So many are hardly so many bad cards: the key, the file or the merchant's contract may be the reason. Each try may spend a card token.",
		what: ["Find out what the reason means.", "If it is as it has to be, go on with the rest."],
	},
	differences: {
		title: "Stopped to be safe: a customer came back other than it was sent",
		why: "The first customers are compared with what was sent, so that not all are created in a wrong way.",
		what: ["Look at the customer at Intergiro.", "If it is as it has to be, go on with the rest, and accept it."],
	},
	"wrong-environment": {
		title: "Intergiro did not accept the key or the address",
		what: ["Enter a new key, or correct the URL.", "Then go on with the rest."],
	},
	throttled: {
		title: "Intergiro asks to come back later (429)",
		why: "It turned requests away for so long that waiting makes no sense. Those that were turned away created nobody.",
		what: ["Wait as long as it says.", "Then go on with the rest, with fewer requests per second."],
	},
	"reading-failed": {
		title: "The customers at Intergiro could not be read one by one",
		why: "Each is read before a card is added to it, so that none is added twice, or to somebody else.",
		what: [
			"Look whether this computer is on the internet, and whether the key may read customers.",
			"Then add the cards again.",
		],
	},
	"listing-failed": {
		title: "The customers at Intergiro could not be read",
		why: "Without knowing who exists, nothing is sent and nothing in doubt is decided.",
		what: ["Look whether this computer is on the internet.", "Then go on with the rest."],
	},
	"journal-failed": {
		title: "The disk could not be written to",
		why: "What cannot be written down is not sent.",
		what: ["Make room on the disk, or repair it.", "Then go on with the rest."],
	},
}
