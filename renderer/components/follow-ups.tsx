import { Button, Group, Text, TextInput, Title } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { IconCopy, IconDownload, IconSearch } from "@tabler/icons-react"
import { type CSSProperties, useEffect, useState } from "react"
import { type FollowUpReason, followUpReasons, reasonWords } from "../../src/contract/follow-up.ts"
import type { GridRow } from "../../src/ipc/check.ts"
import type { FollowUpRow, Result } from "../../src/ipc/result.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { useRows } from "../use-rows.ts"
import { Beside } from "./beside.tsx"
import type { Place } from "./grid-keys.ts"
import { RowGrid, unmendable } from "./row-grid.tsx"
import { SaySo } from "./say-so.tsx"
import { SecureLink } from "./secure-link.tsx"
import { Stranger } from "./stranger.tsx"

const columns = ["Reason", "Customer number", "Name", "E-mail", "What to do"]

interface Props {
	readonly result: Result
	/** Those of one reason are shown; nothing: all. */
	readonly reason: FollowUpReason | undefined
	onReason(reason: FollowUpReason | undefined): void
	/** A person said something of one: the files are others now. */
	onSaid(): void
}

/** Everybody whom somebody has to contact or to look after. Nothing is sent to anybody from here. */
export function FollowUps({ result: { run, ended, reasons }, reason, onReason, onSaid }: Props) {
	const { count, counted } = useFormat()
	const { attempt } = useStore()
	const [search, setSearch] = useState("")
	const [text] = useDebouncedValue(search, 200)
	const [active, setActive] = useState<Place>({ position: 0, column: 0 })
	const [copied, setCopied] = useState<number>()
	const all = Object.values(reasons).reduce((sum, one) => sum + one, 0)
	const which = { run: run.id, ...(reason ? { reason } : {}) }
	const key = JSON.stringify([which, ended, text])
	const { total, rowAt } = useRows(key, async (offset, count) => {
		const { total, rows } = await ask("result.followUps", { ...which, search: text, offset, count })
		return { total, rows: rows.map((row) => ({ row, shown: asGridRow(row) })) }
	})
	// Also where the reason was chosen elsewhere.
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each reason anew
	useEffect(() => {
		setActive({ position: 0, column: 0 })
		setCopied(undefined)
	}, [reason])
	if (all === 0) return null
	return (
		<section aria-labelledby="follow-up">
			<Group mb="sm" gap="sm">
				<Title order={2} size="h5" id="follow-up">
					Needs somebody
					<Text span c="dimmed" fw={400} size="sm" className="number">
						{" "}
						{count(all)}
					</Text>
				</Title>
				<TextInput
					className="push"
					size="xs"
					aria-label="Search those who need somebody"
					placeholder="Search"
					leftSection={<IconSearch size="1rem" />}
					value={search}
					onChange={(event) => setSearch(event.currentTarget.value)}
				/>
				<Button
					size="xs"
					variant="default"
					leftSection={<IconCopy size="1rem" />}
					onClick={() => attempt(async () => setCopied(await ask("result.copy", which)))}
				>
					{copied === undefined ? "Copy" : `Copied ${counted(copied, "line")}`}
				</Button>
				<Button
					size="xs"
					variant="default"
					leftSection={<IconDownload size="1rem" />}
					onClick={() => attempt(async () => void (await ask("result.export", which)))}
				>
					Export…
				</Button>
			</Group>
			<Group mb="sm" gap="xs" role="group" aria-label="Why">
				<Reason label="All" count={count(all)} chosen={reason === undefined} onChoose={() => onReason(undefined)} />
				{followUpReasons
					.filter((one) => (reasons[one] ?? 0) > 0)
					.map((one) => (
						<Reason
							key={one}
							label={reasonWords[one]}
							count={count(reasons[one] ?? 0)}
							chosen={reason === one}
							onChoose={() => onReason(one)}
						/>
					))}
			</Group>
			<div
				className="result-rows follow-ups"
				style={{ "--rows": reason === undefined ? all : (reasons[reason] ?? 0) } as CSSProperties}
			>
				<RowGrid
					key={key}
					label="Customers who need somebody"
					columns={columns}
					wideLast
					total={total}
					rowAt={(position) => rowAt(position)?.shown}
					active={active}
					onMove={setActive}
				/>
				<Details run={run} row={rowAt(active.position)?.row} onSaid={onSaid} />
			</div>
		</section>
	)
}

/** For these it matters what Intergiro has. */
const compared: readonly FollowUpReason[] = ["other-person", "differs", "renumbered", "card-question", "card-alike"]

interface ReasonProps {
	readonly label: string
	readonly count: string
	readonly chosen: boolean
	onChoose(): void
}

function Reason({ label, count, chosen, onChoose }: ReasonProps) {
	return (
		<Button size="compact-sm" variant={chosen ? "light" : "default"} aria-pressed={chosen} onClick={onChoose}>
			{label}
			<Text span size="sm" ms={6} c="dimmed" fw={400} className="number">
				{count}
			</Text>
		</Button>
	)
}

function asGridRow({ row, reasons: [reason], number, name, email, todo }: FollowUpRow): GridRow {
	const cells = [reason ? reasonWords[reason] : "", number, name, email, todo]
	return unmendable(row, cells)
}

interface DetailsProps extends Pick<Props, "onSaid"> {
	readonly run: RunReference
	readonly row: FollowUpRow | undefined
}

function Details({ run, row, onSaid }: DetailsProps) {
	if (row === undefined) return <div className="details" />
	const { url = "", stranger = false, reasons, number, name, email, phone, language, id, message, todo } = row
	const isOther = reasons.includes("differs") || reasons.includes("other-person")
	const reached = [name, email, phone, language, id && `identifier ${id}`].filter(Boolean).join(" · ")
	return (
		<div className="details" aria-live="polite">
			<Text size="sm">
				<b>
					Row {row.row}, {number}: {reasons.map((reason) => reasonWords[reason]).join(", ")}.
				</b>{" "}
				{message} {todo}
			</Text>
			<Text size="sm" c="dimmed">
				{reached}
			</Text>
			{id !== "" && reasons.some((reason) => compared.includes(reason)) && <Beside run={run} row={row.row} id={id} />}
			<Group gap="sm">
				{isOther && <SaySo run={run.id} row={{ number, acceptable: ["right"] }} onSaid={onSaid} />}
				{stranger && <Stranger run={run} number={number} since={row.since} />}
			</Group>
			{url !== "" && <SecureLink url={url} />}
		</div>
	)
}
