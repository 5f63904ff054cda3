import { Group, Progress, Text } from "@mantine/core"
import { type OutcomeKind, outcomeKinds } from "../../src/contract/outcome.ts"
import { useFormat } from "../format.ts"
import { outcomeWords } from "../words.ts"

interface Props {
	readonly outcomes: Readonly<Record<OutcomeKind, number>>
	readonly total: number
	readonly label: string
	/** What the figures count. */
	readonly unit: "Rows" | "Customers"
}

/** How the rows ended, as shares of all of them; the rest is still to come. */
export function OutcomeBar({ outcomes, total, label, unit }: Props) {
	const { count } = useFormat()
	const present = outcomeKinds.filter((kind) => outcomes[kind] > 0)
	const words = present.map((kind) => `${count(outcomes[kind])} ${outcomeWords[kind].label.toLowerCase()}`).join(", ")
	return (
		<div>
			<Progress.Root
				size={18}
				radius="md"
				role="img"
				aria-label={`${label}: ${words || "none yet"} of ${count(total)}`}
			>
				{present.map((kind) => (
					<Progress.Section
						key={kind}
						value={(100 * outcomes[kind]) / Math.max(1, total)}
						color={outcomeWords[kind].color}
						role="presentation"
						withAria={false}
					/>
				))}
			</Progress.Root>
			<Group gap="lg" mt="xs">
				{present.length > 0 && (
					<Text size="sm" c="dimmed">
						{unit}:
					</Text>
				)}
				{present.map((kind) => (
					<Group key={kind} gap={6}>
						<span
							className="dot"
							style={{ background: `var(--mantine-color-${outcomeWords[kind].color}-filled)` }}
							aria-hidden
						/>
						<Text size="sm" className="number">
							<b>{count(outcomes[kind])}</b> {outcomeWords[kind].label.toLowerCase()}
						</Text>
					</Group>
				))}
			</Group>
		</div>
	)
}
