/** Longer texts may be parts of a larger one, which would be kept alive with them. */
const longestKept = 12
/** A power of 2. */
const places = 1_024

/**
 * A judge of texts that knows again what it said of those that came lately, as first names and cities do: some comparisons a text, where
 * to judge it takes ten times as long. Each text has one place, which the last one that came there holds.
 */
export function recent<Said>(judge: (text: string) => Said): (text: string) => Said {
	const texts: string[] = new Array(places).fill("")
	// What no text has is never looked up: only texts with a character are kept.
	const said: (Said | undefined)[] = new Array(places).fill(undefined)
	return (text) => {
		const { length } = text
		if (length > longestKept || length === 0) return judge(text)
		const ends = text.charCodeAt(0) * 31 + text.charCodeAt(length - 1)
		const place = (ends * 31 + text.charCodeAt(length >>> 1) * 7 + length) & (places - 1)
		if (texts[place] === text) return said[place] as Said
		const judged = judge(text)
		texts[place] = text
		said[place] = judged
		return judged
	}
}
