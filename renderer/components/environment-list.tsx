import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core"
import { IconKey, IconPlus } from "@tabler/icons-react"
import { useState } from "react"
import type { Environment } from "../../src/ipc/settings.ts"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"
import { environmentColors, environmentLabels, merchantWords } from "../words.ts"
import { EnvironmentForm } from "./environment-form.tsx"

/** Where customers can be created: to look at, add, change and remove. */
export function EnvironmentList() {
	const { state, dispatch, attempt } = useStore()
	const { environments, keysKept } = state.app
	const [edited, setEdited] = useState<Environment | "new">()
	return (
		<Card withBorder padding="lg">
			<Group justify="space-between" mb="sm">
				<Title order={2} size="h5">
					Environments
				</Title>
				<Button size="xs" leftSection={<IconPlus size="1rem" />} onClick={() => setEdited("new")}>
					Add
				</Button>
			</Group>
			{!keysKept && (
				<Alert color="yellow" icon={<IconKey />} title="This computer has no key store" mb="sm">
					API keys are remembered until the app is closed, and have to be entered again after that.
				</Alert>
			)}
			<Stack gap="sm">
				{environments.map((environment) => (
					<Group key={environment.id} justify="space-between" wrap="nowrap" className="tile">
						<div style={{ minWidth: 0 }}>
							<Group gap="xs">
								<Text fw={600}>{environment.name}</Text>
								<Badge variant="light" tt="none" color={environmentColors[environment.kind]}>
									{environmentLabels[environment.kind]}
								</Badge>
							</Group>
							<Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
								{environment.kind === "sandbox"
									? "A stand-in for Intergiro on this computer, always there"
									: `${environment.url} · ${merchantWords(environment)}`}
							</Text>
						</div>
						{environment.kind !== "sandbox" && (
							<Group gap="xs" wrap="nowrap">
								<Button size="xs" variant="default" onClick={() => setEdited(environment)}>
									Change
								</Button>
								<Button
									size="xs"
									variant="subtle"
									color="red"
									data-remove
									onClick={() =>
										attempt(async () => {
											dispatch({
												type: "environments",
												environments: await ask("environment.remove", { id: environment.id }),
											})
											dispatch({ type: "settings", settings: (await ask("state", undefined)).settings })
										})
									}
								>
									Remove
								</Button>
							</Group>
						)}
					</Group>
				))}
			</Stack>
			{edited && (
				<EnvironmentForm environment={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
			)}
		</Card>
	)
}
