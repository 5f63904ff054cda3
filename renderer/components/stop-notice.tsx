import { Alert, Box, Button, List, Text } from "@mantine/core"
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react"
import type { Result } from "../../src/ipc/result.ts"
import { stopWords } from "../stop-words.ts"
import { useStore } from "../store.tsx"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { NewKey } from "./new-key.tsx"

interface Props {
	readonly result: Result
	readonly stop: NonNullable<Result["stop"]>
}

export function StopNotice({ result, stop }: Props) {
	const { dispatch } = useStore()
	const { run } = result
	const environment = useEnvironmentOf(run)
	const { title, why, what, calm } = stopWords(result, stop, environment?.keyAt)
	return (
		<Alert
			color={calm ? "blue" : "yellow"}
			icon={calm ? <IconInfoCircle /> : <IconAlertTriangle />}
			title={title}
			role="status"
		>
			{!calm && (
				<Text size="sm" mb={4}>
					{stop.message}
				</Text>
			)}
			{why && (
				<Text size="sm" mb={4}>
					{why}
				</Text>
			)}
			<List size="sm">
				{what.map((sentence) => (
					<List.Item key={sentence}>{sentence}</List.Item>
				))}
			</List>
			{stop.kind === "wrong-environment" && !calm && (
				<Box mt="sm">
					{environment ? (
						<NewKey environment={environment} />
					) : (
						<Button size="xs" variant="default" onClick={() => dispatch({ type: "page", page: "settings" })}>
							Open the settings
						</Button>
					)}
				</Box>
			)}
		</Alert>
	)
}
