import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import Papa from "papaparse"
import { readingOfRun } from "../src/app/run-reading.ts"
import { headerKey } from "../src/customer/fields.ts"
import type { Argument, Reply, Result, ResultRow, RunReference } from "../src/ipc.ts"
import { summarySchema } from "../src/report/summary.ts"
import { type OutcomeKind, outcomeKinds } from "../src/run/outcome.ts"
import type { PastRun } from "./history.ts"
import { Refused } from "./refused.ts"

/** What a run came to, as its folder has it. Rejects with `Refused` when it has no files yet. */
export async function resultOf(run: RunReference): Promise<Result> {
	const text = await readFile(join(run.folder, "summary.json"), "utf8").catch(() => {
		throw new Refused(
			"This run has no result files.",
			"Resume it: the journal has everything, and they are written again.",
		)
	})
	const { source, environment, throughput, stop, ...summary } = summarySchema.parse(JSON.parse(text))
	return {
		...summary,
		run,
		...(stop ? { stop: stop.message } : {}),
		sha256: source.sha256,
		size: source.size,
		url: environment.url,
		requests: throughput.requests,
		perSecond: throughput.perSecond,
	}
}

/** The rows of a run's files: a stretch of those with an outcome and a text. */
export async function resultRows(
	{ reference }: PastRun,
	wanted: Argument<"result.rows">,
): Promise<Reply<"result.rows">> {
	const numberColumn = await numberColumnOf(reference.folder)
	const text = wanted.search.toLocaleLowerCase()
	const rows: ResultRow[] = []
	let total = 0
	for (const file of ["results.csv", "errors.csv", "unknown.csv"])
		for await (const row of readSheet(join(reference.folder, file), numberColumn)) {
			if (wanted.outcome !== undefined && row.outcome !== wanted.outcome) continue
			if (text !== "" && !`${row.number}\n${row.id}\n${row.message}`.toLocaleLowerCase().includes(text)) continue
			if (total >= wanted.offset && rows.length < wanted.count) rows.push(row)
			total++
		}
	return { total, rows }
}

/** What the file calls the customer number. */
async function numberColumnOf(folder: string): Promise<string> {
	const run = await readingOfRun(folder)
	return Object.entries(run?.reading.mapping.columns ?? {}).find(([, field]) => field === "number")?.[0] ?? ""
}

async function* readSheet(path: string, numberColumn: string): AsyncGenerator<ResultRow> {
	const parser = Papa.parse(Papa.NODE_STREAM_INPUT, { header: false, skipEmptyLines: true })
	const source = createReadStream(path, "utf8").on("error", () => parser.end())
	let header: string[] | undefined
	for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
		if (header === undefined) {
			header = cells.map((cell) => headerKey(cell))
			continue
		}
		const cell = (...names: string[]) =>
			cells[names.map((name) => header?.indexOf(name) ?? -1).find((at) => at >= 0) ?? -1]
		const outcome = cell("importoutcome", "outcome")
		if (!isOutcome(outcome)) continue
		const message = cell("importmessage") ?? ""
		const url = /https:\/\/\S+/.exec(message)?.[0]
		yield {
			row: Number(cell("importrow", "row")),
			number: cell(headerKey(numberColumn), "number") ?? "",
			outcome,
			id: cell("id") ?? "",
			message,
			...(url && outcome === "verification-required" ? { url } : {}),
		}
	}
}

function isOutcome(text: string | undefined): text is OutcomeKind {
	return outcomeKinds.some((kind) => kind === text)
}
