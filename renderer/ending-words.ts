import type { FollowUpReason } from "../src/contract/follow-up.ts"
import { needsCount, needsOf } from "../src/contract/needs.ts"
import type { OutcomeKind } from "../src/contract/outcome.ts"
import { rowsLeft } from "../src/contract/row-counts.ts"
import type { CreatedBefore, Result } from "../src/ipc/result.ts"
import type { RunReference } from "../src/ipc/run.ts"
import { endOf, isRehearsal } from "./words.ts"

type Counted = (count: number, one: string, many?: string) => string

/** What a comparison with Intergiro came to, where there was one. */
type Verified = RunReference["verified"]

/** How many of which rows or customers, and what to do about them. */
export type Step = { readonly count: number; readonly words: string } & (
	| { readonly rows: OutcomeKind }
	| { readonly customers: FollowUpReason }
)

/** How an import ended, by what to do next. */
export interface EndingWords {
	/** `good`: everybody exists as the file has them, and there is nothing to do. */
	readonly tone: "good" | "mixed" | "bad"
	readonly title: string
	/** Sentences. */
	readonly told: readonly string[]
	/** The most urgent first. */
	readonly steps: readonly Step[]
}

/** What there is to do about rows that are no customers, the most urgent first; the sandbox knows nothing of real cards. */
const ofRows: readonly (readonly [kind: OutcomeKind, what: string | ((result: Result) => string)])[] = [
	["unknown", inDoubt],
	["conflict", "with several customers: decide which one stays"],
	["rejected", ({ run }) => (isRehearsal(run) ? "declined by the sandbox" : "declined: ask for new cards")],
	[
		"verification-required",
		({ run }) =>
			isRehearsal(run) ? "held by the sandbox for the cardholder" : "waiting for the cardholder to verify the card",
	],
	["invalid", "with errors: mend them"],
	["not-sent", "not sent: import them again"],
]

/** The same about customers who exist. */
const ofCustomers: Readonly<Record<FollowUpReason, string | ((result: Result) => string)>> = {
	twice: "there several times: decide which one stays",
	conflict: "there several times: decide which one stays",
	missing: "not listed at Intergiro: look at them",
	"in-doubt": "in doubt: look at them",
	"card-in-doubt": "with a card in doubt: say whether it is there",
	"card-waiting": "with a card that waits for another import",
	"card-question": "with a card, of whom only you can say whether they are the right ones",
	"card-alike": "with a card that may be the one that is there: say which it is",
	"card-twice": "with a card there twice: have one of the two removed",
	"other-person": "with another name or e-mail at Intergiro: look whether they are the same customers",
	renumbered: "with another customer number at Intergiro: look at them",
	"card-missing": "without the card that was sent: ask for a new one",
	"card-unknown": "of whom it is not known whether the card is there: look at them",
	"verification-required": "waiting for the cardholder to verify the card",
	rejected: "declined: ask for new cards",
	"no-customer": "not there: look whether the number is right",
	differs: "other at Intergiro than in the file: look at them",
	"card-expired": "with an expired card: ask for another one",
	"card-not-stored": withoutCard,
	"card-expiring": "with a card that expires soon: ask for another one",
	"no-card": "without a card in the file: look whether they pay in another way",
}

/** A card that was refused is not to be added once more. */
function withoutCard({ tokens }: Pick<Result, "tokens">): string {
	const toAdd = tokens["not-stored"] > 0
	const toRenew = tokens.refused + tokens["not-added"] > 0
	const what =
		toAdd && toRenew
			? "have it added, or ask for a new one where it was refused"
			: toRenew
				? "ask for a new one, as it was refused or cannot be added"
				: "have it added"
	return `there before, and without the card of this file: ${what}`
}

const madeOtherwise =
	"with another name or e-mail at Intergiro, as this app created them from this file before: correct them there"

function inDoubt({ run, outcomes, asked }: Result): string {
	const those = outcomes.unknown === 1 ? "it" : "them"
	const sent = run.looked ? `say what became of ${those}, or send ${those} again` : `one click looks for ${those} again`
	if (asked === 0) return `in doubt: ${sent}`
	const unsent = "not sent: say whether the other spelling of the number is the same customer"
	return asked === outcomes.unknown ? unsent : `in doubt, ${asked} of them ${unsent}; the others: ${sent}`
}

/** What is said of a run that is not known to have created anybody. */
export function nobody({ run, outcomes, asked }: Pick<Result, "run" | "outcomes" | "asked">): string {
	if (outcomes.unknown - asked + outcomes.conflict > 0) return "Nobody exists for certain"
	return isRehearsal(run) ? "Nobody would be created" : "Nobody was created"
}

/** What is said where everybody exists, or would. */
function allWell({ run, outcomes }: Result): string {
	const rows = outcomes["left-out"] > 0 ? "Every other row of the file" : "Every row of the file"
	if (isRehearsal(run)) return `${rows} would be a customer. Nothing is to be mended.`
	return `${rows} is a customer. There is nothing to do.`
}

/** What is said of those whom earlier imports of the file created, or found; of the sandbox there is nobody. */
function createdBefore(
	{ before, run }: Result,
	created: CreatedBefore | undefined,
	counted: Counted,
): readonly string[] {
	if (isRehearsal(run)) return []
	const { same = 0, others = 0, uncompared = 0, looked } = created ?? {}
	const taken = "That cannot be taken back"
	if (others > 0)
		return [
			!isSeen(created)
				? `${counted(others, "customer was", "customers were")} created before with other values than the file gives now. ${taken}: below stands who, and with what.`
				: `${counted(others, "customer", "customers")} of before ${others === 1 ? "is" : "are"} other at Intergiro than the file gives now. ${taken}: below stands who, and what is wrong there.`,
		]
	if (before === 0) return []
	const there = `${counted(before, "of them was", "of them were")} there already`
	if (created && uncompared === 0) {
		const alike = same - (looked?.right ?? 0)
		const made = "created by earlier imports of this file with the values that it gives now"
		if (alike >= before) return [`${there}, ${made}.`]
		return [alike === 0 ? `${there}.` : `${there}; ${counted(alike, "was", "were")} ${made}.`]
	}
	return [
		`${there}. Whom an earlier import of this file created is as its columns and cells were then. ${taken}: what is wrong there has to be corrected at Intergiro.`,
	]
}

/**
 * @param counted `1 row`, `2 rows`, as the person's own locale writes numbers
 * @param created whom earlier imports of the file created, once they were compared
 */
export function endingWords(
	result: Result,
	verified: Verified,
	counted: Counted,
	created?: CreatedBefore,
): EndingWords {
	const { customers, pending, run, outcomes, asked, before, balanced, numberedLater } = result
	// Until they are compared nobody knows that they are right.
	const wrong = created ? created.others + created.uncompared : isRehearsal(run) ? 0 : before
	const leftOut = outcomes["left-out"]
	const left = rowsLeft(result)
	// Of these nobody knows yet whether they have one.
	const open = outcomes.unknown - asked + outcomes.conflict
	const without = left - open - asked
	const needs = needsCount(result)
	const isEnded = endOf({ created: customers, open: left + pending, needs, wrong, verified }) === "finished"
	const isDone = balanced && isEnded && numberedLater === undefined
	const [exist, are] = isRehearsal(run)
		? ["would exist", "would not become"]
		: [customers === 1 ? "exists" : "exist", "did not become"]
	const title = [
		customers === 0 ? nobody(result) : `${counted(customers, "customer")} ${exist}`,
		...(needs > 0 ? [`${counted(needs, "of them needs", "of them need")} somebody`] : []),
		...(without > 0 && customers > 0
			? [`${counted(without, "row")} ${are} ${without === 1 ? "a customer" : "customers"}`]
			: []),
		...(open > 0 && customers > 0 ? [`${counted(open, "row")} not certain`] : []),
		...(asked > 0 ? [`${counted(asked, "row")} to be answered`] : []),
		...(leftOut > 0 ? [`${counted(leftOut, "row")} left out by you`] : []),
		...(pending > 0 ? [`${counted(pending, "row")} still to come`] : []),
	].join(". ")
	return {
		tone: isDone ? "good" : customers === 0 ? "bad" : "mixed",
		title,
		told: [
			...(numberedLater === undefined ? [] : [numberedLater]),
			...createdBefore(result, created, counted),
			...(isDone ? [allWell(result)] : []),
		],
		steps: [
			...needsOf(result).map(([customers, count]): Step => {
				const isOurs = customers === "other-person" && count <= madeBefore(created)
				const words = ofCustomers[customers]
				const said = typeof words === "string" ? words : words(result)
				return { customers, count, words: isOurs ? madeOtherwise : said }
			}),
			...ofRows
				.filter(([kind]) => outcomes[kind] > 0)
				.map(
					([rows, what]): Step => ({
						rows,
						count: outcomes[rows],
						words: typeof what === "string" ? what : what(result),
					}),
				),
		],
	}
}

/** Whether Intergiro said of some of them that they are otherwise now. */
export function isSeen({ customers = [], looked }: Partial<CreatedBefore> = {}): boolean {
	return looked !== undefined && customers.some(({ standing }) => standing === "other")
}

/** How many earlier imports of the file created otherwise, whatever became of them at Intergiro since. */
function madeBefore({ others = 0, looked }: Partial<CreatedBefore> = {}): number {
	return others + (looked?.right ?? 0) + (looked?.gone ?? 0)
}
