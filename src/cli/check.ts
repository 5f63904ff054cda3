import { stat, writeFile } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { styleText } from "node:util"
import type { CheckedFile } from "../app/check/checked-file.ts"
import type { OpenedFile } from "../app/check/open-file.ts"
import type { CodeSummary } from "../app/check/summary.ts"
import { keepFromSaving } from "../app/overwriting.ts"
import { fieldNames, fieldOf, fields } from "../customer/fields.ts"
import type { Severity } from "../customer/finding.ts"
import { quoted } from "../customer/finding-codes.ts"
import { writeFindings } from "../report/findings-file.ts"
import { onInterrupt } from "./interrupt.ts"
import { type LayoutOptions, layoutOf } from "./options.ts"
import { type Exit, exit, note, print, printJson, Usage } from "./output.ts"
import { prepare } from "./prepare.ts"

export interface CheckCommandOptions extends LayoutOptions {
	readonly mapping?: string
	readonly saveMapping?: string
	/** Where to write every finding. */
	readonly findings?: string
	readonly json?: boolean
}

/** Checks a file and says what is in it and what is wrong with it. */
export async function check(file: string, options: CheckCommandOptions): Promise<Exit> {
	const { saveMapping, findings, json = false } = options
	const interrupt = new AbortController()
	const release = onInterrupt("Stopping.", () => interrupt.abort())
	try {
		const mapping = options.mapping === undefined ? {} : { mapping: options.mapping }
		const inputs = [file, ...Object.values(mapping)]
		if (saveMapping !== undefined) await keepFromSaving([file], saveMapping)
		if (findings !== undefined) await keepFromSaving(inputs, findings)
		// Nobody should wait for the check of a large file to hear of it.
		for (const path of [saveMapping, findings]) if (path !== undefined) await expectPlace(path)
		if (saveMapping !== undefined && findings !== undefined && resolve(saveMapping) === resolve(findings))
			throw new Usage("The findings and the mapping cannot be written to the same file.")
		const { opened, checked } = await prepare(file, { ...mapping, layout: layoutOf(options), signal: interrupt.signal })
		for (const warning of columnWarnings(opened, checked)) note(`Warning: ${warning}`)
		if (json) {
			for (const each of checked.summary) printJson({ type: "findings", ...each })
			printChecked(opened, checked)
		} else
			print(
				[describeColumns(opened, checked), ...checked.summary.map(describeCode), describeCheck(checked)].join("\n\n"),
			)
		if (saveMapping !== undefined) {
			await writeFile(saveMapping, `${JSON.stringify(checked.mapping, undefined, "\t")}\n`)
			note(`The mapping is in ${saveMapping}.`)
		}
		if (findings !== undefined) {
			await writeFindings(findings, checked.allRows())
			note(`The findings are in ${findings}.`)
		}
		return checked.counts.error > 0 ? exit.incomplete : exit.done
	} finally {
		release()
	}
}

/** Rejects with `Usage` when nothing can be saved under this path. */
async function expectPlace(path: string): Promise<void> {
	const isFolder = (name: string) =>
		stat(name)
			.then((found) => found.isDirectory())
			.catch(() => false)
	if (await isFolder(path)) throw new Usage(`${path} cannot be saved: it is a folder. Write the name of a file.`)
	const folder = dirname(path)
	if (!(await isFolder(folder)))
		throw new Usage(`${path} cannot be saved: there is no folder ${folder}. Make it first.`)
}

/** How many rows there are, and how many of them can be sent. */
export function describeCheck({ rows, counts, customers }: CheckedFile): string {
	if (rows === 0) return "There are no rows below its header."
	const count = (value: number) => value.toLocaleString("en")
	const bad = counts.error > 0 ? `, ${count(counts.error)} with errors, which are not sent` : ""
	const odd = counts.warning > 0 ? `, ${count(counts.warning)} with warnings` : ""
	return `${plural(rows, "row")}, ${plural(customers, "customer")} to create${odd}${bad}`
}

function plural(count: number, what: string): string {
	return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`
}

/** How the file was read and what it came to, as an event. */
export function printChecked({ detection, proposal }: OpenedFile, checked: CheckedFile): void {
	const { source, layout, mapping, rows, counts, customers } = checked
	const reasons = { evidence: detection.evidence, proposals: proposal.proposals }
	printJson({ type: "checked", source, layout, mapping, ...reasons, rows, customers, counts })
}

/** How the file is read, and what each column is taken for. */
export function describeColumns(
	{ detection, proposal }: OpenedFile,
	{ source, layout, mapping }: CheckedFile,
	stream: NodeJS.WriteStream = process.stdout,
): string {
	const reasons = new Map(proposal.proposals.map(({ column, reason }) => [column, reason]))
	const width = Math.min(40, Math.max(...layout.columns.map((column) => column.length)))
	const lines = layout.columns.map((column) => {
		const field = fieldOf(mapping, column)
		const meaning = field === undefined ? "not used" : fields[field].label
		const reason = field === fieldOf(proposal.mapping, column) ? `  (${reasons.get(column)})` : ""
		return `  ${column.padEnd(width)}  ${meaning}${styled("dim", reason, stream)}`
	})
	const constants = fieldNames.flatMap((field) => {
		const value = field === "number" || field === "token" ? undefined : mapping.constants[field]
		return value === undefined ? [] : [`  ${fields[field].label} is ${quoted(value)} where a row has none.`]
	})
	const joins = mapping.joinRows ? ["  Adjacent rows of one customer are joined."] : []
	const title = styled("bold", source.name, stream)
	return [title, ...detection.evidence.map((text) => `  ${text}`), "", ...lines, ...constants, ...joins].join("\n")
}

/** Columns with values that are not sent because the values deny the name; none where a person chose the mapping. */
export function columnWarnings({ proposal }: OpenedFile, { mapping }: CheckedFile): readonly string[] {
	if (mapping !== proposal.mapping) return []
	return proposal.proposals
		.filter(({ withdrawn }) => withdrawn !== undefined)
		.map(
			({ column, reason }) =>
				`The column ${quoted(column)} is not sent: ${reason}. If it is to be sent, say what it is with --mapping.`,
		)
}

const examplesShown = 3

const colors = { error: "red", warning: "yellow", note: "cyan" } as const satisfies Record<Severity, string>

function describeCode({ code, severity, count, examples, tip }: CodeSummary): string {
	const title = `${styled(colors[severity], severity)}  ${styled("bold", code)}  ${count.toLocaleString("en")}×`
	const lines = examples.slice(0, examplesShown).map(({ row, column, message }) => {
		const place = column === undefined ? `row ${row}` : `row ${row}, ${column}`
		return `  ${place}: ${message.replaceAll(/\s+/g, " ")}`
	})
	const more = count > lines.length ? ["  …"] : []
	return [title, ...lines, ...more, `  ${styled("dim", tip)}`].join("\n")
}

function styled(
	format: Parameters<typeof styleText>[0],
	text: string,
	stream: NodeJS.WriteStream = process.stdout,
): string {
	return stream.hasColors?.() && !process.env.NO_COLOR ? styleText(format, text) : text
}
