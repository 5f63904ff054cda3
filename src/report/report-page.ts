import { type FollowUpReason, followUpReasons, reasonWords } from "../contract/follow-up.ts"
import { outcomeKinds } from "../contract/outcome.ts"
import { inRehearsal, rehearsed } from "../contract/rehearsal.ts"
import { outcomeWords } from "../run/outcome-words.ts"
import type { FollowUpLine } from "./follow-up-file.ts"
import { cardLines, facts, type Line, settings, type Told, verification, type Words } from "./report-facts.ts"

/** A row that was not created, and that nobody has to be contacted for: it is to be mended, or run again. */
export interface LeftRow {
	readonly row: number
	readonly number: string
	readonly message: string
}

export interface Report extends Told {
	/** Customers whom somebody has to look after: the first ones of each reason. */
	readonly followUps: readonly FollowUpLine[]
	/** The first of those rows. */
	readonly left: readonly LeftRow[]
}

/** Lines of a list in the report: whoever needs more of them opens the file that has all. */
export const mostLines = 1_000

/** The report of a run as a page to be printed, signed and filed; numbers, dates and times as `locale` writes them. */
export function reportPage(report: Report, locale: string): string {
	const { summary, followUps, left } = report
	const { source, rows, outcomes, pending, balanced, reasons, environment } = summary
	const isRehearsal = environment.kind === "sandbox"
	const say = isRehearsal ? inRehearsal : (text: string) => text
	const told = (lines: readonly Line[]) => lines.map(([name, value]): Line => [say(name), value])
	const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
	const when = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "long" })
	const words: Words = { count: (value) => whole.format(value), moment: (iso) => when.format(new Date(iso)) }
	const { count } = words
	const parts = [
		...outcomeKinds
			.filter((kind) => kind === "created" || outcomes[kind] > 0)
			.map((kind) => ({ ...outcomeWords[kind], value: outcomes[kind] })),
		...(pending > 0 ? [{ label: "Still to come", meaning: "The import has not come to them.", value: pending }] : []),
	]
	const leftCount = outcomes.invalid + outcomes["not-sent"]
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(`Import of ${source.name}`)}</title><style>${style}</style>
	<h1>Import of customers</h1>${isRehearsal ? `<p><b>${rehearsed}.</b></p>` : ""}<p>${escaped(source.name)}</p>
	<h2>Balance</h2><table>${parts.map(({ label, meaning, value }) => `<tr><td>${escaped(label)}<small>${escaped(say(meaning))}</small></td><td class="count">${count(value)}</td></tr>`).join("")}
	<tr class="sum"><td>Rows in the file</td><td class="count">${count(rows)}</td></tr></table>
	<p>${balanced ? "Every row of the file is accounted for." : "The rows do not add up: do not rely on this report, see summary.json."}</p>
	${table("Cards", told(cardLines(report, words)))}
	${table("Verification", told(verification(report, words)))}
	${table("Import", told(facts(report, words)))}
	${table("Settings", settings(report, words))}
	<div class="sign"><div>Prepared by</div><div>Date</div></div><div class="sign"><div>Approved by</div><div>Date</div></div>
	<section>${followUpReasons.map((reason) => followUpList(reason, reasons[reason] ?? 0, followUps, count)).join("")}
	${leftCount > 0 ? leftList(left, leftCount, count) : ""}</section></html>`
}

const style = `
	body { font: 10.5pt/1.45 "Inter", "Helvetica Neue", Arial, sans-serif; margin: 1cm 1cm 0; color: #111; background: #fff }
	h1 { font-size: 18pt; margin: 0 } h2 { font-size: 12pt; margin: 18pt 0 4pt; break-after: avoid } p { margin: 6pt 0 }
	table { border-collapse: collapse; width: 100% } td, th { padding: 3pt 8pt 3pt 0; border-bottom: 0.5pt solid #bbb; vertical-align: top; text-align: left }
	td:first-child { width: 34% } .facts td:first-child { color: #444 } small { color: #444; display: block; font-size: 8.5pt }
	.sum td { font-weight: bold; border-top: 1.5pt solid #111; border-bottom: 0 } .count { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0 }
	.facts td, .list td { overflow-wrap: anywhere } tr, .sign { break-inside: avoid } thead { display: table-header-group }
	section { break-before: page } .list { font-size: 8.5pt; table-layout: fixed } .list th { font-weight: 600; color: #444 } .list td:first-child { width: auto }
	.list .row { width: 9% } .list .number { width: 17% } .list .who { width: 30% } .list .row, .list td.row { font-variant-numeric: tabular-nums }
	.sign { display: flex; gap: 1.5cm; margin-top: 2cm } .sign div { flex: 1; border-top: 0.5pt solid #111; padding-top: 3pt; font-size: 8.5pt }
	@media screen { body { max-width: 19cm; margin: 1cm auto 2cm; padding: 0 1cm } }`

function followUpList(
	reason: FollowUpReason,
	total: number,
	followUps: readonly FollowUpLine[],
	count: Words["count"],
): string {
	if (total === 0) return ""
	const lines = followUps.filter(({ reasons }) => reasons[0] === reason).slice(0, mostLines)
	// What is the same for all of them is said once.
	const common = lines.every(({ todo }) => todo === lines[0]?.todo) ? lines[0]?.todo : undefined
	const rows = lines.map(({ rows, number, name, email, phone, id = "", message, todo, link = "" }) => [
		rows.join(", "),
		`${escaped(number)}${small(id)}`,
		`${escaped(name)}${small([email, phone].filter(Boolean).join(", "))}`,
		`${escaped(common === undefined ? `${message} ${todo}` : message)}${small(link)}`,
	])
	const title = `${reasonWords[reason]}: ${count(total)}`
	const heads = ["Row", "Customer number", "Name", "What it is about"]
	return list({ title, lead: common, heads, rows, total, file: "follow-up.csv" }, count)
}

function leftList(left: readonly LeftRow[], total: number, count: Words["count"]): string {
	const rows = left
		.slice(0, mostLines)
		.map(({ row, number, message }) => [String(row), escaped(number), "", escaped(message)])
	const title = `Not created, to be mended or run again: ${count(total)}`
	return list({ title, heads: ["Row", "Customer number", "", "Why"], rows, total, file: "errors.csv" }, count)
}

interface List {
	readonly title: string
	readonly lead?: string | undefined
	readonly heads: readonly string[]
	/** Cells of HTML. */
	readonly rows: readonly (readonly string[])[]
	readonly total: number
	/** Which has all of them. */
	readonly file: string
}

function list({ title, lead, heads, rows, total, file }: List, count: Words["count"]): string {
	const shown = heads.map((_, index) => index).filter((index) => heads[index] !== "" || rows.some((row) => row[index]))
	const classes = ["row", "number", "who", "about"]
	const head = shown.map((index) => `<th class="${classes[index]}">${heads[index]}</th>`).join("")
	const body = rows
		.map((row) => `<tr>${shown.map((index) => `<td class="${classes[index]}">${row[index]}</td>`).join("")}</tr>`)
		.join("")
	const rest = total > rows.length ? `<p>And ${count(total - rows.length)} more, in ${file}.</p>` : ""
	const told = lead === undefined ? "" : `<p>${escaped(lead)}</p>`
	return `<h2>${escaped(title)}</h2>${told}<table class="list"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>${rest}`
}

function table(title: string, lines: readonly Line[]): string {
	const cells = lines.map(([name, value]) => `<tr><td>${escaped(name)}</td><td>${escaped(value)}</td></tr>`).join("")
	return `<h2>${title}</h2><table class="facts">${cells}</table>`
}

function small(text: string): string {
	return text === "" ? "" : `<small>${escaped(text)}</small>`
}

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
