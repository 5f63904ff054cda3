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
	const save = async () => {
		try {
			const environments = await ask("environment.save", {
				...(environment ? { id: environment.id } : {}),
				name,
				kind,
				url,
				...(key.trim() ? { key } : {}),
			})
			dispatch({ type: "environments", environments })
			onClose()
		} catch (error) {
			setProblem(problemOf(error).message)
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
									environment
										? "Leave it empty to keep the one there is."
										: "The private key, so that customers can be read back. It is never shown again."
								}
								value={key}
								onChange={(event) => setKey(event.currentTarget.value)}
								required={!environment}
								visibilityToggleButtonProps={{ "aria-label": "Show the key" }}
							/>
							{problem && <Alert color="red" role="alert" title={problem} />}
							<Group justify="end">
								<Button variant="default" onClick={onClose}>
									Cancel
								</Button>
								<Button type="submit">Save</Button>
							</Group>
						</Stack>
					</form>
				</Modal.Body>
			</Modal.Content>
		</Modal.Root>
	)
}
