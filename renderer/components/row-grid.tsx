import { Text } from "@mantine/core"
import {
	type CSSProperties,
	type KeyboardEvent,
	type MouseEvent,
	useId,
	useLayoutEffect,
	useRef,
	useState,
} from "react"
import type { GridRow } from "../../src/ipc.ts"
import { useVirtualRows } from "../use-virtual-rows.ts"
import { CellEditor } from "./cell-editor.tsx"
import { cellId, GridLine } from "./grid-line.tsx"

/** A row that is only looked at. */
export function unmendable(row: number, cells: string[]): GridRow {
	return { row, cells, mended: [], skipped: false, kept: false, findings: [] }
}

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
}

export interface Place {
	readonly position: number
	readonly column: number
}

/**
 * A grid of any number of rows, of which only those in sight are drawn. Cells are mended in place.
 * The grid has the focus and names its active cell, as ARIA grids do: no cell takes keys or focus itself.
 */
export function RowGrid({ label, columns, total: known, rowAt, active, onMove, onEdit, wideLast = false }: Props) {
	const total = known ?? 0
	const scroller = useRef<HTMLDivElement>(null)
	const [editing, setEditing] = useState(false)
	const id = useId()
	const [size] = useState(rem)
	const rowHeight = Math.round(2 * size)
	const numberWidth = Math.round(4.5 * size)
	const columnWidth = Math.round(10.5 * size)
	const virtual = useVirtualRows(scroller, total, rowHeight)
	const each = `minmax(${columnWidth}px, 1fr)`
	const layout = {
		"--columns": wideLast
			? `${numberWidth}px repeat(${columns.length - 1}, ${each}) minmax(${columnWidth}px, 4fr)`
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
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, for the cell that other rows begin with
	useLayoutEffect(() => showColumn(active.column), [])
	const move = (position: number, column: number) => {
		if (total === 0) return
		const place = {
			position: Math.min(Math.max(position, 0), total - 1),
			column: Math.min(Math.max(column, 0), columns.length - 1),
		}
		setEditing(false)
		onMove(place)
		virtual.scrollTo(place.position)
		showColumn(place.column)
	}
	const onKeyDown = (event: KeyboardEvent) => {
		if (editing || event.altKey) return
		const visible = Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2
		const place = destination(event, active, Math.max(1, visible), total - 1, columns.length - 1)
		if (place) move(place.position, place.column)
		else if (onEdit && (event.key === "Enter" || event.key === "F2")) setEditing(true)
		else return
		event.preventDefault()
	}
	/** Rows do not take clicks themselves: they would have to be drawn again for every new answer. */
	const onClick = (event: MouseEvent) => {
		const place = placeOf(event.target)
		if (place) move(place.position, place.column)
		return place
	}
	const editor = (row: GridRow) => {
		const column = columns[active.column] ?? ""
		const initial = row.cells[active.column] ?? ""
		return (
			<CellEditor
				label={`${column}, row ${row.row}`}
				initial={initial}
				onDone={(value) => {
					setEditing(false)
					scroller.current?.focus()
					if (value !== undefined && value !== initial) onEdit?.(row, column, value)
				}}
			/>
		)
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
			onDoubleClick={(event) => onClick(event) && setEditing(onEdit !== undefined)}
		>
			<div role="row" aria-rowindex={1} className="row head">
				<div role="columnheader" className="cell" data-head data-number>
					Row
				</div>
				{columns.map((column) => (
					<div role="columnheader" className="cell" data-head key={column} title={column}>
						{column}
					</div>
				))}
			</div>
			<div role="rowgroup" className="body" style={{ height: virtual.height - rowHeight }}>
				<div ref={virtual.drawn} className="drawn">
					{virtual.items.map(({ index, top }) => {
						const row = rowAt(index)
						const current = index === active.position
						return (
							<GridLine
								key={index}
								id={id}
								index={index}
								top={top}
								columns={columns}
								row={row}
								current={current ? active.column : undefined}
								editor={current && editing && row ? editor(row) : undefined}
							/>
						)
					})}
				</div>
			</div>
			{known === 0 && (
				<Text c="dimmed" p="lg" ta="center">
					No row fits this filter and search.
				</Text>
			)}
		</div>
	)
}

/** The cell that was pressed; none where the cell is being mended. */
function placeOf(target: EventTarget): Place | undefined {
	if (!(target instanceof Element) || target.closest("input")) return undefined
	const cell = target.closest("[role=gridcell]")
	const row = cell?.closest("[role=row]")
	if (!cell || !row) return undefined
	return { position: Number(row.ariaRowIndex) - 2, column: [...row.children].indexOf(cell) - 1 }
}

/** Where a key leads from a cell, if anywhere. */
function destination(
	{ key, ctrlKey, metaKey }: KeyboardEvent,
	{ position, column }: Place,
	page: number,
	lastRow: number,
	lastColumn: number,
): Place | undefined {
	const far = ctrlKey || metaKey
	switch (key) {
		case "ArrowDown":
			return { position: far ? lastRow : position + 1, column }
		case "ArrowUp":
			return { position: far ? 0 : position - 1, column }
		case "ArrowRight":
			return { position, column: far ? lastColumn : column + 1 }
		case "ArrowLeft":
			return { position, column: far ? 0 : column - 1 }
		case "PageDown":
			return { position: position + page, column }
		case "PageUp":
			return { position: position - page, column }
		case "Home":
			return { position: far ? 0 : position, column: 0 }
		case "End":
			return { position: far ? lastRow : position, column: lastColumn }
		default:
			return undefined
	}
}
