import { Alert, Button, Group, Menu, Text } from "@mantine/core"
import { IconArrowRight, IconChevronDown, IconFlask } from "@tabler/icons-react"
import { type ReactNode, useState } from "react"
import { rehearsed } from "../../src/contract/rehearsal.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { useStore } from "../store.tsx"
import { useImportAgain } from "../use-resume.ts"
import { environmentColors, environmentLabels, environmentTitle, merchantWords } from "../words.ts"
import { environmentIcons } from "./environment-badge.tsx"
import { EnvironmentForm } from "./environment-form.tsx"

/** Says that it is, or was, a rehearsal. */
export function Rehearsal({ title = rehearsed, children }: { title?: string; children: ReactNode }) {
	return (
		<Alert color={environmentColors.sandbox} icon={<IconFlask />} title={title} role="status">
			{children}
		</Alert>
	)
}

/** After a rehearsal: the same file, columns and mends go on to a merchant. @param isNext it is what to do next */
export function Rehearsed({ run, isNext }: { run: RunReference; isNext: boolean }) {
	const [isAdding, setAdding] = useState(false)
	return (
		<Rehearsal>
			<Text size="sm" mb="sm">
				No merchant has got a customer by it. When it is as it has to be, do it for real: the same file, with the same
				columns and mends, goes on as an import of its own, and nothing is sent before you see what will be created.
			</Text>
			<ForReal run={run} variant={isNext ? "filled" : "default"} onAdd={() => setAdding(true)} />
			{isAdding && <EnvironmentForm environment={undefined} onClose={() => setAdding(false)} />}
		</Rehearsal>
	)
}

interface ForRealProps {
	readonly run: RunReference
	readonly variant: "filled" | "default"
	onAdd(): void
}

function ForReal({ run, variant, onAdd }: ForRealProps) {
	const { state } = useStore()
	const importAgain = useImportAgain()
	const merchants = state.app.environments.filter(({ kind }) => kind !== "sandbox")
	const [only, ...others] = merchants
	if (only === undefined)
		return (
			<Group gap="sm">
				<Button size="xs" variant="default" onClick={onAdd}>
					Add an environment: the merchant's key
				</Button>
			</Group>
		)
	if (others.length === 0)
		return (
			<Button
				size="xs"
				variant={variant}
				rightSection={<IconArrowRight size="1rem" />}
				onClick={() => importAgain(run.id, only.id, "ready")}
			>
				Now for real: {environmentTitle({ kind: only.kind, name: only.merchant ?? only.name })}
			</Button>
		)
	return (
		<Menu position="bottom-start" shadow="md">
			<Menu.Target>
				<Button size="xs" variant={variant} rightSection={<IconChevronDown size="1rem" />}>
					Now for real
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>Create the customers in</Menu.Label>
				{merchants.map((one) => {
					const { id, kind, name } = one
					const Icon = environmentIcons[kind]
					return (
						<Menu.Item key={id} leftSection={<Icon size="1.125rem" />} onClick={() => importAgain(run.id, id, "ready")}>
							<Text size="sm">{name}</Text>
							<Text size="xs" c="dimmed">
								{environmentLabels[kind]} · {merchantWords(one)}
							</Text>
						</Menu.Item>
					)
				})}
			</Menu.Dropdown>
		</Menu>
	)
}
