import { Alert, Box, Button, Card, Group, List, SimpleGrid, Text, TextInput, Title } from "@mantine/core"
import { IconArrowLeft, IconSend } from "@tabler/icons-react"
import { type ReactNode, useState } from "react"
import { rehearsed } from "../../src/contract/rehearsal.ts"
import type { Start } from "../../src/ipc/run.ts"
import type { Environment } from "../../src/ipc/settings.ts"
import { ask } from "../ask.ts"
import { ClaimedCards } from "../components/claimed-cards.tsx"
import { notTheName } from "../components/confirmation.tsx"
import { CreatedBefore, createdBy, importBefore } from "../components/created-before.tsx"
import { Elsewhere } from "../components/elsewhere.tsx"
import { environmentIcons } from "../components/environment-badge.tsx"
import { KnownBefore, knownCount } from "../components/known-before.tsx"
import { LeftOutLine } from "../components/left-out.tsx"
import { NewKey } from "../components/new-key.tsx"
import { PlanCard, usePlan } from "../components/plan.tsx"
import { Rehearsal } from "../components/rehearsal.tsx"
import { Screen } from "../components/screen.tsx"
import { NumericNow } from "../components/setting-fields.tsx"
import { type Flow, runToGoOn } from "../flow.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { environmentColors, environmentTitle } from "../words.ts"
import { RunningScreen } from "./running.tsx"

export function ImportScreen({ flow }: { flow: Extract<Flow, { step: "ready" | "running" }> }) {
	return flow.step === "ready" ? <Ready flow={flow} /> : <RunningScreen flow={flow} />
}

const trial = 3

/** Milliseconds in which those in doubt are looked for twice, half the time apart. @param settle seconds */
const lookingTime = (settle: number) => 1_500 * settle

function Ready({ flow: { file, checked } }: { flow: Extract<Flow, { step: "ready" }> }) {
	const { state, dispatch, attempt } = useStore()
	const { count, counted } = useFormat()
	const { settings, environments } = state.app
	const environment = environments.find(({ id }) => id === settings.environment)
	/** Starts that were refused. */
	const [tries, setTries] = useState(0)
	const plan = usePlan(checked, environment, { tries })
	const [rate, setRate] = useState(settings.rate)
	const [concurrency, setConcurrency] = useState(settings.concurrency)
	/** It is that of the next import as well, and of this one after a look at another page. */
	const keepPace = (pace: Partial<Pick<Start, "rate" | "concurrency">>) =>
		attempt(async () => dispatch({ type: "settings", settings: await ask("settings.save", pace) }))
	const [confirmation, setConfirmation] = useState("")
	const [starting, setStarting] = useState(false)
	/** The environment for which a person said that the file is meant, although it was sent elsewhere. */
	const [meant, setMeant] = useState<string>()
	/** A person said that cards are sent although they called them another customer's. */
	const [isTaken, setTaken] = useState(false)
	if (!environment) return null
	const { customers } = checked
	const resumed = runToGoOn(file, environment.id)
	const before = resumed ? undefined : importBefore(file, environment.id)
	const isRehearsal = environment.kind === "sandbox"
	// Until it is counted, of an import that goes on no more is known than how many it created.
	const left = plan?.left ?? Math.max(0, customers - (resumed?.created ?? 0))
	const isNobodyLeft = plan?.left === 0
	const known = plan?.known
	/** Of an import that goes on: how long it looks for those in doubt, at most. */
	const looking = resumed && known && known.doubts > 0 ? lookingTime(settings.settle) : undefined
	const expected = environment.merchant ?? environment.name
	const asksName = environment.kind === "live" && !resumed?.confirmed
	const confirmed = !asksName || confirmation.trim() === expected
	const elsewhere = plan?.elsewhere
	const isMeant = meant === environment.id
	// It is another file now, of which nothing is checked.
	const isChanged = state.problem?.changed === true
	const claimed = known?.claimed ?? []
	const isAnswered = (elsewhere === undefined || isMeant) && (claimed.length === 0 || isTaken)
	const isReady = confirmed && customers > 0 && environment.key !== "missing" && !isChanged && isAnswered
	const verb = isRehearsal ? "Rehearse" : "Create"
	// Who is there already, a listing says.
	const willBeCreated =
		left === 0
			? "Nobody will be created"
			: `${resumed || knownCount(plan) > 0 ? "At most " : ""}${counted(left, environment.kind === "live" ? "real customer" : "customer")} will be created`
	const begin = (more: Partial<Start>) =>
		attempt(async () => {
			setStarting(true)
			try {
				const start: Start = { environment: environment.id, rate, concurrency, ...more }
				if (asksName) start.confirmation = confirmation
				if (isMeant) start.elsewhere = true
				dispatch({ type: "started", run: await ask("run.start", start) })
			} catch (error) {
				setTries(tries + 1)
				throw error
			} finally {
				setStarting(false)
			}
		})
	return (
		<Screen
			title={
				resumed
					? `${counted(known?.exists ?? resumed.created, "customer")} of ${count(customers)} ${isRehearsal ? "rehearsed" : "at Intergiro"} so far${known && known.doubts > 0 ? `, ${count(known.doubts)} in doubt` : ""}`
					: `${verb} ${left < customers ? `${left === 0 ? "none" : count(left)} of ` : ""}${counted(customers, "customer")}${isRehearsal ? "" : " at Intergiro"}`
			}
			lead={`${resumed ? `Goes on with the import of ${file.name}` : `From ${file.name}`}. You can pause or stop at any time; what was sent is written down and never sent twice.`}
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
					<Group className="push" gap="sm" justify="end">
						<Button
							variant="light"
							disabled={!isReady || isNobodyLeft}
							loading={starting}
							onClick={() => begin({ first: trial })}
						>
							{left === 1
								? `Try the ${resumed ? "last" : "only"} one`
								: `Try the ${resumed ? "next" : "first"} ${Math.min(trial, left || trial)}`}
						</Button>
						<Button
							leftSection={<IconSend size="1.125rem" />}
							color={environment.kind === "live" && left > 0 ? "red" : "ink"}
							disabled={!isReady}
							loading={starting}
							onClick={() => begin({})}
							data-command="next"
						>
							{isNobodyLeft
								? resumed
									? "Look for those in doubt"
									: `${verb} nobody, see the result`
								: resumed
									? `${verb} the rest`
									: `${verb} ${counted(left, "customer")}`}
						</Button>
					</Group>
				</>
			}
		>
			<Where environment={environment} isNobody={left === 0}>
				{asksName && (
					<TextInput
						mt="sm"
						label={`To confirm, type the merchant's name: ${expected}`}
						description={`${willBeCreated}.`}
						value={confirmation}
						onChange={(event) => setConfirmation(event.currentTarget.value)}
						error={confirmation !== "" && !confirmed ? notTheName : undefined}
						maw="32rem"
					/>
				)}
			</Where>
			{elsewhere && (
				<Elsewhere
					merchant={expected}
					sent={elsewhere}
					hasCards={checked.cards.with > 0}
					isMeant={isMeant}
					onMeant={(isMeant) => setMeant(isMeant ? environment.id : undefined)}
				/>
			)}
			<ClaimedCards rows={claimed} isTaken={isTaken} onTaken={setTaken} />
			<CreatedBefore run={before} />
			{!resumed && <KnownBefore environment={environment} plan={plan} told={before && createdBy(before)} />}
			<div className="pair">
				<PlanCard
					environment={environment}
					checked={checked}
					plan={plan}
					rate={rate}
					left={left}
					isChanged={isChanged}
					looking={looking}
				/>
				<Card withBorder padding="lg">
					<Title order={2} size="h5" mb="xs">
						Pace
					</Title>
					<SimpleGrid cols={{ base: 1, xs: 2 }}>
						<NumericNow
							label="Requests per second"
							description="0: as fast as the server allows"
							value={rate}
							min={0}
							max={10_000}
							onSave={(rate) => {
								setRate(rate)
								keepPace({ rate })
							}}
						/>
						<NumericNow
							label="Requests at the same time"
							description="Without an answer yet, at most"
							value={concurrency}
							min={1}
							max={1_000}
							onSave={(asked) => {
								const concurrency = Math.round(asked)
								setConcurrency(concurrency)
								keepPace({ concurrency })
							}}
						/>
					</SimpleGrid>
					<Title order={2} size="h5" mt="lg" mb="xs">
						How it goes
					</Title>
					<List size="sm" spacing={4}>
						<List.Item>
							Customers that exist already are looked for first, where the key allows it, and are not created again.
						</List.Item>
						<List.Item>
							{willBeCreated}
							{left > 0 && ", each with one request"}.
						</List.Item>
						<List.Item>
							Where it is not known whether somebody was created, the customer is looked for and never sent again by
							itself.
						</List.Item>
					</List>
					<Box mt="sm">
						<LeftOutLine decisions={file.decisions} label="Columns left out" />
					</Box>
				</Card>
			</div>
		</Screen>
	)
}

interface WhereProps {
	readonly environment: Environment
	/** Nothing will be sent that creates somebody. */
	readonly isNobody: boolean
	readonly children: ReactNode
}

function Where({ environment, isNobody, children }: WhereProps) {
	const { kind, name, merchant, warnings, key, expired } = environment
	if (kind === "sandbox")
		return (
			<Rehearsal title={rehearsed.replace("was", "will be")}>
				<Text size="sm">
					The sandbox is a stand-in for Intergiro on this computer. Nothing leaves it; try everything, and then do it
					for real.
				</Text>
			</Rehearsal>
		)
	const Icon = environmentIcons[kind]
	const isUnusable = expired || key === "missing"
	return (
		<Alert
			color={isNobody ? "gray" : environmentColors[kind]}
			icon={<Icon />}
			title={
				expired
					? `The key of ${merchant ?? name} has expired`
					: key === "missing"
						? `The key of ${name} is not known any more`
						: environmentTitle({ kind, name: merchant ?? name })
			}
		>
			<Text size="sm">
				{isNobody
					? "No customer is created."
					: kind === "live"
						? "Real customers are created, which cannot be taken back."
						: "Customers are created at a test merchant."}
			</Text>
			{warnings.map((warning) => (
				<Text size="sm" fw={600} key={warning}>
					{warning}
				</Text>
			))}
			{isUnusable && (
				<Box mt="sm">
					<NewKey environment={environment} />
				</Box>
			)}
			{children}
		</Alert>
	)
}
