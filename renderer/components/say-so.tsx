import { Button, Group } from "@mantine/core"
import type { ResultRow } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"

interface Props {
	readonly run: string
	readonly row: Pick<ResultRow, "number" | "acceptable">
	/** What was said is written down: the files are to be made anew. */
	onSaid(): void
}

const words = {
	removed: "I looked: it was removed there on purpose",
	right: "I looked: it is right as Intergiro has it",
} as const

/** A person who looked at Intergiro accepts that a customer who exists is gone, or other than it was sent. */
export function SaySo({ run, row: { number, acceptable = [] }, onSaid }: Props) {
	const { attempt } = useStore()
	return (
		<Group gap="sm">
			{acceptable.map((about) => (
				<Button
					key={about}
					size="xs"
					variant="default"
					onClick={() =>
						attempt(async () => {
							await ask("result.settle", { run, number, word: { about } })
							onSaid()
						})
					}
				>
					{words[about]}
				</Button>
			))}
		</Group>
	)
}
