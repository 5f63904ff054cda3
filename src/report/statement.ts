import { join } from "node:path"
import { type OutcomeKind, outcomeKinds } from "../contract/outcome.ts"
import { mappedRows, type Summary } from "./summary.ts"

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
	"unknown.csv": "rows that may exist at Intergiro: running it looks them up first",
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
	const { customers } = summary
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
		...nextSteps(summary, folder),
	].join("\n")
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

/** What a person should do now, one sentence each; most pressing first. */
export function nextSteps(summary: Summary, folder: string): string[] {
	const { outcomes, pending, found, stop } = summary
	const toMend = outcomes.invalid + outcomes.rejected + outcomes["verification-required"]
	const unknown = join(folder, "unknown.csv")
	const steps = [
		...(summary.balanced ? [] : ["Do not go on before it is clear why: keep the folder, above all journal.log."]),
		...(stop ? [stop.message] : []),
		...(pending > 0 && !stop ? ["Run the same command again to go on where it stopped."] : []),
		...(outcomes.unknown > found
			? [`Run the same command again, or ${unknown}, ${withKey(summary)}to look up the rows in doubt.`]
			: []),
		...(found > 0
			? [
					`Of ${plural(found, "row")} in doubt Intergiro has a customer, which may be an older one without this card; running the same command again does not tell. Look at them at Intergiro. Those that are right as they are become existing customers when you run ${unknown} into a folder of its own, with a private key.`,
				]
			: []),
		...(outcomes.conflict > 0
			? [
					`Of ${plural(outcomes.conflict, "row")} Intergiro has several customers. Decide which one stays, remove the others at Intergiro, and run ${unknown} into a folder of its own.`,
				]
			: []),
		...(toMend > 0
			? [`Mend the rows of ${join(folder, "errors.csv")} and run that file into a folder of its own.`]
			: []),
		...(toMend === 0 && outcomes["not-sent"] > 0
			? [`Run ${join(folder, "errors.csv")} as it is, into a folder of its own.`]
			: []),
	]
	if (steps.length > 0) return steps
	return summary.rows > 0 ? ["Every customer of the file exists at Intergiro."] : [noRows]
}
