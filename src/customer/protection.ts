import { isImportColumn } from "./fields.ts"
import { isNegation } from "./headers/spent.ts"
import { fold } from "./headers/words.ts"
import { booleanOf } from "./kinds/boolean.ts"
import { isNoDay } from "./kinds/day.ts"
import { isProtected, protection } from "./kinds/protected-words.ts"
import { remembered } from "./remembered.ts"
import { noteJudge } from "./speaking-notes.ts"

/** Whether a note says so, and does not deny it. */
function speaksOfProtection(text: string): boolean {
	const found = protection.exec(text)
	if (found === null) return false
	const before = fold(text.slice(0, found.index)).match(/\p{L}+/gu) ?? []
	return !before.slice(-2).some(isNegation)
}

/** Whether a column is of nothing but that. */
export function isOfProtection(name: string): boolean {
	return protection.test(name) || /^(?:sekretess|skyddad|hemlig)$/i.test(name.trim())
}

/**
 * Prepares to tell by a column that is not sent whether its customer is protected: by its name and a yes or a day, or by what it says.
 * @param isSaid whether its values say that it is of notes
 */
export function protectionJudge(name: string, isSaid = false): ((cell: string) => true | undefined) | undefined {
	if (isImportColumn(name)) return undefined
	const isOfIt = isOfProtection(name)
	const isNote = noteJudge(name, isSaid) !== undefined
	return remembered((cell) => {
		const value = cell.trim()
		if (!isOfIt) return (isNote ? speaksOfProtection(value) : isProtected(value)) || undefined
		return (booleanOf(value) !== false && !isNoDay(value) && /[\p{L}1-9]/u.test(value)) || undefined
	})
}
