import { Group, Progress, Text, Title } from "@mantine/core"
import type { Asked } from "../../src/customer/columns/inquiry.ts"
import { useFormat } from "../format.ts"
import { QuestionCard } from "./question-card.tsx"

interface Props {
	readonly asked: readonly Asked[]
	onAnswer(question: string, chosen: readonly string[]): void
}

/** What only a person can decide. */
export function Questions({ asked, onAnswer }: Props) {
	const { count } = useFormat()
	const answered = asked.filter(({ chosen }) => chosen !== undefined).length
	return (
		<section aria-labelledby="questions" hidden={asked.length === 0}>
			<Group justify="space-between" mb="xs">
				<Title order={2} size="h4" id="questions">
					Questions
				</Title>
				<Text role="status" fw={600} className="number">
					{asked.length > 0 && `${count(answered)} of ${count(asked.length)} answered`}
				</Text>
			</Group>
			<Progress value={(100 * answered) / Math.max(1, asked.length)} color="green" size="sm" mb="sm" aria-hidden />
			<div className="questions">
				{asked.map((one) => (
					<QuestionCard key={one.question.id} asked={one} onAnswer={(chosen) => onAnswer(one.question.id, chosen)} />
				))}
			</div>
		</section>
	)
}

/**
 * Brings the first open question into sight, and what it asks to the keyboard and to screen readers; false where none is open. Not its
 * first answer: whoever pressed a key twice would answer what nobody has read.
 */
export function goToOpenQuestion(): boolean {
	const card = document.querySelector(".question[data-open]")
	card?.querySelector<HTMLElement>("h3")?.focus()
	card?.scrollIntoView({ block: "nearest" })
	return card !== null
}

/** Brings what was answered, or is to be said, into sight, and the way to change it to the keyboard. */
export function goToQuestion(id: string): void {
	const card = document.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`)
	const way = card instanceof HTMLInputElement ? card : card?.querySelector<HTMLElement>("button")
	way?.focus()
	card?.scrollIntoView({ block: "nearest" })
}
