import { Card, SegmentedControl, SimpleGrid, Switch, Text, Title } from "@mantine/core"
import type { Settings } from "../../src/ipc/settings.ts"
import { ask } from "../ask.ts"
import { CleaningSwitches } from "../components/cleaning-switches.tsx"
import { EnvironmentList } from "../components/environment-list.tsx"
import { Screen } from "../components/screen.tsx"
import { Numeric, Textual } from "../components/setting-fields.tsx"
import { useStore } from "../store.tsx"

export function SettingsScreen() {
	const { state, dispatch, attempt } = useStore()
	const { settings, version } = state.app
	const save = (change: Partial<Settings>) =>
		attempt(async () => dispatch({ type: "settings", settings: await ask("settings.save", change) }))
	const { browser } = settings
	const setBrowser = (change: Partial<Settings["browser"]>) => save({ browser: { ...browser, ...change } })
	return (
		<Screen title="Settings" lead={`Kept on this computer. Version ${version}.`}>
			<EnvironmentList />
			<Card withBorder padding="lg">
				<Title order={2} size="h5" mb="sm">
					Pace
				</Title>
				<SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: "end" }}>
					<Numeric
						label="Requests per second"
						description="0: as fast as the server allows"
						value={settings.rate}
						min={0}
						max={10_000}
						onSave={(rate) => save({ rate })}
					/>
					<Numeric
						label="Requests at the same time"
						description="Without an answer yet, at most"
						value={settings.concurrency}
						min={1}
						max={1_000}
						onSave={(concurrency) => save({ concurrency })}
					/>
					<Numeric
						label="Wait before those in doubt are looked for, seconds"
						description="How long a request without an answer may still take effect"
						value={settings.settle}
						min={1}
						max={3_600}
						onSave={(settle) => save({ settle })}
					/>
				</SimpleGrid>
				<Switch
					mt="md"
					label="Names of fields in snake_case"
					description="For a server that knows zip_code, and takes zipCode for nothing"
					checked={settings.letterCase === "snake"}
					onChange={(event) => save({ letterCase: event.currentTarget.checked ? "snake" : "camel" })}
				/>
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
				<Title order={2} size="h5" mb="sm">
					Results
				</Title>
				<Switch
					label="The file's own columns in results.csv"
					description="They stand before ours, without card tokens, so that the identifiers join back to the old system."
					checked={settings.fullResults}
					onChange={(event) => save({ fullResults: event.currentTarget.checked })}
				/>
			</Card>
			<Card withBorder padding="lg">
				<Title order={2} size="h5">
					Browser
				</Title>
				<Text size="sm" c="dimmed" mb="sm">
					Sent with each card for rows whose file has no such columns.
				</Text>
				<SimpleGrid cols={{ base: 1, sm: 3 }} style={{ alignItems: "end" }}>
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
						min={-840}
						max={720}
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
		</Screen>
	)
}
