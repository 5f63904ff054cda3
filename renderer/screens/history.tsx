import { Badge, Button, Group, Menu, Table, Text, TextInput } from "@mantine/core"
import {
	IconAlertOctagon,
	IconAlertTriangle,
	IconCircleCheck,
	IconDots,
	IconHistory,
	IconPlayerPlay,
	IconPlayerStop,
	IconPlugConnectedX,
	IconSearch,
} from "@tabler/icons-react"
import { useEffect, useState } from "react"
import { rehearsed } from "../../src/contract/rehearsal.ts"
import type { Reply } from "../../src/ipc/requests.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { ask } from "../ask.ts"
import { Screen } from "../components/screen.tsx"
import { isBusy } from "../flow.ts"
import { useFormat } from "../format.ts"
import { historyFigures } from "../history-figures.ts"
import { useStore } from "../store.tsx"
import { useCustomers } from "../use-customers.ts"
import { useResume } from "../use-resume.ts"
import {
	environmentColors,
	environmentLabels,
	importTitle,
	isRehearsal,
	outcomeWords,
	type Standing,
	said,
	standingOf,
	standings,
	verifiedWords,
} from "../words.ts"

export function HistoryScreen() {
	const { state, dispatch, attempt } = useStore()
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked for whenever the screen opens
	useEffect(() => {
		attempt(async () => dispatch({ type: "history", runs: await ask("history.list", undefined) }))
	}, [])
	const [search, setSearch] = useState("")
	const text = search.trim().toLocaleLowerCase()
	const { customers, isLooking } = useCustomers(search.trim())
	const found = state.history.filter(
		(run) =>
			customers.has(run.id) ||
			[importTitle(run), run.file, run.environment.name, run.environment.merchant ?? ""]
				.join("\n")
				.toLocaleLowerCase()
				.includes(text),
	)
	return (
		<Screen
			title="History"
			lead="Every import of this computer; its files stay in its folder. At Intergiro: customers of its file who exist there, whoever created them."
		>
			{state.history.length === 0 ? (
				<div className="drop">
					<IconHistory size="2.5rem" stroke={1.5} aria-hidden />
					<Text fw={600} size="lg" mt="sm">
						No import yet
					</Text>
					<Text c="dimmed" mb="lg">
						When you have imported a file, you find it here, with its counts and its files.
					</Text>
					<Button onClick={() => dispatch({ type: "page", page: "import" })}>Begin with a file</Button>
				</div>
			) : (
				<>
					<TextInput
						maw="24rem"
						aria-label="Search by file, merchant, environment or customer: number, name, e-mail or phone"
						placeholder="File, merchant, or a customer"
						leftSection={<IconSearch size="1rem" />}
						value={search}
						onChange={(event) => setSearch(event.currentTarget.value)}
						data-command="search"
					/>
					{found.length === 0 && (
						<Text c="dimmed" maw="44rem" role="status">
							{isLooking
								? "Looking through the imports for such a customer…"
								: "No import fits this search. A customer is found by the whole number or identifier; by name, e-mail or phone only where the file still lies where it was imported from, as it was then."}
						</Text>
					)}
					{found.length > 0 && (
						<Table.ScrollContainer minWidth={760} type="native">
							<Table withTableBorder verticalSpacing="sm">
								<Table.Thead>
									<Table.Tr>
										<Table.Th miw="8rem">File</Table.Th>
										<Table.Th>Environment</Table.Th>
										<Table.Th miw="9rem">State</Table.Th>
										<Table.Th ta="right">Rows</Table.Th>
										<Table.Th ta="right">Created</Table.Th>
										<Table.Th ta="right">At Intergiro</Table.Th>
										<Table.Th ta="right">Left</Table.Th>
										<Table.Th w="1%">
											<span className="hidden">What to do</span>
										</Table.Th>
									</Table.Tr>
								</Table.Thead>
								<Table.Tbody>
									{found.map((run) => (
										<PastRun key={run.id} run={run} customer={customers.get(run.id)} />
									))}
								</Table.Tbody>
							</Table>
						</Table.ScrollContainer>
					)}
				</>
			)}
		</Screen>
	)
}

const standingIcons: Readonly<Record<Standing, typeof IconCircleCheck>> = {
	running: IconPlayerPlay,
	interrupted: IconPlugConnectedX,
	stopped: IconPlayerStop,
	nobody: IconAlertOctagon,
	open: IconAlertTriangle,
	needs: IconAlertTriangle,
	finished: IconCircleCheck,
}

interface PastRunProps {
	readonly run: RunReference
	/** A customer that is searched for, where it has it. */
	readonly customer: Reply<"history.find">[number] | undefined
}

function PastRun({ run, customer }: PastRunProps) {
	const { state, dispatch, attempt } = useStore()
	const { count, counted, when } = useFormat()
	const busy = isBusy(state.flow)
	const resume = useResume()
	const [verifying, setVerifying] = useState(false)
	const isOpen = run.state === "interrupted" || run.state === "stopped"
	// Another import of its file took its place: that is the one to go on with.
	const isReplaced = isOpen && !run.unfinished && !isRehearsal(run)
	const resumable = isOpen && !isReplaced
	const open = () =>
		attempt(async () => dispatch({ type: "result", result: await ask("history.open", { run: run.id }) }))
	const verify = () =>
		attempt(async () => {
			setVerifying(true)
			try {
				const verification = await ask("result.verify", { run: run.id })
				dispatch({ type: "result", result: await ask("history.open", { run: run.id }), verification })
			} finally {
				setVerifying(false)
			}
		})
	const rehearsal = isRehearsal(run)
	const { own, there, left, needs, wrong, note } = historyFigures(run, isReplaced)
	const standing = standingOf({ ...run, created: there ?? run.created, open: left ?? run.open, needs, wrong })
	const { label, meaning, color } = standings[standing]
	const shown = (figure: number | undefined) => (figure === undefined ? "–" : count(figure))
	const StandingIcon = standingIcons[standing]
	return (
		<Table.Tr>
			<Table.Td>
				<Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
					{importTitle(run)}
				</Text>
				<Text size="xs" c="dimmed">
					{when(run.started)}
				</Text>
				{customer && (
					<Text size="xs" fw={600}>
						{customer.number} in row {customer.row} of {run.file}: {outcomeWords[customer.outcome].label}
						{isRehearsal(run) && " in rehearsal"}
						{customer.more !== undefined &&
							` (and ${counted(customer.more, "more row")} that ${customer.more === 1 ? "fits" : "fit"})`}
					</Text>
				)}
			</Table.Td>
			<Table.Td>
				<Badge variant="light" tt="none" color={environmentColors[run.environment.kind]}>
					{environmentLabels[run.environment.kind]}
				</Badge>
				<Text size="xs" c="dimmed">
					{rehearsal ? `${rehearsed}.` : run.environment.name}
				</Text>
				{!rehearsal && run.environment.merchant !== undefined && (
					<Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
						{run.environment.merchant}
					</Text>
				)}
			</Table.Td>
			<Table.Td>
				<Badge variant="light" tt="none" color={color} leftSection={<StandingIcon size="0.875rem" aria-hidden />}>
					{label}
				</Badge>
				{!(run.verified && standing === "finished") && (
					<Text size="xs" c="dimmed">
						{isReplaced ? "Another import of this file took its place." : meaning}
					</Text>
				)}
				{run.verified && (
					<Text size="xs" c="dimmed">
						Verified {when(run.verified.at)}: {verifiedWords(run.verified, { count, counted })}
					</Text>
				)}
			</Table.Td>
			<Table.Td ta="right" className="number">
				{count(run.rows)}
			</Table.Td>
			<Table.Td ta="right" className="number">
				{rehearsal ? "none" : shown(own)}
				{rehearsal && (
					<Text size="xs" c="dimmed">
						{count(run.created)} rehearsed
					</Text>
				)}
			</Table.Td>
			<Table.Td ta="right" className="number">
				{rehearsal ? "none" : shown(there)}
				{note && (
					<Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
						{note}
					</Text>
				)}
			</Table.Td>
			<Table.Td ta="right" className="number">
				{shown(left)}
			</Table.Td>
			<Table.Td>
				<Group gap="xs" justify="end" wrap="nowrap">
					{resumable ? (
						<Button size="xs" onClick={() => resume(run.id)} disabled={busy}>
							Resume
						</Button>
					) : (
						<Button size="xs" variant="default" onClick={open} disabled={busy}>
							Open
						</Button>
					)}
					<Menu position="bottom-end">
						<Menu.Target>
							<Button
								size="xs"
								variant="subtle"
								color="gray"
								px="xs"
								aria-label={`More for ${importTitle(run)}`}
								loading={verifying}
							>
								<IconDots size="1.125rem" />
							</Button>
						</Menu.Target>
						<Menu.Dropdown>
							<Menu.Item onClick={open} disabled={busy}>
								Open the result
							</Menu.Item>
							<Menu.Item onClick={verify} disabled={busy || run.state === "running"}>
								{said(run, "Verify against Intergiro")}
							</Menu.Item>
							<Menu.Item onClick={() => attempt(() => ask("result.show", { run: run.id }))}>Open the folder</Menu.Item>
							<Menu.Divider />
							<Menu.Item
								disabled={run.state === "running"}
								onClick={() =>
									attempt(async () => dispatch({ type: "history", runs: await ask("history.forget", { run: run.id }) }))
								}
							>
								Forget it; its files stay
							</Menu.Item>
						</Menu.Dropdown>
					</Menu>
				</Group>
			</Table.Td>
		</Table.Tr>
	)
}
