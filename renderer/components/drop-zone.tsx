import { Button, Group, Text } from "@mantine/core"
import { type CSSProperties, type DragEvent, type ReactNode, useEffect, useState } from "react"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"
import { useOpen } from "../use-open.ts"
import { Dialog } from "./dialog.tsx"

interface Props {
	readonly style: CSSProperties
	readonly children: ReactNode
}

/** All of the window: a file is opened that is dropped on it, or comes from outside; in the middle of other work it asks. */
export function DropZone({ style, children }: Props) {
	const { state, dispatch, attempt } = useStore()
	const { open } = useOpen()
	const [over, setOver] = useState(false)
	const [asked, setAsked] = useState<string>()
	const { flow } = state
	// While a run goes on, main says why it cannot be.
	const isAtWork = flow.step !== "file" && flow.step !== "running"
	const offer = (path: string) => (isAtWork ? setAsked(path) : open(path))
	const take = () =>
		attempt(async () => {
			const path = await ask("file.waiting", undefined)
			if (path !== undefined) await offer(path)
		})
	// biome-ignore lint/correctness/useExhaustiveDependencies: once for what waited for the window
	useEffect(() => void take(), [])
	useEffect(() => window.intergiro.listen(({ type }) => type === "waiting" && void take()))
	const drop = (event: DragEvent) => {
		event.preventDefault()
		setOver(false)
		const [file] = event.dataTransfer.files
		const path = file && window.intergiro.pathOf(file)
		if (path) return offer(path)
		const problem = {
			message: "This is not a file on this computer, so it cannot be opened.",
			tip: "Save it to a folder first, an attachment above all, then drop it from there or choose it.",
		}
		dispatch({ type: "problem", problem })
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button is everyone's
		<div
			className="shell droppable"
			style={style}
			data-over={over || undefined}
			onDragOver={(event) => {
				event.preventDefault()
				setOver(true)
			}}
			onDragLeave={({ currentTarget, relatedTarget }) => {
				if (!currentTarget.contains(relatedTarget as Node | null)) setOver(false)
			}}
			onDrop={drop}
		>
			{children}
			{asked !== undefined && (
				<Asking
					path={asked}
					open={"file" in flow ? flow.file?.name : undefined}
					onClose={() => setAsked(undefined)}
					onOpen={() => {
						setAsked(undefined)
						open(asked)
					}}
				/>
			)}
		</div>
	)
}

interface AskingProps {
	readonly path: string
	/** The file that is open now. */
	readonly open: string | undefined
	onClose(): void
	onOpen(): void
}

function Asking({ path, open = "what is shown", onClose, onOpen }: AskingProps) {
	const name = path.split(/[\\/]/).at(-1) ?? path
	return (
		<Dialog title={`Open ${name} instead?`} onClose={onClose}>
			<Text size="sm" mb="md">
				It takes the place of {open}. What you answered and mended there is kept for the next time you open it.
			</Text>
			<Group justify="end">
				<Button variant="default" onClick={onClose}>
					Stay here
				</Button>
				<Button data-autofocus onClick={onOpen}>
					Open it
				</Button>
			</Group>
		</Dialog>
	)
}
