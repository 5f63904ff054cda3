import { Button } from "@mantine/core"
import { IconUserQuestion } from "@tabler/icons-react"
import type { RunReference } from "../../src/ipc.ts"
import { useImportAgain } from "../use-resume.ts"

interface Props {
	readonly run: RunReference
	readonly number: string
}

/**
 * Who has the number at Intergiro is somebody else than the row: the row needs another number, which is written in the file as it was, and
 * imported by a run of its own. Nothing is said of who is there.
 */
export function Stranger({ run, number }: Props) {
	const importAgain = useImportAgain()
	const { id } = run.environment
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
