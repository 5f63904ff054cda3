import { useEffect, useState } from "react"
import type { Reply } from "../src/ipc/requests.ts"
import { ask } from "./ask.ts"

type Found = ReadonlyMap<string, Reply<"history.find">[number]>

const none: Found = new Map()
/** Milliseconds after the last letter: results are read through for it. */
const pause = 300
/** A shorter text is in every number. */
const shortest = 2

/** In which imports a customer of this number, identifier, name, e-mail or phone is, by the import; none while it is looked for. */
export function useCustomers(text: string): { readonly customers: Found; readonly isLooking: boolean } {
	const [found, setFound] = useState<{ readonly text: string; readonly runs: Found }>({ text: "", runs: none })
	useEffect(() => {
		if (text.length < shortest) return
		let isWanted = true
		const show = (runs: Found) => isWanted && setFound({ text, runs })
		const timer = setTimeout(() => {
			ask("history.find", { text }).then(
				(hits) => show(new Map(hits.map((hit) => [hit.run, hit]))),
				() => show(none),
			)
		}, pause)
		return () => {
			isWanted = false
			clearTimeout(timer)
		}
	}, [text])
	const isKnown = found.text === text
	return { customers: isKnown ? found.runs : none, isLooking: text.length >= shortest && !isKnown }
}
