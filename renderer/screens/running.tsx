import { Button, Group, NumberInput, SimpleGrid, Stack, Text } from "@mantine/core"
import { IconPlayerPause, IconPlayerPlay, IconPlayerStop } from "@tabler/icons-react"
import { useState } from "react"
import { figuresOf } from "../../src/contract/figures.ts"
import { outcomeKinds } from "../../src/contract/outcome.ts"
import type { RunSnapshot } from "../../src/contract/progress.ts"
import { rehearsed } from "../../src/contract/rehearsal.ts"
import { ask } from "../ask.ts"
import { OutcomeBar } from "../components/outcome-bar.tsx"
import { RunChart } from "../components/run-chart.tsx"
import { Status } from "../components/run-status.tsx"
import { Screen } from "../components/screen.tsx"
import { Stat } from "../components/stat.tsx"
import { Moving } from "../components/working.tsx"
import { duration } from "../duration.ts"
import type { Flow } from "../flow.ts"
import { useFormat } from "../format.ts"
import { phaseTitle } from "../phase-words.ts"
import { useStore } from "../store.tsx"
import { environmentTitle, importTitle, isRehearsal } from "../words.ts"

export function RunningScreen({ flow }: { flow: Extract<Flow, { step: "running" }> }) {
	const { attempt } = useStore()
	const { count, counted, decimal, share, time } = useFormat()
	const { snapshot, run, points, notices, checked } = flow
	const [isStopping, setStopping] = useState(false)
	const phase = snapshot?.phase ?? "ready"
	const total = snapshot?.total ?? checked.customers
	const counts = snapshot?.counts
	const cards = snapshot?.cards
	const { done, doubts, left } = snapshot ? figuresOf(snapshot) : { done: 0, doubts: 0, left: total }
	const speed = snapshot?.rate.achieved ?? 0
	const paused = snapshot?.paused ?? false
	/** Before it may be looked for what became of those in doubt: nobody knows how long it takes after that. */
	const least = snapshot?.waiting?.why === "settling" ? snapshot.waiting.milliseconds : undefined
	return (
		<Screen
			title={phaseTitle(snapshot, isRehearsal(run), isStopping)}
			lead={`${importTitle(run)} → ${environmentTitle(run.environment)}${isRehearsal(run) ? `. ${rehearsed}` : ""}`}
			actions={
				<>
					<Pace snapshot={snapshot} />
					<Button
						className="push"
						variant="default"
						leftSection={paused ? <IconPlayerPlay size="1.125rem" /> : <IconPlayerPause size="1.125rem" />}
						disabled={isStopping || phase === "ended"}
						onClick={() => attempt(() => ask(paused ? "run.resume" : "run.pause", undefined))}
					>
						{snapshot?.asking ? "Go on" : paused ? "Resume" : "Pause"}
					</Button>
					<Button
						color="red"
						variant="light"
						leftSection={<IconPlayerStop size="1.125rem" />}
						loading={isStopping}
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
			{phase !== "sending" && !paused && <Moving />}
			<Group justify="space-between" align="baseline">
				<Text fz="h2" fw={650} className="number" data-done={done}>
					{count(done)}{" "}
					<Text span c="dimmed" fz="md" fw={400}>
						of {count(total)} customers
					</Text>
				</Text>
				<Text fz="h3" fw={650} className="number">
					{share(total > 0 ? Math.floor((100 * done) / total) / 100 : 0)}
				</Text>
			</Group>
			{cards && (
				<Text className="number" role="status">
					{counted(cards.added, "card")} added
					{cards.others > 0 && `, ${count(cards.others)} not: there already, in doubt, or for what the result says`}
				</Text>
			)}
			<OutcomeBar
				outcomes={shownCounts(counts, snapshot?.ambiguous ?? 0)}
				total={total}
				label="Progress"
				unit="Customers"
			/>
			<SimpleGrid cols={{ base: 2, md: 4 }}>
				<Stat
					label="Speed"
					value={`${decimal(speed)} / s`}
					hint={snapshot && snapshot.rate.allowed > 0 ? `limit ${decimal(snapshot.rate.allowed)} / s` : "no limit"}
				/>
				<Stat
					label="Time remaining"
					value={
						least !== undefined
							? duration(least)
							: left === 0
								? "–"
								: speed > 0 && !paused && !snapshot?.waiting
									? `about ${duration((1_000 * left) / speed)}`
									: "–"
					}
					hint={`${least === undefined ? "" : "at least; "}${paused ? "paused, " : ""}running for ${duration(snapshot?.elapsed ?? 0)}`}
				/>
				<Stat
					label="Waiting for an answer"
					value={`${count(snapshot?.inFlight ?? 0)} of ${count(snapshot?.concurrency ?? 0)}`}
					hint={snapshot?.oldest === undefined ? "none" : `the oldest for ${duration(snapshot.oldest)}`}
				/>
				<Stat
					label="Time until an answer"
					value={snapshot?.latency === undefined ? "–" : `${count(snapshot.latency)} ms`}
					hint={
						doubts > 0
							? `${count(doubts)} in doubt, looked for later`
							: phase === "settling" && cards
								? "cards in doubt, looked for later"
								: "nobody in doubt"
					}
				/>
			</SimpleGrid>
			<Status run={run} snapshot={snapshot} left={left} />
			<RunChart points={points} />
			{notices.length > 0 && (
				<Stack gap={2} role="log" aria-label="Notices">
					{notices.map(({ at, message }) => (
						<Text size="sm" key={`${at} ${message}`}>
							<Text span c="dimmed" inherit className="number">
								{time(at)}
							</Text>{" "}
							{message}
						</Text>
					))}
				</Stack>
			)}
		</Screen>
	)
}

/** Customers only: rows that failed a check are no part of this. */
function shownCounts(counts: RunSnapshot["counts"] | undefined, doubts: number): RunSnapshot["counts"] {
	const none = Object.fromEntries(outcomeKinds.map((kind) => [kind, 0])) as RunSnapshot["counts"]
	return { ...none, ...counts, invalid: 0, "left-out": 0, unknown: (counts?.unknown ?? 0) + doubts }
}

function Pace({ snapshot }: { snapshot: RunSnapshot | undefined }) {
	const { attempt } = useStore()
	return (
		<Group gap="md">
			<NumberInput
				className="labelled"
				label="Requests per second"
				size="xs"
				min={0}
				max={10_000}
				defaultValue={snapshot?.rate.asked ?? ""}
				key={`rate-${snapshot === undefined}`}
				onChange={(rate) => typeof rate === "number" && attempt(() => ask("run.pace", { rate }))}
			/>
			<NumberInput
				className="labelled"
				label="At the same time"
				size="xs"
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
