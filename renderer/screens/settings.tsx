import {
	Alert,
	Badge,
	Button,
	Card,
	Group,
	Modal,
	NumberInput,
	PasswordInput,
	SegmentedControl,
	SimpleGrid,
	Stack,
	Text,
	TextInput,
	Title,
} from "@mantine/core"
import { IconKey, IconPlus } from "@tabler/icons-react"
import { useState } from "react"
import type { Environment, Settings } from "../../src/ipc.ts"
import { ask, problemOf } from "../ask.ts"
import { CleaningSwitches } from "../components/cleaning-switches.tsx"
import { Screen } from "../components/screen.tsx"
import { useStore } from "../store.tsx"
import { environmentColors, environmentLabels, keyWords } from "../words.ts"

export function SettingsScreen() {
	const { state, dispatch, attempt } = useStore()
	const { settings, environments, keysKept, version } = state.app
	const [edited, setEdited] = useState<Environment | "new">()
	const save = (change: Partial<Settings>) =>
		attempt(async () => dispatch({ type: "settings", settings: await ask("settings.save", change) }))
	const { browser } = settings
	const setBrowser = (change: Partial<Settings["browser"]>) => save({ browser: { ...browser, ...change } })
	return (
		<Screen title="Settings" lead={`Kept on this computer. Version ${version}.`}>
			<Card withBorder padding="lg">
				<Group justify="space-between" mb="sm">
					<Title order={2} size="h5">
						Environments
					</Title>
					<Button size="xs" leftSection={<IconPlus size="1rem" />} onClick={() => setEdited("new")}>
						Add
					</Button>
				</Group>
				{!keysKept && (
					<Alert color="yellow" icon={<IconKey />} title="This computer has no key store" mb="sm">
						API keys are remembered until the app is closed, and have to be entered again after that.
					</Alert>
				)}
				<Stack gap="sm">
					{environments.map((environment) => (
						<Group key={environment.id} justify="space-between" wrap="nowrap" className="tile">
							<div style={{ minWidth: 0 }}>
								<Group gap="xs">
									<Text fw={600}>{environment.name}</Text>
									<Badge variant="light" tt="none" color={environmentColors[environment.kind]}>
										{environmentLabels[environment.kind]}
									</Badge>
								</Group>
								<Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
									{environment.kind === "sandbox"
										? "A stand-in for Intergiro on this computer, always there"
										: `${environment.url} · ${environment.merchant ?? "merchant not named by the key"} · ${keyWords[environment.key]}`}
								</Text>
							</div>
							{environment.kind !== "sandbox" && (
								<Group gap="xs" wrap="nowrap">
									<Button size="xs" variant="default" onClick={() => setEdited(environment)}>
										Change
									</Button>
									<Button
										size="xs"
										variant="subtle"
										color="red"
										onClick={() =>
											attempt(async () => {
												dispatch({
													type: "environments",
													environments: await ask("environment.remove", { id: environment.id }),
												})
												dispatch({ type: "settings", settings: (await ask("state", undefined)).settings })
											})
										}
									>
										Remove
									</Button>
								</Group>
							)}
						</Group>
					))}
				</Stack>
			</Card>
			<Card withBorder padding="lg">
				<Title order={2} size="h5" mb="sm">
					Pace
				</Title>
				<SimpleGrid cols={{ base: 1, sm: 3 }}>
					<Numeric
						label="Requests per second"
						description="0: as fast as the server allows"
						value={settings.rate}
						min={0}
						max={10_000}
						onSave={(rate) => save({ rate })}
					/>
					<Numeric
						label="Concurrent requests"
						description="In flight at the same time, at most"
						value={settings.concurrency}
						min={1}
						max={1_000}
						onSave={(concurrency) => save({ concurrency })}
					/>
					<Numeric
						label="Settle time, seconds"
						description="How long a request without an answer may still take effect"
						value={settings.settle}
						min={1}
						max={3_600}
						onSave={(settle) => save({ settle })}
					/>
				</SimpleGrid>
			</Card>
			<Card withBorder padding="lg">
				<Title order={2} size="h5">
					Cleaning
				</Title>
				<Text size="sm" c="dimmed" mb="md">
					What the next check puts right by itself. Every change is noted at its row; the file stays as it is.
				</Text>
				<CleaningSwitches cleaning={settings.cleaning} onChange={(cleaning) => save({ cleaning })} />
			</Card>
			<Card withBorder padding="lg">
				<Title order={2} size="h5">
					Browser
				</Title>
				<Text size="sm" c="dimmed" mb="sm">
					Sent with each card for rows whose file has no such columns.
				</Text>
				<SimpleGrid cols={{ base: 1, sm: 3 }}>
					<Numeric
						label="Color depth, bits"
						value={browser.colorDepth}
						min={1}
						max={64}
						onSave={(colorDepth) => setBrowser({ colorDepth })}
					/>
					<Numeric
						label="Width, pixels"
						value={browser.width}
						min={1}
						max={100_000}
						onSave={(width) => setBrowser({ width })}
					/>
					<Numeric
						label="Height, pixels"
						value={browser.height}
						min={1}
						max={100_000}
						onSave={(height) => setBrowser({ height })}
					/>
					<Textual label="Locale" value={browser.locale} onSave={(locale) => setBrowser({ locale })} />
					<Numeric
						label="Time zone offset, minutes"
						value={browser.timezone}
						min={-900}
						max={900}
						onSave={(timezone) => setBrowser({ timezone })}
					/>
					<Textual
						label="Origin of the page"
						value={browser.parent}
						placeholder="https://shop.example.com"
						onSave={(parent) => setBrowser({ parent })}
					/>
				</SimpleGrid>
			</Card>
			<Card withBorder padding="lg">
				<Title order={2} size="h5" mb="sm">
					Appearance
				</Title>
				<SegmentedControl
					aria-label="Theme"
					value={settings.theme}
					onChange={(theme) => save({ theme: theme as Settings["theme"] })}
					data={[
						{ value: "auto", label: "As the system" },
						{ value: "light", label: "Light" },
						{ value: "dark", label: "Dark" },
					]}
				/>
			</Card>
			{edited && (
				<EnvironmentForm environment={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
			)}
		</Screen>
	)
}

interface NumericProps {
	readonly label: string
	readonly description?: string
	readonly value: number
	readonly min: number
	readonly max: number
	onSave(value: number): void
}

function Numeric({ label, description, value, min, max, onSave }: NumericProps) {
	const [text, setText] = useState<string | number>(value)
	const save = () => {
		if (typeof text === "number" && text >= min && text <= max) onSave(text)
		else setText(value)
	}
	return (
		<NumberInput
			label={label}
			description={description}
			value={text}
			min={min}
			max={max}
			onChange={setText}
			onBlur={save}
		/>
	)
}

interface TextualProps {
	readonly label: string
	readonly value: string
	readonly placeholder?: string
	onSave(value: string): void
}

function Textual({ label, value, placeholder, onSave }: TextualProps) {
	const [text, setText] = useState(value)
	return (
		<TextInput
			label={label}
			value={text}
			placeholder={placeholder}
			onChange={(event) => setText(event.currentTarget.value)}
			onBlur={() => text !== value && onSave(text.trim())}
		/>
	)
}

function EnvironmentForm({ environment, onClose }: { environment: Environment | undefined; onClose(): void }) {
	const { dispatch } = useStore()
	const [name, setName] = useState(environment?.name ?? "")
	const [kind, setKind] = useState<"test" | "live">(environment?.kind === "test" ? "test" : "live")
	const [url, setUrl] = useState(environment?.url ?? "https://merchant.intergiro.com")
	const [key, setKey] = useState("")
	const [problem, setProblem] = useState<string>()
	const save = async () => {
		try {
			const environments = await ask("environment.save", {
				...(environment ? { id: environment.id } : {}),
				name,
				kind,
				url,
				...(key.trim() ? { key } : {}),
			})
			dispatch({ type: "environments", environments })
			onClose()
		} catch (error) {
			setProblem(problemOf(error).message)
		}
	}
	return (
		<Modal.Root opened onClose={onClose} centered>
			<Modal.Overlay />
			<Modal.Content>
				<Modal.Body>
					<Modal.Title fz="h4" fw={650} mb="md">
						{environment ? `Change ${environment.name}` : "Add an environment"}
					</Modal.Title>
					<form
						onSubmit={(event) => {
							event.preventDefault()
							save()
						}}
					>
						<Stack>
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
							<TextInput label="URL" value={url} onChange={(event) => setUrl(event.currentTarget.value)} required />
							<PasswordInput
								label="API key"
								description={
									environment
										? "Leave it empty to keep the one there is."
										: "The private key, so that customers can be read back. It is never shown again."
								}
								value={key}
								onChange={(event) => setKey(event.currentTarget.value)}
								required={!environment}
								visibilityToggleButtonProps={{ "aria-label": "Show the key" }}
							/>
							{problem && <Alert color="red" role="alert" title={problem} />}
							<Group justify="end">
								<Button variant="default" onClick={onClose}>
									Cancel
								</Button>
								<Button type="submit">Save</Button>
							</Group>
						</Stack>
					</form>
				</Modal.Body>
			</Modal.Content>
		</Modal.Root>
	)
}
