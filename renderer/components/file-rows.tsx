import { Button, Group, Text } from "@mantine/core"
import { useState } from "react"
import { keepable } from "../../src/customer/finding-codes.ts"
import type { GridRow, Mend, RowFilter } from "../../src/ipc.ts"
import { ask } from "../ask.ts"
import { useRows } from "../use-rows.ts"
import { type Place, RowGrid } from "./row-grid.tsx"
import { severities } from "./severities.ts"

interface Props {
	readonly filter: RowFilter
	/** Goes up with every mend. */
	readonly version: number
	readonly columns: readonly string[]
	/** The column of the cell to begin with. */
	readonly firstColumn: number
	onMend(mend: Mend): void
}

/** The rows of the file, to be mended, and what there is to say of the one that is looked at. */
export function FileRows({ filter, version, columns, firstColumn, onMend }: Props) {
	const [active, setActive] = useState<Place>({ position: 0, column: firstColumn })
	const { total, rowAt } = useRows<GridRow>(JSON.stringify([version, filter]), (offset, count) =>
		ask("check.rows", { filter, offset, count }),
	)
	return (
		<>
			<RowGrid
				label="Rows of the file"
				columns={columns}
				total={total}
				rowAt={rowAt}
				active={active}
				onMove={setActive}
				onEdit={({ row }, column, value) => onMend({ kind: "cell", row, column, value })}
			/>
			<RowDetails row={rowAt(active.position)} onMend={onMend} />
		</>
	)
}

function RowDetails({ row, onMend }: { row: GridRow | undefined; onMend(mend: Mend): void }) {
	return (
		<div className="details" aria-live="polite">
			{row === undefined ? (
				<Text size="sm" c="dimmed">
					Choose a cell with the arrow keys or the mouse; Enter mends it.
				</Text>
			) : (
				<>
					<Group justify="space-between" gap="xs">
						<Text size="sm" fw={650}>
							Row {row.row}
						</Text>
						{(row.kept || row.findings.some(({ code }) => canBeKept(code))) && (
							<Button
								size="compact-xs"
								variant="subtle"
								onClick={() => onMend({ kind: "keep", row: row.row, keep: !row.kept })}
							>
								{row.kept ? "Judge it as any other row" : "It is right: keep this row"}
							</Button>
						)}
						<Button
							size="compact-xs"
							variant="subtle"
							color="gray"
							onClick={() => onMend({ kind: "skip", row: row.row, skip: !row.skipped })}
						>
							{row.skipped ? "Take it in again" : "Leave this row out"}
						</Button>
					</Group>
					{row.findings.length === 0 && (
						<Text size="sm" c="dimmed">
							Nothing to mend.
						</Text>
					)}
					{row.findings.map(({ code, column, severity, message, tip }) => {
						const { Icon, color } = severities[severity]
						return (
							<Group key={`${code}-${column}`} gap={6} wrap="nowrap" align="start">
								<Icon
									size="1.125rem"
									color={`var(--mantine-color-${color}-light-color)`}
									aria-label={severity}
									style={{ flex: "none", marginTop: 1 }}
								/>
								<Text size="sm">
									<b>{message}</b> {tip}
								</Text>
							</Group>
						)
					})}
				</>
			)}
		</div>
	)
}

function canBeKept(code: string): boolean {
	return code === "number.changed" || [...keepable].some((one) => one === code)
}
