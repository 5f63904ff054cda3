import { Alert, Button, Text } from "@mantine/core"
import { IconAlertTriangle } from "@tabler/icons-react"
import type { Result } from "../../src/ipc/result.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { useOpenOf } from "../use-resume.ts"

/** Rows whose customers a person has to look at: looking again tells nothing new of them. */
export function Found({ result: { run, found, outcomes } }: { result: Result }) {
	const { counted } = useFormat()
	const { dispatch, attempt } = useStore()
	const environment = useEnvironmentOf(run)
	const openOf = useOpenOf(run)
	const several = found !== 1
	/** Into a run of its own, at the same merchant. */
	const importThem = () => attempt(async () => dispatch({ type: "file", file: await openOf("unknown.csv") }))
	const button = (
		<Button size="xs" variant="default" onClick={importThem}>
			Import unknown.csv
		</Button>
	)
	return (
		<>
			{found > 0 && (
				<Alert
					color="orange"
					icon={<IconAlertTriangle />}
					title={`${counted(found, "row")} in doubt ${several ? "have" : "has"} a customer at Intergiro`}
				>
					<Text size="sm" mb="sm">
						{several
							? "They were sent, and it is not known whether that created them. Intergiro has customers of these numbers, but nobody looked for them before: they may be older ones, without these cards. Looking again does not tell."
							: "It was sent, and it is not known whether that created it. Intergiro has a customer of this number, but nobody looked for it before: it may be an older one, without this card. Looking again does not tell."}
					</Text>
					<Text size="sm" mb="sm">
						Look at {several ? "them" : "it"} at Intergiro; the rows below say by which identifier. Then import
						unknown.csv
						{environment?.key === "public" && " with the merchant's private key"}, and leave out there what is not
						right: customers that exist are noted as already there, and not sent again.
					</Text>
					{button}
				</Alert>
			)}
			{outcomes.conflict > 0 && (
				<Alert
					color="red"
					icon={<IconAlertTriangle />}
					title={`${counted(outcomes.conflict, "row")} ${outcomes.conflict === 1 ? "has" : "have"} several customers at Intergiro`}
				>
					<Text size="sm" mb="sm">
						Decide which one stays, and remove the others at Intergiro; the rows below say which there are. Then import
						unknown.csv: the one that is left is noted as already there, and nothing is sent again.
					</Text>
					{button}
				</Alert>
			)}
		</>
	)
}
