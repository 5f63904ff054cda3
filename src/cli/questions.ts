import { cancel, isCancel, multiselect, select } from "@clack/prompts"
import type { Mapping } from "../customer/columns/mapping.ts"
import { answered, type Question } from "../customer/columns/question.ts"
import { apart, forTerminal, type Text, Usage } from "./output.ts"

/** The open questions in words, with what a person needs to answer them. */
export function describeQuestions(questions: readonly Question[]): Text {
	return apart(questions.map(describe))
}

function describe({ text, why, answers, several }: Question, index: number): readonly string[] {
	const lines = answers.map(({ label, facts, examples }) => {
		const shown = [...(facts === undefined ? [] : [facts]), ...(examples.length > 0 ? [examples.join(", ")] : [])]
		return `   - ${label}${shown.length > 0 ? `: ${shown.join(": ")}` : ""}`
	})
	const none = several ? [answers.length === 1 ? "   - No" : "   - None of them"] : []
	return [`${index + 1}. ${text}`, `   ${why}`, ...lines, ...none]
}

/**
 * What to do where questions are open. A program that has no terminal cannot be answered, but a person who runs it at one is asked.
 * @param saved where the mapping was just written to
 */
export function howToAnswer(
	file: string,
	questions: readonly Question[],
	{ nameless, sheet, saved }: { nameless: boolean; sheet?: string | undefined; saved?: string | undefined },
): string {
	const of = sheet === undefined ? "" : ` --sheet ${shellWord(sheet)}`
	const count = questions.length === 1 ? "One question is open" : `${questions.length} questions are open`
	const rest = questions.some(isLeavable) ? " --leave-out-rest leaves out what is not needed." : ""
	const header = nameless ? " No header was found: if there is one, say in which row with --header-row." : ""
	const written =
		saved === undefined
			? `\`check ${shellWord(file)}${of} --save-mapping mapping.json\` writes what each column is, with every question marked: answer there, then run with --mapping mapping.json.`
			: `The questions are marked in ${saved}: answer there, then run with --mapping ${shellWord(saved)}.`
	return `${count}, so nothing was sent. At a terminal \`run\` asks them one by one. Otherwise: ${written.replace(/^T/, "t")}${rest}${header}`
}

/** A word as a shell takes it; in quotes where it needs them. */
export function shellWord(text: string): string {
	if (/^[\w./:@%+,-]+$/.test(text) && !text.startsWith("-")) return text
	return process.platform === "win32" ? `"${text}"` : `'${text.replaceAll("'", "'\\''")}'`
}

/** Whether a person can be asked: at a terminal on both sides. */
export function canAsk(): boolean {
	return process.stdin.isTTY === true && process.stderr.isTTY === true
}

/** Asks a person at the terminal, one question after the other. Rejects with `Usage` when they give up. */
export async function askAll(questions: readonly Question[], before: Mapping): Promise<Mapping> {
	let mapping = before
	for (const question of questions) mapping = answered(mapping, question, await ask(question))
	return mapping
}

async function ask({ text, why, answers, several }: Question): Promise<string[]> {
	const options = answers.map(({ id, label, facts, examples }) => ({
		value: id,
		label: forTerminal(label),
		hint: forTerminal([...(facts === undefined ? [] : [facts]), ...examples].join(", ")),
	}))
	const asked = { message: forTerminal([text, why]), options, output: process.stderr }
	const none = { value: "", label: options.length === 1 ? "No" : "None of them", hint: "" }
	const answer =
		several && options.length > 1
			? await multiselect({ ...asked, options: [...options, none], required: true })
			: await select({ ...asked, options: several ? [...options, none] : options })
	if (!isCancel(answer)) {
		const chosen = [answer].flat().filter((id) => id !== "")
		// An answer that decides nothing is to stop.
		if (several || answers.some(({ id, mapping }) => chosen.includes(id) && Object.keys(mapping).length > 0))
			return chosen
	}
	cancel("Given up.", { output: process.stderr })
	throw new Usage(`${text} Nothing was sent.`)
}

/** Leaves out what is in question and not needed; never the number, and never card tokens. */
export function leavingOut(questions: readonly Question[], before: Mapping): Mapping {
	return questions.filter(isLeavable).reduce((mapping, question) => answered(mapping, question, ["none"]), before)
}

function isLeavable({ needed, answers }: Question): boolean {
	return !needed && answers.some(({ id }) => id === "none")
}
