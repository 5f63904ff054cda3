import type { Concept, Piece } from "./concepts.ts"
import { spellings } from "./words.ts"

/**
 * What one letter beside a word for a phone says of it, by the words that it begins, in any of our languages: home, hem, hjem; work; privat;
 * office; dienstlich; geschäftlich; bostad, bureau; arbete; koti; mobile. `F`, a fax or a fixed line, and `C`, a cell phone or casa, say nothing.
 */
const letters: Readonly<Record<string, Concept>> = {
	...Object.fromEntries([..."hwpodgbak"].map((letter) => [letter, "place"])),
	m: "mobile",
}

/** When of a day somebody is reached: beside a word for a phone none of these is a date. */
const timesOfDay = `
	day daytime evening night morning dag dagtid kväll kvällstid natt tag tags tagsüber abend abends vormittags nachmittags kveld dagen
	aften overdag avond jour journée soir soirée día tarde noche giorno sera dzień dniem wieczór wieczorem päivä päivisin ilta iltaisin
`
let times: ReadonlySet<string> | undefined

const isPhone = ({ concepts }: Piece) => concepts.includes("phone") || concepts.includes("mobile")

/**
 * Beside a word for a phone a letter behind it is of which one it is (`Tel (H)`, `Phone M`), and a time of the day is of when somebody
 * is reached (`Telefon dag`).
 * @param phone the pieces of its name @param pieces those that may be such words
 */
export function withPhoneWords(phone: readonly Piece[], pieces: readonly Piece[]): readonly Piece[] {
	if (!phone.some(isPhone)) return pieces
	times ??= new Set(timesOfDay.trim().split(/\s+/).flatMap(spellings))
	return pieces.map((piece, index) => {
		if (times?.has(piece.text)) return { text: piece.text, concepts: ["plain"] }
		const concept = piece.concepts.length === 0 && index === pieces.length - 1 ? letters[piece.text] : undefined
		return concept === undefined ? piece : { ...piece, concepts: [concept] }
	})
}
