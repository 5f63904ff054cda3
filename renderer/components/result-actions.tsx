import { Button, Group } from "@mantine/core"
import { IconArrowRight, IconFolder, IconPrinter, IconShieldCheck } from "@tabler/icons-react"
import type { Result } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { isRehearsal } from "../words.ts"

/** What is under way with a result. */
export type ResultWork = "verify" | "look" | "cards" | "rest"

/** What can be done with a result, and the way on from it. */
export function ResultActions({
	result,
	busy,
	onVerify,
	onPrint,
	onColumns,
	onRest,
	onGoOn,
}: {
	readonly result: Result
	readonly busy: ResultWork | undefined
	onVerify(): void
	onPrint(): void
	/** The first ones are not right. */
	onColumns(): void
	/** They are, and the others are created. */
	onRest(): void
	onGoOn(): void
}) {
	const { dispatch, attempt } = useStore()
	const { count } = useFormat()
	const { run } = result
	const another = () =>
		attempt(async () => {
			await ask("file.close", undefined)
			dispatch({ type: "closed" })
		})
	return (
		<>
			<Button
				variant="default"
				leftSection={<IconFolder size="1.125rem" />}
				onClick={() => attempt(() => ask("result.show", { run: run.id }))}
			>
				Open the folder
			</Button>
			<Button
				variant="default"
				leftSection={<IconShieldCheck size="1.125rem" />}
				loading={busy === "verify"}
				onClick={onVerify}
			>
				Verify
			</Button>
			<Button variant="default" leftSection={<IconPrinter size="1.125rem" />} onClick={onPrint}>
				Report as PDF
			</Button>
			{result.complete ? (
				<Button
					className="push"
					variant={result.outcomes.unknown > 0 || isRehearsal(run) ? "default" : "filled"}
					onClick={another}
					data-command="next"
				>
					Import another file
				</Button>
			) : result.first ? (
				<Group className="push" gap="sm" justify="end">
					<Button variant="default" disabled={busy !== undefined} onClick={onColumns}>
						Back to the columns
					</Button>
					<Button
						rightSection={<IconArrowRight size="1.125rem" />}
						loading={busy === "rest"}
						onClick={run.environment.kind === "live" && !run.confirmed ? onGoOn : onRest}
						data-command="next"
					>
						Looks right: {isRehearsal(run) ? "rehearse" : "create"} the other {count(result.pendingCustomers)}
					</Button>
				</Group>
			) : (
				<Group className="push" gap="sm" justify="end">
					<Button variant="default" onClick={another}>
						Import another file
					</Button>
					<Button rightSection={<IconArrowRight size="1.125rem" />} onClick={onGoOn} data-command="next">
						Go on with the rest
					</Button>
				</Group>
			)}
		</>
	)
}
