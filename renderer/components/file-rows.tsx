import { Anchor, Button, Group, Text } from "@mantine/core"
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react"
import type { Question } from "../../src/customer/columns/question.ts"
import { keepable } from "../../src/customer/finding-codes.ts"
import type { Area, GridRow, Mend, RowFilter } from "../../src/ipc/check.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { useRows } from "../use-rows.ts"
import type { Place, Span } from "./grid-keys.ts"
import { formerlyWords } from "./grid-line.tsx"
import { RowGrid, type Sheet } from "./row-grid.tsx"
import { isCleaned, severities } from "./severities.ts"

interface Props {
	readonly filter: RowFilter
	/** Shows all rows with what is searched for. */
	onAll(): void
	/** Goes up with every mend. */
	readonly version: number
	readonly columns: readonly string[]
	/** The column of the cell to begin with. */
	readonly firstColumn: number
	/** The questions whose answers leave rows out. */
	readonly leaving: readonly Question[]
	/** Leads to one of them, or to what was answered before. */
	onAnswers(question: string | undefined): void
	onMend(mend: Mend): void
	onSort: Sheet["onSort"]
	/** Takes the way to the next cell with what is searched for. */
	readonly find: RefObject<Sheet["onFind"]>
}

/** The rows of the file, to be mended, and what there is to say of the one that is looked at. */
export function FileRows(props: Props) {
	const { filter, onAll, version, columns, firstColumn, leaving, onAnswers, onMend, onSort, find } = props
	const { attempt } = useStore()
	const [active, setActive] = useState<Place>({ position: 0, column: firstColumn })
	const { total, rowAt } = useRows<GridRow>(
		JSON.stringify(filter),
		(offset, count) => ask("check.rows", { filter, offset, count }),
		version,
	)
	const looked = useRef<{ readonly at: Place; readonly row: number } | undefined>(undefined)
	const row = rowAt(active.position)?.row
	// The row that is looked at stays so when those above it are mended and leave the list.
	useLayoutEffect(() => {
		const { at, row: before } = looked.current ?? {}
		if (row === undefined) return
		const found = at === active && row !== before ? placeAbove(rowAt, active.position, before) : undefined
		if (found === undefined) looked.current = { at: active, row }
		else setActive({ ...active, position: found })
	})
	const onFind = (back: boolean) =>
		attempt(async () => {
			const text = filter.search.toLocaleLowerCase()
			if (text === "" || !total) return
			// The text stands in every row that is shown.
			const near = [active.position, (active.position + (back ? total - 1 : 1)) % total]
			for (const [turn, position] of near.entries()) {
				const { rows } = await ask("check.rows", { filter, offset: position, count: 1 })
				const found = (rows[0]?.cells ?? []).flatMap((cell, column) =>
					cell.toLocaleLowerCase().includes(text) ? [column] : [],
				)
				const further = found.filter((column) => turn > 0 || (back ? column < active.column : column > active.column))
				const column = back ? further.at(-1) : further[0]
				if (column !== undefined) return setActive({ position, column })
			}
		})
	find.current = onFind
	const areaOf = ({ top, bottom, left, right }: Span): Area => ({
		filter,
		offset: top,
		count: bottom + 1 - top,
		column: left,
		columns: right + 1 - left,
	})
	return (
		<>
			<RowGrid
				label="Rows of the file"
				columns={columns}
				total={total}
				rowAt={rowAt}
				empty={<Elsewhere filter={filter} onAll={onAll} />}
				active={active}
				onMove={setActive}
				onEdit={({ row }, column, value) => onMend({ kind: "cell", row, column, value })}
				sheet={{
					sort: filter.sort,
					onSort: (column, descending) => {
						onSort(column, descending)
						setActive({ position: 0, column: Math.max(0, columns.indexOf(column)) })
					},
					onCopy: (span) => attempt(async () => void (await ask("check.copy", areaOf(span)))),
					onFill: (span, text) => onMend({ kind: "fill", ...areaOf(span), text }),
					onFind,
				}}
			/>
			<RowDetails
				row={rowAt(active.position)}
				told={filter.code}
				leaving={leaving}
				onAnswers={onAnswers}
				onMend={onMend}
			/>
		</>
	)
}

/** Where a search finds nothing among the rows that are shown, in how many others it does. */
function Elsewhere({ filter, onAll }: Pick<Props, "filter" | "onAll">) {
	const { counted } = useFormat()
	const { attempt } = useStore()
	const [others, setOthers] = useState(0)
	const { search, show, code } = filter
	const isSearched = search !== "" && (show !== "all" || code !== undefined)
	useEffect(() => {
		setOthers(0)
		if (!isSearched) return
		let isLooked = true
		attempt(async () => {
			const { total } = await ask("check.rows", { filter: { show: "all", search }, offset: 0, count: 1 })
			if (isLooked) setOthers(total)
		})
		return () => {
			isLooked = false
		}
	}, [attempt, isSearched, search])
	return (
		<>
			No row fits this filter and search.
			{others > 0 && (
				<>
					{" "}
					<Anchor component="button" type="button" size="sm" fw={550} onClick={onAll}>
						{counted(others, "other row does", "other rows do")}: show
					</Anchor>
				</>
			)}
		</>
	)
}

/** Rows that one mend may take out of a list above the one that is looked at. */
const farthest = 100

/** Where a row stands now that stood at a position, nearest to it. */
function placeAbove(
	rowAt: (position: number) => GridRow | undefined,
	position: number,
	row: number | undefined,
): number | undefined {
	for (let at = position - 1; at >= Math.max(0, position - farthest); at--) if (rowAt(at)?.row === row) return at
	return undefined
}

interface DetailsProps extends Pick<Props, "leaving" | "onAnswers" | "onMend"> {
	readonly row: GridRow | undefined
	/** The finding of which it is said above the rows what to do. */
	readonly told: string | undefined
}

function RowDetails({ row, told, leaving, onAnswers, onMend }: DetailsProps) {
	const [leaver, ...others] = leaving
	const panel = useRef<HTMLDivElement>(null)
	// biome-ignore lint/correctness/useExhaustiveDependencies: of another row, from its beginning
	useLayoutEffect(() => {
		if (panel.current) panel.current.scrollTop = 0
	}, [row?.row])
	return (
		<div ref={panel} className="details" aria-live="polite">
			{row === undefined ? (
				<Text size="sm" c="dimmed">
					Choose a cell with the arrow keys or the mouse; typing or Enter mends it, and Enter or Tab goes on to the
					next, as in a spreadsheet.
				</Text>
			) : (
				<>
					<Group justify="space-between" gap="xs">
						<Text size="sm" fw={650}>
							Row {row.row}
							{row.formerly !== undefined && (
								<Text span size="sm" c="dimmed" fw={400}>
									{" "}
									of this file. {formerlyWords(row.formerly)}.
								</Text>
							)}
						</Text>
						{(row.kept || row.findings.some(({ code }) => canBeKept(code))) && (
							<Button
								size="compact-xs"
								variant="subtle"
								onClick={() => onMend({ kind: "keep", row: row.row, keep: !row.kept })}
							>
								{row.kept
									? "Judge it as any other row"
									: row.findings.some(({ code }) => confirmed.has(code))
										? "The number is right: confirm it for this row"
										: "It is right: keep this row"}
							</Button>
						)}
						{row.answered !== undefined && !row.skipped ? (
							<Button size="compact-xs" variant="subtle" onClick={() => onAnswers(leaver?.id)}>
								Change that answer
							</Button>
						) : (
							<Button
								size="compact-xs"
								variant="subtle"
								color="gray"
								onClick={() => onMend({ kind: "skip", row: row.row, skip: !row.skipped })}
							>
								{row.skipped ? "Take it in again" : "Leave this row out"}
							</Button>
						)}
					</Group>
					{row.answered !== undefined && (
						<Text size="sm">
							<b>{row.answered}</b>{" "}
							{leaver && others.length === 0
								? `Your answer to “${leaver.text}” leaves it out.`
								: "An answer on the Columns page leaves it out."}{" "}
							It is not sent, and needs nothing more.
						</Text>
					)}
					{row.findings.length === 0 && row.answered === undefined && (
						<Text size="sm" c="dimmed">
							{row.skipped ? "You left this row out: it is not sent, and needs nothing more." : "Nothing to mend."}
						</Text>
					)}
					{(["error", "warning"] as const).map((severity) => (
						<Findings key={severity} findings={row.findings.filter((one) => one.severity === severity)} told={told} />
					))}
					<Findings findings={row.findings.filter((one) => one.severity === "note" && !isCleaned(one))} told={told} />
					<Notes findings={row.findings.filter(isCleaned)} />
				</>
			)}
		</div>
	)
}

/** They are told and need nobody: behind a fold. */
function Notes({ findings }: { findings: GridRow["findings"] }) {
	const { counted } = useFormat()
	if (findings.length === 0) return null
	return (
		<details>
			<summary>
				<Text span size="sm" c="dimmed">
					{counted(findings.length, "value")} cleaned on the way
				</Text>
			</summary>
			<Findings findings={findings} />
		</details>
	)
}

function Findings({ findings, told }: { findings: GridRow["findings"]; told?: string | undefined }) {
	return findings.map(({ code, column, severity, message, tip }) => {
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
					<b>{message}</b> {code !== told && tip}
				</Text>
			</Group>
		)
	})
}

/** What a person's word for the number of a row puts right. */
const confirmed = new Set(["number.changed", "number.sent-before", "number.confirmable"])

function canBeKept(code: string): boolean {
	return confirmed.has(code) || keepable.has(code)
}
