import { Button, Group, Paper, Progress, Text } from "@mantine/core"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"

/** How far a workbook is read: a large one takes some seconds. */
export function ReadingWorkbook() {
	const { state, dispatch, attempt } = useStore()
	const { reading } = state
	if (reading === undefined) return null
	return (
		<Paper className="reading" withBorder shadow="md" p="md" role="status">
			<Group justify="space-between" mb="xs">
				<Text size="sm" fw={600}>
					Reading the workbook…
				</Text>
				<Button
					size="compact-sm"
					variant="default"
					onClick={() =>
						attempt(async () => {
							await ask("file.close", undefined)
							dispatch({ type: "closed" })
						})
					}
				>
					Stop
				</Button>
			</Group>
			<Progress value={reading * 100} aria-label="How far the workbook is read" />
		</Paper>
	)
}
