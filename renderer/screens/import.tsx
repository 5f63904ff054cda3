import { Alert, Button, Card, Group, List, NumberInput, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core"
import {
	IconArrowLeft,
	IconInfoCircle,
	IconPlayerPause,
	IconPlayerPlay,
	IconPlayerStop,
	IconSend,
} from "@tabler/icons-react"
import { useState } from "react"
import type { Environment, Start } from "../../src/ipc.ts"
import { outcomeKinds } from "../../src/run/outcome.ts"
import type { RunSnapshot } from "../../src/run/progress.ts"
import { ask } from "../ask.ts"
import { environmentIcons } from "../components/environment-badge.tsx"
import { OutcomeBar } from "../components/outcome-bar.tsx"
import { RunChart } from "../components/run-chart.tsx"
import { Screen } from "../components/screen.tsx"
import { Stat } from "../components/stat.tsx"
import { duration, useFormat } from "../format.ts"
import type { Flow } from "../state.ts"
import { useStore } from "../store.tsx"
import { environmentColors, environmentTitle } from "../words.ts"

export function ImportScreen({ flow }: { flow: Extract<Flow, { step: "ready" | "running" }> }) {
	return flow.step === "ready" ? <Ready flow={flow} /> : <Running flow={flow} />
}

const trial = 3

function Ready({ flow: { file, checked } }: { flow: Extract<Flow, { step: "ready" }> }) {
	const { state, dispatch, attempt } = useStore()
	const { counted } = useFormat()
	const { settings, environments } = state.app
	const environment = environments.find(({ id }) => id === settings.environment)
	const [rate, setRate] = useState(settings.rate)
	const [concurrency, setConcurrency] = useState(settings.concurrency)
	const [confirmation, setConfirmation] = useState("")
	const [starting, setStarting] = useState(false)
	if (!environment) return null
	const { customers } = checked
	const expected = environment.merchant ?? environment.name
	const confirmed = environment.kind !== "live" || confirmation.trim() === expected
	const begin = (more: Partial<Start>) =>
		attempt(async () => {
			setStarting(true)
			try {
				const start: Start = { environment: environment.id, rate, concurrency, ...more }
				if (environment.kind === "live") start.confirmation = confirmation
				dispatch({ type: "started", run: await ask("run.start", start) })
			} finally {
				setStarting(false)
			}
		})
	return (
		<Screen
			title={`Create ${counted(customers, "customer")} at Intergiro`}
			lead={`From ${file.name}. You can pause or stop at any time; what was sent is written down and never sent twice.`}
			actions={
				<>
					<Button
						variant="default"
						leftSection={<IconArrowLeft size="1.125rem" />}
						onClick={() => dispatch({ type: "go", step: "check" })}
						data-command="back"
					>
						Check
					</Button>
					<Button
						variant="light"
						className="push"
						disabled={!confirmed || customers === 0}
						loading={starting}
						onClick={() => begin({ first: trial })}
					>
						Try the first {trial}
					</Button>
					<Button
						leftSection={<IconSend size="1.125rem" />}
						color={environment.kind === "live" ? "red" : "ink"}
						disabled={!confirmed || customers === 0}
						loading={starting}
						onClick={() => begin({})}
						data-command="next"
					>
						Create {counted(customers, "customer")}
					</Button>
				</>
			}
		>
			<Where environment={environment} />
			{environment.kind === "live" && (
				<TextInput
					label={`To confirm, type the name of the merchant: ${expected}`}
					description={`${counted(customers, "real customer")} will be created.`}
					value={confirmation}
					onChange={(event) => setConfirmation(event.currentTarget.value)}
					error={confirmation !== "" && !confirmed ? "This is not the name." : undefined}
					maw="32rem"
				/>
			)}
			<Card withBorder padding="lg">
				<Title order={2} size="h5" mb="xs">
					How fast
				</Title>
				<SimpleGrid cols={{ base: 1, sm: 2 }} maw="44rem">
					<NumberInput
						label="Requests a second"
						description="0: as fast as the server allows"
						value={rate}
						min={0}
						max={10_000}
						onChange={(value) => setRate(Number(value) || 0)}
					/>
					<NumberInput
						label="At the same time"
						description="Requests on their way at most"
						value={concurrency}
						min={1}
						max={1_000}
						onChange={(value) => setConcurrency(Math.max(1, Number(value) || 1))}
					/>
				</SimpleGrid>
				{rate > 0 && (
					<Text size="sm" c="dimmed" mt="sm">
						About {duration((1_000 * customers) / rate)} at {counted(rate, "request")} a second.
					</Text>
				)}
			</Card>
			<Card withBorder padding="lg">
				<Title order={2} size="h5" mb="xs">
					What will happen
				</Title>
				<List size="sm" spacing={4}>
					<List.Item>
						Customers that exist already are looked for first, where the key allows it, and are not created again.
					</List.Item>
					<List.Item>{counted(customers, "customer")} will be created, each with one request.</List.Item>
					{checked.error > 0 && (
						<List.Item>
							{counted(checked.error, "row")} with errors will not be sent; errors.csv will have them.
						</List.Item>
					)}
					<List.Item>When an answer is lost, the customer is looked for and never sent again by itself.</List.Item>
				</List>
			</Card>
		</Screen>
	)
}

function Where({ environment }: { environment: Environment }) {
	const { kind, name, merchant, url, key, warnings } = environment
	const Icon = environmentIcons[kind]
	const keys = {
		private: "private key",
		public: "public key",
		unknown: "a key that does not say its kind",
		missing: "no key",
	}
	return (
		<Alert color={environmentColors[kind]} icon={<Icon />} title={environmentTitle({ kind, name: merchant ?? name })}>
			<Text size="sm">
				{kind === "sandbox"
					? "A stand-in for Intergiro on this computer. Nothing leaves it; try everything."
					: `${name}, ${url}, with ${keys[key]}.`}
			</Text>
			{warnings.map((warning) => (
				<Text size="sm" fw={600} key={warning}>
					{warning}
				</Text>
			))}
		</Alert>
	)
}

const phases: Readonly<Record<RunSnapshot["phase"], string>> = {
	ready: "Opening the run",
	preflight: "Looking for customers that exist already",
	sending: "Creating customers",
	settling: "Looking for what is in doubt",
	ended: "Writing the files",
}

function Running({ flow }: { flow: Extract<Flow, { step: "running" }> }) {
	const { attempt } = useStore()
	const { count, decimal, share } = useFormat()
	const { snapshot, run, points, notices, checked } = flow
	const [stopping, setStopping] = useState(false)
	const total = snapshot?.total ?? checked.customers
	const counts = snapshot?.counts
	const sentKinds = outcomeKinds.filter((kind) => kind !== "invalid")
	const done = counts ? sentKinds.reduce((sum, kind) => sum + counts[kind], 0) : 0
	const left = Math.max(0, total - done - (snapshot?.ambiguous ?? 0))
	const speed = snapshot?.rate.achieved ?? 0
	const held = snapshot?.held ?? false
	const title = stopping
		? "Stopping: what is on its way is finished first"
		: held
			? "Paused"
			: phases[snapshot?.phase ?? "ready"]
	return (
		<Screen
			title={title}
			lead={`${run.file} → ${environmentTitle(run.environment)}`}
			actions={
				<>
					<Pace snapshot={snapshot} />
					<Button
						className="push"
						variant="default"
						leftSection={held ? <IconPlayerPlay size="1.125rem" /> : <IconPlayerPause size="1.125rem" />}
						disabled={stopping}
						onClick={() => attempt(() => ask(held ? "run.resume" : "run.pause", undefined))}
					>
						{held ? "Go on" : "Pause"}
					</Button>
					<Button
						color="red"
						variant="light"
						leftSection={<IconPlayerStop size="1.125rem" />}
						loading={stopping}
						onClick={() => {
							setStopping(true)
							attempt(() => ask("run.stop", undefined))
						}}
					>
						Stop
					</Button>
				</>
			}
		>
			<Group justify="space-between" align="baseline">
				<Text fz="h2" fw={650} className="number" data-done={done}>
					{count(done)}{" "}
					<Text span c="dimmed" fz="md" fw={400}>
						of {count(total)}
					</Text>
				</Text>
				<Text fz="h3" fw={650} className="number">
					{share(total > 0 ? done / total : 0)}
				</Text>
			</Group>
			<OutcomeBar outcomes={{ ...noInvalid(counts) }} total={total} label="Progress" />
			<SimpleGrid cols={{ base: 2, md: 4 }}>
				<Stat
					label="Requests a second"
					value={decimal(speed)}
					hint={snapshot && snapshot.rate.allowed > 0 ? `limit ${decimal(snapshot.rate.allowed)}` : "no limit"}
				/>
				<Stat
					label="Time left"
					value={speed > 0 && !held && left > 0 ? duration((1_000 * left) / speed) : left === 0 ? "0 s" : "–"}
					hint={`running for ${duration(snapshot?.elapsed ?? 0)}`}
				/>
				<Stat
					label="On their way"
					value={count(snapshot?.inFlight ?? 0)}
					hint={`at most ${count(snapshot?.concurrency ?? 0)}`}
				/>
				<Stat
					label="Time of an answer"
					value={snapshot?.latency === undefined ? "–" : `${count(snapshot.latency)} ms`}
					hint={
						snapshot && snapshot.ambiguous > 0 ? `${count(snapshot.ambiguous)} in doubt, looked for later` : "median"
					}
				/>
			</SimpleGrid>
			{snapshot?.waiting && (
				<Alert color="yellow" icon={<IconInfoCircle />} title={waitingTitle(snapshot.waiting)} role="status">
					{snapshot.waiting.why === "throttled"
						? "The rate halves, and recovers by itself."
						: "An answer that got lost may still be under way; after this time it is certain what exists."}
				</Alert>
			)}
			<RunChart points={points} limit={snapshot?.rate.asked ?? 0} />
			{notices.length > 0 && (
				<Stack gap={2} role="log" aria-label="Notices">
					{notices.map((notice, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: notices only ever grow
						<Text size="sm" c="dimmed" key={index}>
							{notice}
						</Text>
					))}
				</Stack>
			)}
		</Screen>
	)
}

function noInvalid(counts: RunSnapshot["counts"] | undefined): RunSnapshot["counts"] {
	const none = Object.fromEntries(outcomeKinds.map((kind) => [kind, 0])) as RunSnapshot["counts"]
	return { ...none, ...counts, invalid: 0 }
}

function waitingTitle({ why, milliseconds }: NonNullable<RunSnapshot["waiting"]>): string {
	return why === "throttled"
		? `Intergiro asked to slow down: going on in ${duration(milliseconds)}`
		: `What is in doubt is looked for in ${duration(milliseconds)}`
}

function Pace({ snapshot }: { snapshot: RunSnapshot | undefined }) {
	const { attempt } = useStore()
	return (
		<Group gap="sm">
			<NumberInput
				size="xs"
				w="9rem"
				aria-label="Requests a second"
				rightSection={<Unit text="/ s" />}
				rightSectionWidth="2.5rem"
				min={0}
				max={10_000}
				defaultValue={snapshot?.rate.asked ?? ""}
				key={`rate-${snapshot === undefined}`}
				onChange={(rate) => typeof rate === "number" && attempt(() => ask("run.pace", { rate }))}
			/>
			<NumberInput
				size="xs"
				w="9rem"
				aria-label="Requests at the same time"
				rightSection={<Unit text="at once" />}
				rightSectionWidth="4rem"
				min={1}
				max={1_000}
				defaultValue={snapshot?.concurrency ?? ""}
				key={`concurrency-${snapshot === undefined}`}
				onChange={(concurrency) =>
					typeof concurrency === "number" && concurrency >= 1 && attempt(() => ask("run.pace", { concurrency }))
				}
			/>
		</Group>
	)
}

function Unit({ text }: { text: string }) {
	return (
		<Text size="xs" c="dimmed">
			{text}
		</Text>
	)
}
