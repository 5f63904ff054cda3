import { Button, Group, Text, Title } from "@mantine/core"
import { IconCheck } from "@tabler/icons-react"
import { type KeyboardEvent, useId, useState } from "react"
import type { Asked } from "../../src/customer/columns/inquiry.ts"
import { chosenLabel } from "../options.ts"
import { Choices } from "./choices.tsx"

interface Props {
	readonly asked: Asked
	onAnswer(chosen: readonly string[]): void
}

/** From what is asked to its answers. */
function toFirstChoice(event: KeyboardEvent<HTMLElement>): void {
	if (event.key !== "ArrowDown") return
	event.preventDefault()
	event.currentTarget.parentElement?.querySelector<HTMLElement>("[role=radio][tabindex='0'], input")?.focus()
}

/** A question: with its answers while it is open, else with what was chosen and the way to change it. */
export function QuestionCard({ asked: { question, chosen }, onAnswer }: Props) {
	const id = useId()
	const [changing, setChanging] = useState(false)
	const { text, why } = question
	if (chosen !== undefined && !changing)
		return (
			<section className="tile question" aria-labelledby={id} data-question={question.id}>
				<IconCheck size="1.25rem" className="done" aria-label="Answered:" />
				<div className="said">
					<Title order={3} size="sm" fw={400} c="dimmed" id={id}>
						{text}
					</Title>
					<Text size="sm" fw={600} className="chosen">
						{chosenLabel(question, chosen)}
					</Text>
				</div>
				<Button
					size="compact-sm"
					variant="subtle"
					onClick={() => setChanging(true)}
					aria-label={`Change the answer to: ${text}`}
				>
					Change
				</Button>
			</section>
		)
	return (
		<section className="tile open question" aria-labelledby={id} data-open>
			<div>
				<Title order={3} size="h4" id={id} tabIndex={-1} onKeyDown={toFirstChoice}>
					{text}
				</Title>
				<Text size="sm" c="dimmed" mb="sm" id={`${id}-why`}>
					{why}
				</Text>
				<Choices
					question={question}
					chosen={chosen}
					labelledBy={id}
					describedBy={`${id}-why`}
					onAnswer={(chosen) => {
						setChanging(false)
						onAnswer(chosen)
					}}
				/>
				{changing && (
					<Group mt="sm">
						<Button size="compact-sm" variant="subtle" onClick={() => setChanging(false)}>
							Leave it as it is
						</Button>
					</Group>
				)}
			</div>
		</section>
	)
}
