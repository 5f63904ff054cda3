import { Button, Group, List, TextInput } from "@mantine/core"
import { type ReactNode, useState } from "react"
import type { RunReference } from "../../src/ipc/run.ts"
import { useEnvironmentOf } from "../use-environment-of.ts"
import { Dialog } from "./dialog.tsx"

interface Props {
	readonly run: RunReference
	/** @param merchant by its name */
	title(merchant: string): string
	/** What matters most, before the rest. */
	readonly lead?: ReactNode
	/** What is to be known, a sentence each. */
	readonly points: readonly string[]
	readonly confirm: string
	readonly decline: string
	/** It may do harm: the button that declines has the focus, where no name is to be typed. */
	readonly isDangerous?: boolean
	onClose(): void
	/** @param typed the merchant's name as typed, where customers are real */
	onConfirm(typed: string): void
}

/** What is said of a name that was typed to confirm, while it is another one. */
export const notTheName = "This is not the name as it is written above."

/** Asks before something that cannot be undone; where customers are real, the merchant's name is to be typed. */
export function Confirmation(props: Props) {
	const { run, title, lead, points, confirm, decline, isDangerous = false, onClose, onConfirm } = props
	const [typed, setTyped] = useState("")
	const { kind, name } = run.environment
	const merchant = useEnvironmentOf(run)?.merchant ?? name
	const asksName = kind === "live" && !run.confirmed
	const isConfirmed = !asksName || typed.trim() === merchant
	const focused = asksName ? "name" : isDangerous ? "decline" : "confirm"
	const focusOn = (one: typeof focused) => (one === focused ? { "data-autofocus": true } : {})
	const declining = (
		<Button key="decline" variant="default" onClick={onClose} {...focusOn("decline")}>
			{decline}
		</Button>
	)
	const confirming = (
		<Button
			key="confirm"
			type="submit"
			disabled={!isConfirmed}
			{...(isDangerous ? { color: "red", variant: "light" } : {})}
			{...focusOn("confirm")}
		>
			{confirm}
		</Button>
	)
	return (
		<Dialog title={title(merchant)} onClose={onClose} onSubmit={() => isConfirmed && onConfirm(typed)}>
			{lead}
			<List size="sm" mb="md">
				{points.map((point) => (
					<List.Item key={point}>{point}</List.Item>
				))}
			</List>
			{asksName && (
				<TextInput
					label={`To confirm, type the merchant's name: ${merchant}`}
					value={typed}
					onChange={(event) => setTyped(event.currentTarget.value)}
					error={typed !== "" && !isConfirmed ? notTheName : undefined}
					mb="md"
					{...focusOn("name")}
				/>
			)}
			<Group justify="end">{isDangerous ? [confirming, declining] : [declining, confirming]}</Group>
		</Dialog>
	)
}
