import { Alert, Badge, Button, Group, Switch, Table, Text, TextInput } from "@mantine/core"
import {
	IconAlertTriangle,
	IconArrowLeft,
	IconArrowRight,
	IconCheck,
	IconCircleDashed,
	IconSearch,
} from "@tabler/icons-react"
import { useState } from "react"
import { type Field, fieldOf, fields } from "../../src/customer/fields.ts"
import type { Mapping } from "../../src/customer/mapping.ts"
import { ask } from "../ask.ts"
import { ColumnRow } from "../components/column-row.tsx"
import { Constants } from "../components/constants.tsx"
import { Screen } from "../components/screen.tsx"
import type { Flow } from "../state.ts"
import { useStore } from "../store.tsx"

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
			const field = fieldOf(mapping, column)
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
							<ColumnRow
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
