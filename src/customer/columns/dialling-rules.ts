import type { Field } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { type CodeOf, codeOf } from "../headers/code-of.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { isDiallingCode } from "../kinds/dialling-code.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { diallingQuestion } from "./place-questions.ts"

const phones = ["phone", "cellphone", "landline"] as const satisfies readonly Field[]
const share = 0.9

interface Phone {
	readonly field: Field
	readonly index: number
}

/** Dialling codes in columns of their own belong before the number beside them: without them, that may be of another country. */
export function decideDialling(draft: DraftDecision): void {
	const filling = phones.flatMap((field) => draft.filling(field).map((index) => ({ field, index })))
	const numbers = filling.filter(({ index }) => !isNamedCode(draft, index))
	if (numbers.length === 0) return
	const codes = draft.undecided().filter((index) => isOfCodes(draft, index))
	for (const index of codes) {
		const target = numberBeside(index, codes, numbers)
		const beside = codes.filter((other) => other !== index && numberBeside(other, codes, numbers) === target)
		if (target !== undefined && isCertain(draft, index, beside))
			draft.send(index, target.field, `a dialling code, put before ${quoted(draft.name(target.index))}`)
		else {
			const likely = target === undefined ? numbers : [target]
			const question = diallingQuestion(
				draft.candidate(index),
				likely.map((one) => ({ column: draft.name(one.index), field: one.field })),
				draft.isFilled("country") ? "area" : "country",
				draft.isAsked("dialling") ? `dialling.${draft.name(index)}` : "dialling",
			)
			draft.ask(question, [index])
		}
	}
}

/** The number that a column of codes stands beside, with nothing but other codes in between; or the only one. */
function numberBeside(index: number, codes: readonly number[], numbers: readonly Phone[]): Phone | undefined {
	for (const step of [1, -1]) {
		let at = index + step
		while (codes.includes(at)) at += step
		const found = numbers.find((one) => one.index === at)
		if (found !== undefined) return found
	}
	return numbers.length === 1 ? numbers[0] : undefined
}

/** Whether it is known of what the codes are, by their name or form; or since others beside them are the country's. */
function isCertain(draft: DraftDecision, index: number, beside: readonly number[]): boolean {
	if (draft.evidence(index).forms.bareCode === 0 || codeOf(draft.name(index)) !== "either") return true
	const count = (of: CodeOf) => beside.filter((other) => codeOf(draft.name(other)) === of).length
	return count("country") === 1 || (count("area") === 1 && beside.length === 1)
}

function isNamedCode(draft: DraftDecision, index: number): boolean {
	return draft.foreign(index) === foreignKinds.dialling || draft.single(index) === "country"
}

function isOfCodes(draft: DraftDecision, index: number): boolean {
	const { filled, forms, values, examples } = draft.evidence(index)
	if (filled === 0) return false
	if (draft.foreign(index) === foreignKinds.dialling) return forms.dialling >= filled * share
	// `Landskode` may be of a country for letters or for phones.
	const all = [...values.keys()]
	return draft.single(index) === "country" && examples.length > 0 && all.length > 0 && all.every(isDiallingCode)
}
