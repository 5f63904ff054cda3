import { Text } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useEffect, useState } from "react"
import type { Beside as Found } from "../../src/ipc/check.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { ask, problemOf } from "../ask.ts"
import { isRehearsal } from "../words.ts"
import { TwoValuesTable } from "./two-values.tsx"

interface Props {
	readonly run: RunReference
	readonly row: number
	/** The customer's identifier at Intergiro. */
	readonly id: string
}

/** Milliseconds that a row is looked at before its customer is read at Intergiro. */
const looked = 250

/** What Intergiro has of a customer now, beside what the file says; the sandbox has nobody's. */
export function Beside({ run, ...of }: Props) {
	const [key] = useDebouncedValue(JSON.stringify(of), looked)
	const [found, setFound] = useState<{ readonly key: string; readonly found: Found }>()
	const rehearsal = isRehearsal(run)
	useEffect(() => {
		if (rehearsal) return
		let isWanted = true
		ask("result.beside", { run: run.id, ...(JSON.parse(key) as Omit<Props, "run">) })
			.catch((error): Found => ({ kind: "unknown", message: problemOf(error).message }))
			.then((found) => isWanted && setFound({ key, found }))
		return () => {
			isWanted = false
		}
	}, [run.id, key, rehearsal])
	if (rehearsal) return null
	if (found?.key !== JSON.stringify(of))
		return (
			<Text size="sm" c="dimmed">
				Reading what Intergiro has…
			</Text>
		)
	if (found.found.kind === "unknown") return <Text size="sm">{found.found.message}</Text>
	return (
		<TwoValuesTable
			label={`Row ${of.row} beside Intergiro`}
			titles={["At Intergiro now", "In the file"]}
			customers={[{ key, values: found.found.values }]}
		/>
	)
}
