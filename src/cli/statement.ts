import { join } from "node:path"
import { counted } from "../contract/counted.ts"
import { type OutcomeKind, outcomeKinds } from "../contract/outcome.ts"
import { inRehearsal, rehearsed } from "../contract/rehearsal.ts"
import { mappedRows } from "../contract/row-counts.ts"
import { fateWords } from "../report/fate-words.ts"
import { firstRanges } from "../report/row-ranges.ts"
import { type Summary, type Verdict, verdictOf } from "../report/summary.ts"
import { joinedWords } from "../run/outcome-words.ts"

const verdicts: Readonly<Record<Verdict, string>> = {
	done: "Finished.",
	incomplete: "Finished, and somebody has to look at some rows.",
	"in-doubt": "Finished, some in doubt.",
	stopped: "Stopped before the end.",
}

const outcomeMeaning: Readonly<Record<OutcomeKind, string>> = {
	created: "created in this run",
	existing: "were there before this run",
	adopted: "in doubt at first, then found",
	renumbered: "created, and Intergiro gave them another customer number",
	invalid: "failed a check, never sent",
	"left-out": "left out by a person, never sent",
	rejected: "refused by Intergiro",
	"verification-required": "3-D Secure with the cardholder",
	"not-sent": "not sent, or given up: certainly not created",
	unknown: "may or may not exist",
	conflict: "twice at Intergiro",
}

const fileMeaning: Readonly<Record<string, string>> = {
	"results.csv": "customer number and Intergiro's id of every customer that exists now",
	"errors.csv": "rows that do not exist at Intergiro, and why: safe to run again",
	"unknown.csv": "rows that may exist at Intergiro: running it looks them up first, where the key can list",
	"follow-up.csv": "customers whom somebody has to contact or to look after, and why",
	"results.xlsx": "the same as Excel workbooks, each beside its CSV file",
	"summary.json": "these figures, for machines",
}

/** The closing statement of a run, line by line: counts, balance, files, and what to do next. */
export function statement(summary: Summary, folder: string): readonly string[] {
	const { source, environment } = summary
	const { merchantName, url, kind } = environment
	const title = `${source.name} to ${merchantName === undefined ? "" : `${merchantName}, `}${url}${kind === "unknown" ? "" : ` (${kind})`}`
	const told = body(summary, folder)
	if (kind !== "sandbox") return [title, "", ...told]
	// The folder's own name is nobody's word.
	const rehearsal = (line: string) => line.split(folder).map(inRehearsal).join(folder)
	return [title, `${rehearsed}.`, "", ...told.map(rehearsal), forReal]
}

const forReal = `${rehearsed}. When it is as it has to be, run the same file without --sandbox, into a folder of its own.`

function body(summary: Summary, folder: string): readonly string[] {
	const count = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 1 })
	const line = (name: string, value: number, meaning: string): string =>
		`  ${name.padEnd(22)}${count(value).padStart(12)}  ${meaning}`.trimEnd()
	const { outcomes } = summary
	const told = outcomeKinds.filter((kind) => kind === "created" || outcomes[kind] > 0)
	const { requests, seconds, perSecond } = summary.throughput
	const { customers, checked, cameBack } = summary
	const looked = Object.values(checked).reduce((sum, customers) => sum + customers)
	return [
		...told.flatMap((kind) => [
			line(kind, outcomes[kind], outcomeMeaning[kind]),
			...(kind === "existing" ? earlier(summary, count) : []),
		]),
		...(summary.pending > 0 ? [line("pending", summary.pending, "not reached yet")] : []),
		`  ${"-".repeat(34)}`,
		line("rows in the file", summary.rows, summary.balanced ? "balanced: every row has exactly one outcome" : ""),
		...(customers < mappedRows(summary)
			? [line("customers", customers, `that exist now: ${joinedWords(mappedRows(summary) - customers, count)}`)]
			: []),
		...(looked > 0
			? [
					line("listed at the end", checked.yes, "once each, and no card that was stored is missing"),
					...amiss(summary, line),
				]
			: []),
		...(summary.accepted > 0
			? [line("right as they are", summary.accepted, "other at Intergiro, which is right by a person's word")]
			: []),
		...(cameBack.differing > 0
			? [line("other at Intergiro", cameBack.differing, "than they were sent, or than the file has them")]
			: []),
		...(cameBack.withoutCard > 0
			? [
					line(
						"without their card",
						cameBack.withoutCard,
						"Intergiro does not have a card that was sent, by its answer or its listing",
					),
				]
			: []),
		...(cameBack.cardNotStored > 0
			? [line("card not stored", cameBack.cardNotStored, "were there before, without the card of this file")]
			: []),
		...(cameBack.cardTwice > 0
			? [line("card there twice", cameBack.cardTwice, "have one and the same card twice")]
			: []),
		...addedFates
			.filter((fate) => summary.tokens[fate] > 0)
			.map((fate) => line(fateWords[fate].name, summary.tokens[fate], fateWords[fate].meaning)),
		...(requests > 0
			? ["", `  ${counted(requests, "request")} in ${count(seconds)} s, ${perSecond.toFixed(1)} per second`]
			: []),
		...(summary.balanced ? [] : ["", "THE COUNTS DO NOT BALANCE:", ...summary.imbalances.map((text) => `  ${text}`)]),
		"",
		...summary.files.flatMap((name) => {
			const isEmpty = name === "errors.csv" && summary.given?.errors === ""
			const meaning = isEmpty ? "no row is in it: there is nothing to mend" : fileMeaning[name]
			return meaning ? [`  ${join(folder, name)}`, `    ${meaning}`] : []
		}),
		"",
		...summary.warnings.map((text) => `Warning: ${text}`),
		verdicts[verdictOf(summary)],
		...nextSteps(summary, folder),
	]
}

/** What is said of cards that were to be added. */
const addedFates = ["added", "refused", "not-added", "in-doubt", "waiting", "asked", "unread"] as const

function amiss(
	{
		checked: {
			missing,
			removed,
			twice,
			"other-number": other,
			"card-missing": withoutCard,
			"card-twice": cardTwice,
			"card-unknown": unknown,
		},
	}: Summary,
	line: (name: string, value: number, meaning: string) => string,
): string[] {
	return [
		...(missing > 0 ? [line("missing", missing, "not listed under the id that Intergiro gave")] : []),
		...(removed > 0 ? [line("removed", removed, "not listed any more, on purpose by a person's word")] : []),
		...(other > 0 ? [line("other number", other, "listed under another number than the file's")] : []),
		...(twice > 0 ? [line("twice", twice, "listed several times under one customer number")] : []),
		...(unknown > 0
			? [line("card not known", unknown, "listed, and nothing says whether the card that was sent is there")]
			: []),
		...(withoutCard > 0
			? [line("card missing", withoutCard, "listed without a card that was sent, or that was there by a person's word")]
			: []),
		...(cardTwice > 0 ? [line("card twice", cardTwice, "listed with one and the same card twice")] : []),
	]
}

function earlier(summary: Summary, count: (value: number) => string): string[] {
	return Object.entries(summary.earlier).map(([run, rows]) => `${" ".repeat(38)}${count(rows)} known since run ${run}`)
}

function withKey({ environment }: Summary): string {
	return environment.key === "public" ? "with a private key, which can list customers, " : ""
}

const noRows = "The file has no rows below its header: there was nothing to create. Was it exported with its customers?"

/** What a person should do now, one sentence each; most pressing first. None of it can create a customer twice. */
export function nextSteps(summary: Summary, folder: string): string[] {
	const { outcomes } = summary
	const { pending, pendingRows, found, asked, stop, checked, cameBack, tokens, followUps, reasons, environment } =
		summary
	const { renumbered = 0, addable = tokens["not-stored"] } = summary
	const toMend = outcomes.invalid + outcomes.rejected + outcomes["verification-required"]
	const [errors, unknown] = [join(folder, "errors.csv"), join(folder, "unknown.csv")]
	const isAdding = summary.settings.addCards === true
	const steps = [
		...(summary.balanced ? [] : ["Do not go on before it is clear why: keep the folder, above all journal.log."]),
		...(stop ? [stop.message] : []),
		...(pending > 0
			? [
					`The run did not come to ${counted(pending, "row")}${pendingRows && ` (${firstRanges(pendingRows)})`}, which ${pending === 1 ? "is" : "are"} in none of its files: run the same command again to go on with ${pending === 1 ? "it" : "them"}.`,
				]
			: []),
		...(checked.missing > 0
			? [
					`Intergiro does not list ${counted(checked.missing, "customer")} that it created. Do not create them anew: verify ${folder} in some minutes, and if they are still missing, ask Intergiro about their ids, which are in follow-up.csv. Of those that were removed there on purpose, say so with settle (--removed).`,
				]
			: []),
		...(renumbered - checked["other-number"] > 0
			? [
					`Intergiro has ${counted(renumbered - checked["other-number"], "customer")} under another number than the file's, which follow-up.csv names. Use that number or have it changed; where it is right as it is, say so with settle (--right).`,
				]
			: []),
		...(checked["other-number"] > 0
			? [
					`Intergiro lists the ids of ${counted(checked["other-number"], "customer")} under other numbers. Look whether they are the same customers, and use these numbers or have them changed; where they are right as they are, say so with settle (--right, or --id with --number), as follow-up.csv has it.`,
				]
			: []),
		...(checked.twice > 0
			? [
					`Intergiro lists ${counted(checked.twice, "customer number")} several times, perhaps because somebody imported them elsewhere at the same time. Decide which customers stay, and remove the others at Intergiro, and run the same command again; follow-up.csv has them.`,
				]
			: []),
		...(cameBack.differing > 0
			? [
					`${counted(cameBack.differing, "customer")} ${cameBack.differing === 1 ? "is" : "are"} other at Intergiro than sent, or than the file has ${cameBack.differing === 1 ? "it" : "them"}; follow-up.csv names the fields. Look whether they are the same customers; who is right as it is, say so with settle (--right).`,
				]
			: []),
		...(cameBack.withoutCard > 0
			? [
					`Of ${counted(cameBack.withoutCard, "customer")} Intergiro does not have a card that was sent, or that was there by a person's word. Look at them at Intergiro; follow-up.csv says which cards are to be asked for anew, as their tokens may be spent.`,
				]
			: []),
		...(cameBack.cardTwice > 0
			? [
					`${counted(cameBack.cardTwice, "customer")} ${cameBack.cardTwice === 1 ? "has" : "have"} one and the same card twice now: have one of the two removed at Intergiro; follow-up.csv has them.`,
				]
			: []),
		...(cameBack.cardNotStored > 0
			? [
					`${counted(cameBack.cardNotStored, "customer")} ${cameBack.cardNotStored === 1 ? "was" : "were"} there before, and the card of this file was not stored with ${cameBack.cardNotStored === 1 ? "it" : "them"}.${addable > 0 && !isAdding ? ` With a private key the same command with --add-cards adds ${addable} of these cards; follow-up.csv says which, and what the others need.` : " follow-up.csv says why."}`,
				]
			: []),
		...(tokens["not-known"] > 0
			? [
					`Of ${counted(tokens["not-known"], "card")} it is not known whether Intergiro has it: the answer to the creation was lost or says nothing of cards, nor does anything that was read since. ${environment.key === "public" ? "Run the same command again with a private key, which can read them, or look" : "Look"} at the customers of follow-up.csv at Intergiro.`,
				]
			: []),
		...(tokens.unread > 0
			? [
					`${counted(tokens.unread, "card")} ${tokens.unread === 1 ? "was" : "were"} not sent, as ${tokens.unread === 1 ? "its customer was" : "their customers were"} there before, and it is not known whether Intergiro has ${tokens.unread === 1 ? "it" : "them"} already: nothing that was read says so. ${isAdding ? "follow-up.csv says why." : "With a private key the same command with --add-cards looks at each customer first, and adds what is not there."}`,
				]
			: []),
		...(tokens.asked > 0
			? [
					`Of ${counted(tokens.asked, "card")} Intergiro has another customer than the file, or a card that may be the same, or the file does not say whose they are: look at the rows in follow-up.csv, and say with --add-cards --confirm-cards whose customer is the right one (3,17), and which card is another one and is added (3=another), or is there (3=there).`,
				]
			: []),
		...(tokens["in-doubt"] > 0
			? [
					`Of ${counted(tokens["in-doubt"], "card")} it is not known whether Intergiro stored it: follow-up.csv has the customers. It is not sent again by itself; who looked at Intergiro says so with settle --card-stored or --card-absent${tokens.waiting > 0 ? `, and ${counted(tokens.waiting, "card")} that waited for that ${tokens.waiting === 1 ? "is" : "are"} added by the same command then` : ""}.`,
				]
			: []),
		...((reasons["card-waiting"] ?? 0) > 0
			? [
					`Of ${counted(reasons["card-waiting"] ?? 0, "customer")} another run has a card in doubt, and until it is settled there, none is sent here: follow-up.csv says where.`,
				]
			: []),
		...(outcomes.unknown > found + asked
			? [
					`Run the same command again, or ${unknown}, ${withKey(summary)}to look up the rows in doubt. Who knows what became of one says so with settle.`,
				]
			: []),
		...(found > 0
			? [
					`Of ${counted(found, "row")} in doubt Intergiro has a customer, which may be an older one without this card; running the same command again does not tell. Look at them at Intergiro, and say with settle which are right as they are.`,
				]
			: []),
		...(asked > 0
			? [
					`${counted(asked, "row")} may have a customer number that is another spelling of somebody's, and no listing tells: ${asked === 1 ? "it was" : "they were"} not sent. Say with settle whether it is the same customer (--id) or another one (--absent), or of all at once (--spellings same, --spellings others). ${unknown} says whose.`,
				]
			: []),
		...(outcomes.conflict > 0
			? [
					`Of ${counted(outcomes.conflict, "row")} Intergiro has several customers. Decide which one stays, remove the others at Intergiro, and say with settle which one it is (--id); or run ${unknown} into a folder of its own.`,
				]
			: []),
		...(toMend > 0 ? [`Mend the rows of ${errors} and run that file into a folder of its own.`] : []),
		...(outcomes["not-sent"] > 0 && isAdding
			? [
					`${counted(outcomes["not-sent"], "row")} ${outcomes["not-sent"] === 1 ? "has" : "have"} no customer at Intergiro to whom a card could be added: the same command without --add-cards creates those who do not exist.`,
				]
			: []),
		...(toMend === 0 && outcomes["not-sent"] > 0 && !isAdding
			? [`Run ${errors} as it is, into a folder of its own.`]
			: []),
		...(followUps > 0
			? [
					`${counted(followUps, "customer")} ${followUps === 1 ? "has" : "have"} to be contacted or looked after: ${join(folder, "follow-up.csv")} says why.`,
				]
			: []),
	]
	if (steps.length > 0) return steps
	if (summary.rows === 0) return [noRows]
	const but = [
		...(outcomes["left-out"] > 0 ? [`${counted(outcomes["left-out"], "row")} left out`] : []),
		...(checked.removed > 0 ? [`${counted(checked.removed, "customer")} removed there on purpose`] : []),
	].join(" and ")
	return [`Every customer of the file exists at Intergiro${but === "" ? "" : `, but for ${but}`}.`]
}
