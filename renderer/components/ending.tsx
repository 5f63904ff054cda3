import { Alert, Anchor, Group, Text } from "@mantine/core"
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react"
import type { ReactNode } from "react"
import type { FollowUpReason } from "../../src/contract/follow-up.ts"
import type { OutcomeKind } from "../../src/contract/outcome.ts"
import type { CreatedBefore, Result } from "../../src/ipc/result.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { endingWords } from "../ending-words.ts"
import { useFormat } from "../format.ts"
import { said } from "../words.ts"

const looks = {
	good: { color: "green", Icon: IconCircleCheck },
	mixed: { color: "yellow", Icon: IconAlertTriangle },
	bad: { color: "red", Icon: IconAlertOctagon },
} as const

interface Props {
	readonly result: Result
	readonly verified: RunReference["verified"]
	/** Whom earlier imports of the file created; nothing while that is not known. */
	readonly before: CreatedBefore | undefined
	/** Shows the rows that ended so. */
	onShow(outcome: OutcomeKind): void
	/** Shows the customers who need somebody for this reason. */
	onNeed(reason: FollowUpReason): void
	/** What can be done at once. */
	readonly children?: ReactNode
}

/** How it ended, by what to do next: in words, a color and a shape. */
export function Ending({ result, verified, before, onShow, onNeed, children }: Props) {
	const { counted, count } = useFormat()
	const { tone, title, told, steps } = endingWords(result, verified, counted, before)
	const { color, Icon } = looks[tone]
	return (
		<section aria-label="How it ended">
			<Alert color={color} icon={<Icon />} title={title} role="status">
				{told.map((sentence) => (
					<Text size="sm" key={sentence}>
						{sentence}
					</Text>
				))}
				{steps.map((step) => (
					<div key={step.words}>
						<Anchor
							component="button"
							type="button"
							size="sm"
							fw={550}
							onClick={() => ("rows" in step ? onShow(step.rows) : onNeed(step.customers))}
						>
							{count(step.count)} {said(result.run, step.words)}
						</Anchor>
					</div>
				))}
				{children && (
					<Group gap="sm" mt="sm">
						{children}
					</Group>
				)}
			</Alert>
		</section>
	)
}
