import { Button, Group, Text, TextInput, Title } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { IconSearch } from "@tabler/icons-react"
import { useState } from "react"
import type { OutcomeKind } from "../../src/contract/outcome.ts"
import type { GridRow } from "../../src/ipc/check.ts"
import type { ResultRow } from "../../src/ipc/result.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { joinedWords } from "../../src/run/outcome-words.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useRows } from "../use-rows.ts"
import { outcomeWords, said, unsaidWord } from "../words.ts"
import { Beside } from "./beside.tsx"
import type { Place } from "./grid-keys.ts"
import { RowGrid, unmendable } from "./row-grid.tsx"
import { SaySo } from "./say-so.tsx"
import { SecureLink } from "./secure-link.tsx"
import { SettleDoubt } from "./settle-doubt.tsx"
import { Stranger } from "./stranger.tsx"

const columns = ["Customer number", "Outcome", "Intergiro's identifier, or why there is none"] as const

interface Props {
	readonly run: RunReference
	readonly ended: string
	readonly outcome: OutcomeKind | undefined
	/** Rows of the file that ended so: those of one customer stand here together. */
	readonly rows: number
	onAll(): void
	/** A person said what became of a row in doubt. */
	onSettled(): void
}

/** Every row of the result, in the order of the file, with what there is to say of the one that is looked at. */
export function ResultRows({ run, ended, outcome, rows: ofFile, onAll, onSettled }: Props) {
	const { count } = useFormat()
	const [search, setSearch] = useState("")
	const [text] = useDebouncedValue(search, 200)
	const [active, setActive] = useState<Place>({ position: 0, column: 0 })
	const key = JSON.stringify([run.id, ended, outcome, text])
	const wanted = { run: run.id, search: text, ...(outcome ? { outcome } : {}) }
	const { total, rowAt } = useRows(key, async (offset, count) => {
		const { total, rows } = await ask("result.rows", { ...wanted, offset, count })
		return { total, rows: rows.map((row) => ({ row, shown: asGridRow(row) })) }
	})
	return (
		<section aria-labelledby="rows">
			<Group mb="sm" gap="sm">
				<Title order={2} size="h5" id="rows">
					{outcome ? outcomeWords[outcome].label : "All rows"}
					{total !== undefined && (
						<Text span c="dimmed" fw={400} size="sm" className="number">
							{" "}
							{count(total)}
							{text === "" && total < ofFile && ` of ${count(ofFile)}: ${joinedWords(ofFile - total, count)}`}
						</Text>
					)}
				</Title>
				{outcome && (
					<Button size="compact-xs" variant="subtle" onClick={onAll}>
						Show all
					</Button>
				)}
				<TextInput
					className="push"
					size="xs"
					aria-label="Search by number, identifier or message"
					placeholder="Search"
					leftSection={<IconSearch size="1rem" />}
					value={search}
					onChange={(event) => {
						setActive({ position: 0, column: 0 })
						setSearch(event.currentTarget.value)
					}}
					data-command="search"
				/>
			</Group>
			<div className="result-rows" data-asks={(outcome !== undefined && asking.includes(outcome)) || undefined}>
				<Details run={run} row={rowAt(active.position)?.row} onSettled={onSettled} />
				<RowGrid
					key={key}
					label="Rows of the result"
					columns={columns.map((column) => said(run, column))}
					wideLast
					total={total}
					rowAt={(position) => rowAt(position)?.shown}
					active={active}
					onMove={setActive}
				/>
			</div>
		</section>
	)
}

/** Of each of these something is asked. */
const asking: readonly OutcomeKind[] = ["unknown", "conflict"]

function asGridRow({ row, number, name, outcome, id, message }: ResultRow): GridRow {
	return unmendable(row, [[number, name].filter(Boolean).join(" · "), outcomeWords[outcome].label, id || message])
}

/** Of whom there is something to compare: who is other there than the file, or may be the customer of another spelling. */
function besides({ id, other, acceptable }: ResultRow): string | undefined {
	return acceptable?.includes("right") ? id : other?.id
}

interface DetailsProps extends Pick<Props, "run" | "onSettled"> {
	readonly row: ResultRow | undefined
}

function Details({ run, row, onSettled }: DetailsProps) {
	return (
		<div className="details" aria-live="polite">
			{row === undefined ? (
				<Text size="sm" c="dimmed">
					Choose a row with the arrow keys or the mouse.
				</Text>
			) : (
				<>
					<Text size="sm">
						<b>
							Row {row.row}, {row.number}
							{row.name && `, ${row.name}`}: {outcomeWords[row.outcome].label}.
						</b>{" "}
						{row.id ? (
							<>
								{said(run, "Intergiro's identifier is")} <span className="mono">{row.id}</span>.
								{row.unsaid &&
									` Its answer did not say ${unsaidWord(row.unsaid)}: that was not compared with the file.`}
							</>
						) : (
							row.message
						)}
					</Text>
					{besides(row) && <Beside run={run} row={row.row} id={besides(row) ?? ""} />}
					{row.settle && <SettleDoubt key={row.number} run={run.id} row={row} onSettled={onSettled} />}
					{(row.acceptable || row.stranger) && (
						<Group gap="sm">
							{row.acceptable && <SaySo key={`accept ${row.number}`} run={run.id} row={row} onSaid={onSettled} />}
							{row.stranger && <Stranger run={run} number={row.number} since={row.since} />}
						</Group>
					)}
					{row.url && <SecureLink url={row.url} />}
				</>
			)}
		</div>
	)
}
