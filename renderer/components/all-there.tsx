import { Button, Group, Text } from "@mantine/core"
import type { FollowUpRow } from "../../src/ipc/result.ts"
import { useFormat } from "../format.ts"
import { keyOf, type QuestionProps } from "./card-questions.tsx"

/** One word for all that are shown: each has one card in question, and stands below with what the customer has. */
export function AllThere({
	rows,
	total,
	said,
	onSay,
}: Pick<QuestionProps, "said" | "onSay"> & { readonly rows: readonly FollowUpRow[]; readonly total: number }) {
	const { count, counted } = useFormat()
	const plain = rows.flatMap((row) =>
		(row.cardsAsked ?? []).filter(({ isRemoved }) => !isRemoved).map((asked) => ({ row, asked })),
	)
	const words = plain.map(({ row, asked }) => said.cards.get(keyOf(row.row, asked))?.is)
	const there = words.filter((is) => is === "there").length
	const others = words.filter((is) => is === "another").length
	if (plain.length < 2) return null
	const sayAll = () => {
		const cards = new Map(said.cards)
		for (const { row, asked } of plain) {
			const key = keyOf(row.row, asked)
			if (!cards.has(key)) cards.set(key, { row: row.row, card: asked.card, is: "there", of: row })
		}
		onSay({ ...said, cards })
	}
	const left = plain.length - there - others
	const more = total > rows.length ? ` of the ${count(rows.length)} customers shown` : ""
	return (
		<Group gap="sm" role="group" aria-label="All of these cards">
			<Text size="sm" className="number">
				{counted(plain.length, "card")}
				{more}: {count(there)} there by your word, {count(others)} to add, {count(left)} to be said.
			</Text>
			{left > 1 && (
				<Button size="compact-sm" variant="default" onClick={sayAll}>
					{left === plain.length ? "All" : "The other"} {count(left)} are those cards: nothing is added
				</Button>
			)}
			{there > 0 && (
				<Button size="compact-sm" variant="subtle" onClick={() => onSay({ ...said, cards: new Map() })}>
					Take these answers back
				</Button>
			)}
		</Group>
	)
}
