import { memo, type ReactNode } from "react"
import type { GridRow } from "../../src/ipc/check.ts"

interface Props {
	readonly id: string
	readonly index: number
	/** Pixels from the top of the drawn rows. */
	readonly top: number
	readonly columns: readonly string[]
	/** Nothing while it is on its way. */
	readonly row: GridRow | undefined
	/** The column of the active cell, when this row has it. */
	readonly current: number | undefined
	/** The first and the last of its cells that are chosen together. */
	readonly from?: number
	readonly to?: number
	/** In the place of that cell's value, also while the row is on its way to another place than the active one. */
	readonly editedColumn?: number
	readonly editor?: ReactNode
}

/** One row of a grid. It is drawn again only when something of it changes, not when others come in sight. */
export const GridLine = memo(function GridLine({
	id,
	index,
	top,
	columns,
	row,
	current,
	from = 0,
	to = -1,
	editedColumn,
	editor,
}: Props) {
	const isLeftOut = row?.skipped || row?.answered !== undefined
	return (
		<div
			role="row"
			aria-rowindex={index + 2}
			aria-selected={current !== undefined}
			className="row"
			data-skipped={isLeftOut || undefined}
			data-active={current !== undefined || undefined}
			style={{ top }}
		>
			<div role="rowheader" className="cell" data-number>
				<span title={row?.formerly === undefined ? undefined : formerlyWords(row.formerly)}>{row?.row}</span>
				{isLeftOut && <span className="hidden">, left out</span>}
			</div>
			{columns.map((column, at) => {
				const finding = row?.findings.find((one) => one.severity !== "note" && isAbout(one, column))
				return (
					<div
						role="gridcell"
						key={column}
						id={at === current ? cellId(id, index, at) : undefined}
						className="cell"
						data-severity={finding?.severity}
						data-mended={row?.mended.includes(at) || undefined}
						data-chosen={(at >= from && at <= to) || undefined}
						data-current={at === current || undefined}
						aria-invalid={finding?.severity === "error" || undefined}
						title={finding ? `${finding.message} ${finding.tip}` : row?.cells[at]}
					>
						{at === editedColumn ? editor : row?.cells[at]}
						{finding && <span className="hidden">: {finding.message}</span>}
					</div>
				)
			})}
		</div>
	)
})

/** Which row one was in the file that it came back from. */
export function formerlyWords(row: number): string {
	return `Row ${row} in the file of the import that gave it back`
}

function isAbout({ column, among }: GridRow["findings"][number], wanted: string): boolean {
	return column === wanted || (column === undefined && among?.includes(wanted) === true)
}

/** By which a grid names its active cell. */
export function cellId(grid: string, index: number, column: number): string {
	return `${grid}-${index}-${column}`
}
