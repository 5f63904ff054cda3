import { Button, Text } from "@mantine/core"
import type { FollowUpReason } from "../../src/contract/follow-up.ts"
import { needsOf } from "../../src/contract/needs.ts"
import type { Result } from "../../src/ipc/result.ts"
import { useFormat } from "../format.ts"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { isRehearsal } from "../words.ts"

/** What may be otherwise as soon as somebody puts it right at Intergiro. */
const putRightThere: readonly FollowUpReason[] = [
	"twice",
	"conflict",
	"missing",
	"card-twice",
	"card-missing",
	"other-person",
	"renumbered",
	"differs",
]

interface Props {
	readonly result: Result
	readonly busy: boolean
	readonly onLook: () => void
}

/** When Intergiro was looked at, where something is said to be wrong there, and the way to look again. */
export function LookAgain({ result, busy, onLook }: Props) {
	const { when } = useFormat()
	const { run, ended, complete, later = 0 } = result
	const isAsked = needsOf(result).some(([reason]) => putRightThere.includes(reason))
	// Where later imports are told, the same button stands with them.
	if (!isAsked || !complete || later > 0 || isRehearsal(run)) return null
	return (
		<>
			<Text size="sm">As Intergiro had them {when(ended)}.</Text>
			<LookButton result={result} busy={busy} onLook={onLook} />
		</>
	)
}

/** The same without words: nothing where the key cannot read customers. */
export function LookButton({ result: { run }, busy, onLook }: Props) {
	const environment = useEnvironmentOf(run)
	if (environment === undefined || environment.key === "public") return null
	return (
		<Button size="xs" variant="default" loading={busy} onClick={onLook}>
			Bring up to date: nothing is sent
		</Button>
	)
}
