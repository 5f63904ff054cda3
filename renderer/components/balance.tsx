import { Anchor, Table, Text } from "@mantine/core"
import { type OutcomeKind, outcomeKinds } from "../../src/contract/outcome.ts"
import type { Result } from "../../src/ipc.ts"
import { useFormat } from "../format.ts"
import { outcomeWords, said } from "../words.ts"

interface Props {
	readonly result: Result
	readonly selected: OutcomeKind | undefined
	onSelect(outcome: OutcomeKind): void
}

/** As an accountant reads it: the parts, a line, the sum. */
export function Balance({ result: { run, outcomes, pending, rows, balanced }, selected, onSelect }: Props) {
	const { count } = useFormat()
	return (
		<Table mt="md" verticalSpacing={6} aria-label="Balance">
			<Table.Tbody>
				{outcomeKinds
					.filter((kind) => outcomes[kind] > 0)
					.map((kind) => (
						<Table.Tr key={kind} bg={kind === selected ? "var(--mantine-primary-color-light)" : "transparent"}>
							<Table.Td>
								<Anchor
									component="button"
									type="button"
									size="sm"
									fw={600}
									aria-pressed={kind === selected}
									onClick={() => onSelect(kind)}
								>
									{outcomeWords[kind].label}
								</Anchor>
								<Text size="xs" c="dimmed">
									{said(run, outcomeWords[kind].meaning)}
								</Text>
							</Table.Td>
							<Table.Td ta="right" className="number">
								{count(outcomes[kind])}
							</Table.Td>
						</Table.Tr>
					))}
				{pending > 0 && (
					<Table.Tr>
						<Table.Td>
							<Text size="sm" fw={600}>
								Still to come
							</Text>
							<Text size="xs" c="dimmed">
								Not sent yet.
							</Text>
						</Table.Td>
						<Table.Td ta="right" className="number">
							{count(pending)}
						</Table.Td>
					</Table.Tr>
				)}
			</Table.Tbody>
			<Table.Tfoot>
				<Table.Tr className="total">
					<Table.Th>
						Rows in the file
						{balanced && (
							<Text size="xs" c="dimmed" fw={400}>
								Every row is accounted for.
							</Text>
						)}
					</Table.Th>
					<Table.Th ta="right" className="number">
						{count(rows)}
					</Table.Th>
				</Table.Tr>
			</Table.Tfoot>
		</Table>
	)
}
