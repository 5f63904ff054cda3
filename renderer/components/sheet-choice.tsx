import { Badge, Button, Text } from "@mantine/core"
import type { Workbook } from "../../src/ipc/file.ts"
import { ask } from "../ask.ts"
import { useStore } from "../store.tsx"
import { Screen } from "./screen.tsx"

/** Cells of the first row that are shown: enough to tell sheets apart. */
const shown = 8

/** Several sheets of a workbook have something in them: which one is meant, only a person knows. */
export function SheetChoice({ workbook, onOther }: { workbook: Workbook; onOther(): void }) {
	const { dispatch, attempt } = useStore()
	const full = workbook.sheets.filter(({ first }) => first.length > 0)
	const empty = workbook.sheets.filter(({ first }) => first.length === 0)
	return (
		<Screen
			title="Which sheet has the customers?"
			lead={`Several sheets of ${workbook.name} have something in them. One is read; the others are left alone.`}
			actions={
				<Button variant="default" onClick={onOther} data-command="back">
					Another file…
				</Button>
			}
		>
			<ul className="sheets" aria-label="Sheets of the workbook">
				{full.map(({ name, hidden, first }) => (
					<li key={name}>
						<button
							type="button"
							className="choice"
							onClick={() =>
								attempt(async () => dispatch({ type: "file", file: await ask("file.sheet", { sheet: name }) }))
							}
						>
							<span className="label">{name}</span>
							{hidden && (
								<Badge variant="light" color="yellow">
									Hidden
								</Badge>
							)}
							<Text size="sm" c="dimmed" truncate title={first.join(", ")}>
								{first.slice(0, shown).join(", ")}
								{first.length > shown && " …"}
							</Text>
						</button>
					</li>
				))}
			</ul>
			{empty.length > 0 && (
				<Text size="sm" c="dimmed">
					Empty: {empty.map(({ name }) => name).join(", ")}
				</Text>
			)}
		</Screen>
	)
}
