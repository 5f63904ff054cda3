import { died, leftCut } from "./headers/vocabulary/remarks.ts"
import { states } from "./headers/vocabulary/states.ts"
import { fold, spellings } from "./headers/words.ts"

type Gone = "deleted" | "ended"

/** A word that is cut short, with a point or a day behind it, and nothing else: `avl.`, `Utm. 12/25`, `Avl 2024`, `uppsagd fr.o.m. 1/5`. */
const cut =
	/^(\p{L}{3,})(?:\.|(?=[ .]\D{0,10}\d))[ ,]*(?:(?:per|den|d\.|am|zum|pr\.?|fr\.? ?o\.? ?m\.?|from|from|le|il|el|ab|ved|i|in|im)\.? )?((?:19|20)\d\d|\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{6}|\d{8})?\.?$/u
const longest = 30
/** Fewer letters of a word are too little of it, but for those that people always cut so. */
const leastLetters = 4
/** These are cut of other words as well: departments, days and months, rows, support, stores, agents, terms, loans. */
const ofOthers =
	/^(?:afd|avd|abt|dec|dim|fall|tras|gest|vertr|verh|exp|res|pass|rad|rade|rada|radi|supp|suppo?|stor|term|kred\w*|kredit\w*|luot\w*|arch|sort|rece|clos|clot|disd|move|quit|cess|dead|deat|ende|mort|mue?r|todes?|dods?|unit|baja|fusi)$/

let made: ReadonlyMap<string, Gone> | undefined

/** All beginnings of words for states, and those that people cut shorter. */
function known(): ReadonlyMap<string, Gone> {
	if (made !== undefined) return made
	const all = new Map<string, Gone>()
	for (const [text, state] of Object.entries(states)) {
		if ((state !== "deleted" && state !== "ended" && state !== "merged") || /[ -]/.test(text)) continue
		for (const word of spellings(text))
			for (let length = leastLetters; length < word.length; length++)
				all.set(word.slice(0, length), state === "ended" ? "ended" : "deleted")
	}
	for (const [words, state] of [[leftCut, "ended"] as const, [died, "deleted"] as const])
		for (const word of words.trim().split(/\s+/).flatMap(spellings)) if (word.length > 2) all.set(word, state)
	for (const word of all.keys()) if (ofOthers.test(word)) all.delete(word)
	made = all
	return all
}

/** What a cell says of somebody that is nothing but a word for it cut short, perhaps with a day. */
export function goneByCut(cell: string): Gone | undefined {
	if (cell.length > longest) return undefined
	const [, word] = cut.exec(cell) ?? []
	return word === undefined ? undefined : known().get(fold(word))
}
