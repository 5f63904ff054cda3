import { Anchor, Table, Text } from "@mantine/core"
import { type OutcomeKind, outcomeKinds } from "../../src/contract/outcome.ts"
import { mappedRows } from "../../src/contract/row-counts.ts"
import type { Result } from "../../src/ipc/result.ts"
import { joinedWords } from "../../src/run/outcome-words.ts"
import { useFormat } from "../format.ts"
import { outcomeWords, said } from "../words.ts"

interface Props {
	readonly result: Result
	readonly selected: OutcomeKind | undefined
	onSelect(outcome: OutcomeKind): void
}

/** As an accountant reads it: the parts, a line, the sum. */
export function Balance({ result, selected, onSelect }: Props) {
	const { run, pending, pendingCustomers, rows, balanced, outcomes, customers } = result
	const { count, counted } = useFormat()
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
					<Part
						label="Still to come"
						meaning={`Not sent yet.${pendingCustomers < pending ? ` ${joinedWords(pending - pendingCustomers, count)}: ${counted(pendingCustomers, "customer")}.` : ""}`}
						rows={pending}
					/>
				)}
			</Table.Tbody>
			<Table.Tfoot>
				<Table.Tr className="total">
					<Table.Th>
						Rows in the file
						{balanced && (
							<Text size="xs" c="dimmed" fw={400}>
								Every row is accounted for.
								{customers < mappedRows(result) &&
									` ${joinedWords(mappedRows(result) - customers, count)}: ${counted(customers, "customer")} in all.`}
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

/** A part that no rows are shown of. */
function Part({ label, meaning, rows }: { label: string; meaning: string; rows: number }) {
	const { count } = useFormat()
	return (
		<Table.Tr>
			<Table.Td>
				<Text size="sm" fw={600}>
					{label}
				</Text>
				<Text size="xs" c="dimmed">
					{meaning}
				</Text>
			</Table.Td>
			<Table.Td ta="right" className="number">
				{count(rows)}
			</Table.Td>
		</Table.Tr>
	)
}
