import { Button, Checkbox, Group, Stack, Text } from "@mantine/core"
import { type ReactNode, useState } from "react"
import type { CardQuestion, CardWord, Confirmed } from "../../src/contract/card-word.ts"
import type { FollowUpReason } from "../../src/contract/follow-up.ts"
import type { FollowUpRow, Result } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useRows } from "../use-rows.ts"
import { Beside } from "./beside.tsx"

/** Customers that are shown for a person to decide about; the rest follows once these are decided. */
export const mostShown = 50

/** Those that a person is to decide about. */
export function useDecisions(
	{ run, ended }: Result,
	of: { readonly reason: FollowUpReason } | { readonly asked: CardQuestion },
) {
	return useRows(JSON.stringify([run.id, ended, of]), (offset, count) =>
		ask("result.followUps", { run: run.id, ...of, search: "", offset, count }),
	)
}

interface DecisionsProps {
	readonly rows: ReturnType<typeof useDecisions>
	readonly lead: string
	/** What can be said of all that are shown at once. */
	all?(shown: readonly FollowUpRow[]): ReactNode
	children(row: FollowUpRow): ReactNode
}

/** Those of them that a person sees. */
export function shownOf<Row>({
	total = 0,
	rowAt,
}: {
	readonly total: number | undefined
	rowAt(position: number): Row | undefined
}): readonly Row[] {
	return Array.from({ length: Math.min(total, mostShown) }, (_, position) => rowAt(position)).filter(
		(row) => row !== undefined,
	)
}

export function Decisions({ rows, lead, all, children }: DecisionsProps) {
	const { count } = useFormat()
	const { total = 0 } = rows
	const shown = shownOf(rows)
	return (
		<Stack gap="xs" mb="sm">
			<Text size="sm">{lead}</Text>
			{all?.(shown)}
			{shown.map(children)}
			{total > mostShown && (
				<Text size="sm" c="dimmed">
					And {count(total - mostShown)} more, once these are decided.
				</Text>
			)}
		</Stack>
	)
}

export type AskedCard = NonNullable<FollowUpRow["cardsAsked"]>[number]

/** What was answered so far, with whose it is, as the person is told before anything is sent. */
export interface Said {
	/** By row: the customer is the right one. */
	readonly customers: ReadonlyMap<number, FollowUpRow>
	/** By row and place of the card. */
	readonly cards: ReadonlyMap<string, CardWord & { readonly of: Whose }>
}

/** A customer as the person is told of it, and why somebody has to look after it. */
export type Whose = Pick<FollowUpRow, "row" | "number" | "name" | "reasons">

const nothingSaid: Said = { customers: new Map(), cards: new Map() }

export function keyOf(row: number, { card }: Pick<AskedCard, "card">): string {
	return `${row}.${card ?? ""}`
}

export function answersIn({ customers, cards }: Said): Confirmed {
	return {
		customers: [...customers.keys()],
		cards: Array.from(cards.values(), ({ row, card, is }) => ({ row, card, is })),
	}
}

/** Cards that are sent by what was said: of somebody of whom it is asked who it is only once that is said, too. */
export function addedBy({ customers, cards }: Said) {
	const others = [...cards.values()].filter(
		({ is, row, of }) => is === "another" && (!isAsked(of) || customers.has(row)),
	)
	const right = [...customers.values()].filter(({ cardsAsked = [] }) => cardsAsked.length === 0)
	const there = [...cards.values()].filter(({ is }) => is === "there")
	const open = [...customers.values()].filter((row) => isCardOpen(row, { cards }))
	/** Of these both are said: who they are, and what their cards are. */
	const known = [...customers.values()].filter(
		(row) => (row.cardsAsked ?? []).length > 0 && !isCardOpen(row, { cards }),
	)
	return { others, right, there, open, known }
}

/** Whether nobody said yet of one of its cards whether it is there. */
function isCardOpen({ row, cardsAsked = [] }: FollowUpRow, { cards }: Pick<Said, "cards">): boolean {
	return cardsAsked.some((asked) => !cards.has(keyOf(row, asked)))
}

/** What a person said, by run, and what is not written down yet: looking again, or going on, loses none of it. */
const remembered = new Map<string, Said>()

/**
 * What was said, with what the person said before in this window, as far as that is asked, or may be changed, still.
 * @param asked of whom it is asked who it is
 * @param cards by row and place, those of which something can be said
 */
export function useSaid({ id }: Result["run"], asked: readonly FollowUpRow[], cards: ReadonlySet<string>) {
	const [said, setSaid] = useState<Said>(() => remembered.get(id) ?? nothingSaid)
	const isAsked = new Set(asked.map(({ row }) => row))
	const current = {
		customers: new Map([...said.customers].filter(([row]) => isAsked.has(row))),
		cards: new Map([...said.cards].filter(([key]) => cards.has(key))),
	}
	const say = (said: Said) => {
		remembered.set(id, said)
		setSaid(said)
	}
	return [current, say] as const
}

/** What was said of cards is carried out now; who is the right one may have to wait for its card. */
export function carryOut({ id }: Result["run"], { customers }: Said): void {
	remembered.set(id, { ...nothingSaid, customers })
}

function isAsked({ reasons }: Whose): boolean {
	return reasons.includes("card-question") || reasons.includes("other-person")
}

/** Whom a row is of. */
export function whose({ row, number, name }: Whose): string {
	return `Row ${row}, ${number}${name && `, ${name}`}`
}

export interface QuestionProps {
	readonly row: FollowUpRow
	readonly said: Said
	onSay(said: Said): void
}

/** Is this customer at Intergiro the one of the file? */
export function WhichCustomer({ run, row, said, onSay }: QuestionProps & Pick<Result, "run">) {
	const choose = () => {
		const customers = new Map(said.customers)
		if (!customers.delete(row.row)) customers.set(row.row, row)
		onSay({ ...said, customers })
	}
	if (row.since !== undefined)
		return (
			<Text size="sm">
				{whose(row)}: somebody else, as you said. The row was imported as {row.since} since: nothing is added here.
			</Text>
		)
	return (
		<div>
			<Checkbox
				size="sm"
				checked={said.customers.has(row.row)}
				onChange={choose}
				label={`${whose(row)}: it is the right one`}
				description={`${row.message} It is ${row.id} there.`}
			/>
			{said.customers.has(row.row) && isCardOpen(row, said) && (
				<Text size="sm" fw={550} my={4} ms="2rem">
					You said that it is the right one. Now say of the card, below: nothing is added before.
				</Text>
			)}
			{said.customers.has(row.row) && row.reasons.includes("other-person") && (
				<Text size="sm" my={4} ms="2rem">
					That lets its card be added. That the name or e-mail is other there stays under “Needs somebody”, until it is
					corrected or you say there that it is right.
				</Text>
			)}
			<Beside run={run} row={row.row} id={row.id} />
		</div>
	)
}

const answers = { another: "Another card: add it", there: "It is that card: nothing is added" } as const

/** Is it another card than the one that the customer has? */
export function WhichCard({ row, said, onSay }: QuestionProps) {
	const say = ({ card }: AskedCard, is: CardWord["is"]) => {
		const key = keyOf(row.row, { card })
		const cards = new Map(said.cards)
		// Pressed once more it is taken back.
		if (cards.get(key)?.is === is) cards.delete(key)
		else cards.set(key, { row: row.row, card, is, of: row })
		onSay({ ...said, cards })
	}
	return (row.cardsAsked ?? []).map((asked) => {
		const { card, name = "the card", there, isRemoved, isRefused } = asked
		const question = isRemoved
			? `${whose(row)}: ${name} was ${there}, you said, which is not there any more`
			: isRefused
				? `${whose(row)}: ${name} was refused when it was added. Is it ${there}, which is there?`
				: `${whose(row)}: is ${name} another one than ${there}?`
		return (
			<Group key={card ?? 0} gap="sm" role="group" aria-label={question}>
				<Text size="sm">{question}</Text>
				{(["another", "there"] as const)
					.filter((is) => (is === "another" ? !isRefused : !isRemoved))
					.map((is) => {
						const isSaid = said.cards.get(keyOf(row.row, asked))?.is === is
						return (
							<Button
								key={is}
								size="compact-sm"
								variant={isSaid ? "filled" : "default"}
								aria-pressed={isSaid}
								onClick={() => say(asked, is)}
							>
								{isRemoved ? "Add it again" : answers[is]}
							</Button>
						)
					})}
			</Group>
		)
	})
}
