import { Alert } from "@mantine/core"
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck, IconHourglass } from "@tabler/icons-react"
import { figuresOf } from "../../src/contract/figures.ts"
import { mayBeLetterCase, type RunSnapshot } from "../../src/contract/progress.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { duration } from "../duration.ts"
import { useFormat } from "../format.ts"
import { lookingWords, preflightWords, settlingWords } from "../phase-words.ts"
import { said } from "../words.ts"

interface Props {
	readonly run: RunReference
	readonly snapshot: RunSnapshot | undefined
	/** Customers that are still to be created. */
	readonly left: number
}

/** What goes on, and what to do about it: always there, so that nothing moves when it has something to say. */
export function Status({ run, snapshot, left }: Props) {
	const { count, counted, decimal, time } = useFormat()
	const { waiting, asking, paused = false, phase = "ready", rate, ambiguous, listed, resends } = snapshot ?? {}
	if (asking?.kind === "differences")
		return (
			<Say tone="alert" title="Paused: a customer came back other than it was sent">
				{asking.message} Look at it at Intergiro. If it is as it has to be, go on; otherwise stop: what follows would be
				created in the same way.
				{mayBeLetterCase(asking) &&
					" Where something is missing, Intergiro may know names of fields in snake_case only, as a setting has it."}
			</Say>
		)
	if (asking)
		return (
			<Say tone="alert" title="Paused: many customers in a row were declined for one reason">
				{asking.message} So many are hardly so many bad cards, and each try may spend a card token. Find out what it
				means. If it is as it has to be, go on; otherwise stop: what was sent is written down.
			</Say>
		)
	if (waiting?.why === "throttled" && rate)
		return (
			<Say
				tone="alert"
				title={
					paused
						? "Paused, and Intergiro asked to slow down (429)"
						: `Intergiro asked to slow down (429): sending goes on in ${duration(waiting.milliseconds)}`
				}
			>
				Too many requests came at once. Nothing is lost: those that were turned away created nobody and are sent again.{" "}
				{paused ? "Once you resume it, sending" : "Sending"} goes on at {decimal(rate.allowed)} per second and gets
				faster again by itself. If this comes back, lower the requests per second
				{rate.asked > 0 ? ` below ${count(rate.asked)}` : ""}.
			</Say>
		)
	if (waiting?.why === "unreachable")
		return (
			<Say
				tone="alert"
				title={
					paused
						? "Paused, and Intergiro cannot be reached"
						: `No connection: tried again in ${duration(waiting.milliseconds)}, for ${duration(waiting.left)} at most`
				}
			>
				{waiting.message} Nothing is lost: what did not get through created nobody.{" "}
				{paused
					? "Paused, it does not go on by itself: resume it when you like, and it tries again."
					: "One request tries again every few seconds, and as soon as it gets through the import goes on by itself."}
			</Say>
		)
	if (phase === "preflight" && !paused) {
		const { title, text } = preflightWords({ waiting, listed }, counted, time)
		return <Say title={said(run, title)}>{said(run, text)}</Say>
	}
	if (phase === "settling") {
		const { title, text } = settlingWords({ waiting, resends, ambiguous, paused }, left, counted, time)
		return (
			<Say tone="alert" title={said(run, title)}>
				{said(run, text)}
			</Say>
		)
	}
	if (phase === "looking") {
		const { title, text } = lookingWords({ waiting, listed }, left, counted, time)
		return <Say title={said(run, title)}>{said(run, text)}</Say>
	}
	if (paused)
		return (
			<Say title="Nothing is sent while it is paused">
				Answers to what was sent still come in. Resume when you like; you can also close the window, and resume the next
				time.
			</Say>
		)
	return <HowItGoes snapshot={snapshot} />
}

/** Good news only where there is nothing else to tell. */
function HowItGoes({ snapshot }: { snapshot: RunSnapshot | undefined }) {
	const { count } = useFormat()
	const figures = snapshot && figuresOf(snapshot)
	const { there = 0, declined = 0, cardholders = 0, notSent = 0, doubts = 0, done = 0 } = figures ?? {}
	const trouble = [
		...(declined > 0 ? [`${count(declined)} of ${count(done)} were declined`] : []),
		...(cardholders > 0 ? [`${count(cardholders)} ${cardholders === 1 ? "waits" : "wait"} for the cardholder`] : []),
		...(notSent > 0 ? [`${count(notSent)} not sent`] : []),
		...(doubts > 0 ? [`${count(doubts)} in doubt`] : []),
	].join(", ")
	if (trouble !== "" && there === 0)
		return (
			<Say tone="bad" title={`Nobody was created so far: ${trouble}`}>
				Pause or stop, and find out why, before more card tokens are spent: the key, the file or the merchant's contract
				may be the reason.
			</Say>
		)
	if (trouble !== "")
		return (
			<Say tone="alert" title={`It goes on, and ${trouble}`}>
				Nobody is created twice. What was declined is listed at the end with what to do; who is in doubt is looked for.
			</Say>
		)
	return (
		<Say tone="good" title="All goes well">
			You can leave this window, pause or stop at any time. What was sent is written down, and nobody is created twice.
			The computer is kept awake.
		</Say>
	)
}

const tones = {
	good: { color: "green", Icon: IconCircleCheck },
	calm: { color: "gray", Icon: IconHourglass },
	alert: { color: "yellow", Icon: IconAlertTriangle },
	bad: { color: "red", Icon: IconAlertOctagon },
} as const

interface SayProps {
	readonly tone?: keyof typeof tones
	readonly title: string
	readonly children: React.ReactNode
}

function Say({ tone = "calm", title, children }: SayProps) {
	const { color, Icon } = tones[tone]
	return (
		<Alert
			className="status"
			color={color}
			variant={tone === "calm" ? "default" : "light"}
			icon={<Icon />}
			role="status"
			title={title}
		>
			{children}
		</Alert>
	)
}
