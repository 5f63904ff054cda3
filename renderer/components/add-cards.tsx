import { Alert, Button, Checkbox, Group, Stack, Text } from "@mantine/core"
import { IconCreditCard } from "@tabler/icons-react"
import { useState } from "react"
import type { FollowUpReason } from "../../src/contract/follow-up.ts"
import type { FollowUpRow, Result } from "../../src/ipc.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { useRows } from "../use-rows.ts"
import { Beside } from "./beside.tsx"
import { Confirmation } from "./confirmation.tsx"

interface Props {
	readonly result: Result
	readonly busy: boolean
	/**
	 * @param confirmed rows whose customer is the right one
	 * @param confirmation the merchant's name as typed, where customers are real
	 */
	onAdd(confirmed: readonly number[], confirmation: string): void
	/** What was said of a card in doubt is written down: the files are to be made anew. */
	onSettled(): void
}

/** Customers that are shown for a person to decide about; the rest follows once these are decided. */
const mostShown = 50

/** Cards of the file whose customers were there before the import: added when a person says so, and only then. */
export function AddCards({ result, busy, onAdd, onSettled }: Props) {
	const { counted } = useFormat()
	const { tokens, reasons, run } = result
	const [confirmed, setConfirmed] = useState<ReadonlySet<number>>(new Set())
	const [isAsking, setAsking] = useState(false)
	const blind = useEnvironmentOf(run)?.key === "public"
	const questions = reasons["card-question"] ?? 0
	const doubts = reasons["card-in-doubt"] ?? 0
	const elsewhere = reasons["card-waiting"] ?? 0
	const unsent = tokens["not-stored"] + tokens.unread
	const told = unsent + tokens.waiting + tokens.added + tokens.refused + tokens["not-added"]
	const toAdd = unsent + confirmed.size
	if (told + questions + doubts === 0) return null
	const choose = (row: number) => {
		const rows = new Set(confirmed)
		if (!rows.delete(row)) rows.add(row)
		setConfirmed(rows)
	}
	return (
		<Alert color="blue" icon={<IconCreditCard />} title={titleOf(result, counted)}>
			{tokens.refused + tokens["not-added"] > 0 && (
				<Text size="sm" mb="sm">
					Below stands why, and what to do about each.
				</Text>
			)}
			{unsent > 0 && (
				<Text size="sm" mb="sm">
					Their customers were at Intergiro before this import
					{tokens.unread === 0 ? ", without these cards" : ", and nothing says of some whether they have these cards"}.
					Each customer is read first: a card that is there already is not added again, and where Intergiro has another
					name or e-mail, or the row neither, you are asked.
				</Text>
			)}
			{blind && (
				<Text size="sm" mb="sm">
					The key of this environment is a public one, which cannot read customers: enter the merchant's private key in
					the settings first.
				</Text>
			)}
			{questions > 0 && (
				<Decisions
					result={result}
					reason="card-question"
					lead="Not added yet. Tick those that are the right customers: their cards are added. Where one is somebody else, leave it as it is: nothing is added, and the row needs another customer number."
				>
					{(row) => (
						<div key={row.row}>
							<Checkbox
								size="sm"
								checked={confirmed.has(row.row)}
								onChange={() => choose(row.row)}
								label={`Row ${row.row}, ${row.number}${row.name && `, ${row.name}`}: it is the right one`}
								description={`${row.message} It is ${row.id} there.`}
							/>
							<Beside run={run} row={row.row} id={row.id} />
						</div>
					)}
				</Decisions>
			)}
			{doubts > 0 && (
				<Decisions
					result={result}
					reason="card-in-doubt"
					lead="In doubt: sent, and not known whether they were stored. Look at the cards of these customers at Intergiro, and say what is there."
				>
					{(row) => <CardInDoubt key={row.row} run={run.id} row={row} onSettled={onSettled} />}
				</Decisions>
			)}
			{elsewhere > 0 && (
				<Decisions
					result={result}
					reason="card-waiting"
					lead="Waiting: another import has a card of these customers in doubt. Open that one, say there whether its card is at Intergiro, and add these then."
				>
					{({ row, number, name, message }) => (
						<Text key={row} size="sm">
							Row {row}, {number}
							{name && `, ${name}`}: {message}
						</Text>
					)}
				</Decisions>
			)}
			{toAdd > 0 && (
				<Button size="xs" loading={busy} disabled={blind} onClick={() => setAsking(true)}>
					Add {counted(toAdd, "card")}…
				</Button>
			)}
			{isAsking && (
				<Confirmation
					run={run}
					title={(merchant) => `Add ${counted(toAdd, "card")} at ${merchant}?`}
					points={[
						"Nobody is created: cards are added to customers who exist.",
						"A card token can be used once only. What was sent before is not sent again.",
						"This cannot be undone from here.",
					]}
					confirm={`Add ${counted(toAdd, "card")}`}
					decline="Not now"
					onClose={() => setAsking(false)}
					onConfirm={(typed) => {
						setAsking(false)
						onAdd([...confirmed], typed)
					}}
				/>
			)}
		</Alert>
	)
}

function titleOf({ tokens }: Result, counted: (count: number, what: string) => string): string {
	const parts = [
		...(tokens.added > 0 ? [`${counted(tokens.added, "card")} added`] : []),
		...(tokens["not-stored"] > 0 ? [`${counted(tokens["not-stored"], "card")} not stored`] : []),
		...(tokens.unread > 0 ? [`${counted(tokens.unread, "card")} not known to be there`] : []),
		...(tokens.asked > 0 ? [`${counted(tokens.asked, "card")} to confirm`] : []),
		...(tokens["in-doubt"] > 0 ? [`${counted(tokens["in-doubt"], "card")} in doubt`] : []),
		...(tokens.refused > 0 ? [`${counted(tokens.refused, "card")} refused`] : []),
		...(tokens["not-added"] > 0 ? [`${counted(tokens["not-added"], "card")} that cannot be added`] : []),
		...(tokens.waiting > 0 ? [`${counted(tokens.waiting, "card")} waiting for a doubt to be settled`] : []),
	]
	return parts.join(", ")
}

interface DecisionsProps {
	readonly result: Result
	readonly reason: FollowUpReason
	readonly lead: string
	children(row: FollowUpRow): React.ReactNode
}

function Decisions({ result: { run, ended }, reason, lead, children }: DecisionsProps) {
	const { count } = useFormat()
	const { total = 0, rowAt } = useRows(JSON.stringify([run.id, ended, reason]), (offset, count) =>
		ask("result.followUps", { run: run.id, reason, search: "", offset, count }),
	)
	const shown = Array.from({ length: Math.min(total, mostShown) }, (_, position) => rowAt(position))
	return (
		<Stack gap="xs" mb="sm">
			<Text size="sm">{lead}</Text>
			{shown.map((row) => row && children(row))}
			{total > mostShown && (
				<Text size="sm" c="dimmed">
					And {count(total - mostShown)} more, once these are decided.
				</Text>
			)}
		</Stack>
	)
}

interface CardInDoubtProps {
	readonly run: string
	readonly row: FollowUpRow
	onSettled(): void
}

function CardInDoubt({ run, row: { row, number, name, id }, onSettled }: CardInDoubtProps) {
	const { attempt } = useStore()
	const say = (stored: boolean) =>
		attempt(async () => {
			await ask("result.settle", { run, number, word: { about: "card", stored } })
			onSettled()
		})
	return (
		<Group gap="sm" role="group" aria-label={`Card of ${number}`}>
			<Text size="sm">
				Row {row}, {number}
				{name && `, ${name}`}, {id}
			</Text>
			<Button size="compact-sm" variant="default" onClick={() => say(true)}>
				The card is there
			</Button>
			<Button size="compact-sm" variant="default" onClick={() => say(false)}>
				The card is not there
			</Button>
		</Group>
	)
}
