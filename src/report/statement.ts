import { join } from "node:path"
import { type OutcomeKind, outcomeKinds } from "../contract/outcome.ts"
import { mappedRows, type Summary, type Verdict, verdictOf } from "./summary.ts"

const verdicts: Readonly<Record<Verdict, string>> = {
	done: "Finished.",
	incomplete: "Finished, and somebody has to look at some rows.",
	"in-doubt": "Finished, some in doubt.",
	stopped: "Stopped before the end.",
}

export const outcomeMeaning: Readonly<Record<OutcomeKind, string>> = {
	created: "created in this run",
	existing: "were there before this run",
	adopted: "in doubt at first, then found",
	renumbered: "created, and Intergiro gave them another customer number",
	invalid: "failed a check, never sent",
	rejected: "refused by Intergiro",
	"verification-required": "3-D Secure with the cardholder",
	"not-sent": "given up, certainly not created",
	unknown: "sent, may or may not exist",
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

/** The closing statement of a run, as lines of plain text: counts, balance, files, and what to do next. */
export function statement(summary: Summary, folder: string): string {
	const count = (value: number): string => value.toLocaleString("en", { maximumFractionDigits: 1 })
	const line = (name: string, value: number, meaning: string): string =>
		`  ${name.padEnd(22)}${count(value).padStart(12)}  ${meaning}`.trimEnd()
	const counted = outcomeKinds.filter((kind) => kind === "created" || summary.outcomes[kind] > 0)
	const { merchantName, url, kind } = summary.environment
	const { requests, seconds, perSecond } = summary.throughput
	const { customers, checked } = summary
	const looked = checked.yes + checked.missing + checked.twice
	return [
		`${summary.source.name} to ${merchantName === undefined ? "" : `${merchantName}, `}${url}${kind === "unknown" ? "" : ` (${kind})`}`,
		"",
		...counted.flatMap((kind) => [
			line(kind, summary.outcomes[kind], outcomeMeaning[kind]),
			...(kind === "existing" ? earlier(summary, count) : []),
		]),
		...(summary.pending > 0 ? [line("pending", summary.pending, "not reached yet")] : []),
		`  ${"-".repeat(34)}`,
		line("rows in the file", summary.rows, summary.balanced ? "balanced: every row has exactly one outcome" : ""),
		...(customers < mappedRows(summary)
			? [line("customers", customers, "that exist now: several rows are one customer")]
			: []),
		...(looked > 0 ? [line("listed at the end", checked.yes, "as they should be"), ...amiss(summary, line)] : []),
		...(requests > 0
			? ["", `  ${plural(requests, "request")} in ${count(seconds)} s, ${perSecond.toFixed(1)} per second`]
			: []),
		...(summary.balanced ? [] : ["", "THE COUNTS DO NOT BALANCE:", ...summary.imbalances.map((text) => `  ${text}`)]),
		"",
		...summary.files.flatMap((name) =>
			fileMeaning[name] ? [`  ${join(folder, name)}`, `    ${fileMeaning[name]}`] : [],
		),
		"",
		...summary.warnings.map((text) => `Warning: ${text}`),
		verdicts[verdictOf(summary)],
		...nextSteps(summary, folder),
	].join("\n")
}

function amiss(
	{ checked: { missing, twice } }: Summary,
	line: (name: string, value: number, meaning: string) => string,
): string[] {
	return [
		...(missing > 0 ? [line("missing", missing, "not listed under the id that Intergiro gave")] : []),
		...(twice > 0 ? [line("twice", twice, "listed several times under one customer number")] : []),
	]
}

function earlier(summary: Summary, count: (value: number) => string): string[] {
	return Object.entries(summary.earlier).map(([run, rows]) => `${" ".repeat(38)}${count(rows)} created by run ${run}`)
}

function withKey({ environment }: Summary): string {
	return environment.key === "public" ? "with a private key, which can list customers, " : ""
}

function plural(count: number, what: string): string {
	return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`
}

const noRows = "The file has no rows below its header: there was nothing to create. Was it exported with its customers?"

/** What a person should do now, one sentence each; most pressing first. None of it can create a customer twice. */
export function nextSteps(summary: Summary, folder: string): string[] {
	const { outcomes, pending, found, stop, checked, followUps } = summary
	const toMend = outcomes.invalid + outcomes.rejected + outcomes["verification-required"]
	const [errors, unknown] = [join(folder, "errors.csv"), join(folder, "unknown.csv")]
	const steps = [
		...(summary.balanced ? [] : ["Do not go on before it is clear why: keep the folder, above all journal.log."]),
		...(stop ? [stop.message] : []),
		...(pending > 0 && !stop ? ["Run the same command again to go on where it stopped."] : []),
		...(checked.missing > 0
			? [
					`Intergiro does not list ${plural(checked.missing, "customer")} that it created. Do not create them anew: verify ${folder} in some minutes, and if they are still missing, ask Intergiro about their ids, which are in follow-up.csv.`,
				]
			: []),
		...(checked.twice > 0
			? [
					`Intergiro lists ${plural(checked.twice, "customer number")} several times, perhaps because somebody imported them elsewhere at the same time. Decide which customers stay, and remove the others at Intergiro; follow-up.csv has them.`,
				]
			: []),
		...(outcomes.unknown > found
			? [
					`Run the same command again, or ${unknown}, ${withKey(summary)}to look up the rows in doubt. Who knows what became of one says so with settle.`,
				]
			: []),
		...(found > 0
			? [
					`Of ${plural(found, "row")} in doubt Intergiro has a customer, which may be an older one without this card; running the same command again does not tell. Look at them at Intergiro, and say with settle which are right as they are.`,
				]
			: []),
		...(outcomes.conflict > 0
			? [
					`Of ${plural(outcomes.conflict, "row")} Intergiro has several customers. Decide which one stays, remove the others at Intergiro, and run ${unknown} into a folder of its own.`,
				]
			: []),
		...(toMend > 0 ? [`Mend the rows of ${errors} and run that file into a folder of its own.`] : []),
		...(toMend === 0 && outcomes["not-sent"] > 0 ? [`Run ${errors} as it is, into a folder of its own.`] : []),
		...(followUps > 0
			? [
					`${plural(followUps, "customer")} ${followUps === 1 ? "has" : "have"} to be contacted or looked after: ${join(folder, "follow-up.csv")} says why.`,
				]
			: []),
	]
	if (steps.length > 0) return steps
	return summary.rows > 0 ? ["Every customer of the file exists at Intergiro."] : [noRows]
}
