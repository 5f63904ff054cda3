import {
	ActionIcon,
	Alert,
	Button,
	Group,
	Loader,
	Progress,
	SegmentedControl,
	Text,
	TextInput,
	Tooltip,
} from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import {
	IconArrowBackUp,
	IconArrowForwardUp,
	IconArrowLeft,
	IconArrowRight,
	IconDownload,
	IconHelpCircle,
	IconSearch,
} from "@tabler/icons-react"
import { useRef, useState } from "react"
import type { Checked, Mend, RowFilter } from "../../src/ipc/check.ts"
import type { OpenedFile } from "../../src/ipc/file.ts"
import type { Plan } from "../../src/ipc/run.ts"
import { joinedWords } from "../../src/run/outcome-words.ts"
import { leavingRowsOut } from "../answer-words.ts"
import { ask } from "../ask.ts"
import { ClaimedCards } from "../components/claimed-cards.tsx"
import { CreatedBefore, createdBy, importBefore } from "../components/created-before.tsx"
import { FileRows } from "../components/file-rows.tsx"
import { FindingList } from "../components/finding-list.tsx"
import { KnownBefore } from "../components/known-before.tsx"
import { MendAll } from "../components/mend-all.tsx"
import { OneCountry } from "../components/one-country.tsx"
import { usePlan } from "../components/plan.tsx"
import { remembered } from "../components/remembered.tsx"
import type { Sheet } from "../components/row-grid.tsx"
import { Screen } from "../components/screen.tsx"
import { type Flow, runToGoOn } from "../flow.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"

export function CheckScreen({ flow }: { flow: Extract<Flow, { step: "checking" | "check" }> }) {
	return flow.step === "checking" ? (
		<Working flow={flow} />
	) : (
		<Findings key={flow.search} file={flow.file} checked={flow.checked} sought={flow.search} />
	)
}

function Working({ flow }: { flow: Extract<Flow, { step: "checking" }> }) {
	const { counted } = useFormat()
	return (
		<Screen
			title="Checking every row"
			lead="Nothing is sent."
			actions={
				<Button variant="default" onClick={() => ask("check.stop", undefined)}>
					Stop
				</Button>
			}
		>
			<Progress value={flow.share * 100} size="lg" aria-label="Share of the file that is checked" />
			<Text className="number">{counted(flow.done, "row")}</Text>
		</Screen>
	)
}

/** Rows that are counted while one looks; of more, the next page says what is known. */
const soonCounted = 20_000

interface FindingsProps {
	readonly file: OpenedFile
	readonly checked: Checked
	/** The text whose rows a person came to see. */
	readonly sought: string | undefined
}

function Findings({ file, checked, sought }: FindingsProps) {
	const { state, dispatch, attempt } = useStore()
	const { settings, environments } = state.app
	const environment = environments.find(({ id }) => id === settings.environment)
	const plan = usePlan(checked, environment, { isWanted: checked.rows <= soonCounted })
	const { count, counted } = useFormat()
	const [filter, setFilter] = useState<RowFilter>({
		show: checked.error > 0 && sought === undefined ? "error" : "all",
		search: sought ?? "",
	})
	const [search] = useDebouncedValue(filter.search, 150)
	const [version, setVersion] = useState(0)
	const shown = { ...filter, search }
	const [mending, setMending] = useState(0)
	const find = useRef<Sheet["onFind"]>(() => {})
	const sort: Sheet["onSort"] = (column, descending) =>
		setFilter(({ sort, ...filter }) => {
			const isSame = sort?.column === column
			if (descending === undefined && isSame && sort.descending) return filter
			return { ...filter, sort: { column, descending: descending ?? isSame } }
		})
	const mend = (mend: Mend) =>
		attempt(async () => {
			setMending((count) => count + 1)
			try {
				const examined = await ask("check.mend", mend)
				setVersion((version) => version + 1)
				dispatch({ type: "mended", ...examined })
			} finally {
				setMending((count) => count - 1)
			}
		})
	const look = (next: Partial<RowFilter>) => setFilter(({ code: _, ...filter }) => ({ ...filter, ...next }))
	const findings = useSteady(checked.findings, filter.code)
	const selected = findings.find(({ code }) => code === filter.code)
	// Of a finding, the cell that it is about.
	const firstColumn = Math.max(0, checked.columns.indexOf(selected?.column ?? selected?.look ?? ""))
	const left = plan?.left ?? checked.customers
	const { fine, warned, spent, misnumbered } = standings(checked, plan)
	const unfit = spent + misnumbered
	const before = runToGoOn(file, settings.environment) ? undefined : importBefore(file, settings.environment)
	return (
		<Screen
			fill
			title={
				left > 0
					? `${counted(left, "customer")} can be imported`
					: checked.customers === 0
						? "No row can be imported yet"
						: `Nobody is left to be imported${checked.error + unfit > 0 ? `, but for ${counted(checked.error + unfit, "row")} to mend` : ""}`
			}
			lead={<Balance checked={checked} plan={plan} />}
			actions={
				<>
					<Button
						variant="default"
						leftSection={<IconArrowLeft size="1.125rem" />}
						onClick={() => dispatch({ type: "go", step: "columns" })}
						data-command="back"
					>
						Columns
					</Button>
					<Button
						variant="subtle"
						leftSection={<IconDownload size="1.125rem" />}
						onClick={() => attempt(async () => void (await ask("check.export", undefined)))}
					>
						Save the findings…
					</Button>
					<Text size="sm" c="dimmed" className="push">
						{checked.error > 0 && (
							<span className="aside">
								{counted(checked.error, "row")} with errors will be left for later, in errors.csv.
							</span>
						)}
					</Text>
					<Button
						rightSection={<IconArrowRight size="1.125rem" />}
						disabled={checked.customers === 0 || mending > 0 || checked.questions > 0}
						onClick={() => dispatch({ type: "go", step: "ready" })}
						data-command="next"
					>
						Import
					</Button>
				</>
			}
		>
			{checked.questions > 0 && (
				<Alert color="yellow" icon={<IconHelpCircle />} role="status" title="A mend left a question open">
					<Group justify="space-between">
						<Text size="sm">
							{counted(checked.questions, "question is", "questions are")} to be answered before anything is sent.
						</Text>
						<Button size="xs" variant="default" onClick={() => dispatch({ type: "go", step: "columns" })}>
							Answer
						</Button>
					</Group>
				</Alert>
			)}
			<ClaimedCards rows={plan?.known?.claimed ?? []} />
			<CreatedBefore run={before} />
			{environment && <KnownBefore environment={environment} plan={plan} told={before && createdBy(before)} />}
			<OneCountry findings={checked.findings} />
			<div className="check">
				<FindingList
					findings={findings}
					selected={filter.code}
					unfit={unfit}
					onSelect={(code) => look(code === filter.code ? { show: "all" } : { show: "all", code })}
				/>
				<div className="rows">
					<Group gap="sm">
						<SegmentedControl
							size="xs"
							aria-label="Rows to show"
							value={filter.code === undefined ? filter.show : ""}
							onChange={(show) => look({ show: show as RowFilter["show"] })}
							data={[
								{ value: "all", label: `All ${count(checked.rows)}` },
								{ value: "error", label: `Errors ${count(checked.error)}` },
								{ value: "warning", label: `Warnings ${count(warned)}` },
								{ value: "valid", label: `Fine ${count(fine)}` },
								...(unfit > 0
									? [{ value: "unfit", label: `${misnumbered > 0 ? "Not sent" : "New card"} ${count(unfit)}` }]
									: []),
								...(checked.skipped > 0 ? [{ value: "skipped", label: `Left out ${count(checked.skipped)}` }] : []),
							]}
						/>
						<TextInput
							size="xs"
							aria-label="Search in all cells"
							placeholder="Search"
							leftSection={<IconSearch size="1rem" />}
							value={filter.search}
							onChange={(event) => {
								const { value } = event.currentTarget
								setFilter((filter) => ({ ...filter, search: value }))
							}}
							onKeyDown={(event) => event.key === "Enter" && find.current(event.shiftKey)}
							data-command="search"
							style={{ flex: "1 1 8rem" }}
						/>
						{mending > 0 && <Loader size="xs" role="status" aria-label="Checking again" />}
						<Tooltip label="Undo the last mend">
							<ActionIcon
								variant="default"
								aria-label="Undo the last mend"
								disabled={!checked.undo}
								onClick={() => mend({ kind: "undo" })}
								data-command="undo"
							>
								<IconArrowBackUp size="1.125rem" />
							</ActionIcon>
						</Tooltip>
						<Tooltip label="Do it again">
							<ActionIcon
								variant="default"
								aria-label="Do it again"
								disabled={!checked.redo}
								onClick={() => mend({ kind: "redo" })}
								data-command="redo"
							>
								<IconArrowForwardUp size="1.125rem" />
							</ActionIcon>
						</Tooltip>
					</Group>
					{selected && <MendAll key={selected.code} finding={selected} columns={checked.columns} onMend={mend} />}
					<FileRows
						key={JSON.stringify({ ...shown, sort: undefined })}
						filter={shown}
						onAll={() => look({ show: "all" })}
						version={version + useCount(plan)}
						columns={checked.columns}
						firstColumn={firstColumn}
						leaving={leavingRowsOut(file.asked)}
						onAnswers={(question) => dispatch({ type: "go", step: "columns", look: question ?? remembered })}
						onMend={mend}
						onSort={sort}
						find={find}
					/>
				</div>
			</div>
		</Screen>
	)
}

/** How often it was another one. */
function useCount(value: unknown): number {
	const last = useRef({ value, count: 0 })
	if (last.current.value !== value) last.current = { value, count: last.current.count + 1 }
	return last.current.count
}

/** In the order in which they were first seen, and with the one that is looked at although its last row was mended: nothing jumps under a hand. */
function useSteady(findings: Checked["findings"], looked: string | undefined): Checked["findings"] {
	const seen = useRef(new Map<string, Checked["findings"][number]>())
	for (const finding of findings) seen.current.set(finding.code, finding)
	const now = new Map(findings.map((finding) => [finding.code, finding]))
	return [...seen.current.values()].flatMap((finding) => {
		const present = now.get(finding.code)
		return present ? [present] : finding.code === looked ? [{ ...finding, count: 0, rows: 0 }] : []
	})
}

/** A row whose card was refused, or whose number is not what it was, is not fine, whatever else is. */
function standings({ valid, warning }: Checked, plan: Plan | undefined) {
	const { spent = [], misnumbered = [], unfitWithWarning = 0 } = plan?.known ?? {}
	return {
		fine: valid - (spent.length + misnumbered.length - unfitWithWarning),
		warned: warning - unfitWithWarning,
		spent: spent.length,
		misnumbered: misnumbered.length,
	}
}

function Balance({ checked, plan }: { checked: Checked; plan: Plan | undefined }) {
	const { count, counted } = useFormat()
	const { fine, warned, spent, misnumbered } = standings(checked, plan)
	const joined = checked.valid + checked.warning - checked.customers
	const parts = [
		["fine", fine, "green"],
		["with warnings", warned, "yellow"],
		...(spent > 0 ? ([["to get a new card", spent, "orange"]] as const) : []),
		...(misnumbered > 0 ? ([["under another number than before", misnumbered, "orange"]] as const) : []),
		["with errors", checked.error, "red"],
		...(checked.skipped > 0 ? ([["left out by you", checked.skipped, "gray"]] as const) : []),
	] as const
	return (
		<>
			<Progress.Root size="lg" mt="xs" mb={6} aria-hidden>
				{parts.map(([label, value, color]) => (
					<Progress.Section key={label} value={(100 * value) / Math.max(1, checked.rows)} color={color} />
				))}
			</Progress.Root>
			<Group gap="lg">
				<Text size="sm">{counted(checked.rows, "row")} in the file:</Text>
				{parts.map(([label, value, color]) => (
					<Group key={label} gap={6}>
						<span className="dot" style={{ background: `var(--mantine-color-${color}-filled)` }} aria-hidden />
						<Text size="sm" className="number">
							<b>{count(value)}</b> {label}
						</Text>
					</Group>
				))}
				{joined > 0 && <Text size="sm">{joinedWords(joined, count)}.</Text>}
				{checked.mended > 0 && (
					<Text size="sm">
						{counted(checked.mended, "mended cell")} in {counted(checked.mendedRows, "row")}; the file itself stays as
						it is.
					</Text>
				)}
			</Group>
		</>
	)
}
