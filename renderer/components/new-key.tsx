import { Button } from "@mantine/core"
import { useState } from "react"
import type { Environment } from "../../src/ipc.ts"
import { EnvironmentForm } from "./environment-form.tsx"

/** Takes a new key of an environment on the spot. */
export function NewKey({ environment, onClose }: { environment: Environment; onClose?(): void }) {
	const [isOpen, setOpen] = useState(false)
	const close = () => {
		setOpen(false)
		onClose?.()
	}
	return (
		<>
			<Button size="xs" variant="default" onClick={() => setOpen(true)}>
				Enter a new key
			</Button>
			{isOpen && <EnvironmentForm environment={environment} isForKey onClose={close} />}
		</>
	)
}
