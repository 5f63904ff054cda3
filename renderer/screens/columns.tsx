import { Alert, Anchor, Button, Group, Switch, Text, TextInput, Title } from "@mantine/core"
import { IconAlertTriangle, IconArrowLeft, IconArrowRight, IconHelpCircle, IconSearch } from "@tabler/icons-react"
import { useEffect, useRef, useState } from "react"
import { fields as fieldTable } from "../../src/customer/fields.ts"
import type { OpenedFile } from "../../src/ipc/file.ts"
import { ask } from "../ask.ts"
import { checkEveryRow } from "../check-every-row.ts"
import type { ColumnUse } from "../components/column-row.tsx"
import { ColumnTable } from "../components/column-table.tsx"
import { Constants, sameForAll } from "../components/constants.tsx"
import { CreatedBefore, importBefore } from "../components/created-before.tsx"
import { LeftOut } from "../components/left-out.tsx"
import { goToOpenQuestion, goToQuestion, Questions } from "../components/questions.tsx"
import { Remembered } from "../components/remembered.tsx"
import { Screen } from "../components/screen.tsx"
import { Wanted } from "../components/wanted.tsx"
import { type Flow, openQuestions } from "../flow.ts"
import { useFormat } from "../format.ts"
import { useStore } from "../store.tsx"

/** More than can be taken in at a glance. */
const manyColumns = 20

export function ColumnsScreen({ flow: { file, left, look } }: { flow: Extract<Flow, { step: "columns" }> }) {
	const { state, dispatch, attempt } = useStore()
	const { counted } = useFormat()
	const next = useRef<HTMLButtonElement>(null)
	/** An answer was given just now: the keyboard goes on to what comes next. */
	const answering = useRef(false)
	/** Columns that were changed here: they keep their place. */
	const [touched, setTouched] = useState<ReadonlySet<string>>(new Set())
	const [search, setSearch] = useState("")
	const [showsLeftOut, setShowsLeftOut] = useState(false)
	const open = openQuestions(file)

	// biome-ignore lint/correctness/useExhaustiveDependencies: when a person comes here
	useEffect(() => void (goToOpenQuestion() || (look !== undefined && goToQuestion(look))), [])
	// biome-ignore lint/correctness/useExhaustiveDependencies: when an answer has arrived
	useEffect(() => {
		if (!answering.current) return
		answering.current = false
		if (!goToOpenQuestion()) next.current?.focus()
	}, [file])

	const decided = (work: () => Promise<OpenedFile | undefined>) =>
		attempt(async () => {
			const file = await work()
			if (file) dispatch({ type: "decided", file })
		})
	const answer = (question: string, chosen: readonly string[]) =>
		decided(async () => {
			const file = await ask("columns.answer", { question, chosen: [...chosen] })
			answering.current = true
			return file
		})
	const sayColumn = (column: string, use: ColumnUse) => {
		setTouched((before) => new Set([...before, column]))
		return decided(() => ask("columns.say", { columns: { [column]: use } }))
	}
	const check = () => attempt(() => checkEveryRow(dispatch, "columns"))

	const text = search.trim().toLocaleLowerCase()
	const found = file.decisions.flatMap(({ column, fields }, index) => {
		const words = [column, ...fields.map((field) => fieldTable[field].label)]
		return words.join("\n").toLocaleLowerCase().includes(text) ? [index] : []
	})
	const isSent = (index: number) => {
		const { column, by, fields = [] } = file.decisions[index] ?? {}
		return by === "open" || fields.length > 0 || touched.has(column ?? "")
	}
	const [sent, others] = [found.filter(isSent), found.filter((index) => !isSent(index))]
	const empty = others.length === 0 ? "No column fits this search." : "No column that is sent fits this search."
	return (
		<Screen
			title="What is in which column?"
			lead={
				open > 0
					? "Nothing that was guessed is sent: what the file does not say for certain is asked."
					: "Look over what is sent. What is not here is not sent."
			}
			actions={
				<>
					<Button
						variant="default"
						leftSection={<IconArrowLeft size="1.125rem" />}
						onClick={() => dispatch({ type: "go", step: "file" })}
						data-command="back"
					>
						File
					</Button>
					<Button variant="subtle" onClick={() => decided(() => ask("columns.load", undefined))}>
						Load these answers…
					</Button>
					<Button variant="subtle" onClick={() => attempt(async () => void (await ask("columns.save", undefined)))}>
						Save these answers…
					</Button>
					<Group gap="sm" wrap="nowrap" className="push">
						<span id="why-not">
							{open > 0 && (
								<Anchor component="button" type="button" size="sm" fw={600} onClick={goToOpenQuestion}>
									{counted(open, "question is", "questions are")} open
								</Anchor>
							)}
						</span>
						<Button
							ref={next}
							rightSection={<IconArrowRight size="1.125rem" />}
							onClick={check}
							disabled={open > 0 || file.problems.length > 0}
							aria-describedby="why-not"
							data-command="next"
						>
							Check every row
						</Button>
					</Group>
				</>
			}
		>
			<button type="button" className="skip" onClick={() => goToOpenQuestion() || next.current?.focus()}>
				{open > 0 ? "Skip to what is asked" : "Skip the columns"}
			</button>
			<CreatedBefore run={importBefore(file, state.app.settings.environment)} />
			{left !== undefined && open > 0 && (
				<Alert
					color="yellow"
					icon={<IconHelpCircle />}
					role="status"
					title={`The check of the whole file left ${counted(left, "more question")} open.`}
				/>
			)}
			{file.problems.length > 0 && (
				<Alert color="red" icon={<IconAlertTriangle />} title="The columns cannot be used like this" role="alert">
					{file.problems.map((problem) => (
						<Text size="sm" key={problem}>
							{problem}
						</Text>
					))}
				</Alert>
			)}
			{file.remembered && (
				<Remembered
					answers={file.remembered}
					mapping={file.mapping}
					onForget={() => {
						answering.current = true
						decided(() => ask("columns.forget", undefined))
					}}
				/>
			)}
			<Questions asked={file.asked} onAnswer={answer} />
			<section aria-labelledby="sent">
				<Title order={2} size="h4" id="sent" mb={4}>
					What is sent
				</Title>
				<div className="wanted">
					<Wanted file={file} />
					{file.columns.length > manyColumns && (
						<TextInput
							className="push"
							size="xs"
							aria-label="Search columns and fields"
							placeholder="Search columns"
							leftSection={<IconSearch size="1rem" />}
							value={search}
							onChange={(event) => setSearch(event.currentTarget.value)}
							data-command="search"
						/>
					)}
				</div>
				<ColumnTable file={file} columns={sent} label="What is sent" empty={empty} onSay={sayColumn} />
			</section>
			<LeftOut decisions={file.decisions} shown={showsLeftOut || text !== ""} onShow={setShowsLeftOut}>
				{others.length > 0 && <ColumnTable file={file} columns={others} label="Left out" onSay={sayColumn} />}
			</LeftOut>
			<Constants
				isCountrySought={look === sameForAll.country}
				constants={file.mapping.constants}
				onSay={(constants) => decided(() => ask("columns.say", { constants }))}
			/>
			<Group>
				<Switch
					label="Join rows of the same customer"
					description="Adjacent rows that agree in everything but the card become one customer with several cards."
					checked={file.mapping.joinRows === true}
					onChange={({ currentTarget: { checked } }) => decided(() => ask("columns.say", { joinRows: checked }))}
				/>
			</Group>
		</Screen>
	)
}
