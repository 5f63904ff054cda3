import { Alert, Button, Group, Table, Text } from "@mantine/core"
import { IconHelpCircle } from "@tabler/icons-react"
import { useEffect, useState } from "react"
import type { Reply } from "../../src/ipc/requests.ts"
import type { Result, SpelledRow } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { said } from "../words.ts"
import { Confirmation } from "./confirmation.tsx"
import { Scrolled } from "./scrolled.tsx"

interface Props {
	readonly result: Result
	/** What was said is written down: the files are to be made anew. */
	onSaid(): void
}

/** Customers who were not sent, as Intergiro has their numbers in another spelling: one question, and one answer for all of them. */
export function Spellings({ result: { run, asked }, onSaid }: Props) {
	const { count, counted } = useFormat()
	const { attempt } = useStore()
	const [found, setFound] = useState<Reply<"result.spellings">>()
	const [asking, setAsking] = useState<"same" | "others">()
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each session once
	useEffect(() => {
		if (asked > 0) attempt(async () => setFound(await ask("result.spellings", { run: run.id })))
	}, [])
	if (asked === 0 || found === undefined || found.total === 0) return null
	const { total, alike, rows } = found
	const say = (same: boolean) => {
		setAsking(undefined)
		attempt(async () => {
			await ask("result.spelled", { run: run.id, same })
			onSaid()
		})
	}
	const those = counted(total, "customer")
	const of = alike === total ? "All" : "These"
	return (
		<Alert
			color="orange"
			icon={<IconHelpCircle />}
			title={said(run, `${those} not sent: Intergiro has such a number in another spelling`)}
		>
			<Text size="sm" mb="xs">
				{said(run, "Each row below stands beside the customer at Intergiro. Are they the same customers, or others?")}
			</Text>
			<Scrolled label="Numbers in another spelling">
				<Table verticalSpacing={2} fz="sm" className="spellings">
					<Table.Thead>
						<Table.Tr>
							{["In the file", "Name", "E-mail", said(run, "At Intergiro"), "Identifier", "Name and e-mail there"].map(
								(title) => (
									<Table.Th key={title}>{title}</Table.Th>
								),
							)}
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{rows.map((row) => (
							<Line key={row.row} row={row} />
						))}
					</Table.Tbody>
				</Table>
				{total > rows.length && <Text size="sm">And {count(total - rows.length)} more, in unknown.csv.</Text>}
			</Scrolled>
			{alike < total && (
				<Text size="sm" mb="sm">
					{count(total - alike)} of them can only be answered at {total - alike === 1 ? "its row" : "their rows"} below:
					there is another name or e-mail, or it is not certain who it is.
				</Text>
			)}
			<Group gap="sm">
				<Button size="xs" disabled={alike === 0} onClick={() => setAsking("same")}>
					{alike === 1 ? "It is the same customer…" : `${of} ${count(alike)} are the same customers…`}
				</Button>
				<Button size="xs" variant="light" color="red" onClick={() => setAsking("others")}>
					{total === 1 ? "It is another customer…" : `All ${count(total)} are other customers…`}
				</Button>
			</Group>
			{asking === "same" && (
				<Confirmation
					run={run}
					title={() => `Are ${counted(alike, "customer")} the same?`}
					points={[
						"They count as already there, each under the identifier above, and nothing is sent for them.",
						"Their cards are not stored by that; they can be added afterwards.",
						"You can say otherwise of a single one as long as it was not sent.",
					]}
					confirm="They are the same"
					decline="Leave it open"
					onClose={() => setAsking(undefined)}
					onConfirm={() => say(true)}
				/>
			)}
			{asking === "others" && (
				<Confirmation
					run={run}
					title={() => `Are ${those} others than those at Intergiro?`}
					lead={
						<Text size="sm" mb="sm">
							<b>Each of them is then created when you go on.</b> Whoever is the same customer exists twice then.
						</Text>
					}
					points={["Nothing is sent yet.", "What was created cannot be taken back from here."]}
					confirm="They are others"
					decline="Leave it open"
					isDangerous
					onClose={() => setAsking(undefined)}
					onConfirm={() => say(false)}
				/>
			)}
		</Alert>
	)
}

function Line({ row: { number, name, email, other } }: { row: SpelledRow }) {
	const person = { same: "the same", other: "another name or e-mail" } as const
	return (
		<Table.Tr>
			<Table.Td className="mono">{number}</Table.Td>
			<Table.Td>{name}</Table.Td>
			<Table.Td>{email}</Table.Td>
			<Table.Td className="mono">{other.number}</Table.Td>
			<Table.Td className="mono">{other.id ?? "not known"}</Table.Td>
			<Table.Td fw={other.person === "other" ? 650 : 400}>{other.person ? person[other.person] : "not known"}</Table.Td>
		</Table.Tr>
	)
}
