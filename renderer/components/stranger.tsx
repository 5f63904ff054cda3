import { Button, Text } from "@mantine/core"
import { IconUserQuestion } from "@tabler/icons-react"
import type { RunReference } from "../../src/ipc/run.ts"
import { useImportAgain } from "../use-resume.ts"

interface Props {
	readonly run: RunReference
	readonly number: string
	/** The number that the row was given since. */
	readonly since: string | undefined
}

/**
 * Who has the number at Intergiro is somebody else than the row: the row needs another number, which is written in the file as it was, and
 * imported by a run of its own. Nothing is said of who is there.
 */
export function Stranger({ run, number, since }: Props) {
	const importAgain = useImportAgain()
	const { id } = run.environment
	if (since !== undefined)
		return (
			<Text size="sm">
				You said that it is somebody else: the row was given the number {since}, and was imported by that since. Use the
				identifier of {since}, and not the one here.
			</Text>
		)
	if (id === undefined) return null
	return (
		<Button
			size="xs"
			variant="default"
			leftSection={<IconUserQuestion size="1rem" />}
			onClick={() => importAgain(run.id, id, "check", number)}
		>
			It is somebody else: give this row another number…
		</Button>
	)
}
