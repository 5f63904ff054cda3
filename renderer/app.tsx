import { ActionIcon, Alert, Box, Button, Group, Text, Tooltip, useMantineColorScheme } from "@mantine/core"
import { IconCheck, IconHistory, IconHourglass, IconSettings, IconUsersPlus } from "@tabler/icons-react"
import { useEffect } from "react"
import { ask } from "./ask.ts"
import { DropZone } from "./components/drop-zone.tsx"
import { EnvironmentBadge } from "./components/environment-badge.tsx"
import { Problems } from "./components/problem.tsx"
import { ReadingWorkbook } from "./components/reading-workbook.tsx"
import { Working } from "./components/working.tsx"
import { type Flow, isBusy } from "./flow.ts"
import { CheckScreen } from "./screens/check.tsx"
import { ColumnsScreen } from "./screens/columns.tsx"
import { FileScreen } from "./screens/file.tsx"
import { HistoryScreen } from "./screens/history.tsx"
import { ImportScreen } from "./screens/import.tsx"
import { ResultScreen } from "./screens/result.tsx"
import { SettingsScreen } from "./screens/settings.tsx"
import type { Page } from "./state.ts"
import { useStore } from "./store.tsx"
import { useOpen } from "./use-open.ts"
import { environmentColors } from "./words.ts"

const steps = ["File", "Columns", "Check", "Import", "Result"] as const
const targets = ["file", "columns", "check", "ready"] as const

export function App() {
	const { state, dispatch, attempt } = useStore()
	const { settings, environments } = state.app
	const { choose } = useOpen()
	const { setColorScheme } = useMantineColorScheme()
	useEffect(() => setColorScheme(settings.theme), [settings.theme, setColorScheme])
	useEffect(
		() =>
			window.intergiro.listen((told) => {
				if (told.type !== "command") return
				if (told.command === "open") choose()
				else if (told.command === "import" || told.command === "history" || told.command === "settings")
					dispatch({ type: "page", page: told.command })
				else act(told.command)
			}),
		[choose, dispatch],
	)
	// Also where no menu takes the shortcut first: what is typed next must not land in a cell.
	useEffect(() => {
		const onKeyDown = (event: KeyboardEvent) => {
			const command = commandOf(event)
			if (command === undefined) return
			event.preventDefault()
			act(command)
		}
		window.addEventListener("keydown", onKeyDown, true)
		return () => window.removeEventListener("keydown", onKeyDown, true)
	}, [])
	const environment = environments.find(({ id }) => id === settings.environment) ?? environments[0]
	const color = environment ? environmentColors[environment.kind] : "gray"
	return (
		<DropZone style={{ "--stripe": `var(--mantine-color-${color}-filled)` } as React.CSSProperties}>
			<header>
				<div className="stripe" />
				<Working />
				{/* Menus open here: on a landmark, and in nothing that would clip them. */}
				<div id="menus" />
				<div className="bar">
					<Text fw={650} visibleFrom="lg" style={{ whiteSpace: "nowrap" }}>
						Customer Import
					</Text>
					<Steps />
					<Group gap="xs" wrap="nowrap" miw={0} className="push">
						<PageButton page="import" label="Current import" icon={<IconUsersPlus size="1.25rem" />} />
						<PageButton page="history" label="History" icon={<IconHistory size="1.25rem" />} />
						<PageButton page="settings" label="Settings" icon={<IconSettings size="1.25rem" />} />
						<EnvironmentBadge />
					</Group>
				</div>
			</header>
			<Box style={{ display: "grid", grid: "auto 1fr / minmax(0, 1fr)", minHeight: 0 }}>
				<div>
					<Problems />
					{state.waiting && (
						<Alert role="status" color="yellow" radius={0} icon={<IconHourglass />} title="Not begun yet">
							<Group justify="space-between" align="end">
								<Text size="sm">{state.waiting}</Text>
								<Button size="xs" variant="default" onClick={() => attempt(() => ask("run.stop", undefined))}>
									Do not begin
								</Button>
							</Group>
						</Alert>
					)}
				</div>
				<Screen />
			</Box>
			<ReadingWorkbook />
		</DropZone>
	)
}

/** What keys do wherever the focus is; where something is typed or asked, they undo what was typed there. */
function commandOf({ key, altKey, shiftKey, ctrlKey, metaKey, target }: KeyboardEvent): Command | undefined {
	if (altKey || !(ctrlKey || metaKey)) return undefined
	const letter = key.toLowerCase()
	if (letter === "f" && !shiftKey) return "search"
	if (target instanceof Element && target.closest("input, textarea, [role=dialog]")) return undefined
	if (letter === "z") return shiftKey ? "redo" : "undo"
	return letter === "y" && !shiftKey ? "redo" : undefined
}

type Command = "next" | "back" | "search" | "undo" | "redo"

function act(command: Command) {
	const element = document.querySelector<HTMLElement>(`[data-command="${command}"]`)
	if (command !== "search") return element?.click()
	element?.focus()
	if (element instanceof HTMLInputElement) element.select()
}

function Screen() {
	const { page, flow } = useStore().state
	if (page === "history") return <HistoryScreen />
	if (page === "settings") return <SettingsScreen />
	switch (flow.step) {
		case "file":
			return <FileScreen flow={flow} />
		case "columns":
			return <ColumnsScreen flow={flow} />
		case "checking":
		case "check":
			return <CheckScreen flow={flow} />
		case "ready":
		case "running":
			return <ImportScreen flow={flow} />
		case "result":
			return <ResultScreen flow={flow} />
	}
}

function indexOf({ step }: Flow): number {
	switch (step) {
		case "file":
			return 0
		case "columns":
			return 1
		case "checking":
		case "check":
			return 2
		case "ready":
		case "running":
			return 3
		case "result":
			return 4
	}
}

function Steps() {
	const { state, dispatch } = useStore()
	const current = indexOf(state.flow)
	return (
		<nav aria-label="Steps of the import">
			<ol className="steps">
				{steps.map((label, index) => {
					const target = targets[index]
					const open = index < current && target !== undefined && !isBusy(state.flow) && "file" in state.flow
					const mark =
						index < current ? <IconCheck size="1rem" aria-hidden /> : <span className="number">{index + 1}</span>
					return (
						<li key={label}>
							{open && state.flow.file ? (
								<button
									type="button"
									className="step plain"
									aria-label={label}
									title={label}
									onClick={() => {
										dispatch({ type: "page", page: "import" })
										dispatch({ type: "go", step: target })
									}}
								>
									{mark} <span className="label">{label}</span>
								</button>
							) : (
								<span
									className="step"
									title={label}
									data-current={index === current || undefined}
									aria-current={index === current && state.page === "import" ? "step" : undefined}
								>
									{mark} <span className="label">{label}</span>
								</span>
							)}
						</li>
					)
				})}
			</ol>
		</nav>
	)
}

function PageButton({ page, label, icon }: { page: Page; label: string; icon: React.ReactNode }) {
	const { state, dispatch } = useStore()
	const current = state.page === page
	return (
		<Tooltip label={label}>
			<ActionIcon
				variant={current ? "light" : "subtle"}
				color={current ? "ink" : "gray"}
				size="lg"
				aria-label={label}
				aria-current={current ? "page" : undefined}
				onClick={() => dispatch({ type: "page", page })}
			>
				{icon}
			</ActionIcon>
		</Tooltip>
	)
}
