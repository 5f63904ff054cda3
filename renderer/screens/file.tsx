import { Alert, Anchor, Button, Group, Stack, Text, Title } from "@mantine/core"
import { IconArrowRight, IconFileSpreadsheet, IconHistory, IconInfoCircle, IconUpload } from "@tabler/icons-react"
import { useEffect } from "react"
import type { OpenedFile } from "../../src/ipc/file.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { ask } from "../ask.ts"
import { HowItIsRead } from "../components/how-it-is-read.tsx"
import { Preview } from "../components/preview.tsx"
import { Screen } from "../components/screen.tsx"
import { SheetChoice } from "../components/sheet-choice.tsx"
import { Template } from "../components/template.tsx"
import type { Flow } from "../flow.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { useOpen } from "../use-open.ts"
import { useResume } from "../use-resume.ts"
import { importTitle } from "../words.ts"

export function FileScreen({ flow }: { flow: Extract<Flow, { step: "file" }> }) {
	const { choose } = useOpen()
	if (flow.file) return <Opened key={`${flow.file.name} ${flow.file.workbook?.sheet}`} file={flow.file} />
	if (flow.workbook) return <SheetChoice key={flow.workbook.name} workbook={flow.workbook} onOther={choose} />
	return <Empty />
}

function Empty() {
	const { state, dispatch } = useStore()
	// As they are whenever a person comes here; what is known already does for one who cannot be told.
	useEffect(() => {
		ask("file.recent", undefined).then(
			(files) => dispatch({ type: "recent", files }),
			() => {},
		)
	}, [dispatch])
	const { recent, unfinished } = state.app
	const [newest, ...older] = unfinished
	const { counted } = useFormat()
	const { choose, open } = useOpen()
	const resume = useResume()
	return (
		<Screen
			title="Choose the file with your customers"
			lead="A CSV export from your payment processor, or an Excel workbook. It is only read; nothing is sent before you say so."
		>
			{newest && <Unfinished run={newest} more={older.length} onResume={() => resume(newest.id)} />}
			<div className="drop">
				<IconUpload size="2.5rem" stroke={1.5} aria-hidden />
				<Text fw={600} size="lg" mt="sm">
					Drop the file here
				</Text>
				<Text c="dimmed" mb="lg">
					.xlsx or .csv; one customer a row
				</Text>
				<Button size="md" onClick={choose} leftSection={<IconFileSpreadsheet size="1.25rem" />} data-command="next">
					Choose a file…
				</Button>
				<Template />
			</div>
			{recent.length > 0 && (
				<section aria-labelledby="recent">
					<Title order={2} size="h5" mb="xs" id="recent">
						Recent files
					</Title>
					<Stack gap={6}>
						{recent.map(({ path, name, folder, mends }) => (
							<Group key={path} gap="sm" wrap="nowrap">
								<Anchor component="button" type="button" size="sm" fw={550} onClick={() => open(path)}>
									{name}
								</Anchor>
								<Text size="sm" c="dimmed" truncate title={folder}>
									{folder}
								</Text>
								{mends > 0 && (
									<Text size="sm" c="dimmed" style={{ flex: "none" }}>
										{counted(mends, "mended row is kept", "mended rows are kept")}
									</Text>
								)}
							</Group>
						))}
					</Stack>
				</section>
			)}
		</Screen>
	)
}

/** @param more unfinished imports: they are in the history, and do not push away what a person came for */
function Unfinished({ run, more, onResume }: { run: RunReference; more: number; onResume(): void }) {
	const { dispatch } = useStore()
	const { when, counted } = useFormat()
	return (
		<Alert
			color="orange"
			icon={<IconHistory />}
			title={run.state === "stopped" ? "An import did not come to its end" : "An import was interrupted"}
		>
			<Text size="sm" mb="sm">
				{importTitle(run)}, started {when(run.started)} in {run.environment.name}. What was sent is written down:
				resuming sends nothing twice.
			</Text>
			<Group gap="sm">
				<Button size="xs" onClick={onResume}>
					Resume this import
				</Button>
				{more > 0 && (
					<Button size="xs" variant="default" onClick={() => dispatch({ type: "page", page: "history" })}>
						{counted(more, "other unfinished import")} in the history
					</Button>
				)}
			</Group>
		</Alert>
	)
}

function Opened({ file }: { file: OpenedFile }) {
	const { state, dispatch } = useStore()
	const { choose } = useOpen()
	const resume = useResume()
	const { size, when } = useFormat()
	const unfinished = file.unfinished.find(({ environment }) => environment.id === state.app.settings.environment)
	return (
		<Screen
			title={file.name}
			lead={`${size(file.size)}, in the folder ${file.folder}. Is it read the right way? Look at ${file.workbook ? "numbers, zeros and dates" : "names with special letters"}.`}
			actions={
				<>
					<Button variant="default" onClick={choose} data-command="back">
						Another file…
					</Button>
					<Button
						className="push"
						rightSection={<IconArrowRight size="1.125rem" />}
						onClick={() => dispatch({ type: "go", step: "columns" })}
						data-command="next"
					>
						Columns
					</Button>
				</>
			}
		>
			{unfinished && file.resumed !== unfinished.id && (
				<Alert color="orange" icon={<IconHistory />} title="This file was imported before, and not to its end">
					<Text size="sm" mb="sm">
						Started {when(unfinished.started)} in {unfinished.environment.name}. Going on with that import sends nothing
						twice.
					</Text>
					<Button size="xs" onClick={() => resume(unfinished.id)}>
						Resume that import
					</Button>
				</Alert>
			)}
			{file.kind !== "customers" && (
				<Alert
					color="blue"
					icon={<IconInfoCircle />}
					title={file.kind === "errors" ? "The errors of an earlier import" : "The rows in doubt of an earlier import"}
				>
					{file.kind === "errors"
						? "Its rows are safe to run again. The columns that the import added are ignored."
						: "These were sent, and it is not known whether they were created. They are looked for at Intergiro first, and none is sent again without your consent."}
				</Alert>
			)}
			<HowItIsRead file={file} />
			<Preview file={file} />
		</Screen>
	)
}
