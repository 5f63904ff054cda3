import { Alert, Text } from "@mantine/core"
import { IconAlertTriangle } from "@tabler/icons-react"
import type { CreatedBefore } from "../../src/ipc.ts"
import { useFormat } from "../format.ts"
import { Scrolled } from "./scrolled.tsx"
import { TwoValuesTable } from "./two-values.tsx"

/** In place of values, where there is nothing to compare. */
const instead = {
	other: undefined,
	"not-sent": "Its row is not sent now, and stands in the result by itself: look whether it should exist.",
	unread: "Nobody can tell what it was created with: the file is not as it was.",
} as const

/** Whom earlier imports of this file created otherwise than it says now: who they are, what is wrong, and what to do. */
export function MadeBefore({ before }: { before: CreatedBefore | undefined }) {
	const { count, counted } = useFormat()
	const { others = 0, uncompared = 0, customers = [] } = before ?? {}
	const total = others + uncompared
	if (total === 0) return null
	const isRenumbered = customers.some(({ values }) => values.some(({ path }) => path === "number"))
	const which = others > 0 ? " with other values than it gives now" : ""
	return (
		<Alert
			color="orange"
			icon={<IconAlertTriangle />}
			role="region"
			aria-label="Created before with other values"
			title={`${counted(others || uncompared, "customer")} of this file ${(others || uncompared) === 1 ? "was" : "were"} created before${which}`}
		>
			<Text size="sm" mb="xs">
				An earlier import read the columns or cells otherwise, and that cannot be taken back from here: correct these
				customers at Intergiro, one by one.
				{isRenumbered &&
					" Whoever stands there under a wrong number should be removed there, or get the right one: its card is with it, so a row that was created anew may need a new card."}
			</Text>
			<Scrolled label="Customers created before, and their values">
				<TwoValuesTable
					label="Customers created before"
					titles={["Created as", "The file says now"]}
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
		</Alert>
	)
}
