/**
 * Letters that Unicode keeps for other character sets, or that programs draw as one: ligatures, as a PDF has them (`ﬁ`), letters of
 * another width or shape (`Ａ`, `𝐀`), digraphs (`ĳ`) and Roman numbers. What each is in plain letters is certain; not so of `ª`, `²` and `½`.
 */
const drawn =
	"\\u0132\\u0133\\u013f\\u0140\\u017f\\u01c4-\\u01cc\\u01f1-\\u01f3\\u2160-\\u217f\\u24b6-\\u24e9\\ufb00-\\ufb06\\ufb13-\\ufb17\\uff01-\\uff5e\\uffe0-\\uffe6\\u{1d400}-\\u{1d7ff}"
const drawnLetters = new RegExp(`[${drawn}]`, "gu")

/** A text with such letters written plainly. */
export function withoutLigatures(text: string): string {
	return text.replace(drawnLetters, (letter) => letter.normalize("NFKC"))
}

/** For a pattern: these letters, and those that stand above or below a line, which nobody types. */
export const notTyped = `ªº\\u02b0-\\u02ff\\u1d2c-\\u1d6a\\u2070-\\u209c${drawn}`
