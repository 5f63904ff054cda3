/**
 * What may be the last four digits of a card in a cell: `1234`, `************1234`, `•••• 1234`, `Visa 1234`; and `12`,
 * which was `0012` before a spreadsheet took it for a number. Nothing where the cell has none.
 */
export function lastFoursIn(text: string): readonly string[] {
	const whole = text.trim().replace(/[.,]0{1,2}$/, "")
	if (/^\d{1,3}$/.test(whole)) return [whole.padStart(4, "0")]
	return whole.match(/(?<!\d)\d{4}(?!\d)|(?<=[^\d\s]\d{0,4})\d{4}$/g) ?? []
}
