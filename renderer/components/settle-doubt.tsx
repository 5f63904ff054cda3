import { Button, Group, Text, TextInput } from "@mantine/core"
import { useState } from "react"
import type { ResultRow } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"

interface Props {
	readonly run: string
	readonly row: ResultRow
	/** What was said is written down: the files are to be made anew. */
	onSettled(): void
}

/** A person who looked at Intergiro says what became of one row in doubt, or which customer it is. Never of several at once. */
export function SettleDoubt({ run, row: { number, settle, other, refused }, onSettled }: Props) {
	const { attempt } = useStore()
	const [id, setId] = useState("")
	const [given, setGiven] = useState("")
	/** That it is not there is asked once more: it is sent then, as a rule. */
	const [asking, setAsking] = useState(false)
	const say = (found: { readonly id?: string | undefined; readonly given?: string }) =>
		attempt(async () => {
			await ask("result.settle", { run, number, word: { about: "customer", ...found } })
			onSettled()
		})
	return (
		<>
			<Text size="sm">
				{other === undefined
					? "Do you know better? Look at Intergiro, or ask them, and say what is there."
					: `It was not sent. Is ${other.number} at Intergiro the same customer, or another one?`}
			</Text>
			<Group gap="sm" align="end">
				{other?.id !== undefined && (
					<Button size="xs" variant="default" onClick={() => say({ id: other.id, given: other.number })}>
						It is {other.number}, the same customer
					</Button>
				)}
				<TextInput
					size="xs"
					label="Its identifier at Intergiro"
					value={id}
					onChange={(event) => setId(event.currentTarget.value)}
				/>
				<TextInput
					size="xs"
					label="Its customer number there, where it is another one"
					value={given}
					onChange={(event) => setGiven(event.currentTarget.value)}
				/>
				<Button
					size="xs"
					variant="default"
					disabled={id.trim() === ""}
					onClick={() => say({ id: id.trim(), ...(given.trim() === "" ? {} : { given: given.trim() }) })}
				>
					Intergiro has it, as this
				</Button>
				{settle === "id-or-absent" && (
					<Button size="xs" variant="default" disabled={asking} onClick={() => setAsking(true)}>
						{other === undefined ? "Intergiro does not have it…" : "It is another customer…"}
					</Button>
				)}
			</Group>
			{asking && (
				<Group gap="sm" role="group" aria-label={`Is ${number} not there?`}>
					<Text size="sm">
						{refused ? (
							<>
								<b>{number} then counts as declined</b>, and needs a new card token: the one in the file was refused.
								Nothing is sent.
							</>
						) : other === undefined ? (
							<>
								<b>{number} is then sent again</b>, and exists twice if it is there after all. This cannot be taken
								back.
							</>
						) : (
							<>
								<b>{number} is then created</b>, beside {other.number}. This cannot be taken back.
							</>
						)}
					</Text>
					<Button size="xs" variant="default" autoFocus onClick={() => setAsking(false)}>
						Leave it in doubt
					</Button>
					<Button
						size="xs"
						variant="light"
						color="red"
						onClick={() => {
							setAsking(false)
							say({})
						}}
					>
						{other === undefined ? "I looked: Intergiro does not have it" : "I looked: it is another customer"}
					</Button>
				</Group>
			)}
		</>
	)
}
