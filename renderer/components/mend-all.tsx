import { Button, Group, SegmentedControl, Select, Text, TextInput } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { useEffect, useState } from "react"
import type { Checked, Mend } from "../../src/ipc/check.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"

const [set, replace, clear, skip] = [
	{ value: "set", label: "Set" },
	{ value: "replace", label: "Replace" },
	{ value: "clear", label: "Clear" },
	{ value: "skip", label: "Leave out" },
] as const
const sharedWays = [set, replace, clear, skip] as const
const ownWays = [replace, set, clear, skip] as const
/** Of cells that are empty. */
const emptyWays = [skip, set] as const
type Way = (typeof sharedWays)[number]["value"]

/** Whether it is about what every customer has of their own, so that the same for all is hardly ever meant. */
function isOwn(code: string): boolean {
	return /^(?:email|phone|number|token|name|identity)\b/.test(code)
}

/** Whether it is about empty cells of which each wants a value of its own. */
function isEmpty(code: string): boolean {
	return ["number.missing", "name.none", "card.none"].includes(code)
}

/** Whether it is about what is not sent: each is to be read, and nothing of it to be mended. */
function isToRead(code: string): boolean {
	return code === "column.notes"
}

interface Props {
	readonly finding: Checked["findings"][number]
	readonly columns: readonly string[]
	onMend(mend: Mend): void
}

/** The same mend for every row with a finding; the button says how many rows it touches. */
export function MendAll({ finding, columns, onMend }: Props) {
	const { counted } = useFormat()
	const ways = isEmpty(finding.code) ? emptyWays : isOwn(finding.code) ? ownWays : sharedWays
	const [way, setWay] = useState<Way>(ways[0].value)
	const [column, setColumn] = useState<string | null>(finding.column ?? null)
	const [value, setValue] = useState("")
	const [find, setFind] = useState("")
	const { code, rows } = finding
	const found = useReplaceable(finding, way === "replace" ? column : null, find)
	const touched = way === "replace" ? found : rows
	const mend = mendOf(way, { code, column, value, find })
	const labels: Readonly<Record<Way, string>> = {
		set: `Set in ${counted(rows, "row")}`,
		replace: found === undefined ? "Replace" : `Replace in ${counted(found, "row")}`,
		clear: `Clear in ${counted(rows, "row")}`,
		skip: `Leave out ${counted(rows, "row")}`,
	}
	if (isToRead(code))
		return (
			<Text size="sm" className="tile">
				{finding.tip}
			</Text>
		)
	return (
		<form
			className="tile"
			aria-label="Mend all rows with this finding"
			onSubmit={(event) => {
				event.preventDefault()
				if (mend && touched) onMend(mend)
			}}
		>
			<Text size="sm" mb="xs">
				{finding.tip}
			</Text>
			<Group gap="xs" align="end">
				<SegmentedControl
					size="xs"
					aria-label="What to do with all of them"
					value={way}
					onChange={(chosen) => setWay(chosen as Way)}
					data={[...ways]}
				/>
				{way !== "skip" && (
					<Select
						size="xs"
						label="Column"
						data={[...columns]}
						value={column}
						onChange={setColumn}
						searchable
						placeholder="Column"
						style={{ flex: "1 1 8rem" }}
					/>
				)}
				{way === "replace" && (
					<TextInput
						size="xs"
						label="Find"
						value={find}
						onChange={(event) => setFind(event.currentTarget.value)}
						style={{ flex: "1 1 7rem" }}
					/>
				)}
				{(way === "set" || way === "replace") && (
					<TextInput
						size="xs"
						label={way === "set" ? "New value" : "Replace with"}
						value={value}
						onChange={(event) => setValue(event.currentTarget.value)}
						style={{ flex: "1 1 7rem" }}
					/>
				)}
				<Button type="submit" size="xs" variant="default" disabled={!mend || !touched}>
					{labels[way]}
				</Button>
			</Group>
		</form>
	)
}

interface Entered {
	readonly code: string
	readonly column: string | null
	readonly value: string
	readonly find: string
}

/** Nothing while something is missing. */
function mendOf(way: Way, { code, column, value, find }: Entered): Mend | undefined {
	if (way === "skip") return { kind: "skip-all", code }
	if (column === null) return undefined
	switch (way) {
		case "set":
			return value === "" ? undefined : { kind: "set-all", code, column, value }
		case "clear":
			return { kind: "set-all", code, column, value: "" }
		case "replace":
			return find === "" ? undefined : { kind: "replace-all", code, column, find, replacement: value }
	}
}

/** In how many rows the text stands; nothing while it is not known. */
function useReplaceable(finding: Props["finding"], column: string | null, find: string): number | undefined {
	const { attempt } = useStore()
	const [wanted] = useDebouncedValue(find, 150)
	const [rows, setRows] = useState<number>()
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for another text, and after every mend
	useEffect(() => {
		let current = true
		setRows(undefined)
		if (column !== null && wanted !== "")
			attempt(async () => {
				const rows = await ask("check.replaceable", { code: finding.code, column, find: wanted })
				if (current) setRows(rows)
			})
		return () => {
			current = false
		}
	}, [finding, column, wanted])
	return find === wanted ? rows : undefined
}
