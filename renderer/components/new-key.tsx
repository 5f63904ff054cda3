import { Button } from "@mantine/core"
import { useState } from "react"
import type { Environment } from "../../src/ipc/settings.ts"
import { EnvironmentForm } from "./environment-form.tsx"

/** Takes the key of an environment on the spot: the same again where it is only missing, else a new one. */
export function NewKey({ environment, onClose }: { environment: Environment; onClose?(): void }) {
	const [isOpen, setOpen] = useState(false)
	const close = () => {
		setOpen(false)
		onClose?.()
	}
	return (
		<>
			<Button size="xs" variant="default" onClick={() => setOpen(true)}>
				{environment.key === "missing" ? "Enter the key" : "Enter a new key"}
			</Button>
			{isOpen && <EnvironmentForm environment={environment} isForKey onClose={close} />}
		</>
	)
}
