import { stat } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import type { CheckedFile } from "../app/check/checked-file.ts"
import type { OpenedFile } from "../app/check/open-file.ts"
import type { CodeSummary } from "../app/check/summary.ts"
import { importHome } from "../app/home.ts"
import { keepFromSaving } from "../app/overwriting.ts"
import { savedMapping } from "../app/saved-mapping.ts"
import type { SourceFile } from "../app/workbook/source-file.ts"
import { counted } from "../contract/counted.ts"
import { isLeftOut } from "../contract/row-counts.ts"
import { constantWords } from "../customer/columns/constant-words.ts"
import { isContactData, isInWords, looksLike } from "../customer/columns/looks-like.ts"
import { gives, usesOf } from "../customer/columns/mapping.ts"
import type { Question } from "../customer/columns/question.ts"
import { unknownName } from "../customer/columns/why-left-out.ts"
import { inCommands } from "../customer/command-words.ts"
import { fieldNames, fields, isImportColumn } from "../customer/fields.ts"
import type { Severity } from "../customer/finding.ts"
import { quoted, shownOf } from "../customer/finding-codes.ts"
import type { Sentences } from "../customer/sentences.ts"
import { visible } from "../customer/visible.ts"
import { DraftFile } from "../report/draft-file.ts"
import { writeFindings } from "../report/findings-file.ts"
import { onInterrupt } from "./interrupt.ts"
import { type LayoutOptions, layoutOf } from "./options.ts"
import {
	apart,
	type Exit,
	exit,
	line,
	note,
	print,
	printJson,
	type Styled,
	styled,
	type Text,
	Usage,
} from "./output.ts"
import { prepare } from "./prepare.ts"
import { describeQuestions, howToAnswer } from "./questions.ts"
import { shownStreet } from "./shown-street.ts"
import { chosenSource } from "./source.ts"

export interface CheckCommandOptions extends LayoutOptions {
	readonly mapping?: string
	readonly saveMapping?: string
	readonly leaveOutRest?: boolean
	readonly keepRows?: readonly number[]
	readonly confirmNumbers?: readonly number[]
	/** Where to write every finding. */
	readonly findings?: string
	readonly json?: boolean
}

/** Checks a file and says what is in it and what is wrong with it. */
export async function check(file: string, options: CheckCommandOptions): Promise<Exit> {
	const { saveMapping, findings, leaveOutRest = false, keepRows = [], confirmNumbers = [], json = false } = options
	const interrupt = new AbortController()
	const release = onInterrupt("Stopping.", () => interrupt.abort())
	let source: SourceFile | undefined
	try {
		const mapping = options.mapping === undefined ? {} : { mapping: options.mapping }
		const inputs = [file, ...Object.values(mapping)]
		if (saveMapping !== undefined) await keepFromSaving([file], saveMapping)
		if (findings !== undefined) await keepFromSaving(inputs, findings)
		// Nobody should wait for the check of a large file to hear of it.
		for (const path of [saveMapping, findings]) if (path !== undefined) await expectPlace(path)
		if (saveMapping !== undefined && findings !== undefined && resolve(saveMapping) === resolve(findings))
			throw new Usage("The findings and the mapping cannot be written to the same file.")
		source = await chosenSource(file, { ...options, home: importHome(), signal: interrupt.signal })
		const { opened, checked } = await prepare(source, {
			...mapping,
			layout: layoutOf(options),
			home: importHome(),
			leaveOutRest,
			keepRows,
			confirmNumbers,
			signal: interrupt.signal,
		})
		const { mapping: decided, questions } = checked
		if (json) {
			printChecked(opened, checked)
			printQuestions(questions)
		} else
			print(
				apart([
					await describeFile(opened, checked),
					describeCheck(checked),
					...(questions.length > 0 ? [describeQuestions(questions)] : []),
				]),
			)
		if (saveMapping !== undefined) {
			await DraftFile.save(
				saveMapping,
				`${JSON.stringify(savedMapping(checked.decision ?? { mapping: decided, columns: [], said: decided }, questions), undefined, "\t")}\n`,
			)
			note(`The mapping is in ${saveMapping}.`)
		}
		if (findings !== undefined) {
			await writeFindings(findings, checked.allRows())
			note(`The findings are in ${findings}.`)
		}
		if (questions.length > 0) {
			note(
				howToAnswer(file, questions, {
					nameless: checked.layout.headerRow === 0,
					sheet: options.sheet,
					saved: saveMapping,
				}),
			)
			return exit.usage
		}
		return checked.counts.error > 0 ? exit.incomplete : exit.done
	} finally {
		release()
		await source?.close()
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

/** How many rows there are, and how many of them can be sent; for the time being where a question is open. */
export function describeCheck(checked: CheckedFile, isAdding = false): readonly string[] {
	const { rows, counts, customers, cards, questions } = checked
	if (rows === 0) return ["There are no rows below its header."]
	const count = (value: number) => value.toLocaleString("en")
	const isOpen = questions.length > 0
	const errors = isOpen ? "with errors or in question" : "with errors, which are not sent"
	const bad = counts.error > 0 ? `, ${count(counts.error)} ${errors}` : ""
	const out = counts.leftOut > 0 ? `, ${count(counts.leftOut)} left out by a person` : ""
	const until = `As it stands, until the ${questions.length === 1 ? "question is" : "questions are"} answered`
	const odd = counts.warning > 0 ? `, ${count(counts.warning)} with warnings` : ""
	const bare = withoutCurrency(checked)
	const which =
		bare === customers && bare > 1
			? `All ${count(bare)} customers are`
			: `${counted(bare, "customer")} ${bare === 1 ? "is" : "are"}`
	// An answer may say of which country the customers are, or which column is the currency.
	const currency =
		bare === 0 || isAdding || isOpen
			? []
			: [`${which} created in Swedish kronor (SEK), which Intergiro takes where the file gives no currency.`]
	const carded = `${isOpen ? "," : ":"} ${count(cards.with)} with a card, ${count(cards.without)} without${cards.leftOut > 0 ? ` (${counted(cards.leftOut, "card token")} left out${isOpen ? "" : " by a person"})` : ""}`
	const what = isAdding || isOpen ? "" : " to create"
	const before = isOpen ? `${counted(rows, "row")}. ${until}: ` : `${counted(rows, "row")}, `
	return [`${before}${counted(customers, "customer")}${what}${carded}${odd}${bad}${out}`, ...currency]
}

/** Customers to be created for whom the file gives no currency. */
function withoutCurrency(checked: CheckedFile): number {
	const { customers, mapping, layout } = checked
	if (!gives(mapping, layout.columns, "currency")) return customers
	return checked.rowsWith("currency.none").without(checked.rowsWith("error")).size
}

/** What was found in the file, how it was read and what it came to, as events. */
export function printChecked({ detection }: OpenedFile, checked: CheckedFile): void {
	for (const { examples, ...each } of checked.summary)
		printJson({ type: "findings", ...withTip(each), examples: examples.map(withTip) })
	const { source, layout, mapping, rows, counts, customers, cards, decision } = checked
	const reasons = { evidence: detection.evidence.map(inCommands), columns: decision?.columns ?? [] }
	printJson({ type: "checked", source, layout, mapping, ...reasons, rows, customers, cards, counts })
}

function withTip<Found extends { readonly tip: Sentences }>(found: Found) {
	return { ...found, tip: inCommands(found.tip) }
}

/** The open questions, an event each. */
export function printQuestions(questions: readonly Question[]): void {
	for (const question of questions) printJson({ type: "question", ...question })
}

/** What each column of a file is taken for, and what was found in its rows, kind by kind. */
export async function describeFile(opened: OpenedFile, checked: CheckedFile): Promise<Text> {
	const street = await shownStreet(checked)
	const columns = [describeColumns(opened, checked), street === undefined ? [] : street]
	return apart([columns, ...checked.summary.map(describeCode)])
}

/** How the file is read, what each column is taken for and why, and what is left out, in one line for each reason. */
function describeColumns(
	{ detection }: OpenedFile,
	{ source, layout, mapping, decision, evidence: values }: CheckedFile,
): readonly Text[] {
	const decided = new Map(decision?.columns.map((each) => [each.column, each]))
	const sent = layout.columns.filter(
		(column) => (usesOf(mapping, column) ?? []).length > 0 || decided.get(column)?.by === "open",
	)
	const width = Math.min(40, Math.max(...sent.map((column) => visible(column).length)))
	const lines = sent.map((column) => {
		const { by, reason } = decided.get(column) ?? {}
		const labels = (usesOf(mapping, column) ?? []).map((field) => fields[field].label).join(" and ")
		const meaning = by === "open" ? "?" : labels
		return line(`  ${visible(column).padEnd(width)}  ${meaning}`, ...reasonOf(reason))
	})
	const why = (column: string, index: number) =>
		values.columns[index]?.filled === 0 ? "empty" : (decided.get(column)?.reason ?? "")
	const left = new Map<string, string[]>()
	const full: string[] = []
	for (const [index, column] of layout.columns.entries()) {
		if (sent.includes(column) || isImportColumn(column)) continue
		const reason = why(column, index).replace(/^left out, /, "")
		const { filled = 0, examples = [] } = values.columns[index] ?? {}
		if (reason === unknownName && (filled * 2 >= values.rows || isContactData(examples) || isInWords(examples))) {
			const rows =
				filled === values.rows ? "all rows" : `${filled.toLocaleString("en")} of ${counted(values.rows, "row")}`
			const shown = examples
				.slice(0, examplesShown)
				.map((one) => quoted(one.length > 24 ? `${one.slice(0, 23)}…` : one))
			const more = examples.length > shown.length ? ", …" : ""
			const like = looksLike({ examples })
			full.push(`    ${quoted(column)}, in ${rows}${like === undefined ? "" : `, ${like}`}: ${shown.join(", ")}${more}`)
			continue
		}
		left.set(reason, [...(left.get(reason) ?? []), quoted(column)])
	}
	const leftOut: Text[] = [...left].map(([reason, names]) =>
		line(`  Left out: ${names.join(", ")}`, ...reasonOf(reason)),
	)
	// Something that matters may be among them.
	if (full.length > 0)
		leftOut.push(
			line(
				styled(
					"yellow",
					"  NOT SENT, though filled, as this program does not know these names. Look whether one is needed:",
				),
			),
			...full,
		)
	const constants = fieldNames.flatMap((field) => {
		const value = field === "number" || field === "token" ? undefined : mapping.constants[field]
		return value === undefined
			? []
			: [`  ${fields[field].label} is ${constantWords(value, quoted(value))} where a row has none.`]
	})
	const joins = mapping.joinRows === true ? ["  Adjacent rows of one customer are joined."] : []
	const title = line(styled("bold", source.name))
	const evidence = detection.evidence.map((text) => `  ${inCommands(text)}`)
	return [title, ...evidence, "", ...lines, ...leftOut, ...constants, ...joins]
}

function reasonOf(reason: string | undefined = ""): readonly Styled[] {
	return reason === "" ? [] : [styled("dim", `  (${reason})`)]
}

const examplesShown = 3

const colors = { error: "red", warning: "yellow", note: "cyan" } as const satisfies Record<Severity, string>

function describeCode({ code, severity, count, examples, tip }: CodeSummary): readonly Text[] {
	const word = isLeftOut(code) ? styled("dim", "left out") : styled(colors[severity], severity)
	const title = line(word, "  ", styled("bold", code), `  ${count.toLocaleString("en")}×`)
	const lines = examples.slice(0, shownOf(code) ?? examplesShown).map(({ row, column, message }) => {
		const place = column === undefined ? `row ${row}` : `row ${row}, ${visible(column)}`
		return `  ${place}: ${message.replaceAll(/\s+/g, " ")}`
	})
	const rest = count - lines.length
	const isEach = shownOf(code) !== undefined
	const more =
		rest === 0 ? [] : [isEach ? `  … and ${rest.toLocaleString("en")} more: check --findings FILE writes each` : "  …"]
	return [title, ...lines, ...more, line("  ", styled("dim", inCommands(tip)))]
}
