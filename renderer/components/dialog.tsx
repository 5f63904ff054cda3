import { Modal } from "@mantine/core"
import { type ReactNode, useEffect, useState } from "react"

interface Props {
	readonly title: string
	onClose(): void
	/** What Enter in one of its fields does. */
	onSubmit?(): void
	readonly children: ReactNode
}

/**
 * A window within the window, that has to be answered or closed before anything else. What is marked with `data-autofocus` in it has the focus
 * first; it goes back to where it was afterwards.
 */
export function Dialog({ title, onClose, onSubmit, children }: Props) {
	useFocusBack()
	return (
		<Modal.Root opened onClose={onClose} centered>
			<Modal.Overlay />
			<Modal.Content>
				<Modal.Body>
					<Modal.Title fz="h4" fw={650} mb="sm">
						{title}
					</Modal.Title>
					{onSubmit ? (
						<form
							onSubmit={(event) => {
								event.preventDefault()
								onSubmit()
							}}
						>
							{children}
						</form>
					) : (
						children
					)}
				</Modal.Body>
			</Modal.Content>
		</Modal.Root>
	)
}

/** The focus goes back to what opened the dialog; where that is gone, to the title of the screen. */
function useFocusBack() {
	const [opener] = useState(() => document.activeElement)
	useEffect(
		() => () => {
			// The dialog is gone by then, and so is what its answer took from the screen.
			setTimeout(() => {
				const isLost = document.activeElement === null || document.activeElement === document.body
				const target = opener?.isConnected && opener !== document.body ? opener : document.querySelector(".heading")
				if (isLost && target instanceof HTMLElement) target.focus({ preventScroll: true })
			})
		},
		[opener],
	)
}
