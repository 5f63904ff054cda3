import { Alert, Text } from "@mantine/core"
import { IconInfoCircle } from "@tabler/icons-react"
import { useEffect, useState } from "react"
import type { OpenedFile } from "../../src/ipc/file.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"

/** Customers that are named. */
const mostNamed = 20

/** The import of this file whose customers exist in this environment, as its columns and cells were then; nothing where there is none. */
export function importBefore({ unfinished }: OpenedFile, environment: string): RunReference | undefined {
	const run = unfinished.find((run) => run.environment.id === environment)
	return run && run.environment.kind !== "sandbox" && createdBy(run) > 0 ? run : undefined
}

/** Those whom a run created itself. */
export function createdBy({ created, existed = 0 }: Pick<RunReference, "created" | "existed">): number {
	return created - existed
}

/** Who was created by an import of this file already: whatever is changed now, they stay as they are. */
export function CreatedBefore({ run }: { run: RunReference | undefined }) {
	const { attempt } = useStore()
	const { count, counted, when } = useFormat()
	const [named, setNamed] = useState<readonly { row: number; number: string }[]>([])
	const id = run?.id
	// biome-ignore lint/correctness/useExhaustiveDependencies: of each run once
	useEffect(() => {
		if (id === undefined) return
		attempt(async () => {
			const { rows } = await ask("result.rows", {
				run: id,
				outcome: "created",
				search: "",
				offset: 0,
				count: mostNamed,
			})
			setNamed(rows)
		})
	}, [id])
	if (run === undefined) return null
	const total = createdBy(run)
	const more = total - named.length
	const [are, they] = total === 1 ? ["was", "It is"] : ["were", "They are"]
	return (
		<Alert
			color="orange"
			icon={<IconInfoCircle />}
			role="status"
			title={`${counted(total, "customer")} of this file ${are} created already, and ${total === 1 ? "stays" : "stay"} as created`}
		>
			<Text size="sm">
				{named.map(({ row, number }) => `${number} (row ${row})`).join(", ")}
				{named.length > 0 && more > 0 && ` and ${count(more)} more`}
				{named.length > 0 && ": "}created {when(run.started)} as the columns and cells were then. {they} not created
				again, whatever you change here: what is wrong there has to be corrected at Intergiro.
			</Text>
		</Alert>
	)
}
