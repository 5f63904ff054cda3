import { Alert, Button, SimpleGrid, Text } from "@mantine/core"
import { IconAlertTriangle, IconArrowRight, IconFolder, IconPrinter, IconShieldCheck } from "@tabler/icons-react"
import { useState } from "react"
import type { OutcomeKind } from "../../src/contract/outcome.ts"
import type { Start, Verification } from "../../src/ipc.ts"
import { ask } from "../ask.ts"
import { AddCards } from "../components/add-cards.tsx"
import { Balance } from "../components/balance.tsx"
import { Doubt } from "../components/doubt.tsx"
import { FollowUps } from "../components/follow-ups.tsx"
import { Found } from "../components/found.tsx"
import { OutcomeBar } from "../components/outcome-bar.tsx"
import { ResultRows } from "../components/result-rows.tsx"
import { RunFiles } from "../components/run-files.tsx"
import { Screen } from "../components/screen.tsx"
import { StopNotice } from "../components/stop-notice.tsx"
import { useFormat } from "../format.ts"
import type { Flow } from "../state.ts"
import { useStore } from "../store.tsx"
import { environmentTitle } from "../words.ts"

export function ResultScreen({ flow }: { flow: Extract<Flow, { step: "result" }> }) {
	const { result, file, checked } = flow
	/** Just now, or the last time. */
	const verified = flow.verification ?? (result.run.verified && { ...result.run.verified, differences: [] })
	const { state, dispatch, attempt } = useStore()
	const { settings } = state.app
	const { counted, when } = useFormat()
	const [busy, setBusy] = useState<"verify" | "look" | "cards">()
	/** One thing at a time; the button that was pressed shows that it works. */
	const during = (what: NonNullable<typeof busy>, work: () => Promise<void>) =>
		attempt(async () => {
			setBusy(what)
			try {
				await work()
			} finally {
				setBusy(undefined)
			}
		})
	const { run, outcomes, rows, customers } = result
	// What only a person can end comes first.
	const isInDoubt = outcomes.unknown > 0
	const [outcome, setOutcome] = useState<OutcomeKind | undefined>(isInDoubt ? "unknown" : undefined)
	const lost = outcomes.unknown - result.found
	const verify = () =>
		during("verify", async () =>
			dispatch({ type: "verified", verification: await ask("result.verify", { run: run.id }) }),
		)
	/** A result that was opened from the history has no file yet. */
	const prepare = async () => {
		if (file && checked) return settings
		const resumed = await ask("history.resume", { run: run.id })
		dispatch({ type: "settings", settings: resumed.settings })
		dispatch({ type: "prepared", ...(await ask("check", undefined)) })
		return resumed.settings
	}
	const goOn = () =>
		during("look", async () => {
			await prepare()
			dispatch({ type: "go", step: "ready" })
		})
	const lookAgain = (more: Pick<Start, "resendUnknown" | "confirmation">) =>
		during("look", async () => {
			const { rate, concurrency, environment } = await prepare()
			dispatch({
				type: "started",
				run: await ask("run.start", { environment, rate, concurrency, look: true, ...more }),
			})
		})
	const addCards = (confirmed: readonly number[], confirmation: string) =>
		during("cards", async () => {
			const { rate, concurrency, environment } = await prepare()
			const how = { environment, rate, concurrency, confirmation }
			dispatch({
				type: "started",
				run: await ask("run.start", { ...how, addCards: { confirmed: [...confirmed] } }),
			})
		})
	const resultRows = (
		<ResultRows
			key={run.id}
			run={run.id}
			ended={result.ended}
			outcome={outcome}
			onAll={() => setOutcome(undefined)}
			onSettled={() => lookAgain({})}
		/>
	)
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
						loading={busy === "verify"}
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
			{result.stop && <StopNotice run={result.run} stop={result.stop} sent={result.requests} />}
			{verified && <Verified verification={verified} />}
			{!result.balanced && (
				<Alert color="red" icon={<IconAlertTriangle />} title="The rows do not add up">
					Do not rely on these files. The journal in the run folder has everything that was sent.
				</Alert>
			)}
			{result.warnings.map((warning) => (
				<Alert key={warning} color="yellow" icon={<IconAlertTriangle />} title={warning} />
			))}
			<Found result={result} />
			{lost > 0 && (
				<Doubt
					run={run}
					rows={lost}
					busy={busy === "look"}
					onLook={() => lookAgain({})}
					onResend={(confirmation) => lookAgain({ resendUnknown: true, confirmation })}
				/>
			)}
			<AddCards
				key={`cards ${run.id} ${result.ended}`}
				result={result}
				busy={busy === "cards"}
				onAdd={addCards}
				onSettled={() => lookAgain({})}
			/>
			{isInDoubt && resultRows}
			<SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
				<div>
					<OutcomeBar outcomes={outcomes} total={rows} label="How the rows ended" />
					<Balance result={result} selected={outcome} onSelect={setOutcome} />
				</div>
				<RunFiles result={result} />
			</SimpleGrid>
			<FollowUps key={`follow-ups ${run.id}`} result={result} />
			{!isInDoubt && resultRows}
		</Screen>
	)
}

const differenceWords: Readonly<Record<Verification["differences"][number]["kind"], string>> = {
	missing: "Intergiro does not have it",
	"different-id": "Intergiro has it with another identifier",
	twice: "Intergiro has it several times",
	altered: "results.csv was changed: the import had another number or identifier, or none",
	cards: "Intergiro has other cards than were sent",
	status: "It is not active at Intergiro any more",
	differs: "It came back other than it was sent, and is to be looked at",
	respelled: "results.csv has its line as a spreadsheet writes it: go on with the import to have the file made anew",
	changed: "Its line in results.csv was changed: go on with the import to have the file made anew",
	"left-out": "It is missing from results.csv: go on with the import to have the file made anew",
}

function Verified({ verification: { at, lines, same, leftOut, differences } }: { verification: Verification }) {
	const { count, counted, when } = useFormat()
	const different = lines - same + leftOut
	return (
		<Alert
			color={different === 0 ? "green" : "red"}
			icon={different === 0 ? <IconShieldCheck /> : <IconAlertTriangle />}
			role="status"
			title={
				different === 0
					? `Verified: Intergiro has all ${counted(lines, "customer")}, each once`
					: `${counted(different, "customer")} of ${count(lines + leftOut)} differ`
			}
		>
			<Text size="sm">Compared {when(at)}.</Text>
			{differences.map(({ kind, number, row }) => (
				<Text size="sm" key={`${row}-${number}-${kind}`}>
					{number} (row {row}): {differenceWords[kind]}
				</Text>
			))}
		</Alert>
	)
}
