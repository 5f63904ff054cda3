import { Alert, Checkbox, Text } from "@mantine/core"
import { IconCreditCard } from "@tabler/icons-react"
import type { Plan } from "../../src/ipc/run.ts"
import { useFormat } from "../format.ts"

interface Props {
	readonly rows: NonNullable<Plan["known"]>["claimed"]
	/** Whether the person says that they are sent all the same; nothing where that is not asked. */
	readonly isTaken?: boolean
	onTaken?(isTaken: boolean): void
}

/** Rows that are named. */
const mostRows = 20

/** Cards that a person called another customer's, and that are about to be sent for somebody else. */
export function ClaimedCards({ rows, isTaken, onTaken }: Props) {
	const { count, counted } = useFormat()
	if (rows.length === 0) return null
	const named = rows.slice(0, mostRows).map(({ row, here, number }) => `row ${row}, ${here}: the card of ${number}`)
	const more = rows.length > mostRows ? ` and ${count(rows.length - mostRows)} more` : ""
	return (
		<Alert
			color="red"
			icon={<IconCreditCard />}
			role="status"
			title={`${counted(rows.length, "card")} that you called another customer's ${rows.length === 1 ? "is" : "are"} to be sent`}
		>
			<Text size="sm">
				By your word these are cards that others have at Intergiro, and then they would be on both: {named.join("; ")}
				{more}. Leave the row out or give it another card token, unless you were wrong about the card.
			</Text>
			{onTaken && (
				<Checkbox
					mt="sm"
					checked={isTaken ?? false}
					onChange={(event) => onTaken(event.currentTarget.checked)}
					label={rows.length === 1 ? "Send this card all the same" : "Send these cards all the same"}
				/>
			)}
		</Alert>
	)
}
