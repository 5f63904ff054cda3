import { useRef, useState } from "react"
import { type Step, stepAfter } from "./grid-keys.ts"

interface Props {
	readonly label: string
	readonly initial: string
	/** Without a value: the person changed their mind. With a step: they go on to the next cell that way. */
	onDone(value?: string, step?: Step): void
}

/** The field in which a cell is mended: Enter, Tab and leaving it keep what was typed, Escape does not. */
export function CellEditor({ label, initial, onDone }: Props) {
	const [value, setValue] = useState(initial)
	const ended = useRef(false)
	/** Once: leaving the field for good also takes the focus from it. */
	const end = (value?: string, step?: Step) => {
		if (ended.current) return
		ended.current = true
		onDone(value, step)
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
				const step = stepAfter(event)
				if (step) {
					event.preventDefault()
					end(value, step)
				} else if (event.key === "Escape") end()
			}}
		/>
	)
}
