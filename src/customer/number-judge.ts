import type { Field } from "./fields.ts"
import { type FindingCode, quoted } from "./finding-codes.ts"
import { areExchanged } from "./kinds/identity-number.ts"
import { isNoNumber } from "./kinds/stand-in.ts"
import {
	type FileFacts,
	hasNote,
	hasNotes,
	hasShortened,
	hasUnlike,
	isUnlikeOthers,
	isWordAmong,
	isZeroAmong,
	lostZeros,
	numbersHaveDigits,
} from "./lines/file-facts.ts"
import { hasNumberOnly } from "./lines/number-only.ts"
import { padded, paddedLength } from "./lines/padded-numbers.ts"

/** What is wrong with the customer number of a row, beside the others of the file; undefined for nearly all. */
export type NumberJudge = (
	number: string,
	row: { readonly cells: readonly string[]; readonly identityNumber: string; readonly isDamaged: boolean },
) => { readonly code: FindingCode; readonly detail: string } | undefined

/**
 * Prepares to judge the numbers of one file.
 * @param numbers what all of them have in common; nothing before the file was read to its end
 * @param fieldAt the fields of the columns, in their order
 */
export function numberJudge(
	numbers: FileFacts["numbers"] | undefined,
	fieldAt: readonly (Field | undefined)[],
): NumberJudge {
	const haveDigits = numbers !== undefined && numbersHaveDigits(numbers)
	const haveNotes = numbers !== undefined && hasNotes(numbers)
	const haveUnlike = numbers !== undefined && hasUnlike(numbers)
	const haveShortened = numbers !== undefined && hasShortened(numbers)
	const fullLength = numbers && paddedLength(numbers)
	const isNone = (number: string) =>
		!/[1-9]/.test(number) &&
		(isNoNumber(number) ||
			(haveDigits && isWordAmong(number, numbers)) ||
			(numbers !== undefined && isZeroAmong(number, numbers)))

	const codeOf = (number: string, cells: readonly string[], isDamaged: boolean): FindingCode | undefined => {
		if (isNone(number)) return isDamaged ? undefined : "number.word"
		if (haveShortened && lostZeros(number, numbers)) return "number.decimal"
		if (haveNotes && hasNote(number, numbers)) return "number.noted"
		if (haveUnlike && isUnlikeOthers(number, numbers)) return "number.unlike"
		return hasNumberOnly(cells, fieldAt) ? "row.number-only" : undefined
	}

	return (number, { cells, identityNumber, isDamaged }) => {
		if (areExchanged(number, identityNumber))
			return { code: "number.exchanged", detail: `${quoted(number)} and ${quoted(identityNumber)}` }
		const code = codeOf(number, cells, isDamaged)
		const whole = code === undefined && fullLength !== undefined ? padded(number, fullLength) : undefined
		if (whole !== undefined) return { code: "number.zeros", detail: `${quoted(number)}, perhaps ${quoted(whole)}` }
		return code && { code, detail: quoted(number) }
	}
}
