import { useRef, useState } from "react"

interface Props {
	readonly label: string
	readonly initial: string
	/** Without a value: the person changed their mind. */
	onDone(value?: string): void
}

/** The field in which a cell is mended: Enter and leaving it keep what was typed, Escape does not. */
export function CellEditor({ label, initial, onDone }: Props) {
	const [value, setValue] = useState(initial)
	const ended = useRef(false)
	/** Once: leaving the field for good also takes the focus from it. */
	const end = (value?: string) => {
		if (ended.current) return
		ended.current = true
		onDone(value)
	}
	return (
		<input
			className="editor"
			aria-label={label}
			autoFocus
			value={value}
			onChange={(event) => setValue(event.currentTarget.value)}
			onBlur={() => end(value)}
			onKeyDown={(event) => {
				event.stopPropagation()
				if (event.key === "Enter") end(value)
				else if (event.key === "Escape") end()
			}}
		/>
	)
}
