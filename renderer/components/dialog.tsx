import { Modal } from "@mantine/core"
import type { ReactNode } from "react"

interface Props {
	readonly title: string
	onClose(): void
	readonly children: ReactNode
}

/** A window within the window, that has to be answered or closed before anything else. */
export function Dialog({ title, onClose, children }: Props) {
	return (
		<Modal.Root opened onClose={onClose} centered>
			<Modal.Overlay />
			<Modal.Content>
				<Modal.Body>
					<Modal.Title fz="h4" fw={650} mb="sm">
						{title}
					</Modal.Title>
					{children}
				</Modal.Body>
			</Modal.Content>
		</Modal.Root>
	)
}
