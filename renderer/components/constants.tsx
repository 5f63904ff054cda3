import { Button, Card, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core"
import { useState } from "react"
import { constantWords } from "../../src/customer/columns/constant-words.ts"
import type { Mapping } from "../../src/customer/columns/mapping.ts"
import { type Field, fields } from "../../src/customer/fields.ts"
import type { Argument } from "../../src/ipc/requests.ts"
import { constantOptions } from "../field-options.ts"

/** Where a person comes to say one value, as what they came to look at. */
export const sameForAll = { country: "same-for-all country" } as const

interface Props {
	/** They came to say which country it is. */
	readonly isCountrySought: boolean
	readonly constants: Mapping["constants"]
	/** `null`: the field has no value any more. */
	onSay(constants: NonNullable<Argument<"columns.say">["constants"]>): void
}

/** Values that are the same for every customer of the file. */
export function Constants({ isCountrySought, constants, onSay }: Props) {
	const [field, setField] = useState<string | null>(isCountrySought ? "country" : null)
	const [value, setValue] = useState("")
	const entries = Object.entries(constants) as [Field, string][]
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
							{constantWords(constant)}
						</Text>
						<Button
							size="compact-xs"
							variant="subtle"
							color="gray"
							onClick={() => onSay({ [name]: null })}
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
						selectFirstOptionOnChange
						placeholder="Choose a field"
					/>
					<TextInput
						label="Value"
						data-question={isCountrySought ? sameForAll.country : undefined}
						value={value}
						onChange={(event) => setValue(event.currentTarget.value)}
					/>
					<Button
						variant="default"
						disabled={!field || value.trim() === ""}
						onClick={() => {
							onSay({ [field as Field]: value.trim() })
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
