import { observeElementOffset, observeElementRect, useVirtualizer } from "@tanstack/react-virtual"
import { type RefObject, useLayoutEffect, useRef } from "react"
import { usePixelRatio } from "./use-pixel-ratio.ts"

/**
 * The tallest that a page is laid out exactly, in device pixels: beyond 2^24, scrolling counts in steps of several pixels,
 * and beyond 2^25 there is nothing at all.
 */
const tallest = 2 ** 24
/** Rows that are drawn beyond those in sight. */
const beyond = 4
/** Rows have their places from the beginning of such a stretch, so that a row that is drawn is not moved. */
const stretch = 2 ** 14

export interface VirtualRows {
	/** Pixels of what is scrolled, with the header. */
	readonly height: number
	/** The rows to be drawn, each with its place in pixels below the top of `drawn`. */
	readonly items: readonly { readonly index: number; readonly top: number }[]
	/** What holds the drawn rows, at the upper end of what is below the header. */
	readonly drawn: RefObject<HTMLDivElement | null>
	/** Brings a row in sight. */
	scrollTo(index: number): void
}

/**
 * Which rows of very many are in sight, below a header of the height of a row. TanStack Virtual says which, and ends where the
 * page ends; a million rows are taller than a page can be. So the scroll bar goes over all rows in larger steps where they do
 * not fit: what is here is that scale, and bringing a row in sight, which the library limits to the height of the page.
 */
export function useVirtualRows(scroller: RefObject<HTMLElement | null>, total: number, rowHeight: number): VirtualRows {
	const drawn = useRef<HTMLDivElement>(null)
	/** Where the page is scrolled to, and which pixel of all rows this stands for: many of them share one of the page's. */
	const place = useRef({ top: 0, offset: 0, ratio: 1 })
	const report = useRef<(offset: number, scrolling: boolean) => void>(undefined)
	const begin = useRef(0)
	const move = () => {
		const { top, offset } = place.current
		if (drawn.current) drawn.current.style.transform = `translateY(${top - offset + begin.current}px)`
	}
	const go = (offset: number) => {
		const box = scroller.current
		if (!box) return
		const { rows, ratio } = ways(box, virtualizer.getTotalSize())
		const within = Math.max(0, Math.min(offset, rows))
		box.scrollTop = within / ratio
		place.current = { top: box.scrollTop, offset: within, ratio }
		report.current?.(within, false)
		move()
	}
	const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
		count: total,
		getScrollElement: () => scroller.current,
		estimateSize: () => rowHeight,
		paddingStart: rowHeight,
		overscan: beyond,
		scrollToFn: () => undefined,
		observeElementRect: (instance, tell) =>
			observeElementRect(instance, (rect) => {
				tell(rect)
				go(place.current.offset)
			}),
		observeElementOffset: (instance, tell) => {
			report.current = tell
			return observeElementOffset(instance, (top, scrolling) => {
				const box = scroller.current
				if (!box || top === place.current.top) return tell(place.current.offset, scrolling)
				const { page, rows, ratio } = ways(box, instance.getTotalSize())
				// The browser moved it because its size changed, not a person.
				if (ratio !== place.current.ratio) return go(place.current.offset)
				// Half a pixel that is missing at the end would be a part of the last row.
				place.current = { top, offset: ratio > 1 && top > page - 1 ? rows : top * ratio, ratio }
				tell(place.current.offset, scrolling)
				move()
			})
		},
	})
	const height = Math.min(virtualizer.getTotalSize(), tallest / usePixelRatio())
	const items = virtualizer.getVirtualItems()
	const from = Math.floor((items[0]?.index ?? 0) / stretch) * stretch
	useLayoutEffect(() => {
		begin.current = from * rowHeight
		move()
	})
	// biome-ignore lint/correctness/useExhaustiveDependencies: stays at its row when the page becomes taller or shorter
	useLayoutEffect(() => go(place.current.offset), [height])
	return {
		height,
		drawn,
		items: items.map(({ index }) => ({ index, top: (index - from) * rowHeight })),
		scrollTo(index) {
			const { offset } = place.current
			const above = index * rowHeight
			const below = above + 2 * rowHeight - (scroller.current?.clientHeight ?? 0)
			if (above < offset) go(above)
			else if (below > offset) go(below)
		},
	}
}

/** How far the page can be scrolled, and how far all rows and the header would be, which are `full` pixels. */
function ways({ scrollHeight, clientHeight }: Element, full: number) {
	const page = scrollHeight - clientHeight
	const rows = Math.max(0, full - clientHeight)
	return { page, rows, ratio: page > 0 ? Math.max(1, rows / page) : 1 }
}
