import { importHome } from "../app/home.ts"
import type { Target } from "../app/target.ts"
import type { Unfinished } from "../app/unfinished.ts"
import { environmentOf, type Verification, verifyRun } from "../app/verify.ts"
import type { Difference } from "../app/verify-differences.ts"
import type { InDoubt } from "../app/verify-doubts.ts"
import type { ChangedCell } from "../app/verify-lines.ts"
import { counted } from "../contract/counted.ts"
import { reasonWords } from "../contract/follow-up.ts"
import { inRehearsal, rehearsed } from "../contract/rehearsal.ts"
import { inCommands } from "../customer/command-words.ts"
import { numberedLaterWords } from "../report/numbered-later.ts"
import { firstRanges } from "../report/row-ranges.ts"
import { differenceWords } from "../run/difference-words.ts"
import { onInterrupt } from "./interrupt.ts"
import { isKnownServer } from "./known-server.ts"
import { type Exit, exit, note, print, printJson, Usage } from "./output.ts"
import { serverOf } from "./run.ts"
import { filesUpToDate } from "./up-to-date.ts"

export interface VerifyOptions {
	/** The run's own where none is given. */
	readonly url?: string
	/** Seconds. */
	readonly timeout?: number
	readonly json?: boolean
	/** The file of the run, where its files have to be made anew and it is not beside its folder. */
	readonly source?: string
}

/** Pages of the listing per second: enough for anyone, and no burden. */
const rate = 10

/** Reads the customers of a run back, and says which of its results Intergiro does not have. */
export async function verify(folder: string, { url, timeout, json = false, source }: VerifyOptions): Promise<Exit> {
	const environment = await environmentOf(folder, importHome())
	const wait = timeout === undefined ? {} : { timeout }
	if (process.env.INTERGIRO_API_KEY && url === undefined && !environment.sandbox && !isKnownServer(environment))
		throw new Usage(
			`This computer does not know this run, and its folder says that it went to ${environment.url}. The API key is sent nowhere because a folder says so: if that is right, say it with --url ${environment.url}.`,
		)
	const target: Target =
		environment.sandbox && url === undefined ? { kind: "sandbox" } : serverOf({ url: url ?? environment.url, ...wait })
	const interrupt = new AbortController()
	const release = onInterrupt("Stopping.", () => interrupt.abort())
	try {
		const old = await filesUpToDate(folder, source, { signal: interrupt.signal })
		if (old !== undefined) note(inCommands(old))
		const verification = await verifyRun({ folder, home: importHome(), target, rate, signal: interrupt.signal })
		if (json) printJson({ type: "verified", ...inText(verification) })
		else if (environment.sandbox) print([`${rehearsed}.`, ...describe(verification).map(inRehearsal)])
		else print(describe(verification))
		// As the run itself has it: what is to come goes before what is in doubt.
		if (verification.unfinished) return exit.stopped
		if (verification.doubts.length > 0) return exit.inDoubt
		const { differences, missingColumns, notCreated } = verification
		const isOther = missingColumns.length + notCreated.count > 0 || differences.some(({ kind }) => kind !== "removed")
		return isOther ? exit.incomplete : exit.done
	} finally {
		release()
	}
}

function describe(verification: Verification): readonly string[] {
	const { listed, lines, same, differences, missingColumns, doubts, followUps, unfinished } = verification
	const { cardsInDoubt, inDoubt, notCreated } = verification
	const count = (value: number) => value.toLocaleString("en")
	const counts = Object.entries(kinds).flatMap(([kind, name]) => {
		const found = differences.filter((difference) => difference.kind === kind).length
		return found > 0 ? [`  ${name.padEnd(width)}${count(found).padStart(10)}`] : []
	})
	return [
		...(missingColumns.length > 0 ? [describeColumns(missingColumns)] : []),
		...differences.map(describeDifference),
		...doubts.map(describeDoubt),
		`Intergiro has ${count(listed)} customers. Of the ${count(lines)} lines of results.csv`,
		`  ${"the same".padEnd(width)}${count(same).padStart(10)}`,
		...counts,
		...(cardsInDoubt > 0 ? [`  ${"with a card in doubt".padEnd(width)}${count(cardsInDoubt).padStart(10)}`] : []),
		...(inDoubt > 0 ? [`  ${"in doubt".padEnd(width)}${count(inDoubt).padStart(10)}`] : []),
		...(notCreated.count > 0
			? [
					`  ${"not created".padEnd(width)}${count(notCreated.count).padStart(10)}`,
					`Not created: ${firstRanges(notCreated.rows)}. errors.csv says why.`,
				]
			: []),
		...(doubts.length > 0 ? [inDoubt > 0 ? `${noLine} ${lookAgain}` : lookAgain] : []),
		...(unfinished ? describeUnfinished(unfinished, count) : []),
		...verification.numberedLater.map(numberedLaterWords),
		...(verification.numbersPutRight > 0 ? [describePutRight(verification.numbersPutRight)] : []),
		...(followUps > 0 ? [`follow-up.csv names ${counted(followUps, "customer")}, each with what to do.`] : []),
	]
}

const width = 36

/** What differs, in the words of who reads it; what does not is not listed. */
const kinds: Readonly<Record<Difference["kind"], string>> = {
	missing: "not at Intergiro",
	removed: "removed there on purpose",
	"different-id": "another identifier at Intergiro",
	"other-number": "under another customer number",
	twice: "several times at Intergiro",
	altered: "number or identifier changed in it",
	repeated: "more than once in it",
	"left-out": "missing from results.csv",
	cards: "with other cards than were stored",
	"cards-unknown": "with cards that are not known",
	status: "not active any more",
	differs: "other than sent, as seen last",
	"unlike-file": "other than the file has them",
	"followed-up": "in follow-up.csv for another reason",
	respelled: "as a spreadsheet writes it",
	changed: "other cells changed in it",
}

function inText({ unfinished, ...verification }: Verification) {
	if (unfinished === undefined) return verification
	return { ...verification, unfinished: { ...unfinished, message: inCommands(unfinished.message) } }
}

function describeUnfinished({ pending, message }: Unfinished, count: (value: number) => string): readonly string[] {
	const told = `The run is not through, and what is to come was not compared. ${inCommands(message)}`
	if (pending === undefined || pending.count === 0) return [told]
	const which = pending.rows === "" ? [] : [`Not sent: ${firstRanges(pending.rows)}.`]
	return [`  ${"not sent yet".padEnd(width)}${count(pending.count).padStart(10)}`, ...which, told]
}

function describeDoubt({ number, row, isCard, found }: InDoubt): string {
	const line = `Row ${row}, ${number}:`
	if (isCard) return `${line} its card is in doubt.`
	const [id] = found
	if (id === undefined) return `${line} in doubt; Intergiro does not have it now.`
	return `${line} in doubt; Intergiro has ${found.length === 1 ? "it now" : `${found.length} of it now`}: ${found.join(", ")}.`
}

const noLine = "Who is in doubt has no line that could be the same."

const lookAgain = "To look up what is in doubt run the same command again, or say with settle what Intergiro has."

const anew = "run the same command again, and the file is made anew."

function describePutRight(count: number): string {
	return `results.csv has another number in given_number for ${counted(count, "customer")}, as seen last, where Intergiro has the file's now: ${anew}`
}

function describeColumns(names: readonly string[]): string {
	const [columns, them] = names.length === 1 ? ["column", "it was"] : ["columns", "they were"]
	return `results.csv does not have the ${columns} ${names.join(", ")} any more, so that ${them} not compared: ${anew}`
}

function describeDifference(difference: Difference): string {
	const line = `Row ${difference.row}, ${difference.number}: ${difference.id}`
	switch (difference.kind) {
		case "missing":
			return `${line} is not at Intergiro.`
		case "removed":
			return `${line} was removed at Intergiro on purpose, somebody said.`
		case "different-id":
			return `${line} is ${difference.found} at Intergiro.`
		case "other-number":
			return `${line} is there under the number ${difference.found}.`
		case "twice":
			return `${line} is there ${difference.found.length} times: ${difference.found.join(", ")}.`
		case "cards":
			return `${line} has ${describeCards(difference)}`
		case "cards-unknown":
			return `${line} is there, and nothing says which cards it has: no answer of Intergiro does.`
		case "status":
			return `${line} is ${difference.found} at Intergiro.`
		case "differs":
			return `${line} was other than it was sent, as the run saw it last: ${differenceWords(difference.fields)}. Where that was put right, run the same command again, which looks.`
		case "unlike-file":
			return `${line} was there before, and the run found it other than the file has it: ${differenceWords(difference.fields)}.`
		case "followed-up":
			return `${line} stands in follow-up.csv: ${difference.reasons.map((reason) => reasonWords[reason]).join(", ")}. Where that was put right, run the same command again, which looks.`
		case "altered":
			return `${line} ${describeAltered(difference)}: ${anew}`
		case "respelled":
			return `${line} stands in results.csv as a spreadsheet writes it, ${difference.cells.map(describeCell).join(", ")}: ${anew}`
		case "changed":
			return `${line} was changed in results.csv, ${difference.cells.map(describeCell).join(", ")}: ${anew}`
		case "repeated":
			return `${line} stands in results.csv more than once: ${anew}`
		case "left-out":
			return `${line} is missing from results.csv: ${anew}`
	}
}

/** What became of the line in somebody's hands: Intergiro has the customer as the run has it. */
function describeAltered({ number, id, found, was }: Extract<Difference, { kind: "altered" }>): string {
	if (found === undefined) return "was never created in the run"
	const changed = [
		...(was === number ? [] : [`the number was ${was}`]),
		...(found === id ? [] : [`it is ${found} at Intergiro and in the run`]),
	]
	return `was changed in results.csv, ${changed.join(", and ")}`
}

function describeCell({ column, is, was }: ChangedCell): string {
	return `${column} is ${JSON.stringify(is)} and was ${JSON.stringify(was)}`
}

function describeCards({ found, stored, refused = 0 }: Extract<Difference, { kind: "cards" }>): string {
	if (found === stored) return "other cards at Intergiro than were stored."
	const there = `${cardsOf(found)} at Intergiro, and`
	if (refused === 0 || refused < found - stored) return `${there} should have ${stored}.`
	const [others, are] = refused === 1 ? ["the other may be a card", "was"] : ["the others may be cards", "were"]
	return `${there} ${stored} ${stored === 1 ? "was" : "were"} stored; ${others} of the file that ${are} refused, and ${refused === 1 ? "is" : "are"} there since: run the same command again, and follow-up.csv says what to say of ${refused === 1 ? "it" : "them"}.`
}

function cardsOf(count: number): string {
	return count === 1 ? "1 card" : `${count} cards`
}
