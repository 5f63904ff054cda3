import { Alert, Anchor, Group, Text } from "@mantine/core"
import { IconAlertOctagon, IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react"
import type { ReactNode } from "react"
import type { OutcomeKind } from "../../src/contract/outcome.ts"
import { countsOf, rowsLeft } from "../../src/contract/row-counts.ts"
import type { Result } from "../../src/ipc.ts"
import { useFormat } from "../format.ts"
import { isRehearsal } from "../words.ts"

/** What there is to do about rows that are no customers, the most urgent first; the sandbox knows nothing of real cards. */
const nextSteps: readonly (readonly [kind: OutcomeKind, what: string | ((result: Result) => string)])[] = [
	["unknown", inDoubt],
	["conflict", "with several customers: decide which one stays"],
	["rejected", ({ run }) => (isRehearsal(run) ? "declined by the sandbox" : "declined: ask for new cards")],
	[
		"verification-required",
		({ run }) =>
			isRehearsal(run) ? "held by the sandbox for the cardholder" : "waiting for the cardholder to verify the card",
	],
	["invalid", "with errors: mend them"],
	["not-sent", "not sent: import them again"],
]

function inDoubt({ run, outcomes, asked }: Result): string {
	const sent = run.looked ? "say what became of them, or send them again" : "one click looks for them again"
	if (asked === 0) return `in doubt: ${sent}`
	const unsent = "not sent: say whether the other spelling of the number is the same customer"
	return asked === outcomes.unknown ? unsent : `in doubt, ${asked} of them ${unsent}; the others: ${sent}`
}

const looks = {
	good: { color: "green", Icon: IconCircleCheck },
	mixed: { color: "yellow", Icon: IconAlertTriangle },
	bad: { color: "red", Icon: IconAlertOctagon },
} as const

/** What is said of a run that is not known to have created anybody. */
export function nobody({ run, outcomes, asked }: Pick<Result, "run" | "outcomes" | "asked">): string {
	if (outcomes.unknown - asked + outcomes.conflict > 0) return "Nobody exists for certain"
	return isRehearsal(run) ? "Nobody would be created" : "Nobody was created"
}

interface Props {
	readonly result: Result
	/** Shows the rows that ended so. */
	onShow(outcome: OutcomeKind): void
	/** What can be done at once. */
	readonly children?: ReactNode
}

/** How it ended, by what to do next: in words, a color and a shape. */
export function Ending({ result, onShow, children }: Props) {
	const { counted, count } = useFormat()
	const { customers, pending, run, leftOut, asked } = result
	const outcomes = countsOf(result)
	const left = rowsLeft(result)
	// Of these nobody knows yet whether they have one.
	const open = outcomes.unknown - asked + outcomes.conflict
	const without = left - open - asked
	const { color, Icon } = looks[left === 0 && customers > 0 ? "good" : customers === 0 ? "bad" : "mixed"]
	const [exist, have] = isRehearsal(run)
		? ["would exist", "would have"]
		: [customers === 1 ? "exists" : "exist", without === 1 ? "has" : "have"]
	const title = [
		customers === 0 ? nobody(result) : `${counted(customers, "customer")} ${exist}`,
		...(without > 0 && customers > 0 ? [`${counted(without, "row")} ${have} none`] : []),
		...(open > 0 && customers > 0 ? [`${counted(open, "row")} not certain`] : []),
		...(asked > 0 ? [`${counted(asked, "row")} to be answered`] : []),
		...(leftOut > 0 ? [`${counted(leftOut, "row")} left out by you`] : []),
		...(pending > 0 ? [`${counted(pending, "row")} still to come`] : []),
	].join(". ")
	return (
		<section aria-label="How it ended">
			<Alert color={color} icon={<Icon />} title={title} role="status">
				{left === 0 && pending === 0 && (
					<Text size="sm">
						{leftOut > 0 ? "Every other row of the file" : "Every row of the file"} is a customer. There is nothing to
						do.
					</Text>
				)}
				{nextSteps.map(
					([kind, what]) =>
						outcomes[kind] > 0 && (
							<div key={kind}>
								<Anchor component="button" type="button" size="sm" fw={550} onClick={() => onShow(kind)}>
									{count(outcomes[kind])} {typeof what === "string" ? what : what(result)}
								</Anchor>
							</div>
						),
				)}
				{children && (
					<Group gap="sm" mt="sm">
						{children}
					</Group>
				)}
			</Alert>
		</section>
	)
}
