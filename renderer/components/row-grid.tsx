import { Text, VisuallyHidden } from "@mantine/core"
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from "react"
import type { GridRow } from "../../src/ipc.ts"
import { useVirtualRows } from "../use-virtual-rows.ts"

/** The person's own text size, in pixels: everything here grows with it. */
const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

interface Props {
	readonly label: string
	readonly columns: readonly string[]
	readonly total: number
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
export function RowGrid({ label, columns, total, rowAt, active, onMove, onEdit, wideLast = false }: Props) {
	const scroller = useRef<HTMLDivElement>(null)
	const [editing, setEditing] = useState(false)
	const id = useId()
	const size = rem()
	const rowHeight = Math.round(2 * size)
	const numberWidth = Math.round(4.5 * size)
	const columnWidth = Math.round(10.5 * size)
	const virtual = useVirtualRows(scroller, total, rowHeight)
	const each = `minmax(${columnWidth}px, 1fr)`
	const layout = {
		gridTemplateColumns: wideLast
			? `${numberWidth}px repeat(${columns.length - 1}, ${each}) minmax(${columnWidth}px, 4fr)`
			: `${numberWidth}px repeat(${columns.length}, ${each})`,
		minWidth: numberWidth + columns.length * columnWidth,
	}
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
	return (
		<div
			ref={scroller}
			className="scroll grid"
			role="grid"
			aria-label={label}
			aria-rowcount={total + 1}
			aria-colcount={columns.length + 1}
			aria-readonly={onEdit === undefined}
			aria-activedescendant={total > 0 ? `${id}-${active.position}-${active.column}` : undefined}
			tabIndex={0}
			onKeyDown={onKeyDown}
		>
			<div role="row" aria-rowindex={1} className="row head" style={layout}>
				<div role="columnheader" className="cell" data-head data-number>
					Row
				</div>
				{columns.map((column) => (
					<div role="columnheader" className="cell" data-head key={column} title={column}>
						{column}
					</div>
				))}
			</div>
			<div role="rowgroup" style={{ height: virtual.height, minWidth: layout.minWidth, position: "relative" }}>
				{virtual.items.map(({ index, offset }) => {
					const row = rowAt(index)
					return (
						<div
							key={index}
							role="row"
							aria-rowindex={index + 2}
							aria-selected={index === active.position}
							className="row"
							data-skipped={row?.skipped || undefined}
							data-active={index === active.position || undefined}
							style={{ ...layout, top: virtual.top + offset }}
						>
							<div role="rowheader" className="cell" data-number>
								{row?.row}
							</div>
							{columns.map((column, at) => {
								const current = index === active.position && at === active.column
								const finding = row?.findings.find((one) => one.column === column && one.severity !== "note")
								return (
									<div
										role="gridcell"
										id={`${id}-${index}-${at}`}
										key={column}
										className="cell"
										data-severity={finding?.severity}
										data-mended={row?.mended.includes(at) || undefined}
										data-current={current || undefined}
										aria-invalid={finding?.severity === "error" || undefined}
										title={finding ? `${finding.message} ${finding.tip}` : row?.cells[at]}
										onClick={() => move(index, at)}
										onDoubleClick={() => {
											move(index, at)
											setEditing(onEdit !== undefined)
										}}
									>
										{current && editing && row ? (
											<CellEditor
												label={`${column}, row ${row.row}`}
												initial={row.cells[at] ?? ""}
												onDone={(value) => {
													setEditing(false)
													scroller.current?.focus()
													if (value !== undefined && value !== row.cells[at]) onEdit?.(row, column, value)
												}}
											/>
										) : (
											<>
												{row?.cells[at]}
												{finding && <VisuallyHidden>: {finding.message}</VisuallyHidden>}
											</>
										)}
									</div>
								)
							})}
						</div>
					)
				})}
			</div>
			{total === 0 && (
				<Text c="dimmed" p="lg" ta="center">
					No row fits this filter and search.
				</Text>
			)}
		</div>
	)
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

interface EditorProps {
	readonly label: string
	readonly initial: string
	/** Without a value: the person changed their mind. */
	onDone(value?: string): void
}

function CellEditor({ label, initial, onDone }: EditorProps) {
	const [value, setValue] = useState(initial)
	const ended = useRef(false)
	/** Once: leaving the field for good also takes the focus from it. */
	const end = (value?: string) => {
		if (ended.current) return
		ended.current = true
		onDone(value)
	}
	return (
		<input
			className="editor"
			aria-label={label}
			autoFocus
			value={value}
			onChange={(event) => setValue(event.currentTarget.value)}
			onBlur={() => end(value)}
			onKeyDown={(event) => {
				event.stopPropagation()
				if (event.key === "Enter") end(value)
				else if (event.key === "Escape") end()
			}}
		/>
	)
}
