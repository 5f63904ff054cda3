import { Alert, Group, Text } from "@mantine/core"
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react"
import type { ReactNode } from "react"
import type { Verification } from "../../src/ipc/result.ts"
import type { RunReference } from "../../src/ipc/run.ts"
import { useFormat } from "../format.ts"
import { isRehearsal, said } from "../words.ts"

const differenceWords: Readonly<Record<Verification["differences"][number]["kind"], string>> = {
	missing: "Intergiro does not have it",
	removed: "It was removed there on purpose, somebody said",
	"different-id": "Intergiro has it with another identifier",
	"other-number": "Intergiro has it under another number",
	twice: "Intergiro has it several times",
	altered: "results.csv was changed: the import had another number or identifier, or none",
	cards: "Intergiro has other cards than were sent",
	"cards-unknown": "Nothing says which cards it has at Intergiro",
	"no-cards": "Intergiro has no card of those that were sent",
	status: "It is not active at Intergiro any more",
	differs: "It came back other than it was sent, and is to be looked at",
	"unlike-file": "Was there before, and was other than the file has it when this import looked",
	"followed-up": "Somebody has to look after it: the follow-up says why",
	respelled: "results.csv has its line as a spreadsheet writes it: go on with the import to have the file made anew",
	changed: "Its line in results.csv was changed: go on with the import to have the file made anew",
	repeated: "results.csv has its line more than once: go on with the import to have the file made anew",
	"left-out": "It is missing from results.csv: go on with the import to have the file made anew",
}

/** What verifying does not read: it is as the import saw it. */
const seenByImport: readonly Verification["differences"][number]["kind"][] = ["differs", "unlike-file", "followed-up"]

function doubtWords({ isCard, found }: Verification["doubts"][number]): string {
	if (isCard) return "Its card is in doubt"
	if (found === 0) return "In doubt; Intergiro does not have it now"
	return found === 1 ? "In doubt; Intergiro has it now" : `In doubt; Intergiro has ${found} of it now`
}

interface Props {
	readonly run: RunReference
	readonly verification: Verification
	/** When the import looked at Intergiro last, ISO 8601. */
	readonly ended: string
	/** The way to look again. */
	readonly children?: ReactNode
}

/** What comparing the results with Intergiro came to. */
export function Verified({ run, verification, ended, children }: Props) {
	const {
		at,
		lines,
		same,
		leftOut,
		inDoubt,
		notCreated,
		unfinished,
		later,
		missingColumns = [],
		differences,
		doubts,
	} = verification
	const { count, counted, when } = useFormat()
	const different = lines - same + leftOut
	const isGood =
		different + inDoubt + notCreated + missingColumns.length === 0 && unfinished === undefined && later === undefined
	const isOfImport = !isRehearsal(run) && differences.some(({ kind }) => seenByImport.includes(kind))
	/** They are not kept after the window was closed, and of very many only the first are told. */
	const told = differences.length + doubts.length
	const untold = Math.max(0, different + inDoubt - told)
	const compared =
		different === 0
			? said(
					run,
					`${unfinished === undefined ? "Verified" : "So far"}: Intergiro has all ${counted(lines, "customer")}, each once`,
				)
			: `${counted(different, "customer")} of ${count(lines + leftOut)} ${different === 1 ? "differs" : "differ"}`
	return (
		<Alert
			color={isGood ? "green" : different === 0 ? "orange" : "red"}
			icon={isGood ? <IconShieldCheck /> : <IconAlertTriangle />}
			role="status"
			title={inDoubt === 0 ? compared : `${compared}; ${count(inDoubt)} in doubt`}
		>
			<Text size="sm">Compared {when(at)}.</Text>
			{notCreated === 0 ? null : (
				<Text size="sm">Not created, and so not compared: {counted(notCreated, "row")}. errors.csv says why.</Text>
			)}
			{unfinished === undefined ? null : <Text size="sm">{unfinished}</Text>}
			{later === undefined ? null : <Text size="sm">{later}</Text>}
			{missingColumns.length === 0 ? null : (
				<Text size="sm">
					Not compared, as results.csv does not have them any more: {missingColumns.join(", ")}. Go on with the import
					to have the file made anew.
				</Text>
			)}
			{differences.map(({ kind, number, row }) => (
				<Text size="sm" key={`${row}-${number}-${kind}`}>
					{number} (row {row}): {said(run, differenceWords[kind])}
				</Text>
			))}
			{isOfImport && (
				<Text size="sm">
					Names, e-mail and addresses are of {when(ended)}, when this import looked last: verifying does not read them.
				</Text>
			)}
			{doubts.map((doubt) => (
				<Text size="sm" key={`${doubt.row}-${doubt.number}-${doubt.isCard}`}>
					{doubt.number} (row {doubt.row}): {said(run, doubtWords(doubt))}
				</Text>
			))}
			{untold === 0 ? null : (
				<Text size="sm">{told === 0 ? "Verify again to see who they are." : `And ${count(untold)} more.`}</Text>
			)}
			{isOfImport && children && (
				<Group gap="sm" mt="sm">
					{children}
				</Group>
			)}
		</Alert>
	)
}
