/**
 * Looks at the texts of all rows that are quicker than to call a regular expression, which is what most of the time would go to. Each
 * only says whether there is anything for one to look at.
 */

const digit0 = 48
const digit9 = 57
const ascii = 128

/** Whether the code of a character is that of `0` to `9`; NaN is none. */
export function isDigit(code: number): boolean {
	return code >= digit0 && code <= digit9
}

/** As `/\d/`. */
export function hasDigit(text: string): boolean {
	for (let index = 0; index < text.length; index++) if (isDigit(text.charCodeAt(index))) return true
	return false
}

/** As `/^[\0-\x7f]*$/`. */
export function isAscii(text: string): boolean {
	for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) >= ascii) return false
	return true
}

/** As `/^\d+$/`, of a text that is not empty. */
export function isDigits(text: string): boolean {
	for (let index = 0; index < text.length; index++) if (!isDigit(text.charCodeAt(index))) return false
	return true
}

/** Prepares to tell whether a text begins with one of the signs, or with any beyond ASCII. */
export function mayBeginWith(signs: string): (text: string) => boolean {
	const marks = new Uint8Array(ascii)
	for (const sign of signs) if (sign.charCodeAt(0) < ascii) marks[sign.charCodeAt(0)] = 1
	return (text) => {
		const code = text.charCodeAt(0)
		return code >= ascii || marks[code] === 1
	}
}

/** Whether the first sign is a letter of ASCII. */
export function beginsWithLetter(text: string): boolean {
	const code = text.charCodeAt(0) | lowerCase
	return code >= a && code <= z
}

const lowerCase = 32
const a = 97
const z = 122
