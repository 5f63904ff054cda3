import { NumberInput, TextInput } from "@mantine/core"
import { useState } from "react"

interface NumericProps {
	readonly label: string
	readonly description?: string
	readonly value: number
	readonly min: number
	readonly max: number
	onSave(value: number): void
}

/** A number that is saved when the field is left; what does not fit is put back. */
export function Numeric({ label, description, value, min, max, onSave }: NumericProps) {
	const [text, setText] = useState<string | number>(value)
	const save = () => {
		if (typeof text === "number" && text >= min && text <= max) onSave(text)
		else setText(value)
	}
	return (
		<NumberInput
			label={label}
			description={description}
			value={text}
			min={min}
			max={max}
			onChange={setText}
			onBlur={save}
		/>
	)
}

interface TextualProps {
	readonly label: string
	readonly value: string
	readonly placeholder?: string
	onSave(value: string): void
}

/** A text that is saved when the field is left. */
export function Textual({ label, value, placeholder, onSave }: TextualProps) {
	const [text, setText] = useState(value)
	return (
		<TextInput
			label={label}
			value={text}
			placeholder={placeholder}
			onChange={(event) => setText(event.currentTarget.value)}
			onBlur={() => text !== value && onSave(text.trim())}
		/>
	)
}
