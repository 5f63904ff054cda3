import { Alert, Button, Group } from "@mantine/core"
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react"
import type { Problem } from "../../src/ipc/problem.ts"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"
import { useCheckAgain, useResume } from "../use-resume.ts"
import { NewKey } from "./new-key.tsx"

/** What could not be done, with the ways on, and what there is to know of this computer. */
export function Problems() {
	const { state, dispatch } = useStore()
	const close = () => dispatch({ type: "problem", problem: undefined })
	return (
		<>
			{state.problem && (
				<Alert
					role="alert"
					color="red"
					radius={0}
					icon={<IconAlertTriangle />}
					title={state.problem.message}
					withCloseButton
					closeButtonLabel="Close this message"
					onClose={close}
				>
					<Group gap="sm">
						{state.problem.tip}
						<Ways problem={state.problem} onClose={close} />
					</Group>
				</Alert>
			)}
			{state.app.told.map((message) => (
				<Alert
					key={message}
					role="status"
					color="yellow"
					radius={0}
					icon={<IconInfoCircle />}
					title={message}
					withCloseButton
					closeButtonLabel="Close this message"
					onClose={() => dispatch({ type: "known", message })}
				/>
			))}
		</>
	)
}

function Ways({ problem: { environment, folder, again, changed }, onClose }: { problem: Problem; onClose(): void }) {
	const { state, dispatch, attempt } = useStore()
	const checkAgain = useCheckAgain()
	const writeAgain = useWriteAgain()
	const keyless = state.app.environments.find(({ id }) => id === environment)
	return (
		<>
			{keyless && <NewKey key={keyless.id} environment={keyless} onClose={onClose} />}
			{folder && (
				<Button
					size="xs"
					variant="default"
					onClick={() => attempt(async () => void ((await ask("runs.choose", undefined)) && onClose()))}
				>
					Choose another folder…
				</Button>
			)}
			{changed && (
				<Button
					size="xs"
					onClick={() => attempt(async () => checkAgain({ file: await ask("check.anew", undefined) }, "check"))}
				>
					Check again
				</Button>
			)}
			{again !== undefined && (
				<>
					{!changed && (
						<Button size="xs" onClick={() => writeAgain(again)}>
							Try again
						</Button>
					)}
					<Button
						size="xs"
						variant="default"
						onClick={() =>
							attempt(async () => {
								const path = await ask("result.rescue", { run: again })
								const message = `Saved: ${path}`
								if (path !== undefined) dispatch({ type: "told", told: { type: "warning", message } })
							})
						}
					>
						Save results.csv elsewhere…
					</Button>
				</>
			)}
		</>
	)
}

/** Writes the files of a run that ended without them: nothing is sent. */
function useWriteAgain(): (run: string) => Promise<void> {
	const { state, dispatch, attempt } = useStore()
	const resume = useResume()
	const { flow } = state
	return (id) => {
		const run = flow.step === "ready" ? flow.file.unfinished.find((one) => one.id === id) : undefined
		const environment = run?.environment.id
		if (environment === undefined) return resume(id)
		const { rate, concurrency } = state.app.settings
		return attempt(async () =>
			dispatch({ type: "started", run: await ask("run.start", { environment, rate, concurrency, look: true }) }),
		)
	}
}
