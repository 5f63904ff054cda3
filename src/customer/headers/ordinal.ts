import { readHeader } from "./read-header.ts"
import { isTwin } from "./read-headers.ts"

/** Which of several a name says that its column is: 2 for `Card 2`, `Second card` or pandas' `Card.1`; 1 where it has no number. */
export function ordinalOf(name: string, names: readonly string[]): number {
	const { counter = 1 } = readHeader(name)
	return isTwin(name, names) && /\.\d+$/.test(name) ? counter + 1 : counter
}
