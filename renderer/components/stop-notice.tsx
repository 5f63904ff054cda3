import { Alert, Box, Button, List, Text } from "@mantine/core"
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react"
import type { StopReason } from "../../src/contract/progress.ts"
import type { Result, RunReference } from "../../src/ipc.ts"
import { useStore } from "../store.tsx"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { NewKey } from "./new-key.tsx"

interface Words {
	readonly title: string
	/** What it is for, where that has to be explained. */
	readonly why?: string
	readonly what: readonly string[]
	/** Nothing went wrong. */
	readonly calm?: boolean
}

/** Why an import stopped before its end, and what to do about it. */
const words: Readonly<Record<StopReason["kind"], Words>> = {
	asked: {
		title: "You stopped the import",
		what: ["Go on with the rest whenever you like: nobody is created twice."],
		calm: true,
	},
	// Where some were sent, they are shown instead.
	first: {
		title: "Only rows in doubt were looked for; nothing was sent",
		what: ["Go on with the rest whenever you like: nobody is created twice."],
		calm: true,
	},
	breaker: {
		title: "Stopped to be safe: too many answers were lost",
		why: "After five requests in a row of which nobody knows what became, or more than half of the last twenty, nothing more is sent, so that trouble with the connection or at Intergiro does not leave many customers in doubt.",
		what: [
			"Look whether this computer is on the internet, and whether Intergiro has an outage.",
			"Wait a few minutes, then go on with the rest, with fewer requests per second if it happens again.",
		],
	},
	unreachable: {
		title: "Intergiro could not be reached",
		why: "It was tried again for as long as makes sense. What did not get through created nobody.",
		what: ["Look whether this computer is on the internet, and whether the URL is right.", "Then go on with the rest."],
	},
	refusals: {
		title: "Stopped to be safe: many customers in a row were declined for one reason",
		why: "So many are hardly so many bad cards: the key, the file or the merchant's contract may be the reason. Each try may spend a card token.",
		what: ["Find out what the reason means.", "If it is as it has to be, go on with the rest."],
	},
	differences: {
		title: "Stopped to be safe: a customer came back other than it was sent",
		why: "The first customers are compared with what was sent. Where something is missing, Intergiro may know names of fields in snake_case only, as a setting has it.",
		what: ["Look at the customer at Intergiro.", "If it is as it has to be, go on with the rest, and accept it."],
	},
	"wrong-environment": {
		title: "Intergiro does not accept this key or address",
		what: ["Enter a new key, or correct the URL.", "Then go on with the rest."],
	},
	throttled: {
		title: "Intergiro asks to come back later (429)",
		why: "It turned requests away for so long that waiting makes no sense. Those that were turned away created nobody.",
		what: ["Wait as long as it says.", "Then go on with the rest, with fewer requests per second."],
	},
	"listing-failed": {
		title: "The customers at Intergiro could not be read",
		why: "Without knowing who exists, nothing is sent and nothing in doubt is decided.",
		what: ["Look whether this computer is on the internet.", "Then go on with the rest."],
	},
	"journal-failed": {
		title: "The disk could not be written to",
		why: "What cannot be written down is not sent.",
		what: ["Make room on the disk, or repair it.", "Then go on with the rest."],
	},
}

/** For a reason that this version does not have words for: its own sentence is shown. */
const another: Words = {
	title: "The import stopped before its end",
	what: ["Do what it says, then go on with the rest: nobody is created twice."],
}

interface Props {
	readonly run: RunReference
	readonly stop: NonNullable<Result["stop"]>
}

export function StopNotice({ run, stop }: Props) {
	const { dispatch } = useStore()
	const environment = useEnvironmentOf(run)
	const { title, why, what, calm } = words[stop.kind as StopReason["kind"]] ?? another
	return (
		<Alert
			color={calm ? "blue" : "yellow"}
			icon={calm ? <IconInfoCircle /> : <IconAlertTriangle />}
			title={title}
			role="status"
		>
			{!calm && (
				<Text size="sm" mb={4}>
					{stop.message}
				</Text>
			)}
			{why && (
				<Text size="sm" mb={4}>
					{why}
				</Text>
			)}
			<List size="sm">
				{what.map((sentence) => (
					<List.Item key={sentence}>{sentence}</List.Item>
				))}
			</List>
			{stop.kind === "wrong-environment" && (
				<Box mt="sm">
					{environment ? (
						<NewKey environment={environment} />
					) : (
						<Button size="xs" variant="default" onClick={() => dispatch({ type: "page", page: "settings" })}>
							Open the settings
						</Button>
					)}
				</Box>
			)}
		</Alert>
	)
}
