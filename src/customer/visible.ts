/**
 * What shows nothing of itself, steers a terminal, forges a line or turns the direction of a text around, and halves of characters; but those
 * two that some languages and emoji have between their letters.
 */
export const hidden = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu

const names: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" }

/**
 * Text of a file, a name or a server, fit to be shown in one line of ours: what would move the cursor, forge a line or turn letters
 * around is written out, as `\n` or `\u{1b}`.
 */
export function visible(text: string): string {
	return text.replace(hidden, (character) => names[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`)
}
