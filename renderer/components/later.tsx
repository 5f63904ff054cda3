import { Alert, Button, Group, Text } from "@mantine/core"
import { IconHistory } from "@tabler/icons-react"
import type { Result } from "../../src/ipc/result.ts"
import { useFormat } from "../format.ts"
import { isRehearsal } from "../words.ts"

interface Props {
	readonly result: Result
	readonly busy: boolean
	readonly onLook: () => void
}

/** What later imports put right is not in the files of this one before it looks again: who was asked for a card may have one since. */
export function Later({ result, busy, onLook }: Props) {
	const { counted, when } = useFormat()
	const { later = 0, run, ended } = result
	if (later === 0 || isRehearsal(run)) return null
	return (
		<Alert color="orange" icon={<IconHistory />} title="These figures may be out of date">
			<Group justify="space-between" gap="md">
				<Text size="sm" maw="44rem">
					{counted(later, "later import")} of the same customers {later === 1 ? "is" : "are"} not in them: they are of{" "}
					{when(ended)}. Who is asked for below may have been created, or have a card, since.
				</Text>
				<Button size="xs" loading={busy} onClick={onLook}>
					Bring up to date: nothing is sent
				</Button>
			</Group>
		</Alert>
	)
}
