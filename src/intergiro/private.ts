import { cardNumbersIn } from "../customer/card-number.ts"
import { lettersOf, type Reading, readings } from "./readings.ts"
import { type Range, without } from "./without.ts"

/** Nothing that is looked for is shorter: `a@b.se`. */
const shortest = 6
const fewestDigits = 13

export const email = /[^\s@<>"'(]+@[^\s@<>"')]+/g
/** Out of other signs only what certainly is one: the bytes of an id are anything. */
const certainEmail = /[\w.%+-]{3,}@(?:[a-z\d-]{3,}\.)+[a-z]{2,}/gi

/** A JWT, or a segment of one that is longer than an id. */
const token = /\beyJ[\w-]{8,}\.[\w.-]*|\beyJ[\w-]{24,}/g

/**
 * A value that is kept as it came without what by its form is a card token, an e-mail address or a card number, however that is written. Ids
 * stay, of which `scrub` would take long ones for tokens.
 */
export function withoutPrivate(text: string): string {
	return without(text, [...privateIn(text)])
}

/** An id without what by its form is a card token or an e-mail address. One of digits alone cannot be told from a card number. */
export function idWithoutPrivate(id: string): string {
	return without(id, [...privateIn(id, true)])
}

function* privateIn(text: string, isId = false): Generator<Range> {
	for (const reading of readings(text, shortest)) {
		if (!isId) for (const [from, to] of cardNumbersOf(reading)) yield [from, to, "[number]"]
		// Of words without spaces between them all would be an address.
		if (reading.isJoined) continue
		for (const [form, instead] of [
			[token, "[token]"],
			[reading.text === text ? email : certainEmail, "[e-mail]"],
		] as const)
			for (const { 0: found, index } of reading.text.matchAll(form))
				yield [...placeOf(reading, index, index + found.length), instead]
	}
}

/** Where in a text there are card numbers, however they are written. */
export function cardNumbersRead(text: string): readonly Range[] {
	return Array.from(readings(text, fewestDigits)).flatMap((reading) => [...cardNumbersOf(reading)])
}

function* cardNumbersOf(reading: Reading): Generator<Range> {
	for (const one of [reading, lettersOf(reading)])
		if (one) for (const [from, to] of cardNumbersIn(one.text)) yield placeOf(one, from, to)
}

function placeOf({ from, to }: Reading, first: number, end: number): readonly [from: number, to: number] {
	return [from(first), to(end - 1)]
}
