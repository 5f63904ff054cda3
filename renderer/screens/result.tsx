import { Alert, SimpleGrid } from "@mantine/core"
import { IconAlertTriangle } from "@tabler/icons-react"
import { useEffect, useRef, useState } from "react"
import type { Confirmed } from "../../src/contract/card-word.ts"
import type { FollowUpReason } from "../../src/contract/follow-up.ts"
import type { OutcomeKind } from "../../src/contract/outcome.ts"
import type { Result } from "../../src/ipc/result.ts"
import type { Start } from "../../src/ipc/run.ts"
import { ask } from "../ask.ts"
import { AddCards } from "../components/add-cards.tsx"
import { Balance } from "../components/balance.tsx"
import { Doubt } from "../components/doubt.tsx"
import { Ending } from "../components/ending.tsx"
import { FirstCustomers } from "../components/first-customers.tsx"
import { FollowUps } from "../components/follow-ups.tsx"
import { Found } from "../components/found.tsx"
import { Later } from "../components/later.tsx"
import { LookAgain, LookButton } from "../components/look-again.tsx"
import { MadeBefore } from "../components/made-before.tsx"
import { MendRows } from "../components/mend-rows.tsx"
import { OutcomeBar } from "../components/outcome-bar.tsx"
import { Printed } from "../components/printed.tsx"
import { Rehearsed } from "../components/rehearsal.tsx"
import { ResultActions, type ResultWork } from "../components/result-actions.tsx"
import { ResultRows } from "../components/result-rows.tsx"
import { RunFiles } from "../components/run-files.tsx"
import { Screen } from "../components/screen.tsx"
import { Spellings } from "../components/spellings.tsx"
import { StopNotice } from "../components/stop-notice.tsx"
import { Verified } from "../components/verified.tsx"
import { Whole } from "../components/whole.tsx"
import { nobody } from "../ending-words.ts"
import type { Flow } from "../flow.ts"
import { useFormat } from "../format.ts"
import { goTo } from "../go-to.ts"
import { useStore } from "../store.tsx"
import { useCreatedBefore } from "../use-created-before.ts"
import { environmentTitle, importTitle, isRehearsal } from "../words.ts"

export function ResultScreen({ flow }: { flow: Extract<Flow, { step: "result" }> }) {
	const { result, file, checked } = flow
	/** Just now, or the last time. */
	const verified = flow.verification ?? (result.run.verified && { ...result.run.verified, differences: [], doubts: [] })
	const { state, dispatch, attempt } = useStore()
	const { settings } = state.app
	const { counted, when } = useFormat()
	const rowsPlace = useRef<HTMLDivElement>(null)
	const needsPlace = useRef<HTMLDivElement>(null)
	const verifiedPlace = useRef<HTMLDivElement>(null)
	// It was asked for from wherever the person had scrolled to.
	useEffect(() => {
		if (flow.verification) goTo(verifiedPlace.current)
	}, [flow.verification])
	/** The report was made just now, so many times. */
	const [printed, setPrinted] = useState(0)
	const [reason, setReason] = useState<FollowUpReason>()
	const [busy, setBusy] = useState<ResultWork>()
	/** One thing at a time; the button that was pressed shows that it works. */
	const during = (what: ResultWork, work: () => Promise<void>) =>
		attempt(async () => {
			setBusy(what)
			try {
				await work()
			} finally {
				setBusy(undefined)
			}
		})
	const { run, outcomes, rows } = result
	const createdBefore = useCreatedBefore(result)
	const { before } = createdBefore
	// What only a person can end comes first.
	const isInDoubt = outcomes.unknown > 0
	const [outcome, setOutcome] = useState<OutcomeKind | undefined>(isInDoubt ? "unknown" : undefined)
	const lost = outcomes.unknown - result.found - result.asked
	const verify = () =>
		during("verify", async () =>
			dispatch({ type: "verified", verification: await ask("result.verify", { run: run.id }) }),
		)
	/** Rows that were asked for: they are there once it is drawn. */
	const [shown, setShown] = useState<{ readonly place: typeof rowsPlace }>()
	useEffect(() => goToRows(shown?.place.current), [shown])
	const isFirst = result.first
	/** What is left of it is looked after where its rows were imported again. */
	const isMended = result.complete && run.whole?.id === run.id
	/** Shows the rows that ended so. */
	const show = (kind: OutcomeKind) => {
		setOutcome(kind)
		setShown({ place: rowsPlace })
	}
	/** Shows the customers who need somebody, those of one reason or all. */
	const showNeeds = (reason: FollowUpReason | undefined) => {
		setReason(reason)
		setShown({ place: needsPlace })
	}
	/** A result that was opened from the history has no file yet; a run goes on in its own environment. */
	const prepare = async () => {
		if (file && checked && settings.environment === run.environment.id) return settings
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
	/** In the pace of before; the merchant was named then. */
	const createRest = () =>
		during("rest", async () => {
			const { rate, concurrency, environment } = await prepare()
			dispatch({
				type: "started",
				run: await ask("run.start", { environment, rate, concurrency, ...result.pace, seen: true }),
			})
		})
	const print = () =>
		attempt(async () => {
			await ask("result.print", { run: run.id })
			dispatch({ type: "printed", file: "report.pdf" })
			setPrinted((times) => times + 1)
			await ask("result.open", { run: run.id, file: "report.pdf" })
		})
	const backToColumns = () =>
		during("look", async () => {
			await prepare()
			dispatch({ type: "go", step: "columns" })
		})
	const lookAgain = (more: Pick<Start, "resendUnknown" | "confirmation">) =>
		during("look", async () => {
			const { rate, concurrency, environment } = await prepare()
			dispatch({
				type: "started",
				run: await ask("run.start", { environment, rate, concurrency, look: true, ...more }),
			})
		})
	const again = { result, busy: busy === "look", onLook: () => lookAgain({}) }
	/** How often a person said something here: the rows are others since. */
	const [words, setWords] = useState(0)
	/** With what a person said since: nothing is sent for it until he goes on. */
	const reload = () =>
		attempt(async () => {
			const reloaded = await ask("history.open", { run: run.id })
			dispatch({ type: "result", result: reloaded })
			setWords(words + 1)
			if (outcome !== undefined && reloaded.outcomes[outcome] === 0) setOutcome(undefined)
		})
	const addCards = (answers: Confirmed, confirmation: string) =>
		during("cards", async () => {
			const { rate, concurrency, environment } = await prepare()
			const how = { environment, rate, concurrency, confirmation }
			dispatch({
				type: "started",
				run: await ask("run.start", {
					...how,
					addCards: { customers: [...answers.customers], cards: [...answers.cards] },
				}),
			})
		})
	const resultRows = (
		<div ref={rowsPlace}>
			<ResultRows
				key={`rows ${run.id} ${words}`}
				run={run}
				ended={result.ended}
				outcome={outcome}
				rows={outcome === undefined ? rows - result.pending : outcomes[outcome]}
				onAll={() => setOutcome(undefined)}
				onSettled={reload}
			/>
		</div>
	)
	return (
		<Screen
			title={titleOf(isMended && run.whole ? { ...result, customers: run.whole.created } : result, counted)}
			lead={`${importTitle(run)} → ${environmentTitle(run.environment)}, ${when(result.ended)}`}
			actions={
				<ResultActions
					result={result}
					busy={busy}
					onVerify={verify}
					onPrint={print}
					onColumns={backToColumns}
					onRest={createRest}
					onGoOn={goOn}
				/>
			}
		>
			{isRehearsal(run) && <Rehearsed run={run} isNext={result.complete && !isInDoubt} />}
			{result.stop && !isFirst && <StopNotice result={result} stop={result.stop} />}
			{isFirst ? (
				<FirstCustomers result={result} />
			) : isMended ? (
				<Whole result={result} onNeeds={() => showNeeds(undefined)} />
			) : (
				<>
					<Ending result={result} verified={verified} before={before} onShow={show} onNeed={showNeeds}>
						<MendRows result={result} />
						<LookAgain {...again} />
					</Ending>
					<Whole result={result} onNeeds={() => showNeeds(undefined)} />
				</>
			)}
			<MadeBefore run={run} {...createdBefore} />
			{printed > 0 && <Printed run={run} times={printed} />}
			<div ref={verifiedPlace} tabIndex={-1} className="place">
				{verified && (
					<Verified run={run} verification={verified} ended={result.ended}>
						{result.complete && <LookButton {...again} />}
					</Verified>
				)}
			</div>
			<Later {...again} />
			{!result.balanced && (
				<Alert color="red" icon={<IconAlertTriangle />} title="The rows do not add up">
					Do not rely on these files. The journal in the run folder has everything that was sent.
				</Alert>
			)}
			{result.warnings.map((warning) => (
				<Alert key={warning} color="yellow" icon={<IconAlertTriangle />} title={warning} />
			))}
			<Found result={result} />
			<Spellings key={`spellings ${run.id} ${result.ended}`} result={result} onSaid={() => lookAgain({})} />
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
				key={`cards ${run.id} ${result.ended} ${words}`}
				result={result}
				busy={busy === "cards"}
				onAdd={addCards}
				onSettled={reload}
				onNeeds={() => showNeeds(reasonOfRefused(result))}
			/>
			{isInDoubt && resultRows}
			<SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
				<div>
					<OutcomeBar outcomes={result.outcomes} total={rows} label="How the rows ended" unit="Rows" />
					<Balance result={result} selected={outcome} onSelect={setOutcome} />
				</div>
				<RunFiles result={result} />
			</SimpleGrid>
			<div ref={needsPlace}>
				<FollowUps
					key={`follow-ups ${run.id} ${words}`}
					result={result}
					reason={reason}
					onReason={setReason}
					onSaid={reload}
				/>
			</div>
			{!isInDoubt && resultRows}
		</Screen>
	)
}

/** Under which reason those stand whose cards were refused; of several, all are shown. */
function reasonOfRefused({ reasons }: Result): FollowUpReason | undefined {
	const those = (["verification-required", "rejected", "card-not-stored"] as const).filter(
		(one) => (reasons[one] ?? 0) > 0,
	)
	return those.length === 1 ? those[0] : undefined
}

/** Brings rows into sight, and to the keyboard: the arrow keys go through them from there. */
function goToRows(place: HTMLElement | null | undefined): void {
	place?.querySelector<HTMLElement>("[role=grid]")?.focus({ preventScroll: true })
	place?.scrollIntoView({ block: "start" })
}

function titleOf(result: Result, counted: (count: number, what: string) => string): string {
	const { run, complete, customers, first } = result
	if (first) return "Look at the first ones"
	const those = counted(customers, "customer")
	if (!complete) return `${isRehearsal(run) ? "Rehearsal stopped" : "Stopped"}: ${those} so far`
	if (customers === 0) return nobody(result)
	return isRehearsal(run) ? `${those} rehearsed` : `${those} at Intergiro`
}
