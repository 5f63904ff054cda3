import { Text } from "@mantine/core"
import {
	type ClipboardEvent,
	type CSSProperties,
	type KeyboardEvent,
	type MouseEvent,
	type ReactNode,
	useId,
	useLayoutEffect,
	useRef,
	useState,
} from "react"
import type { GridRow } from "../../src/ipc/check.ts"
import { useVirtualRows } from "../use-virtual-rows.ts"
import { CellEditor } from "./cell-editor.tsx"
import { begunBy, destination, type Place, placeOf, type Span, spanOf } from "./grid-keys.ts"
import { cellId, GridLine } from "./grid-line.tsx"

/** A row that is only looked at. */
export function unmendable(row: number, cells: string[]): GridRow {
	return { row, cells, mended: [], skipped: false, kept: false, findings: [] }
}

const noRow = "No row fits this filter and search."

/** The person's own text size, in pixels: everything here grows with it. */
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

interface Props {
	readonly label: string
	readonly columns: readonly string[]
	/** Nothing until it is known. */
	readonly total: number | undefined
	/** The row at a position, or nothing while it is on its way. */
	rowAt(position: number): GridRow | undefined
	/** Asks for the rows that are in sight. */
	readonly active: Place
	onMove(place: Place): void
	/** Without it, nothing can be mended. */
	onEdit?(row: GridRow, column: string, value: string): void
	/** The last column takes what room there is. */
	readonly wideLast?: boolean
	/** What is said where there is no row. */
	readonly empty?: ReactNode
	/** What else a spreadsheet does with its cells. */
	readonly sheet?: Sheet
}

export interface Sheet {
	readonly sort: { readonly column: string; readonly descending: boolean } | undefined
	/** Without `descending`: the next way of sorting by that column, which may be none. */
	onSort(column: string, descending?: boolean): void
	onCopy(span: Span): void
	/** One value for all cells, or more of them from the first cell on, as spreadsheets copy them. */
	onFill(span: Span, text: string): void
	/** The next cell with what is searched for, or the one before. */
	onFind(back: boolean): void
}

/**
 * A grid of any number of rows, of which only those in sight are drawn. Cells are mended in place.
 * The grid has the focus and names its active cell, as ARIA grids do: no cell takes keys or focus itself.
 */
export function RowGrid(props: Props) {
	const { label, columns, total: known, rowAt, active, onMove, onEdit, wideLast = false, empty = noRow, sheet } = props
	const total = known ?? 0
	const scroller = useRef<HTMLDivElement>(null)
	/** The cell that is being mended, wherever its row comes to stand, and what that is begun with: all of it, where nothing was typed. */
	const [editing, setEditing] = useState<{ readonly row: GridRow; readonly column: number; readonly typed?: string }>()
	/** The other corner of what is chosen; nothing where one cell is. */
	const [anchor, setAnchor] = useState<Place>()
	const id = useId()
	const [size] = useState(rem)
	const rowHeight = Math.round(2 * size)
	const numberWidth = Math.round(4.5 * size)
	const columnWidth = Math.round(10.5 * size)
	const virtual = useVirtualRows(scroller, total, rowHeight)
	const each = `minmax(${columnWidth}px, 1fr)`
	const layout = {
		"--columns": wideLast
			? `${numberWidth}px minmax(${columnWidth}px, 1.5fr) repeat(${columns.length - 2}, ${each}) minmax(${columnWidth}px, 4fr)`
			: `${numberWidth}px repeat(${columns.length}, ${each})`,
		"--width": `${numberWidth + columns.length * columnWidth}px`,
	} as CSSProperties
	const showColumn = (column: number) => {
		const box = scroller.current
		if (!box) return
		const left = column * columnWidth
		if (left < box.scrollLeft) box.scrollLeft = left
		else if (left + columnWidth + numberWidth > box.scrollLeft + box.clientWidth)
			box.scrollLeft = columnWidth * Math.ceil((left + columnWidth + numberWidth - box.clientWidth) / columnWidth)
	}
	const show = ({ position, column }: Place) => {
		virtual.scrollTo(position)
		showColumn(column)
	}
	/** Where the mouse pressed: it is in sight, and must not move under the second press of two. */
	const pressed = useRef<Place>(undefined)
	// Another place was gone to: by keys, or from outside, as for what is searched for.
	// biome-ignore lint/correctness/useExhaustiveDependencies: when it moves
	useLayoutEffect(() => {
		if (active !== pressed.current) show(active)
	}, [active])
	const span = spanOf(anchor ?? active, active)
	/** @returns whether there is anything to mend: while its row is on its way, there is nothing */
	const begin = (begun: { readonly typed?: string }): boolean => {
		const row = rowAt(active.position)
		if (onEdit === undefined || row === undefined) return false
		show(active)
		setEditing({ row, column: active.column, ...begun })
		return true
	}
	// It may be in no line any more, as others were mended meanwhile.
	const isEditing = editing !== undefined && rowAt(active.position)?.row === editing.row.row
	const move = (position: number, column: number, isWider = false): Place | undefined => {
		if (total === 0) return undefined
		setAnchor(isWider ? (anchor ?? active) : undefined)
		const place = {
			position: Math.min(Math.max(position, 0), total - 1),
			column: Math.min(Math.max(column, 0), columns.length - 1),
		}
		setEditing(undefined)
		onMove(place)
		return place
	}
	const sort: Sheet["onSort"] = (column, descending) => {
		setAnchor(undefined)
		setEditing(undefined)
		sheet?.onSort(column, descending)
	}
	/** The cells of the first row into all below it; of one row, those of the row above. */
	const fillDown = () => {
		const from = span.top === span.bottom ? span.top - 1 : span.top
		const cells = rowAt(from)?.cells.slice(span.left, span.right + 1)
		if (cells === undefined) return
		const line = cells.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")
		// One value fills all cells by itself.
		const lines = cells.length === 1 ? line : `${line}\n`.repeat(span.bottom - from)
		sheet?.onFill({ ...span, top: from + 1 }, lines)
	}
	const command = (event: KeyboardEvent): (() => void) | undefined => {
		const { key, altKey, shiftKey } = event
		const control = event.ctrlKey || event.metaKey
		const column = columns[active.column] ?? ""
		if (!sheet) return undefined
		if (altKey) {
			if (key === "ArrowUp") return () => sort(column, false)
			return key === "ArrowDown" ? () => sort(column, true) : undefined
		}
		if (control && key.toLowerCase() === "d") return fillDown
		if (key === "F3" || (control && key.toLowerCase() === "g")) return () => sheet.onFind(shiftKey)
		if (key === "Delete" || (key === "Backspace" && !control)) return () => sheet.onFill(span, "")
		if (control && key === " ")
			return () => {
				setAnchor({ position: total - 1, column: active.column })
				onMove({ position: 0, column: active.column })
			}
		return undefined
	}
	const onKeyDown = (event: KeyboardEvent) => {
		if (isEditing) return
		const work = total > 0 ? command(event) : undefined
		if (work) {
			work()
			return event.preventDefault()
		}
		if (event.altKey) return
		const visible = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2
		const place = destination(event, active, Math.max(1, visible), total - 1, columns.length - 1)
		const begun = begunBy(event)
		if (place) move(place.position, place.column, event.shiftKey && sheet !== undefined)
		else if (begun === undefined || !begin(begun)) return
		event.preventDefault()
	}
	/** Rows do not take clicks themselves: they would have to be drawn again for every new answer. */
	const onClick = (event: MouseEvent) => {
		// The second press of two is for what the first one chose, wherever that has come to stand.
		if (event.detail > 1) return
		const place = placeOf(event.target)
		if (place) pressed.current = move(place.position, place.column, event.shiftKey && sheet !== undefined)
	}
	const editor = ({ row, column: at, typed }: NonNullable<typeof editing>) => {
		const column = columns[at] ?? ""
		const initial = row.cells[at] ?? ""
		return (
			<CellEditor
				label={`${column}, row ${row.row}`}
				initial={typed ?? initial}
				onDone={(value, step) => {
					setEditing(undefined)
					scroller.current?.focus()
					if (value !== undefined && value !== initial) onEdit?.(row, column, value)
					if (step) move(active.position + step.down, active.column + step.right)
				}}
			/>
		)
	}
	/** The clipboard is that of the field where a cell is being mended. */
	const clip = (event: ClipboardEvent, work: () => void) => {
		if (isEditing || !sheet || total === 0) return
		event.preventDefault()
		work()
	}
	return (
		<div
			ref={scroller}
			className="scroll grid"
			role="grid"
			aria-label={label}
			aria-rowcount={total + 1}
			aria-colcount={columns.length + 1}
			aria-readonly={onEdit === undefined}
			aria-activedescendant={total > 0 ? cellId(id, active.position, active.column) : undefined}
			tabIndex={0}
			style={layout}
			onKeyDown={onKeyDown}
			onClick={onClick}
			onDoubleClick={({ target }) => placeOf(target) && begin({})}
			onCopy={(event) => clip(event, () => sheet?.onCopy(span))}
			onCut={(event) =>
				clip(event, () => {
					sheet?.onCopy(span)
					sheet?.onFill(span, "")
				})
			}
			onPaste={(event) => clip(event, () => sheet?.onFill(span, event.clipboardData.getData("text/plain")))}
		>
			<div role="row" aria-rowindex={1} className="row head">
				<div role="columnheader" className="cell" data-head data-number>
					Row
				</div>
				{columns.map((column) => (
					<Head key={column} column={column} sorted={sheet?.sort} onSort={sheet && sort} />
				))}
			</div>
			<div role="rowgroup" className="body" style={{ height: virtual.height - rowHeight }}>
				<div ref={virtual.drawn} className="drawn">
					{virtual.items.map(({ index, top }) => {
						const row = rowAt(index)
						const current = index === active.position
						return (
							<GridLine
								// The line goes with its row: what is typed into it stays when one above is mended and leaves.
								key={row === undefined ? index : `row ${row.row}`}
								id={id}
								index={index}
								top={top}
								columns={columns}
								row={row}
								current={current ? active.column : undefined}
								{...(anchor && index >= span.top && index <= span.bottom ? { from: span.left, to: span.right } : {})}
								{...(editing && row?.row === editing.row.row
									? { editedColumn: editing.column, editor: editor(editing) }
									: {})}
							/>
						)
					})}
				</div>
			</div>
			{known === 0 && (
				<Text c="dimmed" p="lg" ta="center">
					{empty}
				</Text>
			)}
		</div>
	)
}

interface HeadProps {
	readonly column: string
	readonly sorted: Sheet["sort"]
	readonly onSort: Sheet["onSort"] | undefined
}

/** The name of a column; pressing it sorts by it, where that can be done. */
function Head({ column, sorted: by, onSort }: HeadProps) {
	const sorted = by?.column === column ? (by.descending ? "descending" : "ascending") : undefined
	return (
		<div
			role="columnheader"
			className="cell"
			data-head
			data-sorts={onSort !== undefined || undefined}
			title={onSort ? `${column}: press to sort` : column}
			aria-sort={sorted}
			onClick={() => onSort?.(column)}
		>
			{column}
			{sorted === "ascending" ? " ↑" : sorted === "descending" ? " ↓" : ""}
		</div>
	)
}
