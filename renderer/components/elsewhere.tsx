import { Alert, Checkbox, Text } from "@mantine/core"
import { IconAlertTriangle } from "@tabler/icons-react"
import { elsewhereWords } from "../../src/contract/elsewhere-words.ts"
import type { Plan } from "../../src/ipc/run.ts"
import { useFormat } from "../format.ts"

interface Props {
	/** To whom it is to be sent now. */
	readonly merchant: string
	readonly sent: NonNullable<Plan["elsewhere"]>
	/** There are card tokens in it. */
	readonly hasCards: boolean
	readonly isMeant: boolean
	onMeant(isMeant: boolean): void
}

/** The file was sent to another merchant: whether this one is meant, a person has to say before anything is sent. */
export function Elsewhere({ merchant, sent, hasCards, isMeant, onMeant }: Props) {
	const { when } = useFormat()
	return (
		<Alert color="red" icon={<IconAlertTriangle />} role="status" title={elsewhereWords(sent, when)}>
			<Text size="sm" mb="sm">
				{hasCards
					? `${sent.file === undefined ? "Its card tokens were sent there, and a" : "A"} token can be used once: this is probably the wrong merchant.`
					: "This is probably the wrong merchant."}{" "}
				Choose the right environment above, unless the same customers are to exist at {merchant} as well.
			</Text>
			<Checkbox
				checked={isMeant}
				onChange={(event) => onMeant(event.currentTarget.checked)}
				label={`It is meant for ${merchant} too`}
			/>
		</Alert>
	)
}
