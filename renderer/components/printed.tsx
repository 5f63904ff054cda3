import { Alert, Button, Text } from "@mantine/core"
import { IconPrinter } from "@tabler/icons-react"
import { useEffect, useRef } from "react"
import type { RunReference } from "../../src/ipc/run.ts"
import { ask } from "../ask.ts"
import { goTo } from "../go-to.ts"
import { useStore } from "../store.tsx"

/**
 * The report of an import was made.
 * @param times so many times by now: it is brought into sight each time
 */
export function Printed({ run, times }: { run: RunReference; times: number }) {
	const { attempt } = useStore()
	const place = useRef<HTMLDivElement>(null)
	// biome-ignore lint/correctness/useExhaustiveDependencies: once for each time
	useEffect(() => goTo(place.current), [times])
	return (
		<Alert
			ref={place}
			tabIndex={-1}
			color="blue"
			icon={<IconPrinter />}
			role="status"
			title="The report is report.pdf, in the folder of this import"
		>
			<Text size="sm" style={{ overflowWrap: "anywhere" }}>
				{run.folder}
			</Text>
			<Button
				size="xs"
				variant="default"
				mt="sm"
				onClick={() => attempt(() => ask("result.open", { run: run.id, file: "report.pdf" }))}
			>
				Open the report
			</Button>
		</Alert>
	)
}
