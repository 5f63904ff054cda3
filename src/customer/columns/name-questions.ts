import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { orderOf } from "../headers/read-header.ts"
import { isTwin } from "../headers/read-headers.ts"
import { plain } from "./check-questions.ts"
import { examplesOf } from "./examples.ts"
import { type Mapping, usesOf } from "./mapping.ts"
import type { Answer, Candidate, Question } from "./question.ts"
import { rowCount } from "./row-count.ts"

/** Rows have a person's name and a company's, or two names that differ. @param columns of the file */
export function nameQuestion(mapping: Mapping, columns: readonly string[], rows: number, example: string): Question {
	const filling = (...wanted: readonly Field[]) =>
		columns.filter((column) => wanted.some((field) => usesOf(mapping, column)?.includes(field)))
	const halves = [filling("firstName"), filling("lastName")]
	const names = filling("name")
	// The parts of a person's name are one name, and so are joined columns.
	const choices = [
		halves.flat(),
		...(mapping.joined?.includes("name") ? [names] : names.map((column) => [column])),
		...(mapping.joined?.includes("company") ? [filling("company")] : filling("company").map((column) => [column])),
	].filter(({ length }) => length > 0)
	const isPart =
		names.some((column) => orderOf(column) > 1 && !isTwin(column, columns)) ||
		halves.filter(({ length }) => length > 0).length === 1
	const all = choices.flat()
	const both = plain("both", `${choices.length > 2 ? "All" : "Both"}, joined into one name`, { joined: ["name"] })
	const one = choices
		.sort(([a = ""], [b = ""]) => columns.indexOf(a) - columns.indexOf(b))
		.map((choice) => {
			const [first = ""] = choice
			return plain(first, `${choice.map(quoted).join(" and ")}; the others where it is empty`, {
				first: { name: first },
			})
		})
	return {
		id: "name",
		text: "Which is the customer's name, where a row has two?",
		why: `${columns
			.filter((column) => all.includes(column))
			.map(quoted)
			.join(", ")} give ${rowCount(rows)} different names. ${example}`,
		answers: [
			...(isPart ? [both, ...one] : [...one, both]),
			plain("errors", "None: these rows are errors", { first: { name: null } }),
		],
		needed: false,
	}
}

/** A contact person beside half a name: somebody's whole name, and maybe not the customer's. */
export function contactQuestion(candidate: Candidate, part: "firstName" | "lastName"): Question {
	const { column } = candidate
	return {
		id: part,
		text: `Is ${quoted(column)} the customer's whole name?`,
		why: `It is of somebody at the customer, and no column has the ${labelOf(part)}.`,
		answers: [
			withExamples(candidate, plain("none", "No: leave it out", { columns: { [column]: null } })),
			plain("name", "Yes", { columns: { [column]: "name" } }),
		],
		needed: false,
	}
}

/** Half a name of somebody at the customer, beside a name that may be the other half. */
export function strayHalfQuestion(candidate: Candidate, half: Field, name: string): Question {
	const { column } = candidate
	return {
		id: "stray",
		text: `Does ${quoted(column)} make one name with ${quoted(name)}?`,
		why: `By its name it is of somebody at the customer, and ${quoted(name)} may be of the customer itself.`,
		answers: [
			withExamples(candidate, plain("none", "No: leave it out", { columns: { [column]: null } })),
			plain("half", `Yes: it is the ${labelOf(half)}`, { columns: { [column]: half } }),
		],
		needed: false,
	}
}

/** What stands before a surname, such as `van`, beside the only name of a file. */
export function prefixQuestion(candidate: Candidate, name: string): Question {
	const { column } = candidate
	return {
		id: "prefix",
		text: `Does ${quoted(column)} belong before the name in ${quoted(name)}?`,
		why: `It is a part of a name, and no other column is the surname: it may be in ${quoted(name)} already.`,
		answers: [
			withExamples(
				candidate,
				plain("before", "Yes: put it before the name", { columns: { [column]: "name" }, joined: ["name"] }),
			),
			plain("none", "No: leave it out", { columns: { [column]: null } }),
		],
		needed: false,
	}
}

/**
 * Rows have no name in the columns named so, and one in another.
 * @param first the column whose name counts where a row has both; nothing where several make it
 */
export function insteadQuestion(candidates: readonly Candidate[], first: string | undefined): Question {
	const rows = Math.max(...candidates.map(({ evidence }) => evidence.nameless))
	const leftOut = Object.fromEntries(candidates.map(({ column }) => [column, null]))
	const said = first === undefined ? {} : { first: { name: first } }
	const label = (column: string) =>
		first === undefined ? quoted(column) : `${quoted(column)}, where ${quoted(first)} is empty`
	return {
		id: "nameless",
		text: "What is the name of customers whose rows have none in its own column?",
		why: `${rowCount(rows)} without a name ${rows === 1 ? "has" : "have"} one in ${candidates.map(({ column }) => quoted(column)).join(", ")}.`,
		answers: [
			...candidates.map((candidate) =>
				withExamples(
					candidate,
					plain(candidate.column, label(candidate.column), {
						columns: { ...leftOut, [candidate.column]: "name" },
						...said,
					}),
				),
			),
			plain("none", "None: create them without a name", { columns: leftOut }),
		],
		needed: false,
	}
}

function withExamples(candidate: Candidate, answer: Answer): Answer {
	return { ...answer, examples: examplesOf(candidate) }
}
