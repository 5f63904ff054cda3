import { Alert, Button, Group, PasswordInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core"
import { useEffect, useRef, useState } from "react"
import type { Problem } from "../../src/ipc/problem.ts"
import type { Environment } from "../../src/ipc/settings.ts"
import { ask, problemOf } from "../ask.ts"
import { useStore } from "../store.tsx"
import { Dialog } from "./dialog.tsx"

interface Props {
	/** The one that is changed; nothing for a new one. */
	readonly environment: Environment | undefined
	/** Its key is to be replaced: nothing else is asked for but the URL, which may be to blame as well. */
	readonly isForKey?: boolean
	onClose(): void
}

/** Adds an environment, or changes one. */
export function EnvironmentForm({ environment, isForKey = false, onClose }: Props) {
	const { state, dispatch } = useStore()
	const [name, setName] = useState(environment?.name ?? "")
	const [kind, setKind] = useState<"test" | "live">(environment?.kind === "test" ? "test" : "live")
	const [url, setUrl] = useState(environment?.url ?? "https://merchant.intergiro.com")
	const [key, setKey] = useState("")
	const [problem, setProblem] = useState<Problem>()
	const [isSaving, setSaving] = useState(false)
	/** It is saved, and why its key was not tried. */
	const [untested, setUntested] = useState<string>()
	const urlField = useRef<HTMLInputElement>(null)
	const keyField = useRef<HTMLInputElement>(null)
	useEffect(() => {
		if (problem?.field !== undefined) ({ url: urlField, key: keyField })[problem.field].current?.focus()
	}, [problem])
	const isKeyNeeded = !environment || environment.key === "missing" || isForKey
	const save = async () => {
		if (untested) return onClose()
		setProblem(undefined)
		setSaving(true)
		try {
			const { environments, test } = await ask("environment.save", {
				...(environment ? { id: environment.id } : {}),
				name,
				kind,
				url,
				...(key.trim() ? { key } : {}),
			})
			dispatch({ type: "environments", environments })
			if (test?.kind === "untested") setUntested(test.message)
			else onClose()
		} catch (error) {
			setProblem(problemOf(error))
		} finally {
			setSaving(false)
		}
	}
	const told = problem && (problem.tip === undefined ? problem.message : `${problem.message} ${problem.tip}`)
	/** What is wrong with a field stands at it. */
	const errorOf = (field: Problem["field"]) =>
		problem?.field === field && told ? { error: <span>{told}</span>, errorProps: { role: "alert" } } : {}
	return (
		<Dialog title={titleOf(environment, isForKey)} onClose={onClose} onSubmit={save}>
			<Stack>
				{!isForKey && (
					<>
						<TextInput
							label="Name"
							value={name}
							onChange={(event) => setName(event.currentTarget.value)}
							required
							data-autofocus
						/>
						<div>
							<Text size="sm" fw={500} mb={4}>
								Kind
							</Text>
							<SegmentedControl
								fullWidth
								aria-label="Kind"
								value={kind}
								onChange={(value) => setKind(value as "test" | "live")}
								data={[
									{ value: "test", label: "Test merchant" },
									{ value: "live", label: "Live merchant" },
								]}
							/>
						</div>
					</>
				)}
				<TextInput
					label="URL"
					ref={urlField}
					value={url}
					onChange={(event) => setUrl(event.currentTarget.value)}
					required
					{...errorOf("url")}
				/>
				<PasswordInput
					label="API key"
					ref={keyField}
					description={`${keyHint(environment, isForKey)}${state.app.keysKept ? "" : " This computer has no key store: it is forgotten when the app is closed."}`}
					value={key}
					onChange={(event) => setKey(event.currentTarget.value)}
					required={isKeyNeeded}
					visibilityToggleButtonProps={{ "aria-label": "Show the key" }}
					data-autofocus={isForKey || undefined}
					{...errorOf("key")}
				/>
				{problem && problem.field === undefined && <Alert color="red" role="alert" title={told} />}
				{untested && (
					<Alert color="yellow" role="status" title="Saved, and the key was not tried">
						{untested}
					</Alert>
				)}
				<Group justify="end">
					{untested ? (
						<Button type="submit" autoFocus>
							Close
						</Button>
					) : (
						<>
							<Button variant="default" onClick={onClose}>
								Cancel
							</Button>
							<Button type="submit" loading={isSaving}>
								Save
							</Button>
						</>
					)}
				</Group>
			</Stack>
		</Dialog>
	)
}

function titleOf(environment: Environment | undefined, isForKey: boolean): string {
	if (environment === undefined) return "Add an environment"
	if (!isForKey) return `Change ${environment.name}`
	return environment.key === "missing" ? `The key of ${environment.name}` : `A new key for ${environment.name}`
}

function keyHint(environment: Environment | undefined, isForKey: boolean): string {
	if (environment?.key === "missing") return "The one there was cannot be read any more. Enter it again."
	if (isForKey) return "It takes the place of the one there is. It is never shown again."
	return environment
		? "Leave it empty to keep the one there is. Another server wants it again."
		: "The private key, so that customers can be read back. It is never shown again."
}
