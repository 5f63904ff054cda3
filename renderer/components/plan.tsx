import { Card, Text, Title } from "@mantine/core"
import { useEffect, useState } from "react"
import type { Checked } from "../../src/ipc/check.ts"
import type { Plan } from "../../src/ipc/run.ts"
import type { Environment } from "../../src/ipc/settings.ts"
import { joinedWords } from "../../src/run/outcome-words.ts"
import { ask } from "../ask.ts"
import { duration } from "../duration.ts"
import { useFormat } from "../format.ts"
import { keyWords } from "../words.ts"

interface Props {
	readonly environment: Environment
	readonly checked: Checked
	/** Nothing until it is counted. */
	readonly plan: Plan | undefined
	/** Requests per second, and customers still to be created. */
	readonly rate: number
	readonly left: number
	/** The file is another one than was checked: nothing of it can be counted. */
	readonly isChanged: boolean
	/** Milliseconds for which those in doubt are looked for at most, where there are any. */
	readonly looking?: number | undefined
}

/** Reasons that are shown by themselves. */
const mostReasons = 4

/** What will be created, on one page, before anything is: to be read once by whoever answers for it. */
export function PlanCard({ environment, checked, plan, rate, left, isChanged, looking }: Props) {
	const { count, counted } = useFormat()
	const { customers, rows } = checked
	const joined = rows - checked.error - checked.skipped - customers
	// Of those who are left nobody knows it before it is counted.
	const cards = plan?.cards ?? (left === customers ? checked.cards : undefined)
	const waiting = isChanged ? "Not known: the file has changed since it was checked" : "…"
	const { kind, name, merchant, url, key } = environment
	const where = kind === "sandbox" ? "None: a rehearsal on this computer" : `${merchant ?? name}, ${keyWords[key]}`
	return (
		<Card withBorder padding="lg" component="section" aria-labelledby="plan">
			<Title order={2} size="h5" id="plan">
				What will be created
			</Title>
			<dl className="facts plan">
				<dt>Merchant</dt>
				<dd>
					{where}
					{kind !== "sandbox" && (
						<Text size="xs" c="dimmed">
							{name}, {kind === "live" ? "live" : "test"}, {url}
						</Text>
					)}
				</dd>
				<dt>Customers</dt>
				<dd>
					<b>{count(left)}</b> of {counted(rows, "row")}
					{cards && `: ${count(cards.with)} with a card, ${count(cards.without)} without`}
					{plan && plan.cards.tokens > plan.cards.with && `. ${counted(plan.cards.tokens, "card")} in all`}
					{joined > 0 && (
						<Text size="xs" c="dimmed">
							{joinedWords(joined, count)}.
						</Text>
					)}
					{left < customers && (
						<Text size="xs" c="dimmed">
							{count(customers - left)} of the file's {counted(customers, "customer")} are not sent:{" "}
							{unsent(plan, count)}.
						</Text>
					)}
					{checked.cards.leftOut > 0 && (
						<Text size="xs" c="dimmed">
							{counted(checked.cards.leftOut, "card token")} left out by a person.
						</Text>
					)}
				</dd>
				<dt>Left out</dt>
				<dd>{plan === undefined ? waiting : <LeftOutRows unsent={plan.unsent} />}</dd>
				<dt>Numbers</dt>
				<dd>{plan === undefined ? waiting : numbers(plan, left < customers)}</dd>
				<dt>Currency</dt>
				<dd>{plan === undefined ? waiting : currencies(plan, counted)}</dd>
				{plan?.limits && (
					<>
						<dt>Credit limit</dt>
						<dd>{limits(plan.limits, counted)}</dd>
					</>
				)}
				<dt>Time</dt>
				<dd>
					{left === 0
						? "Nothing is sent"
						: rate > 0
							? `About ${duration((1_000 * left) / rate)} at ${counted(rate, "customer")} a second`
							: "As fast as the server allows"}
					{looking !== undefined && `, and up to ${duration(looking)} to look for those in doubt`}
				</dd>
			</dl>
		</Card>
	)
}

/** The rows that are not sent, by why; each is counted once. */
function LeftOutRows({ unsent: { leftOut, exists, doubts, reasons } }: Pick<Plan, "unsent">) {
	const { counted } = useFormat()
	const sum = (some: Plan["unsent"]["reasons"]) => some.reduce((total, { rows }) => total + rows, 0)
	const out = leftOut + sum(reasons)
	// One more is told sooner than counted.
	const shown = reasons.length === mostReasons + 1 ? reasons : reasons.slice(0, mostReasons)
	const others = reasons.slice(shown.length)
	const told = [
		...(leftOut > 0 ? [`${counted(leftOut, "row")}: left out by you`] : []),
		...shown.map(({ message, rows }) => `${counted(rows, "row")}: ${message}`),
		...(others.length > 0 ? [`${counted(sum(others), "row")}: ${counted(others.length, "other reason")}`] : []),
		...(out > 0 ? ["They are in errors.csv afterwards."] : []),
		...(exists > 0
			? [
					`${counted(exists, "more row has an error here, and its customer", "more rows have errors here, and their customers")} exist${exists === 1 ? "s" : ""}: nothing is to be mended.`,
				]
			: []),
		...(doubts > 0
			? [
					`${counted(doubts, "more row has an error here, and its customer", "more rows have errors here, and their customers")} may exist: see the result.`,
				]
			: []),
	]
	return (
		<>
			{out === 0 ? "Nobody" : counted(out, "row")}
			{told.map((line) => (
				<Text size="xs" c="dimmed" key={line}>
					{line}
				</Text>
			))}
		</>
	)
}

/**
 * Nothing until it is counted; a run that begins meanwhile needs it no more. Counted anew where the environment turns out to be another merchant's.
 * @param isWanted whether anybody looks at it
 * @param tries how often a start was refused: something may have become known since it was counted
 */
export function usePlan(
	checked: Checked,
	environment: Environment | undefined,
	{ isWanted = true, tries = 0 }: { readonly isWanted?: boolean; readonly tries?: number } = {},
): Plan | undefined {
	const { id, merchant, key } = environment ?? {}
	const of = JSON.stringify([id, merchant, key])
	const [counted, setCounted] = useState<{ readonly of: string; readonly plan: Plan }>()
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each check once
	useEffect(() => {
		if (!isWanted || id === undefined) return
		let isLooked = true
		ask("check.plan", { environment: id }).then(
			(plan) => isLooked && setCounted({ of, plan }),
			() => {},
		)
		return () => {
			isLooked = false
		}
	}, [checked, of, tries])
	return counted?.of === of ? counted.plan : undefined
}

/** Who is not sent, by why. */
function unsent(plan: Plan | undefined, count: (value: number) => string): string {
	const { exists = 0, doubts = 0, spent = [], misnumbered = [] } = plan?.known ?? {}
	const told = [
		...(exists > 0 ? [`${count(exists)} ${exists === 1 ? "exists" : "exist"}`] : []),
		...(doubts > 0 ? [`${count(doubts)} may exist`] : []),
		...(spent.length > 0 ? [`${count(spent.length)} ${spent.length === 1 ? "was" : "were"} refused`] : []),
		...(misnumbered.length > 0
			? [
					`${count(misnumbered.length)} ${misnumbered.length === 1 ? "has another number" : "have other numbers"} than before`,
				]
			: []),
	]
	return told.length === 0 ? "they exist, or may exist, or their cards were refused" : told.join(", ")
}

function numbers({ first, last }: Plan, isRest: boolean): string {
	if (first === undefined || last === undefined) return "–"
	return first === last
		? first
		: `${first} to ${last}, the first and the last ${isRest ? "of those still to come" : "in the file"}`
}

function limits({ customers, least, most }: NonNullable<Plan["limits"]>, counted: Counted): string {
	const amounts = least === most ? `${most}` : `${least} to ${most}`
	return `${amounts} (${counted(customers, "customer")})`
}

type Counted = (count: number, what: string) => string

function currencies({ currencies }: Plan, counted: Counted): string {
	const words = currencies.map(({ currency, customers }) =>
		currency === ""
			? `${counted(customers, "customer")} in SEK, which Intergiro takes where the file gives none`
			: `${currency} (${counted(customers, "customer")})`,
	)
	return words.length === 0 ? "–" : words.join(", ")
}
