import { type FollowUpReason, reasonWords } from "../contract/follow-up.ts"
import type { FollowUpLine } from "./follow-up-file.ts"
import type { Words } from "./report-facts.ts"

/** A row that was not created, and that nobody has to be contacted for: it is to be mended, or run again. */
export interface LeftRow {
	readonly row: number
	readonly number: string
	readonly message: string
}

/** A line of `follow-up.csv`, in the words of a shell. */
export interface WordedLine extends FollowUpLine {
	readonly message: string
	readonly todo: string
}

/** Lines of a list in the report: whoever needs more of them opens the file that has all. */
export const mostLines = 1_000

/** Customers whom somebody has to look after for a reason, if there are any: what is the same for most of them is said once. */
export function followUpList(
	reason: FollowUpReason,
	total: number,
	followUps: readonly WordedLine[],
	count: Words["count"],
): string {
	if (total === 0) return ""
	const lines = followUps.filter(({ reasons }) => reasons[0] === reason).slice(0, mostLines)
	const most = {
		message: commonest(lines.map(({ message }) => message)),
		todo: commonest(lines.map(({ todo }) => todo)),
	}
	const rows = lines.map(({ rows, number, name, email, phone, id = "", message, todo, link = "" }) => [
		rows.join(", "),
		`${escaped(number)}${small(id)}`,
		`${escaped(name)}${small([email, phone].filter(Boolean).join(", "))}`,
		`${escaped([without(message, most.message), without(todo, most.todo)].filter(Boolean).join(" "))}${small(link)}`,
	])
	const lead = [most.message, most.todo].filter(Boolean).join(" ")
	const title = `${reasonWords[reason]}: ${count(total)}`
	const heads = ["Row", "Customer number", "Name", lead ? "Besides" : "What it is about"]
	return list({ title, lead, heads, rows, total, file: "follow-up.csv" }, count)
}

/** Rows that were not created, and that nobody has to be contacted for. */
export function leftList(left: readonly LeftRow[], total: number, count: Words["count"]): string {
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
	const shown = heads.map((_, index) => index).filter((index) => rows.some((row) => row[index]))
	const classes = ["row", "number", "who", "about"]
	const head = shown.map((index) => `<th class="${classes[index]}">${heads[index]}</th>`).join("")
	const body = rows
		.map((row) => `<tr>${shown.map((index) => `<td class="${classes[index]}">${row[index]}</td>`).join("")}</tr>`)
		.join("")
	const rest = total > rows.length ? `<p>And ${count(total - rows.length)} more, in ${file}.</p>` : ""
	const told = lead ? `<p>${escaped(lead)}</p>` : ""
	return `<h2>${escaped(title)}</h2>${told}<table class="list"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>${rest}`
}

/** What most of several texts are, or begin with; nothing where hardly any two are the same. */
function commonest(texts: readonly string[]): string {
	const counts = new Map<string, number>()
	for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
	const [[text, count] = ["", 0]] = [...counts].sort(([, a], [, b]) => b - a)
	return count > texts.length / 2 ? text : ""
}

/** What a text says beyond what is said of all. */
function without(text: string, common: string): string {
	return common !== "" && text.startsWith(common) ? text.slice(common.length).trim() : text
}

function small(text: string): string {
	return text === "" ? "" : `<small>${escaped(text)}</small>`
}

/** Text as HTML shows it. */
export function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
