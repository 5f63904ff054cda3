import { Group, ScrollArea, Text, Title } from "@mantine/core"
import { IconCircleCheck } from "@tabler/icons-react"
import type { Checked } from "../../src/ipc/check.ts"
import { useFormat } from "../format.ts"
import { findingKinds, severities } from "./severities.ts"

type Finding = Checked["findings"][number]

interface Props {
	readonly findings: readonly Finding[]
	/** The code of the one whose rows are shown. */
	readonly selected: string | undefined
	onSelect(code: string): void
	/** Rows that are not sent for what is known of them besides. */
	readonly unfit: number
}

/** What the check found, the worst first, each with how often. */
export function FindingList({ findings, selected, onSelect, unfit }: Props) {
	return (
		<aside aria-label="Findings" className="findings">
			<ScrollArea.Autosize mah="100%" offsetScrollbars="present" viewportProps={{ tabIndex: -1 }}>
				{findings.length === 0 && (
					<Group gap="xs" p="sm">
						<IconCircleCheck size="1.25rem" />
						<Text size="sm">{unfit > 0 ? "No row is wrong in itself." : "Every row is fine."}</Text>
					</Group>
				)}
				{findingKinds.map(({ title, meaning, has }) => (
					<Group key={title} gap={4} mb="sm" display="block">
						{findings.some(has) && (
							<Title order={2} size="h6" mb={4}>
								{title}
								<Text span size="xs" c="dimmed" fw={400}>
									{" "}
									{meaning}
								</Text>
							</Title>
						)}
						{findings.filter(has).map((finding) => (
							<FindingButton
								key={finding.code}
								finding={finding}
								selected={finding.code === selected}
								onClick={() => onSelect(finding.code)}
							/>
						))}
					</Group>
				))}
			</ScrollArea.Autosize>
		</aside>
	)
}

function FindingButton({ finding, selected, onClick }: { finding: Finding; selected: boolean; onClick(): void }) {
	const { count } = useFormat()
	const { Icon, color } = severities[finding.severity]
	return (
		<button type="button" className="finding" aria-pressed={selected} onClick={onClick}>
			<Icon size="1.125rem" color={`var(--mantine-color-${color}-light-color)`} aria-label={finding.severity} />
			<span className="what">{finding.message}</span>
			<span className="number">{count(finding.count)}</span>
		</button>
	)
}
