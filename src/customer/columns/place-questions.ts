import { type Field, labelOf } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { plain } from "./check-questions.ts"
import type { Answer, Candidate, Question } from "./question.ts"

/**
 * Whether the cells of a column hold several parts of an address.
 * @param held the fields that they seem to hold
 * @param street the field that the name says; nothing where it says none
 */
export function inOneCellQuestion(candidate: Candidate, held: readonly Field[], street?: Field): Question {
	const { column, evidence } = candidate
	const parts = listed(held.map(labelOf))
	const examples = evidence.examples.slice(0, 3).map(quoted)
	const [id = "street"] = held
	return {
		id,
		text: `Does ${quoted(column)} hold the ${parts}, in one cell?`,
		why:
			street === undefined
				? `By its name it is ${candidate.otherwise ?? "several parts of an address"}, and its values or other columns do not settle it.`
				: `By its name it is the ${labelOf(street)}, its values look like more, and no other column has it.`,
		answers: [
			{
				...plain("parted", "Yes: tell them apart; where that cannot be done for certain, the row is an error", {
					columns: { [column]: [...held] },
				}),
				examples,
			},
			...(street === undefined
				? []
				: [plain("street", `No: all of it is the ${labelOf(street)}`, { columns: { [column]: street } })]),
			plain("none", "No: leave it out", { columns: { [column]: null } }),
		],
		needed: false,
	}
}

/** A column beside a street that may hold the numbers of flats, or something else. */
export function flatQuestion({ column, evidence, otherwise }: Candidate, street: Field): Question {
	return {
		id: "flat",
		text: `Is ${quoted(column)} a part of the ${labelOf(street)}, as the number of a flat is?`,
		why: `It stands beside it, and columns of this name also hold ${otherwise ?? "something else"}.`,
		answers: [
			{
				...plain("part", `Yes: put it behind the ${labelOf(street)}`, { columns: { [column]: street } }),
				examples: evidence.examples.slice(0, 3).map(quoted),
			},
			plain("none", "No: leave it out", { columns: { [column]: null } }),
		],
		needed: false,
	}
}

/** A code in a column of its own, beside phone numbers. */
export function diallingQuestion(
	candidate: Candidate,
	phones: readonly { readonly column: string; readonly field: Field }[],
): Question {
	const { column, evidence } = candidate
	const answers = phones.map(
		(phone): Answer => ({
			...plain(phone.column, `Yes: put it before ${quoted(phone.column)}`, { columns: { [column]: phone.field } }),
			examples: evidence.examples.slice(0, 3).map(quoted),
		}),
	)
	return {
		id: "dialling",
		text: `Is ${quoted(column)} the dialling code of a country, which belongs before the phone number?`,
		why: "Its name or its values do not say for certain to which number it belongs, or whether it is the code of a country.",
		answers: [...answers, plain("none", "No: leave it out", { columns: { [column]: null } })],
		needed: false,
	}
}

function listed(labels: readonly string[]): string {
	return `${labels.slice(0, -1).join(", ")} and ${labels.at(-1) ?? ""}`
}
