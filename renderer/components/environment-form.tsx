import { Alert, Button, Group, Modal, PasswordInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core"
import { useState } from "react"
import type { Environment } from "../../src/ipc.ts"
import { ask, problemOf } from "../ask.ts"
import { useStore } from "../store.tsx"

/** Adds an environment, or changes one. */
export function EnvironmentForm({ environment, onClose }: { environment: Environment | undefined; onClose(): void }) {
	const { dispatch } = useStore()
	const [name, setName] = useState(environment?.name ?? "")
	const [kind, setKind] = useState<"test" | "live">(environment?.kind === "test" ? "test" : "live")
	const [url, setUrl] = useState(environment?.url ?? "https://merchant.intergiro.com")
	const [key, setKey] = useState("")
	const [problem, setProblem] = useState<string>()
	const [isSaving, setSaving] = useState(false)
	/** It is saved, and why its key was not tried. */
	const [untested, setUntested] = useState<string>()
	const save = async () => {
		setProblem(undefined)
		setSaving(true)
		try {
			const { environments, test } = await ask("environment.save", {
				...(environment ? { id: environment.id } : {}),
				name,
				kind,
				url,
				...(key.trim() ? { key } : {}),
			})
			dispatch({ type: "environments", environments })
			if (test?.kind === "untested") setUntested(test.message)
			else onClose()
		} catch (error) {
			const { message, tip } = problemOf(error)
			setProblem(tip === undefined ? message : `${message} ${tip}`)
		} finally {
			setSaving(false)
		}
	}
	return (
		<Modal.Root opened onClose={onClose} centered>
			<Modal.Overlay />
			<Modal.Content>
				<Modal.Body>
					<Modal.Title fz="h4" fw={650} mb="md">
						{environment ? `Change ${environment.name}` : "Add an environment"}
					</Modal.Title>
					<form
						onSubmit={(event) => {
							event.preventDefault()
							save()
						}}
					>
						<Stack>
							<TextInput
								label="Name"
								value={name}
								onChange={(event) => setName(event.currentTarget.value)}
								required
								data-autofocus
							/>
							<div>
								<Text size="sm" fw={500} mb={4}>
									Kind
								</Text>
								<SegmentedControl
									fullWidth
									aria-label="Kind"
									value={kind}
									onChange={(value) => setKind(value as "test" | "live")}
									data={[
										{ value: "test", label: "Test merchant" },
										{ value: "live", label: "Live merchant" },
									]}
								/>
							</div>
							<TextInput label="URL" value={url} onChange={(event) => setUrl(event.currentTarget.value)} required />
							<PasswordInput
								label="API key"
								description={
									environment?.key === "missing"
										? "The one there was cannot be read any more. Enter it again."
										: environment
											? "Leave it empty to keep the one there is. Another server wants it again."
											: "The private key, so that customers can be read back. It is never shown again."
								}
								value={key}
								onChange={(event) => setKey(event.currentTarget.value)}
								required={!environment || environment.key === "missing"}
								visibilityToggleButtonProps={{ "aria-label": "Show the key" }}
							/>
							{problem && <Alert color="red" role="alert" title={problem} />}
							{untested && (
								<Alert color="yellow" role="status" title="Saved, and the key was not tried">
									{untested}
								</Alert>
							)}
							<Group justify="end">
								{untested ? (
									<Button onClick={onClose}>Close</Button>
								) : (
									<>
										<Button variant="default" onClick={onClose}>
											Cancel
										</Button>
										<Button type="submit" loading={isSaving}>
											Save
										</Button>
									</>
								)}
							</Group>
						</Stack>
					</form>
				</Modal.Body>
			</Modal.Content>
		</Modal.Root>
	)
}
