/** Control characters, line and paragraph separators, and the marks that turn the direction of a text around. */
const hidden = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

const names: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" }

/**
 * Text of a file, a name or a server, fit to be shown in one line of ours: what would move the cursor, forge a line or turn letters
 * around is written out, as `\n` or `\u{1b}`.
 */
export function visible(text: string): string {
	return text.replace(hidden, (character) => names[character] ?? `\\u{${character.charCodeAt(0).toString(16)}}`)
}
