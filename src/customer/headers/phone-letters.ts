import type { Concept, Piece } from "./concepts.ts"

/**
 * What one letter beside a word for a phone says of it, by the words that it begins, in any of our languages: home, hem, hjem; work; privat;
 * office; dienstlich; geschäftlich; bostad, bureau; arbete; koti; mobile. `F`, a fax or a fixed line, and `C`, a cell phone or casa, say nothing.
 */
const letters: Readonly<Record<string, Concept>> = {
	...Object.fromEntries([..."hwpodgbak"].map((letter) => [letter, "place"])),
	m: "mobile",
}

const isPhone = ({ concepts }: Piece) => concepts.includes("phone") || concepts.includes("mobile")

/** `Tel (H)`, `Phone M`: a letter behind a phone is of which one it is. @param phone the pieces of its name @param pieces those that may be letters */
export function withPhoneLetters(phone: readonly Piece[], pieces: readonly Piece[]): readonly Piece[] {
	if (!phone.some(isPhone)) return pieces
	return pieces.map((piece, index) => {
		const concept = piece.concepts.length === 0 && index === pieces.length - 1 ? letters[piece.text] : undefined
		return concept === undefined ? piece : { ...piece, concepts: [concept] }
	})
}
