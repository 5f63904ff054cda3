import { Button } from "@mantine/core"
import { IconPencil } from "@tabler/icons-react"
import type { Result } from "../../src/ipc/result.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { useCheckAgain, useImportAgain, useOpenOf } from "../use-resume.ts"
import { isRehearsal } from "../words.ts"

/** Opens the rows that were not created in the grid: as a file of their own, or after a rehearsal in the file itself. */
export function MendRows({ result }: { result: Result }) {
	const { run, files } = result
	const { outcomes } = result
	const { attempt } = useStore()
	const { counted } = useFormat()
	const checkAgain = useCheckAgain()
	const importAgain = useImportAgain()
	const openOf = useOpenOf(run)
	const refused = outcomes.rejected + outcomes["verification-required"] + outcomes["not-sent"]
	// What the sandbox refuses is nothing that could be mended.
	const rows = outcomes.invalid + (isRehearsal(run) ? 0 : refused)
	const { id: environment } = run.environment
	if (rows === 0 || !files.includes("errors.csv")) return null
	const mend = () => {
		if (environment !== undefined && isRehearsal(run)) return importAgain(run.id, environment, "check")
		return attempt(async () => checkAgain({ file: await openOf("errors.csv") }, "check"))
	}
	return (
		<Button size="xs" variant="default" leftSection={<IconPencil size="1rem" />} onClick={mend}>
			{rows === 1 ? "Mend this row now" : `Mend these ${counted(rows, "row")} now`}
		</Button>
	)
}
