import {
	Alert,
	Anchor,
	Badge,
	Button,
	Card,
	Group,
	ScrollArea,
	SimpleGrid,
	Table,
	Text,
	TextInput,
	Title,
} from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import {
	IconAlertTriangle,
	IconArrowRight,
	IconExternalLink,
	IconFileText,
	IconFolder,
	IconPrinter,
	IconSearch,
	IconShieldCheck,
} from "@tabler/icons-react"
import { useEffect, useState } from "react"
import type { Result, ResultRow, RunFile, Verification } from "../../src/ipc.ts"
import { type OutcomeKind, outcomeKinds } from "../../src/run/outcome.ts"
import { ask } from "../ask.ts"
import { OutcomeBar } from "../components/outcome-bar.tsx"
import { Screen } from "../components/screen.tsx"
import { useFormat } from "../format.ts"
import type { Flow } from "../state.ts"
import { useStore } from "../store.tsx"
import { environmentTitle, outcomeWords } from "../words.ts"

export function ResultScreen({ flow }: { flow: Extract<Flow, { step: "result" }> }) {
	const { result, file, checked } = flow
	const { state, dispatch, attempt } = useStore()
	const { counted, when } = useFormat()
	const [outcome, setOutcome] = useState<OutcomeKind>()
	const [verifying, setVerifying] = useState(false)
	const [verification, setVerification] = useState<Verification>()
	const verify = () =>
		attempt(async () => {
			setVerifying(true)
			try {
				setVerification(await ask("result.verify", { run: result.run.id }))
			} finally {
				setVerifying(false)
			}
		})
	const { run, outcomes, pending, rows } = result
	const customers = outcomes.created + outcomes.existing + outcomes.adopted
	const goOn = () =>
		attempt(async () => {
			if (file && checked) dispatch({ type: "go", step: "ready" })
			else {
				const { file, settings } = await ask("history.resume", { run: run.id })
				dispatch({ type: "settings", settings })
				dispatch({ type: "file", file })
			}
		})
	const lookAgain = (resendUnknown: boolean) =>
		attempt(async () => {
			const { settings } = state.app
			const { rate, concurrency, environment } = settings
			dispatch({
				type: "started",
				run: await ask("run.start", { environment, rate, concurrency, resendUnknown }),
			})
		})
	return (
		<Screen
			title={
				result.complete
					? `${counted(customers, "customer")} at Intergiro`
					: `Stopped: ${counted(customers, "customer")} so far`
			}
			lead={`${run.file} → ${environmentTitle(run.environment)}, ${when(result.ended)}`}
			actions={
				<>
					<Button
						variant="default"
						leftSection={<IconFolder size="1.125rem" />}
						onClick={() => attempt(() => ask("result.show", { run: run.id }))}
					>
						Open the folder
					</Button>
					<Button
						variant="default"
						leftSection={<IconShieldCheck size="1.125rem" />}
						loading={verifying}
						onClick={verify}
					>
						Verify
					</Button>
					<Button
						variant="default"
						leftSection={<IconPrinter size="1.125rem" />}
						onClick={() =>
							attempt(async () => {
								await ask("result.print", { run: run.id })
								await ask("result.open", { run: run.id, file: "report.pdf" })
							})
						}
					>
						Report as PDF
					</Button>
					{result.complete ? (
						<Button
							className="push"
							onClick={() =>
								attempt(async () => {
									await ask("file.close", undefined)
									dispatch({ type: "closed" })
								})
							}
							data-command="next"
						>
							Import another file
						</Button>
					) : (
						<Button
							className="push"
							rightSection={<IconArrowRight size="1.125rem" />}
							onClick={goOn}
							data-command="next"
						>
							Go on with the rest
						</Button>
					)}
				</>
			}
		>
			{result.stop && (
				<Alert color="yellow" icon={<IconAlertTriangle />} title="The import is not at its end">
					{result.stop}
				</Alert>
			)}
			{verification && <Verified verification={verification} />}
			{!result.balanced && (
				<Alert color="red" icon={<IconAlertTriangle />} title="The rows do not add up">
					Do not rely on these files. The journal in the run folder has everything that was sent.
				</Alert>
			)}
			{result.warnings.map((warning) => (
				<Alert key={warning} color="yellow" icon={<IconAlertTriangle />} title={warning} />
			))}
			{outcomes.unknown > 0 && (
				<Alert color="orange" icon={<IconAlertTriangle />} title={`${counted(outcomes.unknown, "row")} in doubt`}>
					<Text size="sm" mb="sm">
						They were sent, the answer got lost, and Intergiro does not list them. They may still have been created.
						Look again first. Sending again can create a customer twice if the first request did arrive.
					</Text>
					<Group gap="sm">
						<Button size="xs" onClick={file && checked ? () => lookAgain(false) : goOn}>
							Look again
						</Button>
						{file && checked && (
							<Button size="xs" variant="light" color="red" onClick={() => lookAgain(true)}>
								Send them again, knowing the risk
							</Button>
						)}
					</Group>
				</Alert>
			)}
			<SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
				<div>
					<OutcomeBar outcomes={outcomes} total={rows} label="How the rows ended" />
					<Sum result={result} pending={pending} selected={outcome} onSelect={setOutcome} />
				</div>
				<Files result={result} />
			</SimpleGrid>
			<Rows key={run.id} run={run.id} ended={result.ended} outcome={outcome} onAll={() => setOutcome(undefined)} />
		</Screen>
	)
}

const differenceWords: Readonly<Record<Verification["differences"][number]["kind"], string>> = {
	missing: "Intergiro does not have it",
	"different-id": "Intergiro has it with another identifier",
	twice: "Intergiro has it several times",
}

function Verified({ verification: { lines, same, differences } }: { verification: Verification }) {
	const { counted } = useFormat()
	const fine = lines === same
	return (
		<Alert
			color={fine ? "green" : "red"}
			icon={fine ? <IconShieldCheck /> : <IconAlertTriangle />}
			role="status"
			title={
				fine
					? `Verified: Intergiro has all ${counted(lines, "customer")}, each once`
					: `${counted(lines - same, "customer")} of ${lines} differ at Intergiro`
			}
		>
			{differences.map(({ kind, number, row }) => (
				<Text size="sm" key={`${row}-${number}`}>
					{number} (row {row}): {differenceWords[kind]}
				</Text>
			))}
		</Alert>
	)
}

interface SumProps {
	readonly result: Result
	readonly pending: number
	readonly selected: OutcomeKind | undefined
	onSelect(outcome: OutcomeKind): void
}

/** As an accountant reads it: the parts, a line, the sum. */
function Sum({ result: { outcomes, rows }, pending, selected, onSelect }: SumProps) {
	const { count } = useFormat()
	return (
		<Table mt="md" verticalSpacing={6} aria-label="Balance">
			<Table.Tbody>
				{outcomeKinds
					.filter((kind) => outcomes[kind] > 0)
					.map((kind) => (
						<Table.Tr key={kind} bg={kind === selected ? "var(--mantine-primary-color-light)" : "transparent"}>
							<Table.Td>
								<Anchor component="button" type="button" size="sm" fw={600} onClick={() => onSelect(kind)}>
									{outcomeWords[kind].label}
								</Anchor>
								<Text size="xs" c="dimmed">
									{outcomeWords[kind].meaning}
								</Text>
							</Table.Td>
							<Table.Td ta="right" className="number">
								{count(outcomes[kind])}
							</Table.Td>
						</Table.Tr>
					))}
				{pending > 0 && (
					<Table.Tr>
						<Table.Td>
							<Text size="sm" fw={600}>
								Still to come
							</Text>
						</Table.Td>
						<Table.Td ta="right" className="number">
							{count(pending)}
						</Table.Td>
					</Table.Tr>
				)}
			</Table.Tbody>
			<Table.Tfoot>
				<Table.Tr className="total">
					<Table.Th>Rows in the file</Table.Th>
					<Table.Th ta="right" className="number">
						{count(rows)}
					</Table.Th>
				</Table.Tr>
			</Table.Tfoot>
		</Table>
	)
}

const fileWords: Readonly<Record<string, string>> = {
	"results.csv": "your customer numbers with Intergiro's identifiers",
	"errors.csv": "rows to mend and import again",
	"unknown.csv": "rows in doubt",
}

function Files({ result: { run, files, requests, perSecond, sha256 } }: { result: Result }) {
	const { attempt } = useStore()
	const { counted, decimal } = useFormat()
	return (
		<Card withBorder padding="lg">
			<Title order={2} size="h5" mb="sm">
				Files
			</Title>
			{files
				.filter((name) => name in fileWords)
				.map((name) => (
					<Group key={name} gap="sm" wrap="nowrap" mb="xs" align="start">
						<IconFileText size="1.25rem" style={{ flex: "none" }} aria-hidden />
						<div>
							<Anchor
								component="button"
								type="button"
								size="sm"
								fw={600}
								onClick={() => attempt(() => ask("result.open", { run: run.id, file: name as RunFile }))}
							>
								{name}
							</Anchor>
							<Text size="xs" c="dimmed">
								{fileWords[name]}
							</Text>
						</div>
					</Group>
				))}
			<Text size="xs" c="dimmed" mt="sm" style={{ overflowWrap: "anywhere" }}>
				{run.folder}
			</Text>
			<Text size="xs" c="dimmed" mt={4} style={{ overflowWrap: "anywhere" }}>
				{counted(requests, "request")}, {decimal(perSecond)} a second. SHA-256 of the file: {sha256}
			</Text>
		</Card>
	)
}

const shown = 200

interface RowsProps {
	readonly run: string
	readonly ended: string
	readonly outcome: OutcomeKind | undefined
	onAll(): void
}

function Rows({ run, ended, outcome, onAll }: RowsProps) {
	const { attempt } = useStore()
	const { count } = useFormat()
	const [search, setSearch] = useState("")
	const [wanted] = useDebouncedValue(search, 200)
	const [found, setFound] = useState<{ total: number; rows: ResultRow[] }>()
	// biome-ignore lint/correctness/useExhaustiveDependencies: a run that ended anew has other rows
	useEffect(() => {
		let current = true
		attempt(async () => {
			const found = await ask("result.rows", {
				run,
				...(outcome ? { outcome } : {}),
				search: wanted,
				offset: 0,
				count: shown,
			})
			if (current) setFound(found)
		})
		return () => {
			current = false
		}
	}, [run, ended, outcome, wanted])
	return (
		<section aria-labelledby="rows">
			<Group mb="sm" gap="sm">
				<Title order={2} size="h5" id="rows">
					{outcome ? outcomeWords[outcome].label : "All rows"}
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
					onChange={(event) => setSearch(event.currentTarget.value)}
					data-command="search"
				/>
			</Group>
			<ScrollArea viewportProps={{ tabIndex: 0, "aria-label": "Rows of the result", role: "region" }}>
				<Table withTableBorder miw="40rem">
					<Table.Thead>
						<Table.Tr>
							<Table.Th ta="right" w="5rem">
								Row
							</Table.Th>
							<Table.Th>Number</Table.Th>
							<Table.Th>Outcome</Table.Th>
							<Table.Th>Identifier at Intergiro, or why not</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{found?.rows.map(({ row, number, outcome, id, message, url }) => (
							<Table.Tr key={`${row}-${number}`}>
								<Table.Td ta="right" c="dimmed" className="number">
									{row}
								</Table.Td>
								<Table.Td style={{ whiteSpace: "nowrap" }}>{number}</Table.Td>
								<Table.Td>
									<Badge variant="light" tt="none" color={outcomeWords[outcome].color}>
										{outcomeWords[outcome].label}
									</Badge>
								</Table.Td>
								<Table.Td>
									{id ? <span className="mono">{id}</span> : message}
									{url && (
										<Anchor
											component="button"
											type="button"
											size="sm"
											ml={6}
											onClick={() => attempt(() => ask("link.open", { url }))}
										>
											3-D Secure page <IconExternalLink size="0.875rem" aria-hidden />
										</Anchor>
									)}
								</Table.Td>
							</Table.Tr>
						))}
					</Table.Tbody>
				</Table>
			</ScrollArea>
			{found && (
				<Text size="sm" c="dimmed" mt="xs">
					{found.total > shown
						? `The first ${count(shown)} of ${count(found.total)}; search for others, or open the files.`
						: `${count(found.total)} in all.`}
				</Text>
			)}
		</section>
	)
}
