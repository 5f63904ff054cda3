import { useEffect, useRef, useState } from "react"
import { useStore } from "./store.tsx"

const pageSize = 100
/** Pages that are kept: many screens full, and little memory however far one scrolls. */
const kept = 50

/**
 * Rows that come in pages as they are looked at. `key` says what they are: another key, other rows. With another `version` the same
 * rows come anew, each in the place of what it was: a cell that is being typed into meanwhile stays.
 * `load` is asked for a page at a time, and once for each.
 */
export function useRows<Row>(
	key: string,
	load: (offset: number, count: number) => Promise<{ total: number; rows: readonly Row[] }>,
	version = 0,
): { readonly total: number | undefined; rowAt(position: number): Row | undefined } {
	const pages = useRef(new Map<number, readonly Row[]>())
	const asked = useRef(new Set<number>())
	const state = `${version} ${key}`
	const shown = useRef(key)
	/** Nothing when nobody looks any more. */
	const current = useRef<string | undefined>(state)
	const [total, setTotal] = useState<number>()
	const [, setArrived] = useState(0)
	const { attempt } = useStore()
	const ask = (page: number) => {
		if (asked.current.has(page)) return
		asked.current.add(page)
		const wanted = current.current
		attempt(async () => {
			try {
				const { total, rows } = await load(page * pageSize, pageSize)
				if (current.current !== wanted) return
				pages.current.set(page, rows)
				for (const oldest of pages.current.keys()) {
					if (pages.current.size <= kept) break
					pages.current.delete(oldest)
					asked.current.delete(oldest)
				}
				setTotal(total)
				setArrived((count) => count + 1)
			} catch (error) {
				// Other rows are asked for by now: what became of these is of no interest.
				if (current.current === wanted) throw error
			}
		})
	}
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for everything that the rows depend on
	useEffect(() => {
		current.current = state
		if (shown.current !== key) pages.current = new Map()
		shown.current = key
		asked.current = new Set()
		ask(0)
		return () => {
			current.current = undefined
		}
	}, [state])
	return {
		total,
		rowAt(position) {
			const page = Math.floor(position / pageSize)
			if (current.current === state && !asked.current.has(page)) queueMicrotask(() => ask(page))
			return pages.current.get(page)?.[position % pageSize]
		},
	}
}
