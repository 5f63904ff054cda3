import { type RefObject, useEffect, useState } from "react"

/**
 * The tallest that a page is laid out exactly, in device pixels: beyond 2^24, scrolling counts in steps of several pixels,
 * and beyond 2^25 there is nothing at all.
 */
const tallest = 2 ** 24
/** Rows that are drawn beyond those in sight. */
const beyond = 8

export interface VirtualRows {
	/** Pixels of what is scrolled. */
	readonly height: number
	/** The rows to be drawn, each with its place in pixels from `top`. */
	readonly items: readonly { readonly index: number; readonly offset: number }[]
	readonly top: number
	/** Brings a row in sight. */
	scrollTo(index: number): void
}

/**
 * Which rows of very many are in sight, below a header of the height of a row. Where all of them would be taller than a page
 * can be, as a million are on a fine screen, scrolling goes over them in larger steps.
 */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, total: number, rowHeight: number): VirtualRows {
	const [{ top, sight }, setView] = useState({ top: 0, sight: 0 })
	useEffect(() => {
		const box = scroller.current
		if (!box) return
		const look = () => setView({ top: box.scrollTop, sight: box.clientHeight })
		const observer = new ResizeObserver(look)
		observer.observe(box)
		box.addEventListener("scroll", look, { passive: true })
		return () => {
			observer.disconnect()
			box.removeEventListener("scroll", look)
		}
	}, [scroller])
	const full = total * rowHeight
	const height = Math.min(full, tallest / window.devicePixelRatio)
	const visible = Math.max(1, sight / rowHeight - 1)
	/** Pixels to scroll, and rows to pass on the way. */
	const way = Math.max(0, height + rowHeight - sight)
	const rows = Math.max(0, total - visible)
	const perRow = height < full && rows > 0 ? way / rows : rowHeight
	const first = Math.min(top / perRow, rows)
	const from = Math.max(0, Math.floor(first) - beyond)
	const to = Math.min(total, Math.ceil(first + visible) + beyond)
	return {
		height,
		top,
		items: Array.from({ length: Math.max(0, to - from) }, (_, at) => ({
			index: from + at,
			offset: (from + at - first) * rowHeight,
		})),
		scrollTo(index) {
			const box = scroller.current
			if (!box) return
			if (index < first) box.scrollTop = index * perRow
			else if (index + 1 > first + visible) box.scrollTop = (index + 1 - visible) * perRow
		},
	}
}
