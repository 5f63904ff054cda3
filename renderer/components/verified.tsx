import { Alert, Text } from "@mantine/core"
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react"
import type { RunReference, Verification } from "../../src/ipc.ts"
import { useFormat } from "../format.ts"
import { said } from "../words.ts"

const differenceWords: Readonly<Record<Verification["differences"][number]["kind"], string>> = {
	missing: "Intergiro does not have it",
	"different-id": "Intergiro has it with another identifier",
	"other-number": "Intergiro has it under another number",
	twice: "Intergiro has it several times",
	altered: "results.csv was changed: the import had another number or identifier, or none",
	cards: "Intergiro has other cards than were sent",
	status: "It is not active at Intergiro any more",
	differs: "It came back other than it was sent, and is to be looked at",
	respelled: "results.csv has its line as a spreadsheet writes it: go on with the import to have the file made anew",
	changed: "Its line in results.csv was changed: go on with the import to have the file made anew",
	"left-out": "It is missing from results.csv: go on with the import to have the file made anew",
}

interface Props {
	readonly run: RunReference
	readonly verification: Verification
}

/** What comparing the results with Intergiro came to. */
export function Verified({ run, verification: { at, lines, same, leftOut, differences } }: Props) {
	const { count, counted, when } = useFormat()
	const different = lines - same + leftOut
	return (
		<Alert
			color={different === 0 ? "green" : "red"}
			icon={different === 0 ? <IconShieldCheck /> : <IconAlertTriangle />}
			role="status"
			title={
				different === 0
					? said(run, `Verified: Intergiro has all ${counted(lines, "customer")}, each once`)
					: `${counted(different, "customer")} of ${count(lines + leftOut)} differ`
			}
		>
			<Text size="sm">Compared {when(at)}.</Text>
			{differences.map(({ kind, number, row }) => (
				<Text size="sm" key={`${row}-${number}-${kind}`}>
					{number} (row {row}): {said(run, differenceWords[kind])}
				</Text>
			))}
		</Alert>
	)
}
