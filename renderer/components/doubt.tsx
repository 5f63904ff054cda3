import { Alert, Button, Group, Text } from "@mantine/core"
import { IconAlertTriangle } from "@tabler/icons-react"
import { useState } from "react"
import type { RunReference } from "../../src/ipc/run.ts"
import { useFormat } from "../format.ts"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { Confirmation } from "./confirmation.tsx"

interface Props {
	readonly run: RunReference
	/** How many there are. */
	readonly rows: number
	readonly busy: boolean
	onLook(): void
	/** @param confirmation the merchant's name as typed, where customers are real */
	onResend(confirmation: string): void
}

/** What is said of one row in doubt. */
const one = {
	looked:
		"It was sent, and it is not known whether it was created. It was looked for again, and Intergiro does not list it: most likely it was not created, but that is no proof. Look at Intergiro yourself, or ask them, before you send it again.",
	lost: "It was sent, and it is not known whether it was created. Look again in a while: if it is found then, it is settled, and nothing is sent.",
}

/** Rows that Intergiro was not seen to have: look again first; only what was looked for in vain may be sent again. */
export function Doubt({ run, rows, busy, onLook, onResend }: Props) {
	const { counted } = useFormat()
	const those = counted(rows, "row")
	const [asking, setAsking] = useState(false)
	const blind = useEnvironmentOf(run)?.key === "public"
	return (
		<Alert color="orange" icon={<IconAlertTriangle />} title={`${those} in doubt`}>
			<Text size="sm" mb="sm">
				{rows === 1
					? one[run.looked ? "looked" : "lost"]
					: run.looked
						? "They were sent, and it is not known whether they were created. They were looked for again, and Intergiro does not list them: most likely they were not created, but that is no proof. Look at Intergiro yourself, or ask them, before you send them again."
						: "They were sent, and it is not known whether they were created. Look again in a while: what is found then is settled, and nothing is sent."}
			</Text>
			{blind && (
				<Text size="sm" mb="sm">
					The key of this environment is a public one, which cannot list customers: enter the merchant's private key in
					the settings first.
				</Text>
			)}
			<Group gap="sm">
				<Button size="xs" variant={run.looked ? "default" : "filled"} loading={busy} disabled={blind} onClick={onLook}>
					Look again
				</Button>
				{run.looked && (
					<Button size="xs" variant="light" color="red" disabled={busy} onClick={() => setAsking(true)}>
						Send {rows === 1 ? "it" : "them"} again…
					</Button>
				)}
			</Group>
			{asking && (
				<Confirmation
					run={run}
					title={() => `Send ${those} again?`}
					lead={
						<Text size="sm" mb="sm">
							<b>{rows === 1 ? "Its customer" : "Their customers"} may then exist twice at Intergiro</b>, if the first
							request did arrive after all and only does not show yet.
						</Text>
					}
					points={[
						`${rows === 1 ? "It is" : "They are"} looked for once more first; what is found is not sent.`,
						"A card token that was used by the first request is refused the second time.",
						"This cannot be undone from here.",
					]}
					confirm={`Send ${those} again`}
					decline="Do not send"
					isDangerous
					onClose={() => setAsking(false)}
					onConfirm={(typed) => {
						setAsking(false)
						onResend(typed)
					}}
				/>
			)}
		</Alert>
	)
}
