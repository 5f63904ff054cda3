import { Alert, Button, Group, Text } from "@mantine/core"
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react"
import type { CreatedBefore } from "../../src/ipc/result.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { isSeen } from "../ending-words.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { Scrolled } from "./scrolled.tsx"
import { TwoValuesTable } from "./two-values.tsx"

/** In place of values, where there is nothing to compare. */
const instead = {
	other: undefined,
	"not-sent": "Its row is not sent now, and stands in the result by itself: look whether it should exist.",
	unseen: "As it was created, as far as Intergiro does not say how it is now.",
	unread: "Nobody can tell what it was created with: the file is not as it was.",
} as const

interface Props {
	readonly run: RunReference
	readonly before: CreatedBefore | undefined
	/** They are being read at Intergiro. */
	readonly isLooking: boolean
	/** Reads them once more. */
	look(): Promise<void>
}

/** Whom earlier imports of this file created otherwise than it says now: who they are, what is wrong, and what to do. */
export function MadeBefore(props: Props) {
	const { before } = props
	const { count, counted } = useFormat()
	const { others = 0, uncompared = 0, customers = [], looked } = before ?? {}
	const total = others + uncompared
	const settled = (looked?.right ?? 0) + (looked?.gone ?? 0)
	if (total + settled === 0) return null
	const isRenumbered = customers.some(({ values }) => values.some(({ path }) => path === "number"))
	const which = others > 0 ? " with other values than it gives now" : ""
	const those = others || uncompared
	return (
		<Alert
			color={total === 0 ? "green" : "orange"}
			icon={total === 0 ? <IconCircleCheck /> : <IconAlertTriangle />}
			role="region"
			title={
				total === 0
					? "Nobody created before with other values is wrong at Intergiro now"
					: isSeen(before) && others > 0
						? `${counted(others, "customer")} of this file ${others === 1 ? "is" : "are"} other at Intergiro than it gives now`
						: `${counted(those, "customer")} of this file ${those === 1 ? "was" : "were"} created before${which}`
			}
		>
			<Looked {...props} />
			{total > 0 && (
				<>
					<Text size="sm" mb="xs">
						An earlier import read the columns or cells otherwise, and that cannot be taken back from here: correct{" "}
						{looked ? "these customers" : "whoever of these is still so"} at Intergiro, one by one.
						{isRenumbered &&
							" Whoever stands there under a wrong number should be removed there, or get the right one: its card is with it, so a row that was created anew may need a new card."}
					</Text>
					<Scrolled label="Customers created before, and their values">
						<TwoValuesTable
							label="Customers created before"
							titles={[looked ? "At Intergiro" : "Created as", "The file says now"]}
							customers={customers.map(({ row, number, id, standing, values }) => ({
								key: id,
								values,
								instead: instead[standing],
								who: (
									<>
										{number}
										<Text size="xs" c="dimmed">
											row {row}, <span className="mono">{id}</span>
										</Text>
									</>
								),
							}))}
						/>
						{total > customers.length && <Text size="sm">And {count(total - customers.length)} more.</Text>}
					</Scrolled>
				</>
			)}
		</Alert>
	)
}

/** When they were looked at, and what was put right by then; and the way to look again. */
function Looked({ run, before, isLooking, look }: Props) {
	const { attempt } = useStore()
	const { counted, when } = useFormat()
	const environment = useEnvironmentOf(run)
	const { at, right = 0, gone = 0, problem } = before?.looked ?? {}
	const since = [
		...(right > 0 ? [`${counted(right, "is", "are")} as the file says`] : []),
		...(gone > 0 ? [`${counted(gone, "is", "are")} not there any more`] : []),
	].join(", ")
	return (
		<Group gap="sm" mb="xs">
			<Text size="sm">
				{at === undefined
					? isLooking
						? "Looking at Intergiro…"
						: "As they were created: what was put right at Intergiro since is not seen here."
					: `Looked at Intergiro ${when(at)}${since && `: ${since}`}.`}
				{problem !== undefined && ` Not everybody could be read: ${problem}`}
			</Text>
			{environment !== undefined && environment.key !== "public" && (
				<Button size="compact-sm" variant="default" loading={isLooking} onClick={() => attempt(look)}>
					{at === undefined ? "Look at Intergiro" : "Look at Intergiro again"}
				</Button>
			)}
		</Group>
	)
}
