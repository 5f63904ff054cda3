import { Group, Select, Table, Text } from "@mantine/core"
import { type Field, fieldNames, fieldOf, fields } from "../../src/customer/fields.ts"
import type { OpenedFile } from "../../src/ipc.ts"

const groups: readonly (readonly [string, readonly Field[]])[] = [
	["Customer", ["number", "name", "firstName", "lastName", "type", "identityNumber"]],
	["Card", ["token"]],
	["Contact", ["email", "billingEmail", "phone", "cellphone", "landline"]],
	["Address", ["street", "zipCode", "city", "country"]],
	["Payment", ["currency", "schedule", "limit"]],
]
const grouped = new Set(groups.flatMap(([, members]) => members))
const fieldOptions = [...groups, ["Other", fieldNames.filter((field) => !grouped.has(field))] as const].map(
	([group, members]) => ({ group, items: members.map((field) => ({ value: field, label: fields[field].label })) }),
)

interface Props {
	readonly file: OpenedFile
	readonly column: string
	readonly index: number
	onChange(field: Field | undefined): void
}

/** A column of the file: its name, its first values, and what it becomes. */
export function ColumnRow({ file, column, index, onChange }: Props) {
	const field = fieldOf(file.mapping, column)
	const proposal = file.proposals.find((one) => one.column === column)
	const samples = [...new Set(file.preview.map(({ cells }) => cells[index]?.trim() ?? "").filter(Boolean))].slice(0, 3)
	return (
		<Table.Tr>
			<Table.Td>
				<Text fw={600} size="sm" style={{ overflowWrap: "anywhere" }}>
					{column}
				</Text>
			</Table.Td>
			<Table.Td>
				{samples.length === 0 && (
					<Text size="sm" c="dimmed" fs="italic">
						empty in the first rows
					</Text>
				)}
				<Group gap={6}>
					{samples.map((sample) => (
						<Text key={sample} size="sm" className="sample" title={sample}>
							{sample}
						</Text>
					))}
				</Group>
			</Table.Td>
			<Table.Td>
				<Select
					aria-label={`What ${column} becomes`}
					placeholder="Not sent"
					data={fieldOptions}
					value={field ?? null}
					onChange={(value) => onChange((value as Field | null) ?? undefined)}
					searchable
					clearable
					clearButtonProps={{ "aria-label": `Do not send ${column}`, "aria-hidden": false, tabIndex: 0 }}
					nothingFoundMessage="No such field"
					maxDropdownHeight={320}
				/>
				{proposal && proposal.field === field && (
					<Text size="xs" c="dimmed" mt={2}>
						{proposal.reason}
					</Text>
				)}
			</Table.Td>
		</Table.Tr>
	)
}
