import { ActionIcon, Group, Select, Stack, Table, Text, Tooltip } from "@mantine/core"
import { IconPlus } from "@tabler/icons-react"
import { useState } from "react"
import type { Mapping } from "../../src/customer/columns/mapping.ts"
import type { Field } from "../../src/customer/fields.ts"
import type { OpenedFile } from "../../src/ipc/file.ts"
import { comparedWords } from "../compared-columns.ts"
import { fieldOptions } from "../field-options.ts"

export type ColumnUse = Mapping["columns"][string]

interface Props {
	readonly file: OpenedFile
	readonly index: number
	onSay(column: string, use: ColumnUse): void
}

/** A column of the file: its name, its first values, what it becomes, and why. */
export function ColumnRow({ file, index, onSay }: Props) {
	const { column = "", fields = [], by, reason } = file.decisions[index] ?? {}
	const open = by === "open"
	const compared = comparedWords(file, index)
	const samples = [...new Set(file.preview.map(({ cells }) => cells[index]?.trim() ?? "").filter(Boolean))].slice(0, 3)
	return (
		<Table.Tr data-open={open || undefined}>
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
				{by !== "import" && (
					<Becomes
						column={column}
						fields={open ? [] : fields}
						placeholder={open ? "In question" : "Not sent"}
						onChange={(next) => onSay(column, next.length > 1 ? next : (next[0] ?? null))}
					/>
				)}
			</Table.Td>
			<Table.Td>
				<Text size="sm" c="dimmed">
					{open ? "in question, see above" : reason}
				</Text>
				{!open && compared && <Text size="sm">{compared}</Text>}
			</Table.Td>
		</Table.Tr>
	)
}

interface BecomesProps {
	readonly column: string
	readonly fields: readonly Field[]
	readonly placeholder: string
	onChange(fields: readonly Field[]): void
}

/** The field that a column fills; it may fill several. */
function Becomes({ column, fields, placeholder, onChange }: BecomesProps) {
	const [adding, setAdding] = useState(false)
	const shown: readonly (Field | undefined)[] = adding || fields.length === 0 ? [...fields, undefined] : fields
	const label = `What ${column} becomes`
	return (
		<Group gap={4} wrap="nowrap" align="start">
			<Stack gap={4} flex={1}>
				{shown.map((field, position) => (
					<Select
						key={field ?? ""}
						aria-label={position === 0 ? label : `${label}, too`}
						placeholder={position === 0 ? placeholder : "Another field"}
						data={fieldOptions}
						value={field ?? null}
						onChange={(chosen) => {
							setAdding(false)
							const others = fields.filter((one) => one !== field && one !== chosen)
							onChange(chosen === null ? others : others.toSpliced(position, 0, chosen as Field))
						}}
						searchable
						clearable
						clearButtonProps={{ "aria-label": `Do not send ${column}`, "aria-hidden": false, tabIndex: 0 }}
						nothingFoundMessage="No such field"
						maxDropdownHeight={320}
					/>
				))}
			</Stack>
			{fields.length > 0 && (
				<Tooltip label="Use it for another field, too">
					<ActionIcon
						variant="subtle"
						color="gray"
						size="lg"
						aria-label={`Use ${column} for another field, too`}
						onClick={() => setAdding(true)}
					>
						<IconPlus size="1.125rem" />
					</ActionIcon>
				</Tooltip>
			)}
		</Group>
	)
}
