import { Anchor, Button, Card, Text, Title } from "@mantine/core"
import { IconFileText } from "@tabler/icons-react"
import type { Result, RunFile } from "../../src/ipc/result.ts"
import { ask } from "../ask.ts"
import { duration } from "../duration.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"
import { said } from "../words.ts"

const meanings: Readonly<Record<string, string>> = {
	"results.csv": "Your customer numbers with Intergiro's identifiers",
	"errors.csv": "Rows that were not created: mend them and import this file. Those left out stay so",
	"unknown.csv": "Rows in doubt: importing this file looks for them first",
	"follow-up.csv": "Customers to contact or to look after, and why",
	"report.pdf": "What the import came to, to be filed",
}

/** The files of a run, to be opened or copied, and where they lie. */
export function RunFiles({ result: { run, files, requests, perSecond, sha256, started, ended } }: { result: Result }) {
	const { attempt } = useStore()
	const { counted, decimal } = useFormat()
	return (
		<Card withBorder padding="lg">
			<Title order={2} size="h5" mb="sm">
				Files
			</Title>
			{files
				.filter((name) => name in meanings)
				.map((name) => (
					<div key={name} className="file">
						<IconFileText size="1.25rem" aria-hidden />
						<div>
							<Anchor
								component="button"
								type="button"
								size="sm"
								fw={600}
								onClick={() => attempt(() => ask("result.open", { run: run.id, file: name as RunFile }))}
							>
								{name}
							</Anchor>
							<Text size="xs" c="dimmed">
								{said(run, meanings[name] ?? "")}
							</Text>
						</div>
						<Button
							size="compact-sm"
							variant="default"
							aria-label={`Save as… ${name}`}
							onClick={() =>
								attempt(async () => void (await ask("result.save", { run: run.id, file: name as RunFile })))
							}
						>
							Save as…
						</Button>
					</div>
				))}
			<Text size="xs" c="dimmed" mt="sm">
				Saved as a workbook, a table keeps every zero, and can be imported as it is. A CSV opened in a spreadsheet may
				lose zeros, and text that begins with = is a formula there.
			</Text>
			<dl className="facts">
				<Fact name="Folder">{run.folder}</Fact>
				<Fact name="Requests">
					{counted(requests, "request")} in the last session, {decimal(perSecond)} per second
				</Fact>
				<Fact name="Time">{duration(Date.parse(ended) - Date.parse(started))} from start to end</Fact>
				<Fact name="Fingerprint of the file">
					<span className="mono" title="SHA-256">
						{sha256}
					</span>
				</Fact>
			</dl>
		</Card>
	)
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
	return (
		<>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</>
	)
}
