import { Button, Group, Stack, Text } from "@mantine/core"
import type { Result, ResultRow } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useRows } from "../use-rows.ts"
import { type AskedCard, keyOf, mostShown, type QuestionProps, shownOf, whose } from "./card-questions.tsx"

/** Those of whose cards a person said that they are there. */
export function useSaidThere({ run, ended }: Result) {
	return useRows(JSON.stringify([run.id, ended, "said"]), (offset, count) =>
		ask("result.rows", { run: run.id, said: true, search: "", offset, count }),
	)
}

interface Props extends Pick<QuestionProps, "said" | "onSay"> {
	readonly rows: ReturnType<typeof useSaidThere>
}

/** What a person said of cards, and may take back: that they are ones that are there, so that nothing was added. */
export function SaidThere({ rows, said, onSay }: Props) {
	const { counted } = useFormat()
	const { total = 0 } = rows
	const shown = shownOf(rows)
	if (total === 0) return null
	const change = ({ row, number, name = "" }: ResultRow, { card }: AskedCard) => {
		const key = keyOf(row, { card })
		const cards = new Map(said.cards)
		if (!cards.delete(key)) cards.set(key, { row, card, is: "another", of: { row, number, name, reasons: [] } })
		onSay({ ...said, cards })
	}
	return (
		<details>
			<summary>
				<Text span size="sm">
					Of {counted(total, "customer")} you said that the card is there: nothing was added. Change…
				</Text>
			</summary>
			<Stack gap="xs" my="sm">
				{shown.flatMap((row) =>
					(row.cardsSaid ?? []).map((asked) => {
						const isChanged = said.cards.has(keyOf(row.row, asked))
						const words = `${whose({ ...row, name: row.name ?? "", reasons: [] })}: by your word ${asked.name ?? "the file's card"} is ${asked.there}`
						return (
							<Group key={keyOf(row.row, asked)} gap="sm" role="group" aria-label={words}>
								<Text size="sm">{words}</Text>
								<Button
									size="compact-sm"
									variant={isChanged ? "filled" : "default"}
									aria-pressed={isChanged}
									onClick={() => change(row, asked)}
								>
									It is another card: add it
								</Button>
							</Group>
						)
					}),
				)}
				{total > mostShown && (
					<Text size="sm" c="dimmed">
						And {counted(total - mostShown, "customer")} more.
					</Text>
				)}
			</Stack>
		</details>
	)
}
