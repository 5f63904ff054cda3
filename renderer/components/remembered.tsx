import { Alert, Button, List } from "@mantine/core"
import { IconHistory } from "@tabler/icons-react"
import type { Mapping } from "../../src/customer/columns/mapping.ts"
import { answerWords } from "../answer-words.ts"

const atFirst = 6

/** By which it is found: no question is called so. */
export const remembered = "remembered"

interface Props {
	readonly answers: Mapping
	/** What holds now: a later word may go before. */
	readonly mapping: Mapping
	onForget(): void
}

/** Answers of before that are used again, and the way to be asked again. */
export function Remembered({ answers, mapping, onForget }: Props) {
	const words = answerWords(holding(answers, mapping))
	const shown = words.length > atFirst + 1 ? words.slice(0, atFirst) : words
	return (
		<Alert
			data-question={remembered}
			color="blue"
			icon={<IconHistory />}
			title="You answered this before, for a file with the same columns"
		>
			<List size="sm" mb="sm">
				{shown.map((sentence) => (
					<List.Item key={sentence}>{sentence}</List.Item>
				))}
				{shown.length < words.length && (
					<List.Item>And {words.length - shown.length} more, in the tables below.</List.Item>
				)}
			</List>
			<Button size="xs" variant="default" onClick={onForget}>
				Forget these answers
			</Button>
		</Alert>
	)
}

/** The answers that still hold. */
function holding({ columns, constants, first = {}, ...answers }: Mapping, mapping: Mapping): Mapping {
	return {
		...answers,
		columns: shared(columns, mapping.columns),
		constants: shared(constants, mapping.constants),
		first: shared(first, mapping.first ?? {}),
	}
}

function shared<Part extends object>(part: Part, other: Part): Part {
	const now = new Map(Object.entries(other).map(([key, value]) => [key, JSON.stringify(value)]))
	return Object.fromEntries(
		Object.entries(part).filter(([key, value]) => now.get(key) === JSON.stringify(value)),
	) as Part
}
