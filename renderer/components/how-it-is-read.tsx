import { Alert, Card, List, Select, SimpleGrid } from "@mantine/core"
import { IconEyeOff } from "@tabler/icons-react"
import type { OpenedFile, Reading } from "../../src/ipc/file.ts"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"

const encodingNames: Readonly<Record<Reading["encoding"], string>> = {
	"utf-8": "UTF-8",
	"utf-16le": "UTF-16 (little endian)",
	"utf-16be": "UTF-16 (big endian)",
	"windows-1252": "Windows-1252 (Western)",
	"iso-8859-1": "ISO 8859-1 (Latin 1)",
	"iso-8859-15": "ISO 8859-15 (Latin 9)",
	macintosh: "Macintosh (Roman)",
	cp437: "DOS 437 (US)",
	cp850: "DOS 850 (Western)",
	cp852: "DOS 852 (Central European)",
	cp865: "DOS 865 (Nordic)",
	"windows-1250": "Windows-1250 (Central European)",
	"windows-1251": "Windows-1251 (Cyrillic)",
	"windows-1254": "Windows-1254 (Turkish)",
	"windows-1257": "Windows-1257 (Baltic)",
	"iso-8859-2": "ISO 8859-2 (Latin 2)",
	"sen-850200-b": "SEN 850200 B (Swedish, 7 bits)",
	"sen-850200-c": "SEN 850200 C (Swedish, 7 bits)",
	"din-66003": "DIN 66003 (German, 7 bits)",
}

const delimiterNames: Readonly<Record<Reading["delimiter"], string>> = {
	",": "Comma ,",
	";": "Semicolon ;",
	"\t": "Tab",
	"|": "Vertical bar |",
}

/** How the file is read, and why; a person may know better. */
export function HowItIsRead({ file }: { file: OpenedFile }) {
	const { dispatch, attempt } = useStore()
	const read = (reading: Partial<Reading>) =>
		attempt(async () => dispatch({ type: "file", file: await ask("file.read", reading) }))
	const { workbook } = file
	return (
		<>
			{workbook?.doubts.map((doubt) => (
				<Alert key={doubt} color="yellow" icon={<IconEyeOff />}>
					{doubt}
				</Alert>
			))}
			<Card withBorder padding="lg">
				<SimpleGrid cols={{ base: 1, sm: workbook ? 2 : 3 }}>
					{workbook ? (
						<SheetSelect workbook={workbook} />
					) : (
						<>
							<Select
								label={<Worded word="Letters are written as" technical="Encoding" />}
								data={Object.entries(encodingNames).map(([value, label]) => ({ value, label }))}
								value={file.reading.encoding}
								allowDeselect={false}
								onChange={(encoding) => encoding && read({ encoding: encoding as Reading["encoding"] })}
							/>
							<Select
								label={<Worded word="Columns are divided by" technical="Delimiter" />}
								data={Object.entries(delimiterNames).map(([value, label]) => ({ value, label }))}
								value={file.reading.delimiter}
								allowDeselect={false}
								onChange={(delimiter) => delimiter && read({ delimiter: delimiter as Reading["delimiter"] })}
							/>
						</>
					)}
					<Select
						label="Names of the columns"
						data={[
							{ value: "0", label: "There are none" },
							...[...new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, file.reading.headerRow])]
								.filter((row) => row > 0)
								.map((row) => ({ value: String(row), label: `In row ${row}` })),
						]}
						value={String(file.reading.headerRow)}
						allowDeselect={false}
						onChange={(row) => row && read({ headerRow: Number(row) })}
					/>
				</SimpleGrid>
				<List size="sm" c="dimmed" mt="md" spacing={2}>
					{file.evidence
						.filter((sentence) => !workbook?.doubts.includes(sentence))
						.map((sentence) => (
							<List.Item key={sentence}>{sentence}</List.Item>
						))}
				</List>
			</Card>
		</>
	)
}

/** A word that everybody knows, and beneath it the one that those use who know more. */
function Worded({ word, technical }: { word: string; technical: string }) {
	return <span title={technical}>{word}</span>
}

/** Which sheet is read; another one of the workbook may be meant. */
function SheetSelect({ workbook: { sheet, sheets } }: { workbook: NonNullable<OpenedFile["workbook"]> }) {
	const { dispatch, attempt } = useStore()
	const full = sheets.filter(({ name, first }) => name === sheet || first.length > 0)
	return (
		<Select
			label="Sheet"
			{...(full.length > 1 ? { description: "Another one can be chosen here" } : {})}
			data={full.map(({ name, hidden }) => ({ value: name, label: hidden ? `${name} (hidden)` : name }))}
			value={sheet}
			allowDeselect={false}
			disabled={full.length === 1}
			onChange={(chosen) =>
				chosen &&
				chosen !== sheet &&
				attempt(async () => dispatch({ type: "file", file: await ask("file.sheet", { sheet: chosen }) }))
			}
		/>
	)
}
