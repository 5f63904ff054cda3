import { Alert, Button, Group, Text } from "@mantine/core"
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react"
import type { Result } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { endOf } from "../words.ts"

interface Props {
	readonly result: Result
	/** Shows those of this import who need somebody. */
	onNeeds(): void
}

/** What an import came to whose rows were mended and imported again: where the rest of it is to be looked after. */
export function Whole({ result: { run, customers, mended }, onNeeds }: Props) {
	const { counted, count } = useFormat()
	const { whole } = run
	const open = useOpenResult()
	if (whole === undefined) return null
	const isRoot = whole.id === run.id
	// Since it looked again, those of its mended rows are among its own.
	const own = customers - mended
	// Some of them may be in doubt.
	const left = whole.open > 0 ? `${counted(whole.open, "row")} left` : ""
	const exist = `${counted(whole.created, "customer")} ${whole.created === 1 ? "exists" : "exist"}`
	const needs = whole.needs > 0 ? `${counted(whole.needs, "of them needs", "of them need")} somebody` : ""
	const [color, Icon] =
		endOf(whole) === "finished" ? (["green", IconCircleCheck] as const) : (["yellow", IconAlertTriangle] as const)
	if (isRoot)
		return (
			<Alert color={color} icon={<Icon />} title={[exist, needs, left].filter(Boolean).join(". ")} role="status">
				<Text size="sm">
					{count(own)} in this import, {count(whole.created - own)} when its rows were mended and imported again. Below
					is how this import ended by itself.
				</Text>
				<Group mt="sm">
					{run.needs > 0 && (
						<Button size="xs" variant="default" onClick={onNeeds}>
							Show who needs somebody
						</Button>
					)}
					<Button size="xs" variant="default" onClick={() => open(whole.newest)}>
						Open the import of the mended rows
					</Button>
				</Group>
			</Alert>
		)
	return (
		<Group gap="sm">
			<Text size="sm">
				Together with the import of {whole.file}: {exist}
				{needs && `, ${needs}`}
				{left && `, ${left}`}.
			</Text>
			<Button size="compact-xs" variant="subtle" onClick={() => open(whole.id)}>
				Open that import
			</Button>
		</Group>
	)
}

function useOpenResult() {
	const { dispatch, attempt } = useStore()
	return (run: string) => attempt(async () => dispatch({ type: "result", result: await ask("history.open", { run }) }))
}
