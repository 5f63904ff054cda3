import { Button, Card, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core"
import { useState } from "react"
import { type Field, fieldNames, fields } from "../../src/customer/fields.ts"
import type { Mapping } from "../../src/customer/mapping.ts"

const constantOptions = fieldNames
	.filter((field) => field !== "number" && field !== "token")
	.map((field) => ({ value: field, label: fields[field].label }))

/** Values that are the same for every customer of the file. */
export function Constants({ mapping, onChange }: { mapping: Mapping; onChange(mapping: Mapping): void }) {
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
