import { outcomeKinds } from "../src/contract/outcome.ts"
import type { RunReference } from "../src/ipc.ts"
import type { Summary } from "../src/report/summary.ts"
import { outcomeWords } from "../src/run/outcome-words.ts"

type Line = readonly [name: string, value: string]

/** The report of a run as a page to be printed, signed and filed; numbers, dates and times as `locale` writes them. */
export function reportPage(summary: Summary, run: RunReference, locale: string): string {
	const { source, rows, outcomes, pending, balanced } = summary
	const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
	const when = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long" })
	const count = (value: number) => whole.format(value)
	const moment = (iso: string) => when.format(new Date(iso))
	const parts = [
		...outcomeKinds
			.filter((kind) => kind === "created" || outcomes[kind] > 0)
			.map((kind) => ({ ...outcomeWords[kind], value: outcomes[kind] })),
		...(pending > 0 ? [{ label: "Still to come", meaning: "The import has not come to them.", value: pending }] : []),
	]
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(`Import of ${source.name}`)}</title><style>
	body { font: 10.5pt/1.45 "Inter", "Helvetica Neue", Arial, sans-serif; margin: 1cm 1cm 0; color: #111 }
	h1 { font-size: 18pt; margin: 0 } h2 { font-size: 12pt; margin: 18pt 0 4pt } p { margin: 6pt 0 }
	table { border-collapse: collapse; width: 100% } td { padding: 3pt 8pt 3pt 0; border-bottom: 0.5pt solid #bbb; vertical-align: top }
	td:first-child { width: 34% } .facts td:first-child { color: #444 } small { color: #444; display: block; font-size: 8.5pt }
	.sum td { font-weight: bold; border-top: 1.5pt solid #111; border-bottom: 0 } .count { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0 }
	.facts td { overflow-wrap: anywhere } tr, .sign { break-inside: avoid }
	.sign { display: flex; gap: 1.5cm; margin-top: 2cm } .sign div { flex: 1; border-top: 0.5pt solid #111; padding-top: 3pt; font-size: 8.5pt }
	</style><h1>Import of customers</h1><p>${escaped(source.name)}</p>
	<h2>Balance</h2><table>${parts.map(({ label, meaning, value }) => `<tr><td>${escaped(label)}<small>${escaped(meaning)}</small></td><td class="count">${count(value)}</td></tr>`).join("")}
	<tr class="sum"><td>Rows in the file</td><td class="count">${count(rows)}</td></tr></table>
	<p>${balanced ? "Every row of the file is accounted for." : "The rows do not add up: do not rely on this report, see summary.json."}</p>
	${table("Verification", verification(run, count, moment))}
	${table("Import", facts(summary, run, count, moment))}
	${table("Settings", settings(summary, count))}
	<div class="sign"><div>Prepared by</div><div>Date</div></div><div class="sign"><div>Approved by</div><div>Date</div></div></html>`
}

type Words = (value: number) => string
type Moment = (iso: string) => string

function verification({ verified }: RunReference, count: Words, moment: Moment): Line[] {
	if (!verified) return [["Compared with Intergiro", "Not yet"]]
	const { at, lines, same } = verified
	const differing = lines - same
	return [
		["Compared with Intergiro", moment(at)],
		["Customers of results.csv", count(lines)],
		["At Intergiro as they should be", count(same)],
		["Different", differing === 0 ? "None" : count(differing)],
	]
}

function facts(summary: Summary, run: RunReference, count: Words, moment: Moment): Line[] {
	const { source, environment, throughput, started, ended, tool, files } = summary
	const { requests, seconds, perSecond } = throughput
	return [
		["File", `${source.name}, ${count(source.size)} bytes`],
		["SHA-256 of the file", source.sha256],
		["Environment", `${run.environment.name} (${run.environment.kind})`],
		["Merchant", environment.merchantName ?? "Not named by the key"],
		["Address", environment.url],
		["Kind of key", environment.key],
		["Import number", summary.run],
		["Begun", moment(started)],
		["Ended", moment(ended)],
		["Last session", `${count(requests)} requests in ${count(seconds)} s, ${count(perSecond)} a second`],
		["Stopped", stopped(summary)],
		["Files", files.join(", ")],
		["Program", tool],
	]
}

function stopped({ stop, settings }: Summary): string {
	if (!stop) return "No, it came to its end"
	return stop.kind === "first" && settings.first === 0 ? "The last session only looked for rows in doubt" : stop.message
}

function settings({ settings }: Summary, count: Words): Line[] {
	const { rate, concurrency, settle, first, preflight, resendUnknown } = settings
	const number = (value: unknown) => (typeof value === "number" ? count(value) : "–")
	return [
		["Requests per second", rate === 0 ? "As fast as the server allows" : number(rate)],
		["Concurrent requests", number(concurrency)],
		["Settle time", typeof settle === "number" ? `${count(settle / 1_000)} s` : "–"],
		["Looked for existing customers first", preflight === true ? "Yes, where the key allows it" : "No"],
		["Rows in doubt sent again", resendUnknown === true ? "Yes, by consent" : "No"],
		...(typeof first === "number" && first > 0 ? [["Limited to the first", count(first)] as const] : []),
	]
}

function table(title: string, lines: readonly Line[]): string {
	const cells = lines.map(([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(value)}</td></tr>`).join("")
	return `<h2>${title}</h2><table class="facts">${cells}</table>`
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
