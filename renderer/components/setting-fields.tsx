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

/** A number that counts as it is typed; what is none changes nothing, and is said to. */
export function NumericNow({ onSave, ...props }: NumericProps) {
	const { value, min, max } = props
	const [text, setText] = useState<string | number>(value)
	const isGood = (text: string | number): text is number =>
		typeof text === "number" && Number.isFinite(text) && text >= min && text <= max
	const change = (text: string | number) => {
		setText(text)
		if (isGood(text)) onSave(text)
	}
	return (
		<NumberInput
			{...props}
			value={text}
			error={isGood(text) ? undefined : `Not a number from ${min} to ${max}: it stays at ${value}`}
			onChange={change}
			onBlur={() => setText(value)}
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
