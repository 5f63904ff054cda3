import { beginsWithLetter } from "./quick-look.ts"

/**
 * Prepares a pattern of many alternatives, written in small letters, for texts of which hardly any matches: of a text that begins with a
 * letter of ASCII only those are tried that may begin so.
 * @param alternatives a list, as between the brackets of `(?:…|…)`
 * @param patternOf the pattern of such a list, which takes no letter before it, whatever the case of it
 */
export function byInitial(
	alternatives: string,
	patternOf: (alternatives: string) => RegExp,
): (text: string) => boolean {
	const all = patternOf(alternatives)
	const list = split(alternatives).map((alternative) => ({ alternative, initials: initialsOf(alternative) }))
	const patterns = new Map<string, RegExp | undefined>()
	const patternFor = (initial: string): RegExp | undefined => {
		const own = list.filter(({ initials }) => initials === undefined || initials.has(initial))
		return own.length === 0 ? undefined : patternOf(own.map(({ alternative }) => alternative).join("|"))
	}
	for (const initial of "abcdefghijklmnopqrstuvwxyz") patterns.set(initial, patternFor(initial))
	const places = Array.from({ length: 128 }, (_, code) => patterns.get(String.fromCharCode(code).toLowerCase()))
	return (text) => {
		if (!beginsWithLetter(text)) return all.test(text)
		return places[text.charCodeAt(0)]?.test(text) === true
	}
}

/** The alternatives of a pattern, at the bars that stand in no brackets, or in those around all of it. */
function split(pattern: string): readonly string[] {
	if (pattern.startsWith("(?:") && endOfAtom(pattern, 0) === pattern.length) return split(pattern.slice(3, -1))
	const found: string[] = []
	let begin = 0
	for (let index = 0; index < pattern.length; index = endOfAtom(pattern, index))
		if (pattern[index] === "|") {
			found.push(pattern.slice(begin, index))
			begin = index + 1
		}
	return begin === 0 ? [pattern] : [...found, pattern.slice(begin)].flatMap(split)
}

/** Where what begins at a place ends: a group, a class, an escape or a sign. */
function endOfAtom(pattern: string, from: number): number {
	if (pattern[from] === "\\") return from + 2
	if (pattern[from] === "[") {
		let index = from + 1
		while (index < pattern.length && pattern[index] !== "]") index += pattern[index] === "\\" ? 2 : 1
		return index + 1
	}
	if (pattern[from] !== "(") return from + 1
	let index = from + 1
	while (index < pattern.length && pattern[index] !== ")") index = endOfAtom(pattern, index)
	return index + 1
}

/** The signs that what an alternative matches may begin with, of those that the simple forms of a list have; undefined where any may. */
function initialsOf(alternative: string): ReadonlySet<string> | undefined {
	const found = new Set<string>()
	for (let index = 0; index < alternative.length; ) {
		const end = endOfAtom(alternative, index)
		const initials = initialsOfAtom(alternative.slice(index, end))
		if (initials === undefined) return undefined
		for (const initial of initials) found.add(initial)
		const isOptional = /^(?:[?*]|\{0?,)/.test(alternative.slice(end))
		if (!isOptional) return found
		index = end + (/^(?:[?*]|\{[\d,]*\})\??/.exec(alternative.slice(end))?.[0].length ?? 0)
	}
	return undefined
}

function initialsOfAtom(atom: string): Iterable<string> | undefined {
	if (atom.startsWith("(?:")) {
		const parts = split(atom.slice(3, -1)).map(initialsOf)
		return parts.includes(undefined) ? undefined : parts.flatMap((part) => [...(part ?? [])])
	}
	if (atom.startsWith("["))
		return /^\[(?:[^\\^-]|\\[^a-z\d])+\]$/i.test(atom) ? atom.slice(1, -1).replaceAll("\\", "") : undefined
	if (atom.startsWith("\\")) return /^\\[^a-z\d]$/i.test(atom) ? atom.slice(1) : undefined
	return /^[^.^$()]$/.test(atom) ? atom : undefined
}
