import { Alert, Button, Group, Text } from "@mantine/core"
import { IconWorld } from "@tabler/icons-react"
import { useState } from "react"
import type { Checked } from "../../src/ipc/check.ts"
import { ask } from "../ask.ts"
import { checkEveryRow } from "../check-every-row.ts"
import { openQuestions } from "../flow.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { sameForAll } from "./constants.tsx"

/** An offer, and no question: a file that says no country may be right as it is, and nobody but a person knows which one is meant. */
export function OneCountry({ findings }: Pick<Checked, "findings">) {
	const { dispatch, attempt } = useStore()
	const { counted } = useFormat()
	const [closed, setClosed] = useState(false)
	const rowsOf = (code: string) => findings.find((finding) => finding.code === code)?.rows ?? 0
	const [addresses, phones] = [rowsOf("address.no-country-column"), rowsOf("phone.no-country-column")]
	if (closed || addresses + phones === 0) return null
	const say = (country: string) =>
		attempt(async () => {
			const file = await ask("columns.say", { constants: { country } })
			dispatch({ type: "go", step: "columns" })
			dispatch({ type: "decided", file })
			if (openQuestions(file) === 0) await checkEveryRow(dispatch, "columns")
		})
	const sent = [
		...(addresses > 0 ? [counted(addresses, "address", "addresses")] : []),
		...(phones > 0 ? [counted(phones, "phone number")] : []),
	].join(" and ")
	return (
		<Alert
			color="blue"
			icon={<IconWorld />}
			title="The file says no country"
			withCloseButton
			closeButtonLabel="Leave it so"
			onClose={() => setClosed(true)}
			role="status"
		>
			<Group justify="space-between" gap="sm">
				<Text size="sm">{sent} will be sent without one.</Text>
				<Group gap="xs">
					<Button size="xs" variant="default" onClick={() => say("SE")}>
						All are in Sweden
					</Button>
					<Button
						size="xs"
						variant="subtle"
						onClick={() => dispatch({ type: "go", step: "columns", look: sameForAll.country })}
					>
						In another country…
					</Button>
				</Group>
			</Group>
		</Alert>
	)
}
