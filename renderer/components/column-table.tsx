import { Table, Text } from "@mantine/core"
import type { OpenedFile } from "../../src/ipc/file.ts"
import { ColumnRow, type ColumnUse } from "./column-row.tsx"

interface Props {
	readonly file: OpenedFile
	/** Positions of the columns to show. */
	readonly columns: readonly number[]
	readonly label: string
	/** What to say where there are none. */
	readonly empty?: string
	onSay(column: string, use: ColumnUse): void
}

/** Columns of the file: what each holds, what it becomes, and why. */
export function ColumnTable({ file, columns, label, empty, onSay }: Props) {
	return (
		<Table.ScrollContainer minWidth={720} type="native">
			<Table verticalSpacing="xs" withTableBorder aria-label={label}>
				<Table.Thead>
					<Table.Tr>
						<Table.Th w="18%">Column of the file</Table.Th>
						<Table.Th>First values</Table.Th>
						<Table.Th w="18rem">Becomes</Table.Th>
						<Table.Th w="24%">Why</Table.Th>
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{columns.map((index) => (
						<ColumnRow key={index} file={file} index={index} onSay={onSay} />
					))}
				</Table.Tbody>
			</Table>
			{columns.length === 0 && (
				<Text c="dimmed" p="lg" ta="center">
					{empty}
				</Text>
			)}
		</Table.ScrollContainer>
	)
}
