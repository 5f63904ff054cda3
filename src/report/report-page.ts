import { followUpReasons } from "../contract/follow-up.ts"
import { outcomeKinds } from "../contract/outcome.ts"
import { inRehearsal, rehearsed } from "../contract/rehearsal.ts"
import { mappedRows } from "../contract/row-counts.ts"
import { joinedWords, outcomeWords } from "../run/outcome-words.ts"
import {
	allTokens,
	byPerson,
	cardLines,
	facts,
	type Line,
	settings,
	type Told,
	verification,
	type Words,
} from "./report-facts.ts"
import { escaped, followUpList, type LeftRow, leftList, type WordedLine } from "./report-lists.ts"
import { firstRanges } from "./row-ranges.ts"

export interface Report extends Told {
	/** Customers whom somebody has to look after: the first ones of each reason. */
	readonly followUps: readonly WordedLine[]
	/** The first of those rows. */
	readonly left: readonly LeftRow[]
	/** Why the figures are not those of the run's end: sentences. */
	readonly outdated?: string
}

/** The report of a run as a page to be printed, signed and filed; numbers, dates and times as `locale` writes them. */
export function reportPage(report: Report, locale: string): string {
	const { summary, followUps, left, outdated } = report
	const { source, rows, outcomes, customers, pending, pendingRows, balanced, reasons, environment } = summary
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
		...(pending > 0
			? [
					{
						label: "Still to come",
						meaning: `The import has not come to them${pendingRows && `: rows ${firstRanges(pendingRows)}`}.`,
						value: pending,
					},
				]
			: []),
	]
	const leftCount = outcomes.invalid + outcomes["not-sent"]
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(`Import of ${source.name}`)}</title><style>${style}</style>
	<h1>Import of customers</h1>${isRehearsal ? `<p><b>${rehearsed}.</b></p>` : ""}${outdated === undefined ? "" : `<p><b>${escaped(outdated)}</b></p>`}<p>${escaped(source.name)}</p>
	<h2>Balance</h2><table class="counts">${parts.map(({ label, meaning, value }) => `<tr><td>${escaped(label)}<small>${escaped(say(meaning))}</small></td><td class="count">${count(value)}</td></tr>`).join("")}
	<tr class="sum"><td>Rows in the file${customers < mappedRows(summary) ? `<small>${escaped(joinedWords(mappedRows(summary) - customers, count))}: ${count(customers)} customers in all</small>` : ""}</td><td class="count">${count(rows)}</td></tr></table>
	<p>${balanced ? "Every row of the file is accounted for." : "The rows do not add up: do not rely on this report, see summary.json."}</p>
	${table("Cards", told(cardLines(report, words)), "counts")}
	${table("Verification", told(verification(report, words)))}
	${table("Import", told(facts(report, words)))}
	${table("By a person", byPerson(report, words))}
	<div class="together">${table("Settings", settings(report, words))}
	<div class="sign"><div>Prepared by</div><div>Date</div></div><div class="sign"><div>Approved by</div><div>Date</div></div></div>
	<section>${followUpReasons.map((reason) => followUpList(reason, reasons[reason] ?? 0, followUps, count)).join("")}
	${leftCount > 0 ? leftList(left, leftCount, count) : ""}</section></html>`
}

const style = `
	body { font: 10.5pt/1.45 "Inter", "Helvetica Neue", Arial, sans-serif; margin: 1cm 1cm 0; color: #111; background: #fff }
	h1 { font-size: 18pt; margin: 0 } h2 { font-size: 12pt; margin: 18pt 0 4pt; break-after: avoid } p { margin: 6pt 0 }
	table { border-collapse: collapse; width: 100% } td, th { padding: 3pt 8pt 3pt 0; border-bottom: 0.5pt solid #bbb; vertical-align: top; text-align: left }
	.facts td:first-child { width: 40%; color: #444 } small { color: #444; display: block; font-size: 8.5pt }
	.sum td { font-weight: bold; border-top: 1.5pt solid #111; border-bottom: 0 } 
	.counts td:last-child { text-align: right; font-variant-numeric: tabular-nums; padding-right: 0; white-space: nowrap }
	.facts td, .list td { overflow-wrap: anywhere } tr, .sign, .together { break-inside: avoid } thead { display: table-header-group }
	section { break-before: page } .list { font-size: 8.5pt; table-layout: fixed } .list th { font-weight: 600; color: #444 }
	.list .row { width: 8% } .list .number { width: 21% } .list .who { width: 33% } .list .row, .list td.row { font-variant-numeric: tabular-nums }
	.sign { display: flex; gap: 1.5cm; margin-top: 2cm } .sign div { flex: 1; border-top: 0.5pt solid #111; padding-top: 3pt; font-size: 8.5pt }
	@media screen { body { max-width: 19cm; margin: 1cm auto 2cm; padding: 0 1cm } }`

function table(title: string, lines: readonly Line[], kind: "facts" | "counts" = "facts"): string {
	const cells = lines
		.map(([name, value]) => [name === allTokens ? ' class="sum"' : "", escaped(name), escaped(value)])
		.map(([sum, name, value]) => `<tr${sum}><td>${name}</td><td>${value}</td></tr>`)
		.join("")
	return `<h2>${title}</h2><table class="${kind}">${cells}</table>`
}
