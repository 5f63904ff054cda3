import { Alert, Badge, Button, Card, Group, Select, Stack, Switch, Table, Text, TextInput, Title } from "@mantine/core"
import {
	IconAlertTriangle,
	IconArrowLeft,
	IconArrowRight,
	IconCheck,
	IconCircleDashed,
	IconSearch,
} from "@tabler/icons-react"
import { useState } from "react"
import { type Field, fieldNames, fields } from "../../src/customer/fields.ts"
import type { Mapping } from "../../src/customer/mapping.ts"
import type { OpenedFile } from "../../src/ipc.ts"
import { ask } from "../ask.ts"
import { Screen } from "../components/screen.tsx"
import type { Flow } from "../state.ts"
import { useStore } from "../store.tsx"

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

/** Without these a customer is of little use; only the number is a must. */
const wanted: readonly (readonly [label: string, any: readonly Field[], required: boolean])[] = [
	["Customer number", ["number"], true],
	["Name", ["name", "lastName"], false],
	["E-mail", ["email"], false],
	["Card token", ["token"], false],
]

/** More than can be taken in at a glance. */
const manyColumns = 20

export function ColumnsScreen({ flow: { file } }: { flow: Extract<Flow, { step: "columns" }> }) {
	const { dispatch, attempt } = useStore()
	const map = (mapping: Mapping) =>
		attempt(async () => dispatch({ type: "file", file: await ask("columns.map", mapping) }))
	const check = () =>
		attempt(async () => {
			dispatch({ type: "checking" })
			try {
				dispatch({ type: "checked", checked: await ask("check", undefined) })
			} catch (error) {
				dispatch({ type: "go", step: "columns" })
				throw error
			}
		})
	const { mapping } = file
	const [search, setSearch] = useState("")
	const text = search.trim().toLocaleLowerCase()
	const shown = file.columns
		.map((column, index) => ({ column, index }))
		.filter(({ column }) => {
			const field = mapping.columns[column]
			return `${column}\n${field ? fields[field].label : ""}`.toLocaleLowerCase().includes(text)
		})
	return (
		<Screen
			title="What is in which column?"
			lead={
				file.remembered
					? "Matched as you did the last time for a file with these columns."
					: "Matched by their names and values. Correct what is wrong; columns that are not matched are not sent."
			}
			actions={
				<>
					<Button
						variant="default"
						leftSection={<IconArrowLeft size="1.125rem" />}
						onClick={() => dispatch({ type: "go", step: "file" })}
						data-command="back"
					>
						File
					</Button>
					<Button
						variant="subtle"
						onClick={() =>
							attempt(async () => {
								const file = await ask("columns.load", undefined)
								if (file) dispatch({ type: "file", file })
							})
						}
					>
						Load a mapping…
					</Button>
					<Button variant="subtle" onClick={() => attempt(async () => void (await ask("columns.save", undefined)))}>
						Save this mapping…
					</Button>
					<Button
						className="push"
						rightSection={<IconArrowRight size="1.125rem" />}
						onClick={check}
						disabled={file.problems.length > 0}
						data-command="next"
					>
						Check every row
					</Button>
				</>
			}
		>
			{file.problems.length > 0 && (
				<Alert color="red" icon={<IconAlertTriangle />} title="The columns cannot be used like this" role="alert">
					{file.problems.map((problem) => (
						<Text size="sm" key={problem}>
							{problem}
						</Text>
					))}
				</Alert>
			)}
			<div className="wanted">
				<Wanted mapping={mapping} />
				{file.columns.length > manyColumns && (
					<TextInput
						className="push"
						size="xs"
						aria-label="Search columns and fields"
						placeholder="Search columns"
						leftSection={<IconSearch size="1rem" />}
						value={search}
						onChange={(event) => setSearch(event.currentTarget.value)}
						data-command="search"
					/>
				)}
			</div>
			<Table.ScrollContainer minWidth={640} type="native">
				<Table verticalSpacing="xs" withTableBorder>
					<Table.Thead>
						<Table.Tr>
							<Table.Th w="22%">Column of the file</Table.Th>
							<Table.Th>First values</Table.Th>
							<Table.Th w="19rem">Becomes</Table.Th>
						</Table.Tr>
					</Table.Thead>
					<Table.Tbody>
						{shown.map(({ column, index }) => (
							<Column
								key={column}
								file={file}
								column={column}
								index={index}
								onChange={(field) => {
									const { [column]: _, ...others } = mapping.columns
									map({ ...mapping, columns: field ? { ...others, [column]: field } : others })
								}}
							/>
						))}
					</Table.Tbody>
				</Table>
				{shown.length === 0 && (
					<Text c="dimmed" p="lg" ta="center">
						No column fits this search.
					</Text>
				)}
			</Table.ScrollContainer>
			<Constants mapping={mapping} onChange={map} />
			<Switch
				label="Join rows of the same customer"
				description="Adjacent rows that agree in everything but the card become one customer with several cards."
				checked={mapping.joinRows}
				onChange={(event) => map({ ...mapping, joinRows: event.currentTarget.checked })}
			/>
		</Screen>
	)
}

function Wanted({ mapping }: { mapping: Mapping }) {
	const filled = new Set<Field>([...Object.values(mapping.columns), ...(Object.keys(mapping.constants) as Field[])])
	return (
		<Group gap="xs" role="list" aria-label="Fields that customers should have">
			{wanted.map(([label, any, required]) => {
				const found = any.some((field) => filled.has(field))
				return (
					<Badge
						key={label}
						role="listitem"
						size="lg"
						variant="light"
						tt="none"
						color={found ? "green" : required ? "red" : "gray"}
						leftSection={found ? <IconCheck size="1rem" /> : <IconCircleDashed size="1rem" />}
					>
						{label}
						{found ? "" : required ? ": missing, required" : ": none"}
					</Badge>
				)
			})}
		</Group>
	)
}

interface ColumnProps {
	readonly file: OpenedFile
	readonly column: string
	readonly index: number
	onChange(field: Field | undefined): void
}

function Column({ file, column, index, onChange }: ColumnProps) {
	const field = file.mapping.columns[column]
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

const constantOptions = fieldNames
	.filter((field) => field !== "number" && field !== "token")
	.map((field) => ({ value: field, label: fields[field].label }))

function Constants({ mapping, onChange }: { mapping: Mapping; onChange(mapping: Mapping): void }) {
	const [field, setField] = useState<string | null>(null)
	const [value, setValue] = useState("")
	const entries = Object.entries(mapping.constants) as [Field, string][]
	return (
		<Card withBorder padding="md">
			<Title order={2} size="h5">
				The same for every row
			</Title>
			<Text size="sm" c="dimmed" mb="sm">
				For what the file does not say, for example the currency. A row's own value goes before it.
			</Text>
			<Stack gap="xs">
				{entries.map(([name, constant]) => (
					<Group key={name} gap="sm">
						<Text size="sm" fw={600}>
							{fields[name].label}
						</Text>
						<Text size="sm" className="sample">
							{constant}
						</Text>
						<Button
							size="compact-xs"
							variant="subtle"
							color="gray"
							onClick={() => {
								const { [name]: _, ...constants } = mapping.constants as Record<string, string>
								onChange({ ...mapping, constants })
							}}
							aria-label={`Remove ${fields[name].label}`}
						>
							Remove
						</Button>
					</Group>
				))}
				<Group align="end" gap="sm">
					<Select
						label="Field"
						data={constantOptions}
						value={field}
						onChange={setField}
						searchable
						placeholder="Choose a field"
					/>
					<TextInput label="Value" value={value} onChange={(event) => setValue(event.currentTarget.value)} />
					<Button
						variant="default"
						disabled={!field || value.trim() === ""}
						onClick={() => {
							onChange({ ...mapping, constants: { ...mapping.constants, [field as Field]: value.trim() } })
							setField(null)
							setValue("")
						}}
					>
						Add
					</Button>
				</Group>
			</Stack>
		</Card>
	)
}
