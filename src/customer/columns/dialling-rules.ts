import type { Field } from "../fields.ts"
import { quoted } from "../finding-codes.ts"
import { foreign as foreignKinds } from "../headers/concepts.ts"
import { partsOf } from "../headers/parts.ts"
import { isDiallingCode } from "../kinds/dialling-code.ts"
import type { DraftDecision } from "./draft-decision.ts"
import { diallingQuestion } from "./place-questions.ts"

const phones = ["phone", "cellphone", "landline"] as const satisfies readonly Field[]
const share = 0.9

/** A dialling code in a column of its own belongs before the number beside it: without it, that may be of another country. */
export function decideDialling(draft: DraftDecision): void {
	const numbers = phones.flatMap((field) => draft.filling(field).map((index) => ({ field, index })))
	if (numbers.length === 0) return
	for (const index of draft.undecided()) {
		if (!isOfCodes(draft, index)) continue
		const beside = [index + 1, index - 1].flatMap((at) => numbers.filter((one) => one.index === at))
		const [target] = beside.length > 0 ? beside : numbers.length === 1 ? numbers : []
		if (target !== undefined && (draft.evidence(index).forms.bareCode === 0 || isOfCountry(draft, index)))
			draft.send(index, target.field, `a dialling code, put before ${quoted(draft.name(target.index))}`)
		else {
			const likely = target === undefined ? numbers : [target]
			const question = diallingQuestion(
				draft.candidate(index),
				likely.map((one) => ({ column: draft.name(one.index), field: one.field })),
			)
			draft.ask(question, [index])
		}
	}
}

function isOfCodes(draft: DraftDecision, index: number): boolean {
	const { filled, forms, values, examples } = draft.evidence(index)
	if (filled === 0) return false
	if (draft.foreign(index) === foreignKinds.dialling) return forms.dialling >= filled * share
	// `Landskode` may be of a country for letters or for phones.
	const all = Object.keys(values)
	return draft.single(index) === "country" && examples.length > 0 && all.length > 0 && all.every(isDiallingCode)
}

function isOfCountry(draft: DraftDecision, index: number): boolean {
	return partsOf(draft.name(index)).known.some(({ concepts }) => concepts.includes("country"))
}
