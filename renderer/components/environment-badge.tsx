import { Button, Menu, Text } from "@mantine/core"
import { IconBroadcast, IconChevronDown, IconFlask, IconTestPipe } from "@tabler/icons-react"
import type { Environment } from "../../src/ipc/settings.ts"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"
import { environmentColors, environmentLabels, keyWords, merchantWords } from "../words.ts"

export const environmentIcons: Readonly<Record<Environment["kind"], typeof IconFlask>> = {
	sandbox: IconFlask,
	test: IconTestPipe,
	live: IconBroadcast,
}

/** Where customers would be created: always in sight, and the place to choose another. */
export function EnvironmentBadge() {
	const { state, dispatch, attempt } = useStore()
	const { environments, settings } = state.app
	const environment = environments.find(({ id }) => id === settings.environment)
	if (!environment) return null
	const Icon = environmentIcons[environment.kind]
	const label = environmentLabels[environment.kind]
	const merchant = environment.merchant ?? environment.name
	const key = keyWords[environment.key]
	const real = environment.kind !== "sandbox"
	const choose = (id: string) =>
		attempt(async () => dispatch({ type: "settings", settings: await ask("settings.save", { environment: id }) }))
	return (
		<Menu position="bottom-end" shadow="md" disabled={state.flow.step === "running"}>
			<Menu.Target>
				<Button
					variant={environment.kind === "live" ? "filled" : "light"}
					color={environment.kind === "live" ? "red.9" : environmentColors[environment.kind]}
					leftSection={<Icon size="1.125rem" />}
					rightSection={<IconChevronDown size="1rem" />}
					aria-label={`Environment: ${label}, ${merchant}${real ? `, ${key}` : ""}`}
					title={real ? `${label} · ${merchant} · ${key}` : label}
					style={{ maxWidth: "22rem", flexShrink: 1, minWidth: 0 }}
				>
					<Text span inherit truncate lh={1.5}>
						{label}
						{real && ` · ${merchant} · ${key}`}
					</Text>
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>Create the customers in</Menu.Label>
				{environments.map((one) => {
					const { id, kind, name } = one
					const ItemIcon = environmentIcons[kind]
					return (
						<Menu.Item
							key={id}
							leftSection={<ItemIcon size="1.125rem" />}
							onClick={() => choose(id)}
							aria-current={id === environment.id}
						>
							<Text size="sm" fw={id === environment.id ? 650 : 400}>
								{name}
							</Text>
							<Text size="xs" c="dimmed">
								{[environmentLabels[kind], merchantWords(one)].filter(Boolean).join(" · ")}
							</Text>
						</Menu.Item>
					)
				})}
				<Menu.Divider />
				<Menu.Item onClick={() => dispatch({ type: "page", page: "settings" })}>Manage environments…</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	)
}
